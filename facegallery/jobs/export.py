"""Photos put into another folder: as copies, hard links or links; and taken back again.

Nothing is overwritten: a name that is taken gets a number. What was made is noted in the catalog
as it is made, so that even an export that was stopped can be taken back; taken back is only what
is as we wrote it.
"""

import os
import shutil
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from facegallery.catalog import exports, photos
from facegallery.catalog.library import Library
from facegallery.domain.album import ExportedFile, ExportKind
from facegallery.domain.errors import ExportImpossible
from facegallery.domain.photo import Photo
from facegallery.domain.progress import CancelToken, Progress, Report, no_report
from facegallery.domain.words import counted, sentence

AT_ONCE = 20  # files between two notes in the catalog
LONGEST_NAME = 180  # bytes: file systems take 255, and synced folders often less
NOBODY = "Nobody named"
_FORBIDDEN = '<>:"/\\|?*'
_RESERVED = {"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10))}


Folders = tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class ExportTask:
    """What to export: photo ids under the names of folders ("" for the target itself)."""

    folders: Folders
    target: Path
    kind: ExportKind = ExportKind.COPY


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was done. missing: photos whose file is away; export_id: to take it back."""

    files: int
    missing: int
    folder: str
    export_id: int | None

    def words(self) -> str:
        """Return it as a sentence."""
        files = counted(self.files, "photo")
        if not self.missing:
            return sentence("Exported {0} to {1}.", files, self.folder)
        return sentence(
            "Exported {0} to {1}; {2} could not be found.",
            *(files, self.folder, f"{self.missing:,}"),
        )


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What of an export was removed, and what was kept because it is not as it was written."""

    removed: int
    kept: int

    def words(self) -> str:
        """Return it as a sentence."""
        removed = sentence("Removed {0}.", counted(self.removed, "exported file"))
        if not self.kept:
            return removed
        kept = sentence("Kept, as changed since: {0}.", counted(self.kept, "file"))
        return sentence("{0} {1}", removed, kept)


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder that is written into, and the names taken there, in small letters."""

    path: Path
    taken: set[str]

    @classmethod
    def of(cls, path: Path) -> "_Folder":
        """Look what is in a folder."""
        return cls(path, {entry.name.casefold() for entry in os.scandir(path)})


def by_person(library: Library, photo_ids: Sequence[int]) -> Folders:
    """Return photos under the names of the people in them; one may be under several names."""
    found: dict[str, list[int]] = {}
    with library.open(read_only=True) as db:
        people = photos.people_in(db, photo_ids)
    for photo_id in photo_ids:
        for name in people[photo_id] or [NOBODY]:
            found.setdefault(name, []).append(photo_id)
    return tuple((name, tuple(some)) for name, some in found.items())


def export(
    library: Library,
    task: ExportTask,
    report: Report = no_report,
    cancel: CancelToken | None = None,
) -> ExportReport:
    """Export photos. Raises ExportImpossible where the target cannot be written."""
    cancel = cancel or CancelToken()
    total = sum(len(some) for _name, some in task.folders)
    with library.open() as db:
        _make_folder(task.target)
        words = f"{total:,} photos"
        export_id = exports.begin(db, str(task.target), words)
        made: list[ExportedFile] = []
        done = missing = 0
        try:
            for folder, some in _in_folders(task, made):
                for photo in _photos(library, some):
                    cancel.raise_if_set()
                    file = None if photo.missing else _put(photo, folder, task.kind)
                    missing += file is None
                    made += [file] if file is not None else []
                    done += 1
                    report(Progress("Exporting photos", done, total))
                    if len(made) >= AT_ONCE:
                        exports.note(db, export_id, made)
                        made.clear()
        finally:
            exports.note(db, export_id, made)
    return ExportReport(done - missing, missing, str(task.target), export_id)


def take_back(
    library: Library,
    export_id: int,
    report: Report = no_report,
    cancel: CancelToken | None = None,
) -> TakenBack:
    """Remove what an export made and nobody has changed since; then forget it."""
    cancel = cancel or CancelToken()
    removed = kept = 0
    with library.open() as db:
        files = exports.files(db, export_id)
        for done, file in enumerate(files):
            cancel.raise_if_set()
            report(Progress("Removing exported photos", done, len(files)))
            if file.kind == "folder":
                _remove_empty(Path(file.path))
            elif _is_as_written(file):
                Path(file.path).unlink()
                removed += 1
            else:
                kept += Path(file.path).exists()
        exports.forget(db, export_id)
    return TakenBack(removed, kept)


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


def _in_folders(
    task: ExportTask, made: list[ExportedFile]
) -> Iterator[tuple["_Folder", tuple[int, ...]]]:
    """Give the folder for each name, made where it is not there, kept apart whatever their case."""
    taken: set[str] = set()
    for name, some in task.folders:
        if not name:
            yield _Folder.of(task.target), some
            continue
        safe = safe_name(name)
        own = next(n for n in _numbered(safe) if n.casefold() not in taken)
        taken.add(own.casefold())
        folder = task.target / own
        if not folder.exists():
            _make_folder(folder)
            made.append(ExportedFile(str(folder), "folder", 0, 0))
        yield _Folder.of(folder), some


def _numbered(name: str) -> Iterator[str]:
    """Give "a.jpg", "a (2).jpg", "a (3).jpg" ..."""
    yield name
    stem, dot, suffix = name.rpartition(".")
    if not dot:
        stem, suffix = name, ""
    for number in count(2):
        yield f"{stem} ({number}){dot}{suffix}"


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportImpossible(str(folder), error.strerror or str(error)) from error


def _photos(library: Library, photo_ids: Sequence[int]) -> Iterator[Photo]:
    for start in range(0, len(photo_ids), 500):
        with library.open(read_only=True) as db:
            found = photos.by_ids(db, photo_ids[start : start + 500])
        yield from found


def _put(photo: Photo, folder: _Folder, kind: ExportKind) -> ExportedFile | None:
    """Put one photo into a folder; return what was made, None where its file is away."""
    source = Path(photo.path)
    if not source.is_file():
        return None
    for name in _numbered(safe_name(source.name)):
        if name.casefold() in folder.taken:
            continue
        folder.taken.add(name.casefold())
        target = folder.path / name
        try:
            _WAYS[kind](source, target)
        except FileExistsError:  # made by somebody else just now
            continue
        except OSError as error:
            raise ExportImpossible(str(target), error.strerror or str(error)) from error
        stat = target.lstat()
        return ExportedFile(str(target), str(kind), stat.st_size, stat.st_mtime_ns)
    return None


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as read, target.open("xb") as written:
        try:
            shutil.copyfileobj(read, written, 2**20)
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


def _is_as_written(file: ExportedFile) -> bool:
    path = Path(file.path)
    try:
        stat = path.lstat()
    except OSError:
        return False
    if path.is_symlink() != (file.kind == ExportKind.LINK):
        return False
    return (stat.st_size, stat.st_mtime_ns) == (file.size_bytes, file.mtime_ns)


def _remove_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:  # something else lies in it, or it is away
        return
