"""The places of photos in justified rows, as a view asks for them."""

from PySide6.QtCore import QRect

from facegallery.ui.photos.justified import Layout


class PhotoPlaces:
    """A layout with a margin to its left, pixels; see widgets.places."""

    def __init__(self, layout: Layout, margin: int) -> None:
        self._layout, self._margin = layout, margin
        self.count = len(layout.shapes)
        self.width, self.height = layout.width + 2 * margin, layout.height

    def place(self, row: int) -> QRect:
        """Return where a photo lies."""
        left, top, width, height = self._layout.place(row)
        return QRect(left + self._margin, top, width, height)

    def at(self, x: int, y: int) -> int | None:
        """Return the photo at a point; None between photos."""
        return self._layout.index_at(x - self._margin, y)

    def touched(self, area: QRect) -> list[int]:
        """Return the photos that an area touches, in order."""
        found: list[int] = []
        layout = self._layout
        left, right = area.left() - self._margin, area.right() - self._margin
        first, last = (layout.row_at(y) for y in (area.top(), area.bottom()))
        for line in layout.rows[first : last + 1]:
            if line.top > area.bottom() or line.top + line.height <= area.top():
                continue
            found += [
                line.first + place
                for place, (start, width) in enumerate(zip(line.lefts, line.widths, strict=True))
                if start <= right and start + width > left
            ]
        return found

    def below(self, row: int, lines: int) -> int | None:
        """Return the photo so many lines below (negative: above) whose middle is nearest."""
        line = self._layout.row_of(row) + lines
        if not 0 <= line < len(self._layout.rows):
            return None
        return self._nearest(row, line)

    def further(self, row: int, pixels: int) -> int:
        """Return the photo so many pixels below (negative: above) whose middle is nearest."""
        return self._nearest(row, self._layout.row_at(self.place(row).center().y() + pixels))

    def first_from(self, y: int) -> int | None:
        """Return the first photo of the line at a height, or of the next one; None below all."""
        rows = self._layout.rows
        line = self._layout.row_at(y)
        if line < len(rows) and rows[line].top + rows[line].height <= y:
            line += 1
        return rows[line].first if line < len(rows) else None

    def _nearest(self, row: int, line: int) -> int:
        return self._layout.nearest_in_row(line, self.place(row).center().x() - self._margin)
