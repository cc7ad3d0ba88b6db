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


class Known:
    """The photos that are here already, to be kept where the catalog tells the same of them.

    Two lists of 100,000 photos would take 60 MB more, and letting go of one holds up the window.
    """

    def __init__(self, photos: Sequence[Photo]) -> None:
        self._photos = photos
        self._by_id: dict[int, Photo] | None = None  # made when first asked, not by the window

    def same(self, fresh: list[Photo]) -> list[Photo]:
        """Return these photos, those that have not changed as the objects that are here."""
        if self._by_id is None:
            self._by_id = {photo.id: photo for photo in self._photos}
        kept = []
        for now in fresh:
            was = self._by_id.get(now.id)
            kept.append(was if was is not None and was == now else now)
        return kept


def changes(old: Sequence[Photo], fresh: Sequence[Photo]) -> Changes | None:
    """Return what makes the old list the fresh one, or None where they are alike.

    Photos that stay are taken to be in the same order in both.
    """
    if old == fresh:
        return None
    start = _alike(old, fresh)  # mostly few photos have come, and those after them are the same
    end = min(_alike(old[::-1], fresh[::-1]), len(old) - start, len(fresh) - start)
    old, fresh = old[start : len(old) - end], fresh[start : len(fresh) - end]
    before = {_key(photo): photo for photo in old}
    wanted = {_key(photo) for photo in fresh}
    gone = _runs([_key(photo) not in wanted for photo in old], start)
    kept = [before.get(_key(photo)) for photo in fresh]
    come = _runs([photo is None for photo in kept], start)
    altered = any(was is not None and was != now for was, now in zip(kept, fresh, strict=True))
    return Changes(gone, come, altered)


def _key(photo: Photo) -> tuple[int, str | None, int, int]:
    """Return what decides where a photo lies and how much room it takes."""
    return photo.id, photo.taken_at, photo.width, photo.height


def _alike(one: Sequence[Photo], other: Sequence[Photo]) -> int:
    """Return how many photos are the same from the beginning."""
    pairs = zip(one, other, strict=False)
    return next(
        (row for row, (was, now) in enumerate(pairs) if was is not now and was != now),
        min(len(one), len(other)),
    )


def _runs(marks: list[bool], start: int) -> list[Run]:
    """Return first and last position of each run of true marks; start: of the first mark."""
    runs: list[Run] = []
    for position, mark in enumerate(marks, start):
        if mark and runs and runs[-1][1] == position - 1:
            runs[-1] = (runs[-1][0], position)
        elif mark:
            runs.append((position, position))
    return runs
