"""The top of a person's page: the face, the name to type in place, and what to do with them."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facegallery.domain.person import PersonOrGroup
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.choice_bar import action_button
from facegallery.ui.widgets.fitting import fit_words, width_of
from facegallery.ui.widgets.name_edit import NameEdit
from facegallery.ui.widgets.painting import round_face
from facegallery.ui.widgets.people_matches import picture_of
from facegallery.ui.widgets.style import SPACING

FACE_SIDE = 88
NAME_WIDTH, NARROWEST = 400, 120
BETWEEN = SPACING // 2  # the buttons
# A name that is known looks like a heading until the pointer or the keys come to it; a group's
# field always looks like one to type into.
NAME_POINTS = 16
_LARGE = f"QLineEdit {{ font-size: {NAME_POINTS}pt; font-weight: 600; }}"
_QUIET = "QLineEdit:!hover:!focus { background: transparent; border-color: transparent; }"


class PersonHeader(QWidget):
    """Signal named(str, int or None) as NameEdit's; a button for each action given, the first ones
    without words where there is little room.
    """

    named = Signal(str, object)

    def __init__(
        self,
        session: Session,
        pictures: Pictures,
        actions: list[QAction],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._card: PersonOrGroup | None = None
        self._least = 0  # pixels of width
        self._face = _Cover(pictures, self)
        self.name = NameEdit(session, pictures, self)
        self.name.setMinimumWidth(NARROWEST)
        self.name.setMaximumWidth(NAME_WIDTH)
        self._counts = QLabel()
        self._counts.setProperty("look", "muted")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(self.name)
        words.addWidget(self._counts)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * SPACING, 2 * SPACING, 3 * SPACING, SPACING)
        row.setSpacing(2 * SPACING)
        row.addWidget(self._face)
        row.addLayout(words, 1)
        row.addStretch()
        self._buttons = [action_button(action, self) for action in actions]
        buttons = QHBoxLayout()
        buttons.setSpacing(BETWEEN)
        row.addLayout(buttons)
        for button in self._buttons:
            buttons.addWidget(button)
            button.defaultAction().enabledChanged.connect(lambda _enabled: self._fit_buttons())
        self.name.named.connect(self.named)
        self.name.left.connect(self.show_name)
        self.name.setToolTip(self.tr("Type a name and press Enter (Ctrl+E)"))

    def minimumSizeHint(self) -> QSize:
        """Return the size without words on buttons: they never keep a window wide; see QWidget."""
        size = super().minimumSizeHint()
        return QSize(min(size.width(), self._least), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the buttons out where there is little room; see QWidget."""
        super().resizeEvent(event)
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        """Put words on the buttons as far as the name and the numbers leave room for them.

        The first ones lose theirs first: a star says more than an arrow.
        """
        counts_width = self._counts.sizeHint().width()
        beside = FACE_SIDE + 9 * SPACING
        icons = width_of(self._buttons, BETWEEN, words=False)
        self._least = beside + icons + max(counts_width, NARROWEST)
        room = self.width() - beside - max(counts_width, self._name_width())
        fit_words(self._buttons, room, BETWEEN)
        self.updateGeometry()

    def _name_width(self) -> int:
        """Return the width that the name needs, pixels."""
        font = QFont(self.font())
        font.setPointSizeF(NAME_POINTS)
        font.setWeight(QFont.Weight.DemiBold)
        words = QFontMetrics(font).horizontalAdvance(self.name.text()) + 4 * SPACING
        return max(NARROWEST, min(NAME_WIDTH, words))

    def show_card(self, card: PersonOrGroup) -> None:
        """Show this person or group; a name that is being typed stays."""
        before, self._card = self._card, card
        self.name.leave_out(card.number if card.kind == "person" else None)
        self._face.card = card
        self._face.update()
        words = [counts.faces(card.faces), self.tr("in {0}").format(counts.photos(card.photos))]
        self._counts.setText(" ".join(words) + (self.tr(", hidden") if card.hidden else ""))
        self._counts.setContentsMargins(12, 0, 0, 0)
        self.name.setStyleSheet(_LARGE + (_QUIET if card.kind == "person" else ""))
        if before is None or before.id != card.id or not self.name.hasFocus():
            self.show_name()
        self._fit_buttons()

    def show_name(self) -> None:
        """Show the name as it is, without what was typed and not entered."""
        name = "" if self._card is None else self._card.name or ""
        if self.name.text() != name:
            self.name.setText(name)
            self.name.setCursorPosition(0)

    def edit_name(self) -> None:
        """Let the user type a name."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()


class _Cover(QWidget):
    """The round face."""

    def __init__(self, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.card: PersonOrGroup | None = None
        self._pictures = pictures
        self.setFixedSize(FACE_SIDE, FACE_SIDE)
        pictures.arrived.connect(self._on_picture)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the face; see QWidget."""
        with QPainter(self) as painter:
            picture = None if self.card is None else picture_of(self.card, self._pictures)
            round_face(painter, QRect(0, 0, FACE_SIDE, FACE_SIDE), picture)

    def _on_picture(self, _key: object) -> None:
        self.update()
