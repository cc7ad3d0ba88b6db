"""What was painted of a widget, for tests of what need not be painted again."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QRegion


class Paints(QObject):
    """Notes what is painted of a widget."""

    def __init__(self, widget):
        super().__init__(widget)
        self.seen = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _widget, event):
        if event.type() == QEvent.Type.Paint:
            self.seen += event.region()
        return False
