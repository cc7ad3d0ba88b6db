"""Where each entry of the People page lies: runs of equal cells, so that nothing is measured."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QRect

from facegallery.ui.people import card_layout
from facegallery.ui.people.card_model import Entry, Kind


@dataclass(frozen=True, slots=True)
class Run:
    """Entries of one kind, in rows of so many columns. Rows and pixels."""

    first: int
    count: int
    top: int
    height: int
    columns: int
    cell: int

    @property
    def bottom(self) -> int:
        """The first pixel below."""
        return self.top + -(-self.count // self.columns) * self.height


class Runs:
    """The places of all entries in a view of this width. Answers take the same time for 10,000."""

    def __init__(self, entries: Sequence[Entry], width: int) -> None:
        columns = max(1, width // card_layout.NARROWEST)
        self._runs: list[Run] = []
        first = top = 0
        for (is_card, height), equal in groupby(entries, _shape):
            count = sum(1 for _entry in equal)
            wide = columns if is_card else 1
            run = Run(first, count, top, height, wide, width // wide)
            self._runs.append(run)
            first, top = first + count, run.bottom
        self.count, self.height = first, top
        self._firsts = [run.first for run in self._runs]
        self._tops = [run.top for run in self._runs]

    def place(self, row: int) -> QRect:
        """Return where an entry lies, from the top of all."""
        run = self._runs[bisect_right(self._firsts, row) - 1]
        line, column = divmod(row - run.first, run.columns)
        return QRect(column * run.cell, run.top + line * run.height, run.cell, run.height)

    def at(self, x: int, y: int) -> int | None:
        """Return the entry at a point; None where there is none."""
        run = self._run_at(y)
        if run is None or not 0 <= x < run.columns * run.cell:
            return None
        row = (y - run.top) // run.height * run.columns + x // run.cell
        return run.first + row if row < run.count else None

    def touched(self, area: QRect) -> list[int]:
        """Return the entries that an area touches, in order."""
        found: list[int] = []
        for run in self._runs:
            if run.top > area.bottom() or run.bottom <= area.top():
                continue
            first_line = max(0, (area.top() - run.top) // run.height)
            last_line = (min(area.bottom(), run.bottom - 1) - run.top) // run.height
            left = max(0, area.left() // run.cell)
            right = min(run.columns - 1, area.right() // run.cell)
            for line in range(first_line, last_line + 1):
                start = line * run.columns
                stop = min(start + right + 1, run.count)
                found += range(run.first + start + left, run.first + stop)
        return found

    def above(self, row: int, lines: int) -> int | None:
        """Return the entry so many pixels-high lines above (below: negative), same column."""
        place = self.place(row)
        run = self._runs[bisect_right(self._firsts, row) - 1]
        y = place.center().y() - lines * run.height
        other = self._run_at(y)
        if other is None:
            return None
        line = (y - other.top) // other.height
        column = min(place.center().x() // other.cell, other.columns - 1)
        return other.first + min(line * other.columns + column, other.count - 1)

    def _run_at(self, y: int) -> Run | None:
        if not 0 <= y < self.height:
            return None
        return self._runs[bisect_right(self._tops, y) - 1]


def _shape(entry: Entry) -> tuple[bool, int]:
    return entry.kind == Kind.CARD, card_layout.height(entry)
