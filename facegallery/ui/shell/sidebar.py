"""The sidebar: the screens, each with how much is there; tools and settings at the bottom."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from facegallery.paths import resources
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.icons import icon
from facegallery.ui.widgets.style import SPACING, colours

WIDTH, NARROW_WIDTH = 208, 64
LOGO_SIDE = 28
# Of the window, pixels: a small screen at 200 % has 640 x 400.
WORDS_FROM, ROOM_FROM = 820, 580
HIGH, LOW = 5 * SPACING, 28  # the buttons
FIRST_BELOW = "activity"  # from here on the buttons are at the bottom: what is not a way to photos


class NavigationButton(QToolButton):
    """One screen in the sidebar: icon, name, and a quiet number at the right."""

    def __init__(self, icon_name: str, words: str, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._number = ""
        self.setText(f" {words}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setIconSize(QSize(20, 20))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HIGH)
        self.key = key
        self.setToolTip(f"{words} ({key})")
        self.setAccessibleName(words)
        self.toggled.connect(self._colour)
        self._colour()

    def set_number(self, number: int) -> None:
        """Show how much is there; nothing for 0."""
        self._number = written(number) if number else ""
        self.setAccessibleDescription(self._number)
        self.update()

    @property
    def number(self) -> str:
        """The number that is shown, as text."""
        return self._number

    def follow_colours(self) -> None:
        """Take the colours of the moment."""
        self._colour()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then the number; see QWidget."""
        super().paintEvent(event)
        if self._number and self.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly:
            with QPainter(self) as painter:
                font = QFont(self.font())
                font.setPointSizeF(9.5)
                painter.setFont(font)
                painter.setPen(QColor(colours().accent if self.isChecked() else colours().muted))
                place = self.rect().adjusted(0, 0, -14, 0)
                painter.drawText(
                    place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._number
                )

    def _colour(self) -> None:
        colour = colours().accent if self.isChecked() else None
        self.setIcon(icon(self._icon_name, colour))


class Sidebar(QFrame):
    """The way to the screens. Signal chosen(str) with the screen's name, a key of `buttons`.

    In a narrow window the icons stand alone, in a low one closer together.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setFixedWidth(WIDTH)
        self.buttons = {
            "people": NavigationButton("people", self.tr("People"), "Ctrl+1", self),
            "review": NavigationButton("review", self.tr("Review"), "Ctrl+R", self),
            "photos": NavigationButton("photos", self.tr("Photos"), "Ctrl+2", self),
            "search": NavigationButton("search", self.tr("Search"), "Ctrl+3", self),
            "albums": NavigationButton("albums", self.tr("Albums"), "Ctrl+7", self),
            "insight": NavigationButton("insight", self.tr("Insight"), "Ctrl+8", self),
            "folders": NavigationButton("folders", self.tr("Folders"), "Ctrl+4", self),
            "activity": NavigationButton("activity", self.tr("Activity"), "Ctrl+6", self),
            "compare": NavigationButton("compare", self.tr("Compare"), "Ctrl+5", self),
            "settings": NavigationButton("settings", self.tr("Settings"), "Ctrl+,", self),
        }
        self._name = QLabel("FaceGallery")
        self._name.setProperty("look", "heading")
        self._logo = QLabel()
        self._logo.setPixmap(_logo(self.devicePixelRatioF()))
        head = QHBoxLayout()
        head.setContentsMargins(SPACING, SPACING, SPACING, 2 * SPACING)
        head.setSpacing(12)
        head.addWidget(self._logo)
        head.addWidget(self._name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(4)
        self._head, self._column = head, column
        column.addLayout(head)
        for page, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, page=page: self.chosen.emit(page))
            if page == FIRST_BELOW:
                column.addStretch()
            column.addWidget(button)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the size of the window from now on; see QWidget."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit into the window when its size changes; see QObject."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        size = self.window().size()
        narrow, low = size.width() < WORDS_FROM, size.height() < ROOM_FROM
        style = Qt.ToolButtonStyle
        self.setFixedWidth(NARROW_WIDTH if narrow else WIDTH)
        self._name.setVisible(not narrow and not low)
        self._logo.setVisible(not low)
        self._head.setContentsMargins(SPACING, 0 if low else SPACING, 0, 0 if low else 2 * SPACING)
        self._column.setSpacing(2 if low else 4)
        for button in self.buttons.values():
            words = style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
            button.setToolButtonStyle(words)
            button.setFixedHeight(LOW if low else HIGH)
            button.setStyleSheet("padding: 2px 8px;" if low else "")

    def show_page(self, page: str) -> None:
        """Mark the screen that is shown; a person's page belongs to People."""
        button = self.buttons.get("people" if page == "person" else page)
        if button is not None:
            button.setChecked(True)

    def follow_colours(self) -> None:
        """Take the colours of the moment."""
        for button in self.buttons.values():
            button.follow_colours()


def _logo(ratio: float) -> QPixmap:
    logo = QIcon(str(resources() / "icons" / "facegallery.svg"))
    return logo.pixmap(QSize(LOGO_SIDE, LOGO_SIDE), ratio)
