"""What the user tells of a person: birth date, other names, notes; and the merges behind them."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from facegallery.actions.details import Describe
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.widgets.style import SPACING

_NOTES_HEIGHT = 60
_BORN_WIDTH = 130


class Details(QFrame):
    """Fields that are written when they are left, or with Enter.

    Signals: told(Describe), left() for Escape.
    """

    told = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._card: PersonOrGroup | None = None
        self._told: Describe | None = None  # Enter tells it, and then leaving the field once more
        self.born = QLineEdit(placeholderText=self.tr("1984-05-03 or 1984"))
        self.born.setFixedWidth(_BORN_WIDTH)
        self.born.setToolTip(
            self.tr("The date of birth, or the year alone: photos then tell the age")
        )
        self.names = QLineEdit(placeholderText=self.tr("Nickname, name before marriage, …"))
        self.names.setToolTip(self.tr("Other names, with commas between; search finds them too"))
        self.notes = QPlainTextEdit()
        self.notes.setPlaceholderText(self.tr("Whatever you want to remember"))
        self.notes.setFixedHeight(_NOTES_HEIGHT)
        self.notes.setTabChangesFocus(True)
        self.born.editingFinished.connect(self._tell_born)
        self.names.editingFinished.connect(self._tell_names)
        for field in (self.born, self.names, self.notes):
            field.installEventFilter(self)
        self._lay_out()
        self.hide()

    def show_card(self, card: PersonOrGroup) -> None:
        """Show what is known of a person; what is being typed stays."""
        other = self._card is None or self._card.id != card.id
        if card != self._card:
            self._told = None
        self._card = card
        for field, words in (
            (self.born, card.birth_date or ""),
            (self.names, ", ".join(card.other_names)),
        ):
            if other or not field.hasFocus():
                field.setText(words)
        if (other or not self.notes.hasFocus()) and self.notes.toPlainText() != card.notes:
            self.notes.setPlainText(card.notes)

    def open(self) -> None:
        """Show the fields, ready to type into."""
        self.show()
        self.born.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.born.selectAll()

    def forget(self) -> None:
        """Show what is known: what was typed could not be written."""
        if self._card is not None:
            card, self._card, self._told = self._card, None, None
            self.show_card(card)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Write the notes when they are left; leave with Escape; see QObject."""
        kind = event.type()
        if kind == QEvent.Type.FocusOut and watched is self.notes:
            if isinstance(event, QFocusEvent) and event.reason() != _WINDOW:
                self._tell_notes()
        elif (
            kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            if kind == QEvent.Type.KeyPress:
                self.forget()
                self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _tell_born(self) -> None:
        card, born = self._card, self.born.text().strip()
        if card is not None and born != (card.birth_date or ""):
            self._tell(Describe(card.number, birth_date=born))

    def _tell_names(self) -> None:
        parts = (" ".join(part.split()) for part in self.names.text().split(","))
        names = tuple(dict.fromkeys(part for part in parts if part))
        if self._card is not None and names != self._card.other_names:
            self._tell(Describe(self._card.number, other_names=names))

    def _tell_notes(self) -> None:
        notes = self.notes.toPlainText().strip()
        if self._card is not None and notes != self._card.notes:
            self._tell(Describe(self._card.number, notes=notes))

    def _tell(self, told: Describe) -> None:
        if told != self._told:
            self._told = told
            self.told.emit(told)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * SPACING, SPACING, 2 * SPACING, SPACING)
        grid.setHorizontalSpacing(SPACING)
        grid.setVerticalSpacing(SPACING // 2)
        for column, (words, field) in enumerate(
            (
                (self.tr("&Born"), self.born),
                (self.tr("&Also called"), self.names),
                (self.tr("&Notes"), self.notes),
            )
        ):
            label = QLabel(words)
            label.setProperty("look", "small")
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)


_WINDOW = Qt.FocusReason.ActiveWindowFocusReason
