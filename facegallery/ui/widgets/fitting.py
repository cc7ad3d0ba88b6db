"""Buttons with icon and words that fit into the room there is: the first ones give up theirs."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

_ICON = Qt.ToolButtonStyle.ToolButtonIconOnly
_BOTH = Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def fit_words(buttons: Sequence[QToolButton], room: int, between: int) -> None:
    """Give buttons their words as far as all fit into a width; the last ones keep theirs longest.

    between: the width between two buttons. All in pixels.
    """
    shown = [button for button in buttons if not button.isHidden()]
    taken = width_of(shown, between, words=True)
    for button in shown:
        if taken <= room:
            return
        taken -= button.sizeHint().width()
        button.setToolButtonStyle(_ICON)
        taken += button.sizeHint().width()


def width_of(buttons: Sequence[QToolButton], between: int, *, words: bool) -> int:
    """Return the width that the buttons shown take with or without words, which they have then."""
    shown = [button for button in buttons if not button.isHidden()]
    for button in shown:
        button.ensurePolished()  # or its size is not that of the style sheet
        button.setToolButtonStyle(_BOTH if words else _ICON)
    return sum(button.sizeHint().width() + between for button in shown)
