"""Which files of a folder look like photos, by name, and by what the user leaves out."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from facegallery.domain.errors import FolderUnreachable
from facegallery.domain.photo import FoundFile
from facegallery.domain.progress import CancelToken
from facegallery.scan.ignore_rules import IGNORE_FILE, IgnoreRules, read_rules

# Told of a path that was passed over, and why (a clause).
OnUnreadable = Callable[[str, str], None]

# Cameras' own: Adobe and phones, Canon, Nikon, Sony, Fujifilm, Olympus, Panasonic and Leica,
# Pentax, Samsung, Hasselblad, Kodak, Minolta, Sigma, Epson.
RAW_EXTENSIONS = frozenset(
    (
        *("dng", "cr2", "cr3", "crw", "nef", "nrw", "arw", "sr2", "srf", "raf", "orf"),
        *("rw2", "rwl", "raw", "pef", "srw", "3fr", "fff", "dcr", "kdc", "mrw", "x3f", "erf"),
    )
)

# What imaging.decode opens; scan and imaging do not import each other.
PHOTO_EXTENSIONS = frozenset(
    (
        *("jpg", "jpeg", "jpe", "jfif", "mpo"),
        *("png", "webp", "tif", "tiff", "gif", "bmp"),
        *("heic", "heif", "hif", "avif"),
        *("jp2", "j2k", "jpf", "jpx", "jpc", "j2c"),
        *RAW_EXTENSIONS,
    )
)

# Folders of systems and network drives, in lower case: wastebaskets, thumbnails, snapshots. Those
# whose names begin with a dot (.Trashes, .Trash-1000) are hidden anyway.
_SYSTEM_FOLDERS = frozenset(
    (
        *("$recycle.bin", "recycler", "system volume information"),  # Windows
        *("lost+found", "__macosx"),
        *("@eadir", "@tmp", "#recycle", "#snapshot"),  # Synology
        *("@recycle", "@recently-snapshot"),  # QNAP
    )
)
_NO_MEDIA = ".nomedia"  # Android: the pictures in and below this folder are no photos
_BAD_NAME = "its name is not valid Unicode; rename it to have it found"


def is_photo_name(name: str) -> bool:
    """Tell whether a file of this name (without folders) is taken for a photo: not a hidden one."""
    _, dot, extension = name.rpartition(".")
    return bool(dot) and extension.lower() in PHOTO_EXTENSIONS and not name.startswith(".")


def _tell_nobody(_path: str, _reason: str) -> None:
    """Pass over in silence."""


def walk(
    folder: Path, cancel: CancelToken, on_unreadable: OnUnreadable = _tell_nobody
) -> Iterator[FoundFile]:
    """Return the photo files in and below a folder, sorted by name folder by folder.

    Paths are absolute and begin with the folder's. Opens no photo. Hidden and system folders,
    linked folders and those with a .nomedia file are passed over (the folder itself may be any of
    them: the user asked for it); so are pipes, devices and links that lead nowhere, and what a
    .facegalleryignore file in the folder or below leaves out.
    on_unreadable: told of folders and ignore files that cannot be read, and of names that are not
    valid Unicode.
    Raises FolderUnreachable at once if the folder cannot be opened, and later if it goes away;
    Cancelled between two files.
    """
    root = str(folder.absolute())
    if not _is_unicode(root):
        raise FolderUnreachable(_shown(root))
    try:
        first = _listed(root)
    except OSError as error:
        raise FolderUnreachable(root) from error
    return _Walk(root, cancel, on_unreadable).files(first)


class _Walk:
    """One walk: what it looks at and whom it tells."""

    def __init__(self, root: str, cancel: CancelToken, on_unreadable: OnUnreadable) -> None:
        self._root, self._cancel, self._on_unreadable = root, cancel, on_unreadable
        # Folders and the rules that hold in them; the last is next.
        self._waiting: list[tuple[str, IgnoreRules | None]] = []

    def files(self, entries: list[os.DirEntry[str]]) -> Iterator[FoundFile]:
        """Return the files among the root's entries, and those of all folders below."""
        yield from self._photos(entries, self._rules(self._root, entries, None))
        while self._waiting:
            self._cancel.raise_if_set()
            path, above = self._waiting.pop()
            try:
                entries = _listed(path)
            except OSError as error:
                self._note(path, error)
                continue
            if not any(entry.name == _NO_MEDIA for entry in entries):
                yield from self._photos(entries, self._rules(path, entries, above))

    def _photos(
        self, entries: list[os.DirEntry[str]], rules: IgnoreRules | None
    ) -> Iterator[FoundFile]:
        """Return the files of one folder; its folders are put on the waiting list."""
        below = []
        for entry in entries:
            self._cancel.raise_if_set()
            try:
                if _is_folder(entry):
                    if self._wants(entry, rules, is_folder=True):
                        below.append((entry.path, rules))
                elif self._wants(entry, rules, is_folder=False) and entry.is_file():
                    status = entry.stat()
                    yield FoundFile(entry.path, status.st_size, status.st_mtime_ns)
            except OSError as error:
                self._note(entry.path, error)
        self._waiting += reversed(below)

    def _rules(
        self, path: str, entries: list[os.DirEntry[str]], above: IgnoreRules | None
    ) -> IgnoreRules | None:
        """Return the rules that hold in a folder: its own, and those above."""
        if not any(entry.name == IGNORE_FILE and entry.is_file() for entry in entries):
            return above
        try:
            return read_rules(path, above)
        except OSError as error:
            self._note(str(Path(path) / IGNORE_FILE), error)
        except ValueError as error:
            reason = f"it is not obeyed: {error}"
            self._on_unreadable(str(Path(path) / IGNORE_FILE), reason)
        return above

    def _wants(
        self, entry: os.DirEntry[str], rules: IgnoreRules | None, *, is_folder: bool
    ) -> bool:
        if not (_is_wanted_folder if is_folder else is_photo_name)(entry.name):
            return False
        if not _is_unicode(entry.name):
            self._on_unreadable(_shown(entry.path), _BAD_NAME)
            return False
        return rules is None or not rules.leaves_out(entry.path, is_folder=is_folder)

    def _note(self, path: str, error: OSError) -> None:
        """Tell of a path that could not be opened, unless it was removed during the walk."""
        if not Path(self._root).is_dir():
            raise FolderUnreachable(self._root) from error
        if isinstance(error, FileNotFoundError):
            return
        if isinstance(error, PermissionError):
            self._on_unreadable(path, "permission to open it is denied")
        else:
            self._on_unreadable(path, f"the system says: {error.strerror or error}")


def _listed(path: str) -> list[os.DirEntry[str]]:
    with os.scandir(path) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Tell whether this is a folder to go into: not a link, which may lead round in a circle."""
    if not entry.is_dir(follow_symlinks=False):
        return False
    if os.name != "nt":
        return True
    # A junction is Windows' other link to a folder; is_symlink does not tell it.
    status = entry.stat(follow_symlinks=False)
    junction = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)
    return bool(getattr(status, "st_reparse_tag", 0) != junction)


def _is_wanted_folder(name: str) -> bool:
    return not name.startswith(".") and name.lower() not in _SYSTEM_FOLDERS


def _is_unicode(text: str) -> bool:
    """Tell whether a path can be stored and shown. Python keeps other bytes as lone surrogates."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _shown(path: str) -> str:
    """Return a path with backslash escapes where its bytes are no text: "caf\\xe9.jpg"."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
