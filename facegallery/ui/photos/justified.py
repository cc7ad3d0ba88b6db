"""Where each photo of a long list lies: rows as wide as the view, under headings. No Qt."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

import numpy as np
from numpy.typing import NDArray

from facegallery.domain.photo import Photo

NARROWEST, WIDEST = 0.45, 3.2  # width to height; a panorama or a strip is shown cropped to this
MOST_KEPT = 500  # rows; a screen shows ten or twenty
FULLEST = 1.25  # a row may become this much higher than asked for, to fill the width


@dataclass(frozen=True)  # no slots: cells are computed when first asked for, and kept
class Row:
    """Photos side by side. first: index of the first; shapes: width to height, one a photo.

    width: of the view, gap: between photos, pixels.
    """

    first: int
    top: int
    height: int
    shapes: tuple[float, ...]
    width: int
    gap: int

    @property
    def lefts(self) -> tuple[int, ...]:
        """Where each photo begins, pixels."""
        return self._cells[0]

    @property
    def widths(self) -> tuple[int, ...]:
        """How wide each photo is, pixels."""
        return self._cells[1]

    @cached_property
    def _cells(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Computed for rows that are shown only: few of the thousands of a long list are."""
        lefts, widths, left = [], [], 0.0
        for shape in self.shapes:
            lefts.append(round(left))
            left += shape * self.height
            widths.append(max(1, round(left) - lefts[-1]))
            left += self.gap
        missing = self.width - (lefts[-1] + widths[-1])
        if abs(missing) <= len(widths) + 1:  # what rounding lost, so that all rows end alike
            widths[-1] += missing
        return tuple(lefts), tuple(widths)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of text above the photos from index first on."""

    first: int
    top: int
    text: str


class Layout:
    """The places of all photos in a view of this width, pixels; grows as photos are appended.

    row_height: about how high a row is; heading_height: 0 for no headings at all.
    heading_of: the heading that a photo belongs under. shapes: those of a layout of the same
    photos, width to height, which need not be computed again.

    Of rows only numbers are kept, for there are tens of thousands, laid out anew with each step
    of the zoom; `rows` makes those that are asked for.
    """

    def __init__(
        self,
        width: int,
        row_height: int,
        gap: int,
        heading_height: int,
        heading_of: Callable[[Photo], str],
        shapes: NDArray[np.float64] | None = None,
    ) -> None:
        self.width, self.row_height, self.gap = width, row_height, gap
        self.heading_height, self.heading_of = heading_height, heading_of
        self.headings: list[Heading] = []
        self.height = 0
        self.rows: Sequence[Row] = _Rows(self)
        self.shapes: NDArray[np.float64] = np.empty(0) if shapes is None else shapes
        self.row_firsts: list[int] = []
        self.row_tops: list[int] = []
        self.row_heights: list[int] = []
        # Where each photo would end, and the last one's gap, if all were in one row.
        self._ends = [0.0]

    def extend(self, photos: Sequence[Photo], known: int) -> None:
        """Lay out photos from index known on; those before are laid out already."""
        self._measure(photos, known)
        position = self._cut_open_section(known)
        while position < len(photos):
            text = self.heading_of(photos[position]) if self.heading_height else ""
            end = self._end_of_section(photos, position, text)
            self._add_section(position, end, text)
            position = end

    def row_of(self, index: int) -> int:
        """Return the number of the row that a photo is in."""
        return max(0, bisect_right(self.row_firsts, index) - 1)

    def row_at(self, y: int) -> int:
        """Return the number of the last row that begins at or above y; 0 for none."""
        return max(0, bisect_right(self.row_tops, y) - 1)

    def place(self, index: int) -> tuple[int, int, int, int]:
        """Return left, top, width and height of a photo."""
        row = self.rows[self.row_of(index)]
        position = index - row.first
        return row.lefts[position], row.top, row.widths[position], row.height

    def index_at(self, x: int, y: int) -> int | None:
        """Return the photo at a point, or None between photos."""
        if not self.rows:
            return None
        row = self.rows[self.row_at(y)]
        if not row.top <= y < row.top + row.height:
            return None
        position = bisect_right(row.lefts, x) - 1
        if position < 0 or x >= row.lefts[position] + row.widths[position]:
            return None
        return row.first + position

    def nearest_in_row(self, number: int, x: int) -> int:
        """Return the photo of a row whose middle is nearest to x."""
        row = self.rows[number]
        middles = [left + width // 2 for left, width in zip(row.lefts, row.widths, strict=True)]
        distances = [abs(middle - x) for middle in middles]
        return row.first + distances.index(min(distances))

    def heading_at(self, y: int) -> Heading | None:
        """Return the last heading that begins above y."""
        position = bisect_right(self.headings, y, key=lambda heading: heading.top) - 1
        return self.headings[position] if position >= 0 else None

    def headings_between(self, start: int, end: int) -> list[Heading]:
        """Return the headings that begin between two heights."""
        first = bisect_right(self.headings, start, key=lambda heading: heading.top)
        last = bisect_right(self.headings, end, key=lambda heading: heading.top)
        return self.headings[first:last]

    def _cut_open_section(self, known: int) -> int:
        """Take the last section away, for it may go on; return the index it began at."""
        if not known:
            return 0
        if self.headings:
            last = self.headings.pop()
            start, top = last.first, last.top
        else:  # no headings: only the last row may change
            start, top = self.rows[-1].first, self.rows[-1].top
        keep = bisect_left(self.row_firsts, start)
        for numbers in (self.row_firsts, self.row_tops, self.row_heights):
            del numbers[keep:]
        self.rows = _Rows(self)
        self.height = top
        return start

    def _end_of_section(self, photos: Sequence[Photo], start: int, text: str) -> int:
        """Return the index after the last photo under a heading; they stand together."""
        if not self.heading_height:
            return len(photos)
        step, end = 1, start + 1
        while end < len(photos) and self.heading_of(photos[end]) == text:
            end, step = end + step, 2 * step
        first, last = max(start + 1, end - step // 2), min(end, len(photos))
        return bisect_left(photos, 1, first, last, key=lambda p: self.heading_of(p) != text)

    def _measure(self, photos: Sequence[Photo], known: int) -> None:
        """Note how wide the photos from index known on are."""
        if len(self.shapes) != len(photos):
            found = np.array([photo.width / photo.height for photo in photos[known:]], np.float64)
            found = found.clip(NARROWEST, WIDEST)
            self.shapes = np.concatenate([self.shapes[:known], found])
        del self._ends[known + 1 :]
        widths = self.shapes[known:] * self.row_height + self.gap
        self._ends += np.cumsum(np.concatenate([self._ends[-1:], widths]))[1:].tolist()

    def _add_section(self, start: int, end: int, text: str) -> None:
        if self.heading_height:
            self.headings.append(Heading(start, self.height, text))
            self.height += self.heading_height
        ends, gap, usual, top = self._ends, self.gap, self.row_height, self.height
        fill, highest = self.width + gap, self.row_height * FULLEST
        firsts, tops, heights = self.row_firsts, self.row_tops, self.row_heights
        while start < end:  # fifty thousand times, for the largest photos of a large library
            before = ends[start]
            beyond = bisect_left(ends, before + fill, start + 1, end + 1)
            is_full = beyond <= end
            if not is_full:
                beyond = end
            gaps = gap * (beyond - start)
            height = round((fill - gaps) / (ends[beyond] - before - gaps) * usual)
            if not is_full and height > highest:
                height = usual
            elif height < 1:
                height = 1
            firsts.append(start)
            tops.append(top)
            heights.append(height)
            top += height + gap
            start = beyond
        self.height = top


class _Rows(Sequence[Row]):
    """The rows of a layout, made when they are asked for; those asked for last are kept."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self._layout.row_firsts)

    @overload
    def __getitem__(self, number: int) -> Row: ...

    @overload
    def __getitem__(self, number: slice) -> list[Row]: ...

    def __getitem__(self, number: int | slice) -> Row | list[Row]:
        numbers = range(len(self))[number]
        if isinstance(numbers, range):
            return [self._row(each) for each in numbers]
        return self._row(numbers)

    def _row(self, number: int) -> Row:
        made = self._made.get(number)
        if made is None:
            if len(self._made) >= MOST_KEPT:
                self._made.clear()
            made = self._made[number] = self._make(number)
        return made

    def _make(self, number: int) -> Row:
        layout = self._layout
        first, *following = layout.row_firsts[number : number + 2]
        end = following[0] if following else len(layout.shapes)
        return Row(
            first,
            layout.row_tops[number],
            layout.row_heights[number],
            tuple(layout.shapes[first:end].tolist()),
            layout.width,
            layout.gap,
        )
