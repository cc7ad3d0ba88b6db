"""What all screens are: widgets that hand the keys on to what they are for."""

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A screen. Given the focus, it gives it to `keys`, its grid for example.

    Not a focus proxy: Tab would lead from outside straight to that, past all that lies before.
    """

    keys: QWidget | None = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys on; see QWidget."""
        super().focusInEvent(event)
        if self.keys is not None:
            self.keys.setFocus(event.reason())
