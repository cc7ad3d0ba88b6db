"""The runs of cells of the People page: people, a heading, groups, the lone faces."""

from collections.abc import Sequence
from itertools import groupby

from facegallery.ui.people import card_layout
from facegallery.ui.people.card_model import Entry, Kind
from facegallery.ui.widgets.runs import Run, Runs


def card_runs(entries: Sequence[Entry], width: int) -> Runs:
    """Return the places of all entries in a view of this width."""
    columns = max(1, width // card_layout.NARROWEST)
    runs: list[Run] = []
    first = top = 0
    for (is_card, height), equal in groupby(entries, _shape):
        count = sum(1 for _entry in equal)
        wide = columns if is_card else 1
        runs.append(Run(first, count, top, height, wide, width // wide))
        first, top = first + count, runs[-1].bottom
    return Runs(runs)


def _shape(entry: Entry) -> tuple[bool, int]:
    return entry.kind == Kind.CARD, card_layout.height(entry)
