"""Photos put into another folder: as copies, hard links or links; and taken back again.

Nothing is overwritten: a name that is taken gets a number. What was made is noted in the catalog
before it is made, so that even an export that was killed can be taken back; taken back is only
what is as we wrote it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from facegallery.catalog import exports, photos
from facegallery.catalog.library import Catalog, Library
from facegallery.domain.album import ExportedFile, ExportKind
from facegallery.domain.errors import ExportImpossible
from facegallery.domain.photo import Photo
from facegallery.domain.progress import CancelToken, Progress, Report, no_report
from facegallery.domain.words import counted, sentence
from facegallery.jobs.putting import TargetFolder, begun, numbered, put, safe_name, take_away

AT_ONCE = 20  # files between two notes in the catalog
NOBODY = "Nobody named"
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
    begun: Callable[[int], object] = int,
) -> ExportReport:
    """Export photos. Raises ExportImpossible where the target cannot be written, and Cancelled.

    begun: told the number of the export before the first file is made: what was made up to an
    error can be taken back.
    """
    total = sum(len(some) for _name, some in task.folders)
    with library.open() as db:
        is_new = not task.target.exists()
        _make_folder(task.target)
        export_id = exports.begin(db, str(task.target), f"{total:,} photos")
        if is_new:
            exports.note(db, export_id, [ExportedFile(str(task.target), "folder", 0, 0)])
        begun(export_id)
        run = _Run(library, db, export_id, task, total, report, cancel or CancelToken())
        for folder, some in run.folders():
            for start in range(0, len(some), AT_ONCE):
                run.put(folder, some[start : start + AT_ONCE])
    return ExportReport(run.done - run.missing, run.missing, str(task.target), export_id)


@dataclass(slots=True)
class _Run:
    """An export that goes on. done: photos seen to; missing: those whose file is away."""

    library: Library
    db: Catalog
    export_id: int
    task: ExportTask
    total: int
    report: Report
    cancel: CancelToken
    done: int = field(default=0, init=False)
    missing: int = field(default=0, init=False)

    def folders(self) -> Iterator[tuple[TargetFolder, tuple[int, ...]]]:
        """Give the folder for each name, made where it is not there, apart whatever their case."""
        taken: set[str] = set()
        for name, some in self.task.folders:
            if not name:
                yield TargetFolder.of(self.task.target), some
                continue
            own = next(n for n in numbered(safe_name(name)) if self._is_free(n, taken))
            taken.add(own.casefold())
            folder = self.task.target / own
            if not folder.exists():
                made = ExportedFile(str(folder), "folder", 0, 0)
                exports.note(self.db, self.export_id, [made])
                _make_folder(folder)
            yield TargetFolder.of(folder), some

    def _is_free(self, name: str, taken: set[str]) -> bool:
        """Tell whether a folder may have this name: no other has, nor a file that lies there."""
        path = self.task.target / name
        return name.casefold() not in taken and (path.is_dir() or not path.exists())

    def put(self, folder: TargetFolder, photo_ids: Sequence[int]) -> None:
        """Put some photos into a folder; noted first, and how they were written afterwards."""
        with self.library.open(read_only=True) as db:
            found = photos.by_ids(db, photo_ids)
        files = [self._begun(photo, folder) for photo in found]
        exports.note(self.db, self.export_id, [file for file in files if file is not None])
        written: list[ExportedFile] = []
        try:
            for file in files:
                self.cancel.raise_if_set()
                if file is None:
                    self.missing += 1
                else:
                    written.append(self._put(file, folder))
                self.done += 1
                self.report(Progress("Exporting photos", self.done, self.total))
        finally:
            exports.finish(self.db, self.export_id, written)

    def _begun(self, photo: Photo, folder: TargetFolder) -> ExportedFile | None:
        source = Path(photo.path)
        if photo.missing or not source.is_file():
            return None
        return begun(source, folder.free(source.name), self.task.kind)

    def _put(self, file: ExportedFile, folder: TargetFolder) -> ExportedFile:
        """Make a file, under another name where somebody else has taken its own just now."""
        while (made := put(file)) is None:
            exports.withdraw(self.db, self.export_id, file)
            source = Path(file.source or "")
            file = begun(source, folder.free(source.name), self.task.kind)
            exports.note(self.db, self.export_id, [file])
        return made


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
            elif take_away(file):
                removed += 1
            else:
                kept += Path(file.path).exists()
        exports.forget(db, export_id)
    return TakenBack(removed, kept)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportImpossible(str(folder), error.strerror or str(error)) from error


def _remove_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:  # something else lies in it, or it is away
        return
