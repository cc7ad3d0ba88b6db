"""What makes one list of photos another: rows that go, rows that come. No Qt; any thread."""

from collections.abc import Sequence
from dataclasses import dataclass

from facegallery.domain.photo import Photo

Run = tuple[int, int]  # first and last position


@dataclass(frozen=True, slots=True)
class Changes:
    """gone: runs of rows of the old list, in order; come: runs of rows of the new one.

    altered: some photo that stays has another path, or is missing now, or is here again.
    """

    gone: list[Run]
    come: list[Run]
    altered: bool


def changes(old: Sequence[Photo], fresh: Sequence[Photo]) -> Changes | None:
    """Return what makes the old list the fresh one, or None where they are alike.

    Photos that stay are taken to be in the same order in both.
    """
    if old == fresh:
        return None
    before = {_key(photo): photo for photo in old}
    wanted = {_key(photo) for photo in fresh}
    gone = _runs([_key(photo) not in wanted for photo in old])
    kept = [before.get(_key(photo)) for photo in fresh]
    come = _runs([photo is None for photo in kept])
    altered = any(was is not None and was != now for was, now in zip(kept, fresh, strict=True))
    return Changes(gone, come, altered)


def _key(photo: Photo) -> tuple[int, str | None, int, int]:
    """Return what decides where a photo lies and how much room it takes."""
    return photo.id, photo.taken_at, photo.width, photo.height


def _runs(marks: list[bool]) -> list[Run]:
    """Return first and last position of each run of true marks."""
    runs: list[Run] = []
    for position, mark in enumerate(marks):
        if mark and runs and runs[-1][1] == position - 1:
            runs[-1] = (runs[-1][0], position)
        elif mark:
            runs.append((position, position))
    return runs
