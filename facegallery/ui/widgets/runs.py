"""Where each item of a grid lies: runs of equal cells, so that nothing is measured."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect


@dataclass(frozen=True, slots=True)
class Run:
    """Items of one kind, in rows of so many columns. Rows and pixels."""

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
    """The places of all items, run below run. Answers take the same time for 10,000."""

    def __init__(self, runs: Sequence[Run] = ()) -> None:
        self._runs = list(runs)
        last = self._runs[-1] if self._runs else Run(0, 0, 0, 1, 1, 1)
        self.count, self.height = last.first + last.count, last.bottom
        self.width = max((run.columns * run.cell for run in self._runs), default=0)
        self._firsts = [run.first for run in self._runs]
        self._tops = [run.top for run in self._runs]

    def place(self, row: int) -> QRect:
        """Return where an item lies, from the top of all."""
        run = self._runs[bisect_right(self._firsts, row) - 1]
        line, column = divmod(row - run.first, run.columns)
        return QRect(column * run.cell, run.top + line * run.height, run.cell, run.height)

    def at(self, x: int, y: int) -> int | None:
        """Return the item at a point; None where there is none."""
        run = self._run_at(y)
        if run is None or not 0 <= x < run.columns * run.cell:
            return None
        row = (y - run.top) // run.height * run.columns + x // run.cell
        return run.first + row if row < run.count else None

    def touched(self, area: QRect) -> list[int]:
        """Return the items that an area touches, in order."""
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
        """Return the item so many pixels-high lines above (below: negative), same column."""
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
