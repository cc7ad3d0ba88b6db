"""What is new, changed, back or gone under the folders, compared with the catalog."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from operator import itemgetter
from pathlib import Path

from facegallery.catalog import files, folders, left_out, photos
from facegallery.catalog.files import KnownFile, KnownRow
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import FolderUnreachable
from facegallery.domain.ids import Ids
from facegallery.domain.photo import FailedFile, FoundFile
from facegallery.domain.progress import CancelToken, Progress, Report
from facegallery.jobs.analyse import Models
from facegallery.paths import absolute
from facegallery.scan.walk import OnUnreadable, walk, walk_parts

REPORT_EVERY = 500  # files
# Told of a folder that went away while it was walked.
OnAway = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Root:
    """A folder to walk, and the folder of the library that it is or lies in.

    parts: paths below it, if only these are to be looked at. device: what it lay on when the walk
    began.
    """

    folder_id: int
    path: Path
    whole: bool
    parts: tuple[str, ...] | None = None
    device: int | None = None

    @property
    def is_there(self) -> bool:
        """Tell whether it is still what was walked, and not the place a drive was mounted on."""
        return self.device is not None and _device(self.path) == self.device


@dataclass(frozen=True, slots=True)
class Todo:
    """A file to look at. known: what the catalog has of this path, None for a new one."""

    folder_id: int
    file: FoundFile
    known: KnownFile | None


@dataclass(slots=True)
class Changes:
    """The difference between the folders and the catalog.

    roots: what was walked to its end. emptied: those of them that are folders of the library which
    had photos, and have none now. gone: no longer there. left_out: still there, but the user
    leaves them out now.
    """

    roots: list[Root] = field(default_factory=list)
    emptied: list[Root] = field(default_factory=list)
    todo: list[Todo] = field(default_factory=list)
    found: int = 0
    unchanged: int = 0
    still_failed: int = 0
    back: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    unreadable: list[FailedFile] = field(default_factory=list)

    def add(self, others: "Changes") -> None:
        """Add those of other folders."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(others, each.name))


def roots_of(db: Catalog, chosen: Iterable[Path], *, skip_unreachable: bool) -> list[Root]:
    """Return the folders to walk; new ones are added to the library.

    A folder inside a folder of the library belongs to it; one inside another chosen is left out.
    Raises FolderUnreachable for one that cannot be opened, unless they are to be skipped; either
    way its photos are marked missing where the library knows it.
    """
    paths = sorted({absolute(path) for path in chosen})
    roots: list[Root] = []
    for path in paths:
        if any(other in path.parents for other in paths):
            continue
        if not path.is_dir():
            mark_away(db, path)
            if not skip_unreachable:
                raise FolderUnreachable(str(path))
            continue
        known = folders.ids(db)
        owner = next((folder for folder in known if folder in (path, *path.parents)), path)
        folder_id = known[owner] if owner in known else folders.add(db, path)
        roots.append(Root(folder_id, path, owner == path))
    return roots


def parts_of(db: Catalog, changed: Iterable[str]) -> list[Root]:
    """Return where the library's folders are to be looked at because something changed there.

    changed: paths of files and folders, there or not; those in no folder of the library do not
    count. A folder of the library that is away is marked so, and left out.
    """
    roots: list[Root] = []
    for path, folder_id in folders.ids(db).items():
        name, below = str(path), f"{str(path).rstrip(os.sep)}{os.sep}"
        parts = [part for part in changed if part == name or part.startswith(below)]
        if parts and not path.is_dir():
            mark_away(db, path)
        elif name in parts:
            roots.append(Root(folder_id, path, whole=True))
        elif parts:
            roots.append(Root(folder_id, path, whole=False, parts=_outermost(parts)))
    return roots


def _outermost(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the paths that do not lie below another of them."""
    chosen: list[str] = []
    for path in sorted(paths, key=lambda path: Path(path).parts):
        if not chosen or (path != chosen[-1] and not path.startswith(f"{chosen[-1]}{os.sep}")):
            chosen.append(path)
    return tuple(chosen)


def find_changes(
    db: Catalog,
    roots: Iterable[Root],
    models: Models,
    cancel: CancelToken,
    report: Report,
    on_away: OnAway | None = None,
) -> Changes:
    """Walk the folders and tell what must be looked at. Opens no file, writes nothing.

    on_away: told of a folder that goes away meanwhile, of which then nothing is told at all;
    without it FolderUnreachable is raised.
    """
    changes = Changes()
    by_others = photos.looked_at_by_others(db, models.detector)
    passed_over = left_out.paths(db)
    for root in roots:
        try:
            found = _changes_below(db, root, by_others, passed_over, cancel, report, changes.found)
        except FolderUnreachable:
            if on_away is None:
                raise
            on_away(root.path)
        else:
            changes.add(found)
    return changes


def _changes_below(
    db: Catalog,
    root: Root,
    by_others: Ids,
    passed_over: frozenset[str],
    cancel: CancelToken,
    report: Report,
    found_before: int,
) -> Changes:
    root = replace(root, device=_device(root.path))
    changes = Changes(roots=[root])
    not_found: list[KnownRow] = []
    found = _found(root, cancel, _note_unreadable(changes), passed_over)
    for file, row in _side_by_side(found, _known(db, root)):
        if file is None:
            if row is not None:
                not_found.append(row)
            continue
        changes.found += 1
        if changes.found % REPORT_EVERY == 0:
            done = found_before + changes.found
            report(Progress("Looking for photos", done, detail=str(root.path)))
        _compare(changes, root.folder_id, file, row, by_others)
    if not root.is_there:
        raise FolderUnreachable(str(root.path))
    _note_not_found(changes, not_found)
    if root.whole and _is_emptied(changes, not_found):
        changes.emptied.append(root)
    return changes


def _found(
    root: Root, cancel: CancelToken, note: OnUnreadable, passed_over: frozenset[str]
) -> Iterator[FoundFile]:
    """Return the files that are there, in the order of their paths."""
    if root.parts is None:
        return walk(root.path, cancel, note, passed_over)
    return iter(sorted(walk_parts(root.path, root.parts, cancel, note, passed_over)))


def _known(db: Catalog, root: Root) -> Iterator[KnownRow]:
    """Return the files that the catalog knows, in the order of their paths."""
    if root.parts is None:
        return files.rows_below(db, root.path)
    rows = (row for part in root.parts for row in files.at_or_below(db, part))
    return iter(sorted(rows, key=itemgetter(0)))


def _side_by_side(
    found: Iterator[FoundFile], known: Iterator[KnownRow]
) -> Iterator[tuple[FoundFile | None, KnownRow | None]]:
    """Return each path once, with what was found there and what is known of it; None for nothing.

    found, known: in the order of their paths, so that a library of any size takes no memory.
    """
    row = next(known, None)
    for file in found:
        while row is not None and row[0] < file.path:
            yield None, row
            row = next(known, None)
        if row is not None and row[0] == file.path:
            yield file, row
            row = next(known, None)
        else:
            yield file, None
    while row is not None:
        yield None, row
        row = next(known, None)


def _note_not_found(changes: Changes, rows: Iterable[KnownRow]) -> None:
    """Sort the known files that the walk did not come upon."""
    unread = tuple(f"{failed.path}{os.sep}" for failed in changes.unreadable)
    for path, _, _, missing, *_ in rows:
        # There, but passed over, in a folder that could be read: the user leaves it out now.
        if not path.startswith(unread) and Path(path).exists():
            changes.left_out.append(path)
        elif not missing:
            changes.gone.append(path)


def _is_emptied(changes: Changes, not_found: Iterable[KnownRow]) -> bool:
    """Tell whether of a folder's photos none is there, none is passed over, and none is new."""
    if changes.found or changes.left_out or changes.unreadable:
        return False
    return any(KnownFile._make(row).photo_id is not None for row in not_found)


def _compare(
    changes: Changes,
    folder_id: int,
    file: FoundFile,
    row: KnownRow | None,
    by_others: Ids,
) -> None:
    if row is None:
        changes.todo.append(Todo(folder_id, file, None))
        return
    _, size_bytes, mtime_ns, missing, photo_id, failure = row
    if missing:
        changes.back.append(file.path)
    if (size_bytes, mtime_ns) != (file.size_bytes, file.mtime_ns):
        changes.todo.append(Todo(folder_id, file, KnownFile._make(row)))
    elif failure is not None:
        changes.still_failed += 1
    elif photo_id in by_others:  # maybe all of a large library: what is the same is kept once
        known = KnownFile(*file, missing=missing, photo_id=photo_id, failure=failure)
        changes.todo.append(Todo(folder_id, file, known))
    else:
        changes.unchanged += 1


def _note_unreadable(changes: Changes) -> OnUnreadable:
    def note(path: str, reason: str) -> None:
        changes.unreadable.append(FailedFile(path, reason))

    return note


def _device(folder: Path) -> int | None:
    """Return the number of the device that a folder lies on; None where it is not there.

    "/." has the system mount what it mounts by itself when somebody looks; a Path drops it.
    """
    try:
        return os.stat(f"{folder}{os.sep}{os.curdir}").st_dev  # noqa: PTH116
    except OSError:
        return None


def mark_away(db: Catalog, path: Path) -> None:
    """Mark the folders of the library at a path, or below it, and their photos as away."""
    for folder, folder_id in folders.ids(db).items():
        if folder == path or path in folder.parents:
            folders.set_unreachable(db, folder_id)
