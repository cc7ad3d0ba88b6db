"""A label of one line that is shortened with an ellipsis where there is no room for all of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

LEAST_WIDTH = 60


class ShortLabel(QLabel):
    """Plain text; the whole of it is in the tooltip while it is shortened."""

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves room for others; see QWidget."""
        whole = super().minimumSizeHint()
        return QSize(min(LEAST_WIDTH, whole.width()), whole.height())

    def shown(self) -> str:
        """Return the text as there is room for it now."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text as far as there is room; see QWidget."""
        words = self.shown()
        self.setToolTip("" if words == self.text() else self.text())
        with QPainter(self) as painter:
            self.style().drawItemText(
                painter,
                self.contentsRect(),
                int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value),
                self.palette(),
                self.isEnabled(),
                words,
                self.foregroundRole(),
            )
