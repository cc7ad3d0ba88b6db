"""Which files of a folder look like photos, by name, and by what the user leaves out."""

import itertools
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from facegallery.domain.errors import FolderUnreachable
from facegallery.domain.photo import FoundFile
from facegallery.domain.progress import CancelToken
from facegallery.domain.words import sentence
from facegallery.scan.ignore_rules import IGNORE_FILE, IgnoreRules, read_rules
from facegallery.scan.names import NO_MEDIA, is_photo_name, is_unicode, is_wanted_folder

# Told of a path that was passed over, and why (a clause).
OnUnreadable = Callable[[str, str], None]

_LATEST_NS = (1 << 63) - 1  # what the catalog can hold: a broken clock goes beyond the year 2262
_BAD_NAME = "its name is not valid Unicode; rename it to have it found"
_NOTHING: frozenset[str] = frozenset()


def _tell_nobody(_path: str, _reason: str) -> None:
    """Pass over in silence."""


def walk(
    folder: Path,
    cancel: CancelToken,
    on_unreadable: OnUnreadable = _tell_nobody,
    left_out: frozenset[str] = _NOTHING,
) -> Iterator[FoundFile]:
    """Return the photo files in and below a folder, in the order of their paths.

    Which is SQLite's order of the same texts, too. Paths are absolute and begin with the folder's.
    Opens no photo. Hidden and system folders, linked folders and those with a .nomedia file are
    passed over (the folder itself may be any of them: the user asked for it); so are pipes, devices
    and links that lead nowhere, and what a .facegalleryignore file in the folder or below leaves
    out.
    on_unreadable: told of folders and ignore files that cannot be read, and of names that are not
    valid Unicode. left_out: paths of folders and files that are passed over, too.
    Raises FolderUnreachable at once if the folder cannot be opened, and later if it goes away;
    Cancelled between two files.
    """
    root = _root(folder)
    try:
        first = _listed(root)
    except OSError as error:
        raise FolderUnreachable(root) from error
    return _Walk(root, cancel, on_unreadable, left_out).files(first)


def walk_parts(
    folder: Path,
    parts: Iterable[str],
    cancel: CancelToken,
    on_unreadable: OnUnreadable = _tell_nobody,
    left_out: frozenset[str] = _NOTHING,
) -> Iterator[FoundFile]:
    """Return those of the files that `walk` finds which are one of the parts, or lie below one.

    parts: paths of files and folders below the folder, whether or not they are there; none below
    another. Looks at nothing else but the folders on the way to them. In the order of paths below
    each part. The rest: see walk.
    """
    root = _root(folder)
    if not Path(root).is_dir():
        raise FolderUnreachable(root)
    walk = _Walk(root, cancel, on_unreadable, left_out)
    return itertools.chain.from_iterable(walk.part(part) for part in sorted(parts))


class _PathEntry:
    """What os.DirEntry tells, of one path that is asked for by name."""

    def __init__(self, path: str) -> None:
        self.path, self.name = path, os.path.basename(path)  # noqa: PTH119

    def is_dir(self, *, follow_symlinks: bool = True) -> bool:
        try:
            return stat.S_ISDIR(self.stat(follow_symlinks=follow_symlinks).st_mode)
        except FileNotFoundError:
            return False

    def is_file(self) -> bool:
        try:
            return stat.S_ISREG(self.stat().st_mode)
        except FileNotFoundError:
            return False

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
        return os.stat(self.path, follow_symlinks=follow_symlinks)  # noqa: PTH116


_Entry = os.DirEntry[str] | _PathEntry
_Level = tuple[Iterator[_Entry], IgnoreRules | None]


@dataclass(frozen=True, slots=True)
class _Way:
    """A folder on the way to a part: whether a walk goes into it, and the rules that hold there."""

    is_open: bool
    rules: IgnoreRules | None = None


class _Walk:
    """One walk: what it looks at and whom it tells."""

    def __init__(
        self,
        root: str,
        cancel: CancelToken,
        on_unreadable: OnUnreadable,
        left_out: frozenset[str],
    ) -> None:
        self._root, self._cancel, self._on_unreadable = root, cancel, on_unreadable
        self._left_out = left_out
        self._ways: dict[str, _Way] = {}

    def files(self, entries: list[os.DirEntry[str]]) -> Iterator[FoundFile]:
        """Return the files among the root's entries, and those of all folders below."""
        has_rules = any(entry.name == IGNORE_FILE for entry in entries)
        return self._files(entries, self._rules(self._root, None, has_rules=has_rules))

    def part(self, path: str) -> Iterator[FoundFile]:
        """Return the file at a path below the root, or the files in and below a folder there."""
        self._cancel.raise_if_set()
        way = self._way(os.path.dirname(path))  # noqa: PTH120
        if way.is_open:
            yield from self._files([_PathEntry(path)], way.rules)

    def _way(self, path: str) -> _Way:
        if path not in self._ways:
            self._ways[path] = self._look_at_way(path)
        return self._ways[path]

    def _look_at_way(self, path: str) -> _Way:
        has_rules = os.path.isfile(os.path.join(path, IGNORE_FILE))  # noqa: PTH113, PTH118
        if path == self._root:
            return _Way(True, self._rules(path, None, has_rules=has_rules))
        above = self._way(os.path.dirname(path))  # noqa: PTH120
        if not above.is_open:
            return above
        entry = _PathEntry(path)
        try:
            if not (
                is_wanted_folder(entry.name)
                and _is_folder(entry)
                and self._wants(entry, above.rules, is_folder=True)
            ):
                return _Way(False)
        except OSError as error:
            self._note(path, error)
            return _Way(False)
        if os.path.lexists(os.path.join(path, NO_MEDIA)):  # noqa: PTH118
            return _Way(False)
        return _Way(True, self._rules(path, above.rules, has_rules=has_rules))

    def _files(self, entries: Sequence[_Entry], rules: IgnoreRules | None) -> Iterator[FoundFile]:
        """Return the files among entries in order, and those of the folders among them."""
        # The folders on the way down: what is still to come of each, and the rules that hold there.
        way: list[_Level] = [(iter(entries), rules)]
        stop_if_cancelled = self._cancel.raise_if_set
        while way:
            coming, rules = way[-1]
            wants_all = rules is None and not self._left_out
            below = None
            for entry in coming:
                stop_if_cancelled()
                try:
                    name = entry.name
                    if is_photo_name(name) and entry.is_file():
                        if (wants_all and name.isascii()) or self._wants(entry, rules):
                            status = entry.stat()
                            mtime_ns = status.st_mtime_ns
                            if not -_LATEST_NS <= mtime_ns <= _LATEST_NS:
                                mtime_ns = _LATEST_NS
                            yield FoundFile(entry.path, status.st_size, mtime_ns)
                    elif (below := self._below(entry, rules)) is not None:
                        break
                except OSError as error:
                    self._note(entry.path, error)
            if below is not None:
                way.append(below)
            else:
                way.pop()

    def _below(self, entry: _Entry, rules: IgnoreRules | None) -> _Level | None:
        """Return what is in a folder and the rules that hold there; None to pass it over."""
        if not (
            is_wanted_folder(entry.name)
            and _is_folder(entry)
            and self._wants(entry, rules, is_folder=True)
        ):
            return None
        self._cancel.raise_if_set()
        entries = _listed(entry.path)
        names = {entry.name for entry in entries}
        if NO_MEDIA in names:
            return None
        return iter(entries), self._rules(entry.path, rules, has_rules=IGNORE_FILE in names)

    def _rules(
        self, path: str, above: IgnoreRules | None, *, has_rules: bool
    ) -> IgnoreRules | None:
        """Return the rules that hold in a folder: its own, and those above."""
        if not has_rules or not (Path(path) / IGNORE_FILE).is_file():
            return above
        try:
            return read_rules(path, above)
        except OSError as error:
            self._note(str(Path(path) / IGNORE_FILE), error)
        except ValueError as error:
            reason = sentence("it is not obeyed: {0}", error)
            self._on_unreadable(str(Path(path) / IGNORE_FILE), reason)
        return above

    def _wants(self, entry: _Entry, rules: IgnoreRules | None, *, is_folder: bool = False) -> bool:
        """Tell whether an entry whose name is wanted is to be found."""
        if not (entry.name.isascii() or is_unicode(entry.name)):
            self._on_unreadable(_shown(entry.path), _BAD_NAME)
            return False
        if self._left_out and entry.path in self._left_out:
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
            self._on_unreadable(path, sentence("the system says: {0}", error.strerror or error))


def _root(folder: Path) -> str:
    """Return the path that those of all files begin with. Raises FolderUnreachable."""
    root = str(folder.absolute())
    if not is_unicode(root):
        raise FolderUnreachable(_shown(root))
    return root


def _listed(path: str) -> list[os.DirEntry[str]]:
    with os.scandir(path) as entries:
        return sorted(entries, key=_place)


def _place(entry: os.DirEntry[str]) -> str:
    """Return by what entries are sorted: a folder comes where the paths of its files do."""
    try:
        is_folder = entry.is_dir(follow_symlinks=False)
    except OSError:  # it is told when its turn comes
        return entry.name
    return entry.name + os.sep if is_folder else entry.name


def _is_folder(entry: _Entry) -> bool:
    """Tell whether this is a folder to go into: not a link, which may lead round in a circle."""
    if not entry.is_dir(follow_symlinks=False):
        return False
    if os.name != "nt":
        return True
    # A junction is Windows' other link to a folder; is_symlink does not tell it.
    status = entry.stat(follow_symlinks=False)
    junction = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)
    return bool(getattr(status, "st_reparse_tag", 0) != junction)


def _shown(path: str) -> str:
    """Return a path with backslash escapes where its bytes are no text: "caf\\xe9.jpg"."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
