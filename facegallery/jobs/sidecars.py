"""Names for other programs: an XMP sidecar for each photo with somebody named.

The photos themselves are never written to, and neither is a sidecar that another program wrote.
Noted as an export, so that all that was written can be taken away again.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from facegallery.catalog import exports, named_files
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.named_files import PhotoFile
from facegallery.domain.album import ExportedFile, ExportKind
from facegallery.domain.errors import NamesNotWritten, PhotoUnreadable
from facegallery.domain.face import Box
from facegallery.domain.progress import CancelToken, Progress, Report, no_report
from facegallery.domain.words import counted, sentence
from facegallery.imaging import decode, source
from facegallery.interop.sidecar import SUFFIX, NamedFace, Sidecar, is_ours
from facegallery.jobs.putting import numbered, safe_name

AT_ONCE = 100  # sidecars between two notes in the catalog
JPEG_HEAD = 2**19  # bytes, which hold the orientation of a JPEG: its Exif part has 64 KiB at most
# As they are stored they are upright: they have no orientation, or libheif has applied it.
_UPRIGHT = frozenset({"HEIF", "BMP", "GIF", "JPEG2000"})


@dataclass(slots=True)
class SidecarReport:
    """What was done, in files. unchanged: they were there as they are to be.

    removed: of photos in which nobody is named any more. refused: other programs' sidecars, which
    were left as they are. unreadable: photos that could not be opened. missing: photos that are
    away. export_id: to take it all away again; None where nothing was written.
    """

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    refused: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    missing: int = 0
    export_id: int | None = None

    def words(self) -> str:
        """Return it in sentences."""
        said = [sentence("Wrote {0}.", counted(self.written, "sidecar"))]
        for number, words in (
            (self.unchanged, sentence("As they are to be already: {0}.", f"{self.unchanged:,}")),
            (
                self.removed,
                sentence("Removed, as nobody is named there any more: {0}.", f"{self.removed:,}"),
            ),
            (
                len(self.refused),
                sentence(
                    "Left alone, as another program wrote them: {0}. Choose a folder to have "
                    "yours beside them.",
                    f"{len(self.refused):,}",
                ),
            ),
            (
                len(self.unreadable) + self.missing,
                sentence(
                    "Photos that are away or could not be opened: {0}.",
                    f"{len(self.unreadable) + self.missing:,}",
                ),
            ),
        ):
            if number:
                said.append(words)
        return _in_a_row(said)


def write_sidecars(
    library: Library,
    target: Path | None = None,
    report: Report = no_report,
    cancel: CancelToken | None = None,
) -> SidecarReport:
    """Write a sidecar for each file of a photo with somebody named.

    target: the folder for them, arranged as the photos are; None for beside the photos. Raises
    NamesNotWritten and Cancelled; what was written before stays, and is noted.
    """
    cancel = cancel or CancelToken()
    with library.open(read_only=True) as db:
        files = list(named_files.present(db))
        run = _Run(
            target,
            _places({file.folder for file in files}),
            named_files.named_faces(db),
            named_files.names_present(db),
        )
        run.done.missing = named_files.count_missing(db)
    with library.open() as db:
        try:
            for number, file in enumerate(files):
                cancel.raise_if_set()
                report(Progress("Writing sidecars", number, len(files)))
                run.see_to(file)
                if len(run.new) >= AT_ONCE:
                    run.note(db)
        finally:
            run.note(db)
    return run.done


def _in_a_row(said: Sequence[str]) -> str:
    words = said[0]
    for more in said[1:]:
        words = sentence("{0} {1}", words, more)
    return words


def _places(folders: set[str]) -> dict[str, str]:
    """Return what each folder of the library is called below the target; "" for the only one."""
    if len(folders) < 2:
        return dict.fromkeys(folders, "")
    places: dict[str, str] = {}
    for folder in sorted(folders):
        name = safe_name(Path(folder).name or "photos")
        places[folder] = next(n for n in numbered(name) if n not in places.values())
    return places


@dataclass(slots=True)
class _Run:
    target: Path | None
    places: Mapping[str, str]
    faces: Mapping[int, list[tuple[str, Box]]]
    present: Mapping[int, list[str]]
    done: SidecarReport = field(default_factory=SidecarReport)
    new: list[ExportedFile] = field(default_factory=list)

    def see_to(self, file: PhotoFile) -> None:
        """Write the sidecar of a file, or remove one of ours that is no longer true."""
        sidecar = self._sidecar_of(file)
        try:
            there = sidecar.exists()
            ours = there and is_ours(sidecar)
            if file.photo_id not in self.faces and file.photo_id not in self.present:
                if ours:
                    sidecar.unlink()
                    self.done.removed += 1
            elif there and not ours:
                self.done.refused.append(str(sidecar))
            else:
                self._write(file, sidecar)
        except OSError as error:
            raise NamesNotWritten(str(sidecar), error.strerror or str(error)) from error

    def note(self, db: Catalog) -> None:
        """Note what was written, so that it can be taken away again."""
        if not self.new:
            return
        if self.done.export_id is None:
            folder = str(self.target) if self.target else ""
            self.done.export_id = exports.begin(db, folder, "sidecars")
        exports.note(db, self.done.export_id, self.new)
        self.new.clear()

    def _sidecar_of(self, file: PhotoFile) -> Path:
        if self.target is None:
            return Path(file.path + SUFFIX)
        below = Path(file.path + SUFFIX).relative_to(file.folder)
        return self.target / self.places[file.folder] / below

    def _write(self, file: PhotoFile, sidecar: Path) -> None:
        try:
            orientation = _orientation(file)
        except PhotoUnreadable:
            self.done.unreadable.append(file.path)
            return
        told = Sidecar(
            file.width,
            file.height,
            orientation,
            tuple(NamedFace(name, box) for name, box in self.faces.get(file.photo_id, ())),
            tuple(self.present.get(file.photo_id, ())),
        )
        content = told.text().encode()
        if sidecar.exists() and sidecar.read_bytes() == content:
            self.done.unchanged += 1
            return
        sidecar.parent.mkdir(parents=True, exist_ok=True)
        part = sidecar.with_name(f"{sidecar.name}.part")
        try:
            part.write_bytes(content)
            part.replace(sidecar)
        finally:
            part.unlink(missing_ok=True)
        stat = sidecar.lstat()
        self.new.append(ExportedFile(str(sidecar), ExportKind.COPY, stat.st_size, stat.st_mtime_ns))
        self.done.written += 1


def _orientation(file: PhotoFile) -> int:
    """Return the Exif orientation that a photo is stored with; reads no more than it must."""
    if file.format in _UPRIGHT:
        return 1
    if file.format == "JPEG":
        try:
            with Path(file.path).open("rb") as read:
                head = read.read(JPEG_HEAD)
        except OSError as error:
            raise PhotoUnreadable(os.strerror(error.errno or 0)) from error
    else:
        head = source.read_file(file.path)
    with decode.open_photo(head) as image:
        return decode.orientation(image)
