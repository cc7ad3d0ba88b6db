"""The questions before two become one: with their faces, and how much there is of each."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from facegallery.actions.people import Who
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.painting import LINE_HEIGHT, mark, one_line, ring, round_face, two_lines
from facegallery.ui.widgets.people_matches import picture_of
from facegallery.ui.widgets.style import colours

FACE_SIDE = 104
WIDE = 184
COLUMNS = 4
MOST_SHOWN = 3 * COLUMNS
NARROWEST = 440


class PersonCard(QAbstractButton):
    """A round face with name and counts below it; checkable where there is a choice."""

    def __init__(self, card: PersonOrGroup, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.card = card
        self._pictures = pictures
        words = [card.name or self.tr("No name yet"), counts.faces(card.faces)]
        self._words = [*words, counts.photos(card.photos)]
        self.setAccessibleName(", ".join(self._words))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        pictures.arrived.connect(self._on_picture)

    def offer_choice(self) -> None:
        """Let this card be chosen among others."""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the size; see QWidget."""
        two = QFontMetrics(bold(self.font())).horizontalAdvance(self._words[0]) > WIDE - 8
        return QSize(WIDE, FACE_SIDE + 84 + (LINE_HEIGHT if two else 0))

    def minimumSizeHint(self) -> QSize:
        """Return the size; see QWidget."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint face and words; see QWidget."""
        now = colours()
        with QPainter(self) as painter:
            place = self.rect()
            face = place.adjusted((place.width() - FACE_SIDE) // 2, 10, 0, 0)
            face.setSize(QSize(FACE_SIDE, FACE_SIDE))
            round_face(painter, face, self._picture())
            if self.isChecked():
                ring(painter, face, now.accent, 3)
                corner = face.bottomRight().toPointF()
                corner.setX(corner.x() - 14)
                corner.setY(corner.y() - 14)
                mark(painter, corner, 13, "check", filled=True)
            elif self.hasFocus() or (self.underMouse() and self.isCheckable()):
                ring(painter, face, now.border, 3)
            line = place.adjusted(4, FACE_SIDE + 18, -4, 0)
            line.setHeight(22)
            painter.setFont(bold(self.font()))
            painter.setPen(QColor(now.text if self.card.name else now.muted))
            taken = two_lines(painter, line, self._words[0])
            line.translate(0, (taken - 1) * LINE_HEIGHT)
            painter.setFont(self.font())
            painter.setPen(QColor(now.muted))
            for row, words in enumerate(self._words[1:], start=1):
                one_line(painter, line.translated(0, 20 * row), words)

    def _on_picture(self, _key: object) -> None:
        self.update()

    def _picture(self) -> QPixmap | None:
        return picture_of(self.card, self._pictures)


class MergeQuestion(QDialog):
    """Asks whether some people and groups are one person, and whose name stays.

    then(survivor, others) is called for a yes; another(), where given, for "another person".
    A named one always survives an unnamed one; among several named ones the user chooses.
    subject: the one being named, when the question is whether it is one of the others. onto: the
    one that the others were dropped on; its name is proposed, else that of most photos.
    """

    def __init__(
        self,
        cards: Sequence[PersonOrGroup],
        pictures: Pictures,
        parent: QWidget,
        then: Callable[[Who, list[Who]], None],
        *,
        another: Callable[[], None] | None = None,
        subject: PersonOrGroup | None = None,
        onto: PersonOrGroup | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._then, self._another = then, another
        self._subject = subject
        self._title = self._words_above(len(cards))
        self.setWindowTitle(self._title)
        self.cards = [PersonCard(card, pictures, self) for card in cards]
        self._choices = QButtonGroup(self, exclusive=True)
        named = [c for c in self.cards if c.card.kind == "person" and c.card != subject]
        self.choosable = named if len(named) > 1 else []
        for card in self.choosable:
            card.offer_choice()
            self._choices.addButton(card)
        if self.choosable:
            dropped_on = [card for card in self.choosable if card.card == onto]
            max(dropped_on or self.choosable, key=lambda card: card.card.photos).setChecked(True)
        self.yes = QPushButton(self.tr("Same person"), default=True)
        self.yes.setProperty("look", "primary")
        self._lay_out()
        self.yes.setFocus()

    def survivor(self) -> PersonOrGroup:
        """Return who stays, with their name."""
        checked = self._choices.checkedButton()
        if isinstance(checked, PersonCard):
            return checked.card
        cards = [card.card for card in self.cards if card.card != self._subject]
        people = [card for card in cards if card.kind == "person"]
        return people[0] if people else max(cards, key=lambda card: card.faces)

    def show_doubts(self, photos: int, *, told_apart: bool) -> None:
        """Say what speaks against it: so many photos show several of them, the user said so."""
        words = [self.tr("You said that they are different people.")] if told_apart else []
        if photos:
            each = self.tr("They appear together in {0}. Are they really the same person?")
            words.append(each.format(counts.photos(photos)))
        self.doubts.setText(" ".join(words))
        self.doubts.setVisible(bool(words))
        self._be_high_enough()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words; see QWidget."""
        self._be_high_enough()
        super().showEvent(event)

    def _be_high_enough(self) -> None:
        """Take the height of the words at this width: Qt would squeeze the faces instead."""
        layout = self.layout()
        if layout is not None:
            width = max(self.width(), layout.totalMinimumSize().width())
            self.resize(width, layout.totalHeightForWidth(width))

    def _words_above(self, number: int) -> str:
        if self._subject is not None:
            return self.tr("Is this the same person?")
        if number == 2:
            return self.tr("Are these the same person?")
        return self.tr("Are these {0} the same person?").format(number)

    def _explanation(self) -> str:
        rest = len(self.cards) - MOST_SHOWN
        more = self.tr("And {0} more.").format(rest) + " " if rest > 0 else ""
        return more + self._explain()

    def _explain(self) -> str:
        if self._subject is not None and self.choosable:
            return self.tr("Several people have this name. Click the one that it is.")
        if self._subject is not None:
            return self.tr("Somebody has this name already. You can undo this at any time.")
        if self.choosable:
            return self.tr(
                "All faces will be one person's. Click the face whose name stays. "
                "You can undo this at any time."
            )
        return self.tr("All faces will be one person's. You can undo this at any time.")

    def _lay_out(self) -> None:
        heading = QLabel(self._title)
        heading.setProperty("look", "heading")
        heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        heading.setMinimumWidth(NARROWEST)
        faces = QGridLayout()
        faces.setHorizontalSpacing(24)
        named_first = sorted(self.cards, key=lambda card: card.card.kind == "group")
        for place, card in enumerate(named_first[:MOST_SHOWN]):
            faces.addWidget(card, place // COLUMNS, place % COLUMNS)
        for card in named_first[MOST_SHOWN:]:
            card.hide()
        row = QHBoxLayout()
        row.addStretch()
        row.addLayout(faces)
        row.addStretch()
        self.words = QLabel(self._explanation(), wordWrap=True)
        self.words.setProperty("look", "muted")
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.doubts = QLabel(wordWrap=True)
        self.doubts.setProperty("look", "warning")
        self.doubts.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.doubts.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 24)
        column.setSpacing(16)
        column.addWidget(heading)
        column.addLayout(row)
        column.addWidget(self.doubts)
        column.addWidget(self.words)
        column.addSpacing(8)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("Cancel"), autoDefault=False)
        cancel.setToolTip(self.tr("Change nothing (Escape)"))
        cancel.clicked.connect(self.reject)
        self.yes.setToolTip(self.tr("Make one person of them (Enter)"))
        self.yes.clicked.connect(self._on_yes)
        row = QHBoxLayout()
        row.addWidget(cancel)
        row.addStretch()
        if self._another is not None:
            self.other = QPushButton(self.tr("&Another person"), autoDefault=False)
            self.other.setToolTip(self.tr("Two people have this name (Alt+A)"))
            self.other.clicked.connect(self._on_another)
            row.addWidget(self.other)
        row.addWidget(self.yes)
        return row

    def _on_yes(self) -> None:
        survivor = self.survivor()
        others = [card.card for card in self.cards if card.card.id != survivor.id]
        self.accept()
        self._then(_who(survivor), [_who(card) for card in others])

    def _on_another(self) -> None:
        self.accept()
        if self._another is not None:
            self._another()


def bold(font: QFont) -> QFont:
    """Return a font for names."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _who(card: PersonOrGroup) -> Who:
    return Who(card.kind, card.number)
