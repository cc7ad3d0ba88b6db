"""Asks for a person: all of them with their faces, fewer while a name is typed."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facegallery.domain.person import PersonOrGroup
from facegallery.ui.people.cards import Cards
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets.people_matches import NEW, MatchList, matches, row_for_new


class PersonPicker(QDialog):
    """A field and a list below it. Enter takes the row that is marked.

    Signal picked(str name, int or None person_id): None for a new person of that name.
    title: what is asked. new: offer to make a new person of the name typed.
    without: ids of people who are no answer.
    """

    picked = Signal(str, object)

    def __init__(
        self,
        session: Session,
        pictures: Pictures,
        parent: QWidget,
        title: str,
        *,
        new: bool = True,
        without: Collection[int] = (),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumSize(400, 480)
        self._cards, self._without = Cards.of(session), frozenset(without)
        self._people: list[PersonOrGroup] | None = None
        self._entered = False
        self._new = new
        self.field = QLineEdit(placeholderText=self.tr("Type a name"), clearButtonEnabled=True)
        self.field.setAccessibleName(self.tr("Name"))
        self.rows = MatchList(pictures, self)
        self._choose = QPushButton(self.tr("Choose"), default=True)
        self._choose.setProperty("look", "primary")
        self._choose.setToolTip(self.tr("Choose the marked person (Enter)"))
        self._lay_out(title)
        self.field.textEdited.connect(self._show_matches)
        self.field.returnPressed.connect(self._on_chosen)
        self.rows.clicked.connect(self._on_clicked)
        self._choose.clicked.connect(self._on_chosen)
        self.rows.selectionModel().currentChanged.connect(
            lambda index, _old: self._choose.setEnabled(index.isValid())
        )
        if self._cards.ready:
            self._on_cards()
        else:
            self._cards.changed.connect(self._on_cards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list with the arrows, from the field too; see QWidget."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.rows.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            event.accept()  # the field has said so itself: one key press, one answer
        else:
            super().keyPressEvent(event)

    def _lay_out(self, title: str) -> None:
        heading = QLabel(title, wordWrap=True)
        heading.setProperty("look", "heading")
        cancel = QPushButton(self.tr("Cancel"), autoDefault=False)
        cancel.setToolTip(self.tr("Change nothing (Escape)"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(heading)
        column.addWidget(self.field)
        column.addWidget(self.rows, 1)
        column.addLayout(buttons)
        self.field.setFocus()

    def _on_cards(self) -> None:
        """Offer the people known; the list then stays as it is under the hand."""
        if self._people is not None:
            return
        people = self._cards.people
        self._people = [card for card in people if card.number not in self._without]
        entered = self._entered
        self._show_matches(self.field.text())
        if entered:
            self._on_chosen()

    def _show_matches(self, typed: str) -> None:
        self._entered = False
        if self._people is None:
            return
        found: Sequence[PersonOrGroup] = matches(self._people, typed)
        name = " ".join(typed.split())
        if self._new and name:
            words = self.tr("New person “{0}”").format(name)
            found = [*found, row_for_new(words)]
        self.rows.show_cards(found)
        if name and found:
            self.rows.step(1)
        self._choose.setEnabled(self.rows.chosen() is not None)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.rows.setCurrentIndex(index)
        self._on_chosen()

    def _on_chosen(self) -> None:
        # Who types and presses Enter before the people are read means them all the same.
        self._entered = self._people is None
        card = self.rows.chosen()
        if card is None:
            return
        self.accept()
        if card.number == NEW:
            self.picked.emit(" ".join(self.field.text().split()), None)
        else:
            self.picked.emit(card.name, card.number)
