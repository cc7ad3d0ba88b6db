"""One photo put into another folder under a safe name: as a copy, a hard link or a link.

Nothing is overwritten: a name that is taken gets a number.
"""

import os
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from facegallery.domain.album import ExportedFile, ExportKind
from facegallery.domain.errors import ExportImpossible

LONGEST_NAME = 180  # bytes: file systems take 255, and synced folders often less
_FORBIDDEN = '<>:"/\\|?*'
_RESERVED = {"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10))}
_AT_ONCE = 2**20  # bytes


@dataclass(frozen=True, slots=True)
class TargetFolder:
    """A folder that is written into, and the names taken there, in small letters."""

    path: Path
    taken: set[str]

    @classmethod
    def of(cls, path: Path) -> "TargetFolder":
        """Look what is in a folder; one that is not there yet has nothing in it."""
        names = {entry.name.casefold() for entry in os.scandir(path)} if path.exists() else set()
        return cls(path, names)

    def free(self, name: str) -> Path:
        """Take a name that nothing has here yet, with a number where need be; return its path."""
        own = next(n for n in numbered(safe_name(name)) if n.casefold() not in self.taken)
        self.taken.add(own.casefold())
        return self.path / own


def begun(source: Path, target: Path, kind: ExportKind) -> ExportedFile:
    """Return what is noted of a file before it is made."""
    return ExportedFile(str(target), str(kind), 0, 0, source=str(source))


def put(file: ExportedFile) -> ExportedFile | None:
    """Make a file that was begun; return it as it was written, None where the name is taken."""
    source, target = Path(file.source or ""), Path(file.path)
    try:
        _WAYS[ExportKind(file.kind)](source, target)
    except FileExistsError:  # made by somebody else just now
        return None
    except OSError as error:
        raise ExportImpossible(str(target), error.strerror or str(error)) from error
    stat = target.lstat()
    return ExportedFile(file.path, file.kind, stat.st_size, stat.st_mtime_ns)


def take_away(file: ExportedFile) -> bool:
    """Remove an exported file if it is as we wrote it; tell whether it was."""
    path = Path(file.path)
    try:
        ours = _is_begun_by_us(path, file) if file.source else _is_as_written(path, file)
        if ours:
            path.unlink()
    except OSError:  # it is gone, or cannot be read
        return False
    return ours


def _is_as_written(path: Path, file: ExportedFile) -> bool:
    stat = path.lstat()
    if path.is_symlink() != (file.kind == ExportKind.LINK):
        return False
    return (stat.st_size, stat.st_mtime_ns) == (file.size_bytes, file.mtime_ns)


def _is_begun_by_us(path: Path, file: ExportedFile) -> bool:
    """Tell whether an export that was killed made this: nothing is in it but what the photo has."""
    source = Path(file.source or "")
    if file.kind == ExportKind.LINK:
        return path.is_symlink() and path.readlink() == source
    if path.is_symlink():
        return False
    if file.kind == ExportKind.HARD_LINK:
        return path.samefile(source)
    with path.open("rb") as made, source.open("rb") as photo:
        while part := made.read(_AT_ONCE):
            if part != photo.read(len(part)):
                return False
    return not path.samefile(source)


def safe_name(text: str) -> str:
    """Return a name that every file system takes: Windows', macOS's, Linux's and FAT's."""
    text = unicodedata.normalize("NFC", text)
    kept = "".join("_" if _is_bad(char) else char for char in text)
    stem, dot, suffix = kept.rpartition(".")
    if not dot or len(suffix) > 10:
        stem, dot, suffix = kept, "", ""
    stem = _cut(stem.strip(" .") or "_", LONGEST_NAME - len(suffix.encode()))
    if stem.split(".")[0].strip().casefold() in _RESERVED:
        stem = f"_{stem}"
    return f"{stem}{dot}{suffix.rstrip(' .')}".rstrip(" .")


def _is_bad(char: str) -> bool:
    return char in _FORBIDDEN or unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn")


def _cut(text: str, most: int) -> str:
    return text.encode()[:most].decode(errors="ignore").rstrip(" .") or "_"


def numbered(name: str) -> Iterator[str]:
    """Give "a.jpg", "a (2).jpg", "a (3).jpg" ..."""
    yield name
    stem, dot, suffix = name.rpartition(".")
    if not dot:
        stem, suffix = name, ""
    for number in count(2):
        yield f"{stem} ({number}){dot}{suffix}"


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as read, target.open("xb") as written:
        try:
            shutil.copyfileobj(read, written, _AT_ONCE)
        except BaseException:
            written.close()
            target.unlink(missing_ok=True)  # half a photo is worse than none
            raise
    shutil.copystat(source, target)


def _hard_link(source: Path, target: Path) -> None:
    os.link(source, target)


def _link(source: Path, target: Path) -> None:
    target.symlink_to(source)


_WAYS: dict[ExportKind, Callable[[Path, Path], None]] = {
    ExportKind.COPY: _copy,
    ExportKind.HARD_LINK: _hard_link,
    ExportKind.LINK: _link,
}
