"""The search field of the window: names, completed one after another."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget

from facegallery.ui.people.cards import Cards
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets.icons import icon
from facegallery.ui.widgets.people_matches import ROW_HEIGHT, MatchList, matches, plain

MOST_SHOWN = 7


class SearchField(QLineEdit):
    """Type names and press Enter; Down or the mouse completes the name that is being typed.

    Signals: searched(str) for Enter, and for a name that was completed; left() for Escape.
    """

    searched = Signal(str)
    left = Signal()

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._cards = Cards.of(session)
        self._list = _Completions(pictures, parent)
        self._list.rows.clicked.connect(self._on_clicked)
        self.setPlaceholderText(self.tr("Search photos by the people in them"))
        self.setAccessibleName(self.tr("Search"))
        self.setToolTip(self.tr("Names of one or more people, for example: anna ben (Ctrl+F)"))
        self.setClearButtonEnabled(True)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear or search"))
        self.textEdited.connect(self._on_typed)

    @property
    def completions(self) -> list[str]:
        """The names that are offered now."""
        if not self._list.isVisible():
            return []
        return [card.name or "" for card in self._list.rows.matches.items]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list, search, or leave; see QWidget."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            card = self._list.rows.chosen() if self._list.isVisible() else None
            if card is not None:
                self._complete(card.name or "")
            self._list.hide()
            self.searched.emit(self.text())
        elif key == Qt.Key.Key_Escape:
            if self._list.isVisible():
                self._list.hide()
            else:
                self.left.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._list.isVisible():
            self._list.rows.step(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from being a shortcut of the window; see QWidget."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list; see QWidget."""
        self._list.hide()
        super().focusOutEvent(event)

    def _on_typed(self, text: str) -> None:
        _before, typed = self._split(text)
        found = matches(self._cards.people, typed)[:MOST_SHOWN] if typed else []
        if found and plain(found[0].name or "") != plain(typed):
            self._list.rows.show_cards(found)
            self._list.place_below(self, len(found))
        else:
            self._list.hide()

    def _split(self, text: str) -> tuple[str, str]:
        """Return what stands before the name being typed, and that name's beginning.

        The longest end of the text that some name fits is taken: "anna maria l" may be one name.
        """
        words = text.split(" ")
        for start in range(len(words)):
            ending = " ".join(words[start:]).strip()
            wanted = plain(ending)
            if wanted and any(
                f" {wanted}" in f" {plain(card.name or '')}" for card in self._cards.people
            ):
                return " ".join(words[:start]), ending
        return " ".join(words[:-1]), words[-1].strip()

    def _complete(self, name: str) -> None:
        before, _typed = self._split(self.text())
        self.setText(f"{before} {name}".strip())

    def _on_clicked(self, index: QModelIndex) -> None:
        card = self._list.rows.matches.item(index)
        self._list.hide()
        if card is not None:
            self._complete(card.name or "")
            self.searched.emit(self.text())


class _Completions(QFrame):
    """The list below the field, over everything else in the window."""

    def __init__(self, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "popup")
        self.rows = MatchList(pictures, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.rows)
        self.hide()

    def place_below(self, field: QWidget, rows: int) -> None:
        """Show below the field."""
        window = field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        corner = field.mapTo(window, QPoint(0, field.height() + 4))
        self.setGeometry(QRect(corner.x(), corner.y(), field.width(), rows * ROW_HEIGHT + 10))
        self.show()
        self.raise_()
