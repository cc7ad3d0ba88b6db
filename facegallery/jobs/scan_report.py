"""What a scan is asked to do, and what it says at its end."""

from collections.abc import Callable
from dataclasses import asdict, dataclass

from facegallery.domain.photo import FailedFile
from facegallery.domain.words import counted, listed, sentence


@dataclass(frozen=True, slots=True)
class ScanOptions:
    """How to scan. None: as the library and this machine have it.

    cluster: address of a Dask scheduler whose workers look at the photos; "" for this machine.
    skip_unreachable: mark a folder that is away and go on, instead of raising.
    first: asked again and again below which folder the photos come first; "" for none.
    """

    workers: int | None = None
    detector: str | None = None
    recognizer: str | None = None
    skip_unreachable: bool = False
    first: Callable[[], str] = str
    cluster: str | None = None


@dataclass(slots=True)
class ScanCounts:
    """Files of the folders scanned; every found one counts once. missing ones were not found.

    back: those that had been missing and were found, on a drive that is there again; they count
    as unchanged, too, or as changed.
    """

    found: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    moved: int = 0
    missing: int = 0
    failed: int = 0
    back: int = 0


@dataclass(frozen=True, slots=True)
class ScanReport:
    """The result of a scan. faces, groups: of the whole library. seconds: wall time."""

    photos: ScanCounts
    faces: int
    groups: int
    seconds: float
    failures: tuple[FailedFile, ...]

    @property
    def has_news(self) -> bool:
        """Tell whether the scan found what was not there before, or not so."""
        return bool(self.photos.new or self.photos.changed or self.photos.moved)

    def to_json(self) -> dict[str, object]:
        """Return the value that `scan --json` prints."""
        return {
            "photos": asdict(self.photos),
            "faces": self.faces,
            "groups": self.groups,
            "seconds": round(self.seconds, 2),
            "failures": [asdict(failure) for failure in self.failures],
        }

    def words(self) -> str:
        """Return the result as a sentence."""
        counts = self.photos
        parts = [
            words
            for number, words in (
                (counts.new, sentence("{0} new", f"{counts.new:,}")),
                (counts.changed, sentence("{0} changed", f"{counts.changed:,}")),
                (counts.moved, sentence("{0} moved", f"{counts.moved:,}")),
                (counts.back, sentence("{0} back again", f"{counts.back:,}")),
                (counts.missing, sentence("{0} missing", f"{counts.missing:,}")),
                (counts.failed, sentence("{0} could not be read", f"{counts.failed:,}")),
            )
            if number
        ]
        return sentence(
            "{0}: {1}.",
            counted(counts.found, "photo"),
            listed(parts) if parts else sentence("nothing new"),
        )
