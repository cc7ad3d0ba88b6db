"""Buttons in a row, or in several rows where one has no room."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from facegallery.ui.widgets.style import SPACING


class WrappingRow(QWidget):
    """Widgets side by side from the left, in rows of the same number; the fewest rows with room."""

    def __init__(self, widgets: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets = tuple(widgets)
        self._columns = 0  # as they lie now
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACING)
        self._grid.setColumnStretch(len(self._widgets), 1)
        self._place(len(self._widgets))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest one, and the height as they lie now; see QWidget."""
        return QSize(self._width_of(1), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lie in as few rows as have room; see QWidget."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the widths that the style sheet gives from now on; see QWidget."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        every = len(self._widgets)
        rows = next(
            (rows for rows in range(1, every) if self._width_of(-(-every // rows)) <= self.width()),
            every,
        )
        self._place(-(-every // rows))

    def _width_of(self, columns: int) -> int:
        widths = [widget.sizeHint().width() for widget in self._widgets]
        taken = sum(max(widths[column::columns]) for column in range(columns))
        return taken + (columns - 1) * self._grid.horizontalSpacing()

    def _place(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            for place, widget in enumerate(self._widgets):
                row, column = divmod(place, columns)
                self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignLeft)
