"""A field to type a name into, with the people of that name below it to choose from."""

from unicodedata import normalize

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMoveEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from facegallery.domain.person import PersonOrGroup
from facegallery.ui.people.cards import Cards
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets.people_matches import (
    NEW,
    ROW_HEIGHT,
    MatchList,
    matches,
    row_for_new,
)

MOST_SHOWN = 6
NARROWEST = 320


class NameEdit(QLineEdit):
    """Type a name and press Enter, or choose a person with Down, Tab or the mouse.

    The first row says what Enter does with what is typed, unless somebody has that very name.

    Signals: named(str text, int or None person_id) once for each Enter or click; the id is that
    of a person chosen from the list, None for a text as typed. cancelled() for Escape, left()
    when the focus goes elsewhere.
    """

    named = Signal(str, object)
    cancelled = Signal()
    left = Signal()

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = Cards.of(session)
        self._pictures = pictures
        self._popup: _Popup | None = None
        self._without: int | None = None
        self.setPlaceholderText(self.tr("Who is this?"))
        self.setAccessibleName(self.tr("Name"))
        self.setToolTip(self.tr("Type a name and press Enter; Down or Tab chooses from the list"))
        self.setMaxLength(200)
        self.textEdited.connect(self._on_typed)

    def leave_out(self, person_id: int | None) -> None:
        """Do not offer this person: the one whose name is edited."""
        self._without = person_id

    @property
    def offered(self) -> list[PersonOrGroup]:
        """The people that the list shows now; empty while it is closed."""
        shown = self._popup is not None and self._popup.isVisible()
        rows = self._popup.rows.matches.items if self._popup and shown else []
        return [card for card in rows if card.number != NEW]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list, name, or cancel; see QWidget."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self._on_enter()
        elif key == Qt.Key.Key_Escape:
            event.accept()
            self._on_escape()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            event.accept()
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Escape, Enter and the arrows from being shortcuts of the page; see QWidget."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key()
            in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
        ):
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list; see QWidget."""
        self._close_list()
        super().focusOutEvent(event)
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Close the list; see QWidget."""
        self._close_list()
        super().hideEvent(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Take the list along, or close it where the field is scrolled away; see QWidget."""
        super().moveEvent(event)
        if self._popup is not None and self._popup.isVisible():
            if self.visibleRegion().isEmpty():
                self._close_list()
            else:
                self._popup.place_below(self)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go down the people offered, and on from the last one; see QWidget."""
        rows = self._popup.rows if self._popup is not None and self.offered else None
        if forward and rows and rows.currentIndex().row() + 1 < rows.matches.rowCount():
            self._walk(1)
            return True
        return super().focusNextPrevChild(forward)

    def _on_enter(self) -> None:
        card = self._popup.rows.chosen() if self._popup and self._popup.isVisible() else None
        text = " ".join(self.text().split())
        self._close_list()
        if card is not None and card.number != NEW:
            self.named.emit(card.name, card.number)
        elif text:
            self.named.emit(text, None)

    def _on_escape(self) -> None:
        offered = bool(self.offered)
        self._close_list()
        if not offered:
            self.cancelled.emit()

    def _walk(self, rows: int) -> None:
        if self._popup is None or not self._popup.isVisible():
            self._offer(self.text())
        else:
            self._popup.rows.step(rows)
            if self._popup.rows.chosen() is None:
                self._mark_typed()

    def _on_typed(self, text: str) -> None:
        if text.strip():
            self._offer(text)
        else:
            self._close_list()

    def _offer(self, typed: str) -> None:
        people = [card for card in self._cards.people if card.number != self._without]
        name = " ".join(typed.split())
        rows = matches(people, name)[:MOST_SHOWN]
        if name and not any(_same(card.name or "", name) for card in people):
            rows = [row_for_new(self._deed().format(name)), *rows]
        if not rows:
            self._close_list()
            return
        if self._popup is None or self._popup.parentWidget() is not self.window():
            self._popup = _Popup(self._pictures, self.window())
            self._popup.rows.clicked.connect(self._on_clicked)
            self.destroyed.connect(self._popup.deleteLater)
        self._popup.rows.show_cards(rows)
        self._mark_typed()
        self._popup.place_below(self)

    def _deed(self) -> str:
        """Return the words for what Enter does with a name that nobody has."""
        return self.tr("New person: {0}") if self._without is None else self.tr("New name: {0}")

    def _mark_typed(self) -> None:
        """Mark the row for what is typed, where there is one."""
        if self._popup is not None:
            first = self._popup.rows.matches.index(0)
            card = self._popup.rows.matches.item(first)
            if card is not None and card.number == NEW:
                self._popup.rows.setCurrentIndex(first)

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._popup is None:
            return
        self._popup.rows.setCurrentIndex(index)
        self._on_enter()

    def _close_list(self) -> None:
        if self._popup is not None:
            self._popup.hide()


def _same(name: str, other: str) -> bool:
    """Tell whether two names count as one, as the catalog takes them."""
    return normalize("NFC", name).casefold() == normalize("NFC", other).casefold()


class _Popup(QFrame):
    """The list, over everything else in the window, so that no window system can misplace it."""

    def __init__(self, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows = MatchList(pictures, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.rows)

    def place_below(self, field: QWidget) -> None:
        """Show below a field, or above where there is more room."""
        rows = self.rows.matches.rowCount()
        window = field.window().rect()
        corner = field.mapTo(field.window(), QPoint(0, field.height() + 4))
        height = rows * ROW_HEIGHT + 10
        width = min(max(field.width(), NARROWEST), window.width() - 16)
        left = max(8, min(corner.x(), window.right() - width - 8))
        above = corner.y() - field.height() - 8 - height
        top = above if corner.y() + height > window.bottom() and above >= 0 else corner.y()
        self.setGeometry(QRect(left, top, width, height))
        self.show()
        self.raise_()
