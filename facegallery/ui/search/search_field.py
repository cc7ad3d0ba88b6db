"""The search field of the window: tokens with faces, and the text that is being typed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from facegallery.actions.people import Who
from facegallery.catalog import faces
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.people.cards import Cards
from facegallery.ui.pictures import Pictures
from facegallery.ui.search import query_text
from facegallery.ui.search.completions import (
    MOST_SHOWN,
    Completions,
    PlainNames,
    key_of,
    keys_beginning,
)
from facegallery.ui.search.token_chip import HEIGHT, TokenChip
from facegallery.ui.session import Session
from facegallery.ui.shell.window_frame import picture_of
from facegallery.ui.widgets.icons import icon
from facegallery.ui.widgets.people_matches import plain
from facegallery.ui.widgets.spoken import spoken
from facegallery.ui.widgets.style import colours

if TYPE_CHECKING:
    from facegallery.domain.query.parse import Mistake, Piece, Query

TYPING_MS = 180  # after the last letter; then the results follow
ROOM_TO_TYPE, ROOM_TO_BEGIN = 0.35, 0.1  # of the field's width: while something is typed, and not
MOST_TOKENS = 60  # and so many mistakes are marked
_ICON_ROOM, _GAP = 30, 4


class SearchField(QLineEdit):
    """Type a query; what is complete becomes tokens before the text, which `text` gives whole.

    Down or the mouse completes the name or key that is being typed; Backspace at the beginning
    takes the last token back into the text; a picture dropped here is looked for by likeness.

    Signals: searched(str) for Enter, a completion and a changed token; typed(str) a moment after
    the last letter; left() for Escape.
    """

    searched = Signal(str)
    typed = Signal(str)
    left = Signal()

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._pictures = session, pictures
        self._cards = Cards.of(session)
        self._made_names: PlainNames | None = None  # of all people, once something is typed
        self._query: Query | None = None  # of an empty field
        self.chips: list[TokenChip] = []
        self._list = Completions(pictures, parent)
        self._list.rows.clicked.connect(self._on_clicked)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._pause.timeout.connect(lambda: self.typed.emit(self.text()))
        self._placeholder = self.tr("Search by people, dates, places, folders …")
        self.setPlaceholderText(self._placeholder)
        self.setAccessibleName(self.tr("Search"))
        self.setToolTip(
            self.tr("For example: anna ben, or anna -ben, or anna date: summer 2015 (Ctrl+F)")
        )
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(True)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear or search"))
        self.textEdited.connect(self._on_typed)
        self.textChanged.connect(self._on_text_changed)
        self._cards.changed.connect(self._on_cards)
        self._on_cards()

    # The whole query

    def text(self) -> str:
        """Return the whole query: the tokens and what is being typed; see QLineEdit."""
        parts = [chip.source for chip in self.chips] + [super().text().strip()]
        return _joined([part for part in parts if part])

    def setText(self, query: str | None) -> None:
        """Show a query as tokens; see QLineEdit."""
        text = query or ""
        if text != self.text() or (text and not self.chips):
            self._show(text)

    def selectAll(self) -> None:
        """Select the whole query, its tokens as text, to be typed over; see QLineEdit."""
        self._show("", self.text())
        super().selectAll()

    def clear(self) -> None:
        """Take everything away; see QLineEdit."""
        self._show("")

    @property
    def mistakes(self) -> "tuple[Mistake, ...]":
        """What cannot be read of the query."""
        return () if self._query is None else self._query.mistakes

    @property
    def completions(self) -> list[str]:
        """The names and keys that are offered now."""
        if not self._list.isVisible():
            return []
        rows = self._list.rows.matches.items
        return [f"{key}:" if (key := key_of(row)) else row.name or "" for row in rows]

    def _show(self, text: str, typing: str = "") -> None:
        """Show a text as tokens, and typing behind them as the text that goes on.

        What would be too many tokens for a field stays a text.
        """
        self._read(text)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        pieces = [] if self._query is None else query_text.split(self._query)
        if len(pieces) > MOST_TOKENS:
            pieces, typing = [], _joined([part for part in (text, typing) if part])
        self.chips = [self._chip(words, piece) for words, piece in pieces]
        super().setText(typing)
        self._lay_out()

    def _read(self, text: str) -> None:
        """Read a query; what reads it is not needed before there is one."""
        self._query = None
        if text:
            from facegallery.catalog import search

            self._query = search.query(self._session.db, text)

    def _chip(self, words: str, piece: "Piece") -> TokenChip:
        cards = [self._cards.card(Who("person", number)) for number in piece.people]
        known = max((card for card in cards if card), key=lambda card: card.photos, default=None)
        if known is None and (face := query_text.face_of(words)) is not None:
            known = self._face_card(face)
        wrong = [spoken(m.sentence) for m in self.mistakes if piece.start <= m.start < piece.end]
        if piece.kind == "name" and not piece.people:
            wrong.append(self.tr("Nobody in the library is called so."))
        chip = TokenChip(words, piece, known, self._pictures, self, " ".join(wrong))
        chip.removed.connect(lambda: self._remove(chip))
        chip.edit_asked.connect(lambda: self._edit(chip))
        return chip

    def _face_card(self, face_id: int) -> PersonOrGroup | None:
        """Return what a token shows for a face that is looked for: its picture."""
        face = faces.by_id(self._session.db, face_id)
        if face is None:
            return None
        return PersonOrGroup(
            "group", 0, None, 1, 1, hidden=False,
            cover_hash=face.photo_hash, cover_box=face.box, cover_path=face.path,
        )  # fmt: skip

    def _lay_out(self) -> None:
        """Put the tokens at the left; the first ones go where there is no room for all."""
        free = ROOM_TO_TYPE if super().text() else ROOM_TO_BEGIN
        room = int(self.width() * (1 - free)) - _ICON_ROOM
        shown: list[TokenChip] = []
        for chip in reversed(self.chips):
            chip.ensurePolished()  # its font, and so its width, comes from the style
            chip.resize(chip.sizeHint())
            room -= chip.width() + _GAP
            if room < 0 and shown:
                break
            shown.insert(0, chip)
        left = _ICON_ROOM
        for chip in self.chips:
            chip.setVisible(chip in shown)
            if chip in shown:
                chip.move(left, (self.height() - HEIGHT) // 2)
                left += chip.width() + _GAP
        self.setTextMargins(left - _ICON_ROOM if shown else 0, 0, 0, 0)
        self.setPlaceholderText("" if self.chips else self._placeholder)

    def _remove(self, chip: TokenChip) -> None:
        parts = [other.source for other in self.chips if other is not chip]
        self._show(_joined(parts), super().text())
        self.searched.emit(self.text())

    def _edit(self, chip: TokenChip) -> None:
        """Take a token and those behind it back into the text."""
        place = self.chips.index(chip)
        texts = [other.source for other in self.chips]
        rest = [text for text in (*texts[place:], super().text().strip()) if text]
        self._show(_joined(texts[:place]), _joined(rest))
        self.setFocus()
        self.setCursorPosition(len(chip.source))

    # Completion

    def _on_cards(self) -> None:
        self._made_names = None
        if self.chips:
            self._show(_joined([chip.source for chip in self.chips]), super().text())

    @property
    def _names(self) -> PlainNames:
        if self._made_names is None:
            self._made_names = PlainNames(self._cards.people)
        return self._made_names

    def _on_typed(self, _text: str) -> None:
        self._pause.start()
        _before, typed = self._split(super().text())
        found = self._names.beginning(typed) if plain(typed) else []
        if found and plain(found[0].name or "") == plain(typed):
            found = []
        rows = [*found[: MOST_SHOWN - 2], *keys_beginning(typed)][:MOST_SHOWN]
        if rows:
            self._list.rows.show_cards(rows)
            self._list.place_below(self, len(rows))
        else:
            self._list.hide()

    def _on_text_changed(self, text: str) -> None:
        """Follow what was typed, and the button that clears."""
        if self.chips and len(text) <= 1:
            self._lay_out()
        self._read(self.text())
        self.update()

    def _split(self, text: str) -> tuple[str, str]:
        """Return what stands before the name being typed, and that name's beginning.

        The longest end of the text that some name fits is taken: "anna maria l" may be one name.
        """
        words = text.split(" ")
        for start in range(max(0, len(words) - 6), len(words)):
            ending = " ".join(words[start:]).strip()
            if plain(ending) and self._names.has(ending):
                return " ".join(words[:start]), ending
        return " ".join(words[:-1]), words[-1].strip()

    def _complete(self, row: PersonOrGroup) -> None:
        before, typed = self._split(super().text())
        key = key_of(row)
        tokens = _joined([chip.source for chip in self.chips])
        if key is not None:
            begun = typed[: len(typed) - len(typed.lstrip("-("))]
            self._show(tokens, f"{before} {begun}{key}: ".lstrip())
            return
        name = query_text.name_in_query(row.name or "", self._pairs())
        self._show(_joined([part for part in (tokens, before, name) if part]))

    def _pairs(self) -> list[tuple[int, str]]:
        return [(card.number, card.name or "") for card in self._cards.people]

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._list.rows.matches.item(index)
        self._list.hide()
        if row is not None:
            self._accept(row)

    def _accept(self, row: PersonOrGroup) -> None:
        self._complete(row)
        if key_of(row) is None:
            self._pause.stop()
            self.searched.emit(self.text())

    # Keys and the mouse; see QWidget

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list, search, take back a token, or leave."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
        elif key == Qt.Key.Key_Escape:
            if self._list.isVisible():
                self._list.hide()
            else:
                self.left.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._list.isVisible():
            self._list.rows.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Backspace and self._at_start() and self.chips:
            self._edit(self.chips[-1])
            self._pause.start()
        else:
            super().keyPressEvent(event)

    def _at_start(self) -> bool:
        return self.cursorPosition() == 0 and not self.hasSelectedText()

    def _on_enter(self) -> None:
        row = self._list.rows.chosen() if self._list.isVisible() else None
        self._list.hide()
        self._pause.stop()
        if row is not None:
            self._accept(row)
            return
        text = self.text()
        self._show(text)
        self.searched.emit(text)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from being a shortcut of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list."""
        self._list.hide()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the tokens."""
        super().resizeEvent(event)
        self._lay_out()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures."""
        if picture_of(event) is not None:
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Look for what resembles the picture."""
        picture = picture_of(event)
        if picture is None:
            super().dropEvent(event)
            return
        event.acceptProposedAction()
        self._show(query_text.with_part(self.text(), query_text.like(picture)))
        self.searched.emit(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and underline what cannot be read of it."""
        super().paintEvent(event)
        typed = super().text()
        if not typed or not self.mistakes:
            return
        behind = len(self.text()) - len(typed.strip())
        metrics = self.fontMetrics()
        start = self.cursorRect().center().x() - metrics.horizontalAdvance(
            typed[: self.cursorPosition()]
        )
        with QPainter(self) as painter:
            painter.setPen(QPen(QColor(colours().warning), 2, Qt.PenStyle.DotLine))
            for mistake in self.mistakes[:MOST_TOKENS]:
                first, last = max(0, mistake.start - behind), mistake.end - behind
                if last > 0:
                    line = self.height() // 2 + metrics.height() // 2
                    left = start + metrics.horizontalAdvance(typed[:first])
                    right = start + metrics.horizontalAdvance(typed[:last])
                    painter.drawLine(left, line, right, line)


def _joined(parts: list[str]) -> str:
    """Return parts of a query as one text; a minus stays at what it is before."""
    text = ""
    for part in parts:
        text += part if not text or text.endswith("-") else f" {part}"
    return text
