"""A field to type a name into, with the people of that name below it to choose from."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMoveEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from facegallery.domain.person import PersonOrGroup
from facegallery.ui.people.cards import Cards
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets.people_matches import ROW_HEIGHT, MatchList, matches

MOST_SHOWN = 6
NARROWEST = 320


class NameEdit(QLineEdit):
    """Type a name and press Enter, or choose a person with Down or the mouse.

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
        self.setToolTip(self.tr("Type a name and press Enter; Down chooses from the list"))
        self.setMaxLength(200)
        self.textEdited.connect(self._on_typed)

    def leave_out(self, person_id: int | None) -> None:
        """Do not offer this person: the one whose name is edited."""
        self._without = person_id

    @property
    def offered(self) -> list[PersonOrGroup]:
        """The people that the list shows now; empty while it is closed."""
        shown = self._popup is not None and self._popup.isVisible()
        return list(self._popup.rows.matches.items) if self._popup and shown else []

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
                self._popup.place_below(self, len(self.offered))

    def _on_enter(self) -> None:
        card = self._popup.rows.chosen() if self._popup and self._popup.isVisible() else None
        text = " ".join(self.text().split())
        self._close_list()
        if card is not None:
            self.named.emit(card.name, card.number)
        elif text:
            self.named.emit(text, None)

    def _on_escape(self) -> None:
        if self._popup is not None and self._popup.isVisible():
            self._close_list()
        else:
            self.cancelled.emit()

    def _walk(self, rows: int) -> None:
        if self._popup is None or not self._popup.isVisible():
            self._offer(self.text())
        elif self._popup is not None:
            self._popup.rows.step(rows)

    def _on_typed(self, text: str) -> None:
        if text.strip():
            self._offer(text)
        else:
            self._close_list()

    def _offer(self, typed: str) -> None:
        people = [card for card in self._cards.people if card.number != self._without]
        found = matches(people, typed)[:MOST_SHOWN]
        if not found:
            self._close_list()
            return
        if self._popup is None or self._popup.parentWidget() is not self.window():
            self._popup = _Popup(self._pictures, self.window())
            self._popup.rows.clicked.connect(self._on_clicked)
            self.destroyed.connect(self._popup.deleteLater)
        self._popup.rows.show_cards(found)
        self._popup.place_below(self, len(found))

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._popup is None:
            return
        card = self._popup.rows.matches.item(index)
        self._close_list()
        if card is not None:
            self.named.emit(card.name, card.number)

    def _close_list(self) -> None:
        if self._popup is not None:
            self._popup.hide()


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

    def place_below(self, field: QWidget, rows: int) -> None:
        """Show below a field, or above where there is more room."""
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
