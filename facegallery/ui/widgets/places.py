"""Where the items of a view lie: what a view asks of a layout, whatever rows it makes."""

from typing import Protocol

from PySide6.QtCore import QRect


class Places(Protocol):
    """The places of all items, pixels from the left top corner of all.

    No answer takes longer for 100,000 items than for 100 of which as many are asked for.
    """

    @property
    def count(self) -> int:
        """How many items have a place."""
        ...

    @property
    def height(self) -> int:
        """How high all of them are."""
        ...

    @property
    def width(self) -> int:
        """How wide all of them are."""
        ...

    def place(self, row: int) -> QRect:
        """Return where an item lies."""
        ...

    def at(self, x: int, y: int) -> int | None:
        """Return the item at a point; None where there is none."""
        ...

    def touched(self, area: QRect) -> list[int]:
        """Return the items that an area touches, in order."""
        ...

    def below(self, row: int, lines: int) -> int | None:
        """Return the item so many lines below one (negative: above), None beyond the last line."""
        ...

    def further(self, row: int, pixels: int) -> int:
        """Return the item about so many pixels below one (negative: above), else at that end."""
        ...

    def first_from(self, y: int) -> int | None:
        """Return the first item of the line that a height is in, or of the next; None below all."""
        ...
