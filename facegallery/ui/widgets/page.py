"""What all screens are: widgets that hand the keys on to what they are for."""

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A screen. Given the focus, it gives it to `keys`, its grid for example.

    Not a focus proxy: Tab would lead from outside straight to that, past all that lies before.
    """

    keys: QWidget | None = None

    def make_part(self) -> bool:
        """Make a part that is not there yet; tell whether there was one. A screen that would hold
        the window for long is made in parts: when it is shown, or before in quiet moments.
        """
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys on; see QWidget."""
        super().focusInEvent(event)
        if self.keys is not None:
            self.keys.setFocus(event.reason())
