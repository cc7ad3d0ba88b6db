"""What the task at hand may take of its worker: said by the task, seen to by who runs the worker.

A worker cannot stop itself while a library in C runs wild in it. Its pool looks at it from outside
(jobs.pool); on a cluster a thread of its own does (jobs.cluster_worker).
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """Holds from the moment it is told until the next one or the end of the task.

    work_seconds: of the processor, so that a machine busy with other things costs no photo.
    clock_seconds: for what waits instead of working. more_bytes: of memory than the worker has
    now. None: no limit.
    """

    work_seconds: float | None = None
    clock_seconds: float | None = None
    more_bytes: int | None = None

    def times(self, photos: int) -> "Limit":
        """Return the limit for as many photos: so many times as long, in no more memory."""
        work, clock = self.work_seconds, self.clock_seconds
        return Limit(
            None if work is None else photos * work,
            None if clock is None else photos * clock,
            self.more_bytes,
        )


@dataclass(frozen=True, slots=True)
class Anew:
    """Says that the limit of the whole task counts anew from here, once for each of the photos."""

    photos: int = 1


@dataclass(frozen=True, slots=True)
class Waited:
    """Says that the last so many seconds were spent waiting for the user: they do not count."""

    seconds: float


Word = Limit | Anew | Waited
Told = Callable[[Word], None]

# A drive that has to spin up needs 15 seconds; half a megabyte a second is a poor mobile network.
READING_SECONDS = 30.0
_READ_BYTES_PER_SECOND = 500_000
# Measured on one core of 2026, three times as slow as a good one: a HEIC of 48 megapixels takes
# 2.5 s, a JPEG 2000 of 99 takes 14, a RAW file without preview 0.1 s a megabyte.
_DECODING_SECONDS, _SECONDS_PER_MEGABYTE, _SECONDS_PER_MEGAPIXEL = 2.0, 0.5, 0.2
_CLOCK_TO_WORK = 20  # a machine that is so busy, or so short of memory, helps nobody
DECODING_BYTES = 340_000_000  # with the 260 MB of a worker and its models: 600

_told: Told | None = None


def tell_to(told: Told) -> None:
    """Have all limits of this process told to a function from now on."""
    global _told  # noqa: PLW0603  a process has one who watches it
    _told = told


def another_photo() -> None:
    """Begin a photo: it may take what a task may, whatever those before it in the task took."""
    _tell(Anew())


def together(photos: int) -> None:
    """Begin what is done for several photos at once: it may take what as many tasks may."""
    _tell(Anew(photos))


def reading(size_bytes: int) -> None:
    """Begin to read a file of this size."""
    _tell(Limit(clock_seconds=READING_SECONDS + size_bytes / _READ_BYTES_PER_SECOND))


def decoding(size_bytes: int, pixels: int = 0) -> None:
    """Begin to decode a file of this size, with so many pixels where that is known already."""
    seconds = (
        _DECODING_SECONDS
        + _SECONDS_PER_MEGABYTE * size_bytes / 1e6
        + _SECONDS_PER_MEGAPIXEL * pixels / 1e6
    )
    _tell(Limit(seconds, _CLOCK_TO_WORK * seconds, DECODING_BYTES))


def none() -> None:
    """Begin what has no limit of its own; the pool's for a whole task remains."""
    _tell(Limit())


def waited(seconds: float) -> None:
    """Have so many seconds that have just passed not count."""
    _tell(Waited(seconds))


def _tell(word: Word) -> None:
    if _told is not None:
        _told(word)
