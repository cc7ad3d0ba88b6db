"""What is shown over the window while folders or a picture are dragged over it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facegallery.ui.widgets import icons
from facegallery.ui.widgets.style import SPACING, colours

_ICON = 48
_VEIL = 0.94  # how much of what is below it hides: words must be readable over any photo


class DropHint(QWidget):
    """Covers a widget; the drag goes on below it. Hidden until it is shown for something."""

    def __init__(self, covered: QWidget) -> None:
        super().__init__(covered)
        self._covered = covered
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._heading = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._heading.setProperty("look", "title")
        self._words = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._words.setProperty("look", "muted")
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setSpacing(SPACING)
        column.addStretch()
        for label in (self._icon, self._heading, self._words):
            column.addWidget(label)
        column.addStretch()
        self.hide()

    def show_for(self, folders: int) -> None:
        """Say what letting go of so many folders does."""
        one, many = self.tr("Let go to add this folder"), self.tr("Let go to add these folders")
        words = self.tr("They are only read. Nothing in them is changed.")
        self._show("folders", one if folders == 1 else many, words)

    def show_for_picture(self) -> None:
        """Say what letting go of a picture does."""
        self._show(
            "search",
            self.tr("Let go to find who is in this picture"),
            self.tr("Photos with faces like the largest one in it. It is not added."),
        )

    def _show(self, icon_name: str, heading: str, words: str) -> None:
        self._heading.setText(heading)
        self._words.setText(words)
        self.setAccessibleName(heading)
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap(icon_name, _ICON, colours().accent, ratio))
        self.setGeometry(self._covered.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Veil what is below, in a dashed frame; see QWidget."""
        now = colours()
        veil = QColor(now.window)
        veil.setAlphaF(_VEIL)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), veil)
            painter.setPen(QPen(QColor(now.accent), 3, Qt.PenStyle.DashLine))
            away = 2.0 * SPACING
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(away, away, -away, -away), 16, 16)
