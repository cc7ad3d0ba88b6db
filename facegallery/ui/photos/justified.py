"""Where each photo of a long list lies: rows as wide as the view, under headings. No Qt."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from facegallery.domain.photo import Photo

NARROWEST, WIDEST = 0.45, 3.2  # width to height; a panorama or a strip is shown cropped to this
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


@dataclass(slots=True)
class Layout:
    """The places of all photos in a view of this width, pixels; grows as photos are appended.

    row_height: about how high a row is; heading_height: 0 for no headings at all.
    heading_of: the heading that a photo belongs under.
    """

    width: int
    row_height: int
    gap: int
    heading_height: int
    heading_of: Callable[[Photo], str]
    rows: list[Row] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    height: int = 0
    _row_firsts: list[int] = field(default_factory=list)
    _row_tops: list[int] = field(default_factory=list)

    def extend(self, photos: Sequence[Photo], known: int) -> None:
        """Lay out photos from index known on; those before are laid out already."""
        start = self._cut_open_section(known)
        position = start
        while position < len(photos):
            text = self.heading_of(photos[position]) if self.heading_height else ""
            end = self._end_of_section(photos, position, text)
            self._add_section(photos, position, end, text)
            position = end

    def row_of(self, index: int) -> int:
        """Return the number of the row that a photo is in."""
        return max(0, bisect_right(self._row_firsts, index) - 1)

    def row_at(self, y: int) -> int:
        """Return the number of the last row that begins at or above y; 0 for none."""
        return max(0, bisect_right(self._row_tops, y) - 1)

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
        while self.rows and self.rows[-1].first >= start:
            self.rows.pop()
            self._row_firsts.pop()
            self._row_tops.pop()
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

    def _add_section(self, photos: Sequence[Photo], start: int, end: int, text: str) -> None:
        if self.heading_height:
            self.headings.append(Heading(start, self.height, text))
            self.height += self.heading_height
        shapes: list[float] = []
        total = 0.0
        for index in range(start, end):
            photo = photos[index]
            shape = photo.width / photo.height
            if not NARROWEST <= shape <= WIDEST:
                shape = NARROWEST if shape < NARROWEST else WIDEST
            shapes.append(shape)
            total += shape
            room = self.width - self.gap * (len(shapes) - 1)
            if total * self.row_height >= room:
                self._add_row(index + 1 - len(shapes), shapes, round(room / total))
                shapes, total = [], 0.0
        if shapes:
            room = self.width - self.gap * (len(shapes) - 1)
            full = room / total
            height = round(full) if full <= self.row_height * FULLEST else self.row_height
            self._add_row(end - len(shapes), shapes, height)

    def _add_row(self, first: int, shapes: list[float], height: int) -> None:
        height = max(1, height)
        self.rows.append(Row(first, self.height, height, tuple(shapes), self.width, self.gap))
        self._row_firsts.append(first)
        self._row_tops.append(self.height)
        self.height += height + self.gap
