"""The runs of cells of the People page: people, a heading, groups, the lone faces."""

from bisect import bisect_left
from collections.abc import Sequence

from facegallery.ui.people import card_layout
from facegallery.ui.people.card_model import Entry, Kind
from facegallery.ui.widgets.runs import Run, Runs


def card_runs(entries: Sequence[Entry], width: int) -> Runs:
    """Return the places of all entries in a view of this width.

    Entries of one height are all together: only some of the thousands need to be looked at.
    """
    columns = max(1, width // card_layout.NARROWEST)
    runs: list[Run] = []
    first = top = 0
    while first < len(entries):
        is_card, height = shape = _shape(entries[first])
        beyond = _Beyond(shape)
        count = bisect_left(entries, True, lo=first, key=beyond) - first
        wide = columns if is_card else 1
        runs.append(Run(first, count, top, height, wide, width // wide))
        first, top = first + count, runs[-1].bottom
    return Runs(runs)


class _Beyond:
    """Tells whether an entry comes after those of a shape."""

    def __init__(self, shape: tuple[bool, int]) -> None:
        self._shape = shape

    def __call__(self, entry: Entry) -> bool:
        return _shape(entry) != self._shape


def _shape(entry: Entry) -> tuple[bool, int]:
    return entry.kind == Kind.CARD, card_layout.height(entry)
