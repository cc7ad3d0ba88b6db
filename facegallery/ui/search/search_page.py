"""The search page: whom the words mean, how many photos show them all, and the photos."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from facegallery.actions.people import Who
from facegallery.catalog import search
from facegallery.catalog.library import Catalog
from facegallery.catalog.search import Found
from facegallery.domain.person import PersonOrGroup
from facegallery.domain.photo import Photo
from facegallery.domain.query.parse import Query
from facegallery.domain.query.values import Term
from facegallery.ui.people.cards import Cards
from facegallery.ui.photos.photo_grid import PhotoGrid
from facegallery.ui.pictures import Pictures
from facegallery.ui.search.term_chip import TermChip
from facegallery.ui.session import Session
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.empty_state import EmptyState, show_instead
from facegallery.ui.widgets.reader import Reader
from facegallery.ui.widgets.style import SPACING

OFFERED = 6  # people to begin with, while nothing was typed


class SearchPage(QWidget):
    """Photos of the people whose names were typed.

    Signals: photo_opened(list[Photo], int), person_opened(Who); search_asked(str) for a person
    that was clicked to begin with.
    """

    photo_opened = Signal(list, int)
    person_opened = Signal(object)
    search_asked = Signal(str)

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._pictures = session, pictures
        self._cards = Cards.of(session)
        self._counter = Reader(session.library, self)
        self._text = ""
        self._query: Query | None = None
        self.chips: list[TermChip] = []
        self._chip_row = QHBoxLayout()
        self._chip_row.setSpacing(SPACING)
        self.words = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.words.setProperty("look", "muted")
        self.grid = PhotoGrid(session, pictures, self)
        self.empty = EmptyState("search", self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.empty)
        head = QVBoxLayout()
        head.setContentsMargins(3 * SPACING, 3 * SPACING, 3 * SPACING, SPACING)
        head.setSpacing(12)
        head.addLayout(self._chip_row)
        head.addWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.grid.photo_opened.connect(self.photo_opened)
        self.grid.person_opened.connect(self.person_opened)
        self.grid.filled.connect(self._show_state)
        self._cards.changed.connect(self._on_changed)
        self.search("")

    @property
    def text(self) -> str:
        """What is searched for."""
        return self._text

    def search(self, text: str) -> None:
        """Show the photos of the people that a text names."""
        self._text = text
        query = search.query(self._session.db, text)
        if query != self._query:
            self._query = query
            self.words.clear()
            self.grid.set_source(partial(_page, query))
        self._show_terms(query)
        self._show_state()
        if query.terms:
            self._counter.ask(partial(_count, query), self._on_counted)

    def _on_changed(self) -> None:
        self.search(self._text)  # a name may have come or gone; the grid refreshes by itself

    def _on_counted(self, found: tuple[Query, Found]) -> None:
        query, number = found
        if query != self._query or not query.terms or not number.photos:
            return
        words = counts.photos(number.photos)
        if number.suggested == number.photos:
            words = self.tr("{0}, not confirmed yet.").format(words)
        elif number.suggested:
            words = self.tr("{0}; {1} of them only suggested.").format(
                words, f"{number.suggested:,}"
            )
        self.words.setText(words)

    def _show_terms(self, query: Query) -> None:
        while (item := self._chip_row.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        if query.terms:
            self.chips = [self._term_chip(term) for term in query.terms]
        else:
            named = [card for card in self._cards.people if not card.hidden]
            self.chips = [self._offer_chip(card) for card in named[:OFFERED]]
        for chip in self.chips:
            self._chip_row.addWidget(chip)
        self._chip_row.addStretch()

    def _term_chip(self, term: Term) -> TermChip:
        if not term.people:
            return TermChip(
                self.tr("“{0}” is nobody").format(term.text), None, self._pictures, self
            )
        cards = [self._cards.card(Who("person", number)) for number in term.people]
        known = max((card for card in cards if card), key=lambda card: card.photos, default=None)
        words = known.name if known and known.name else term.text
        if len(term.people) > 1:
            words = self.tr("{0} (any of {1} people)").format(term.text, len(term.people))
        chip = TermChip(words, known, self._pictures, self)
        chip.setToolTip(self.tr("Show this person"))
        if known is not None:
            who = Who("person", known.number)
            chip.clicked.connect(lambda: self.person_opened.emit(who))
        return chip

    def _offer_chip(self, card: PersonOrGroup) -> TermChip:
        chip = TermChip(card.name or "", card, self._pictures, self)
        chip.setToolTip(self.tr("Search for this person"))
        chip.clicked.connect(lambda: self.search_asked.emit(card.name or ""))
        return chip

    def _show_state(self) -> None:
        """Show the photos, or say why there are none."""
        query = self._query or Query()
        if not query.terms:
            self.words.clear()
            self._say_how_to_begin()
        elif query.unknown:
            self.words.clear()
            names = self.tr(", ").join(f"“{word}”" for word in query.unknown)
            self.empty.say(
                self.tr("Nobody here is called {0}").format(names),
                self.tr(
                    "Check the spelling, or give the name to a face first: on People, or by a "
                    "click on the face in a photo."
                ),
            )
        elif self.grid.is_full and not self.grid.photos:
            self.words.clear()
            self.empty.say(
                self.tr("No photo shows them all"),
                self.tr("Leave out a name to see more photos."),
            )
        else:
            show_instead(self, self._stack, self.grid)
            return
        show_instead(self, self._stack, self.empty)

    def _say_how_to_begin(self) -> None:
        if self._cards.people:
            self.empty.say(
                self.tr("Whom are you looking for?"),
                self.tr(
                    "Type one or more names above. Photos that show all of them appear here, "
                    "newest first."
                ),
            )
        else:
            self.empty.say(
                self.tr("Nobody has a name yet"),
                self.tr("Name the faces on the People page; then you can search for them here."),
            )


def _page(query: Query, db: Catalog, after: Photo | None, limit: int) -> list[Photo]:
    return search.run(db, query, after, limit) if query.terms else []


def _count(query: Query, db: Catalog) -> tuple[Query, Found]:
    return query, search.count(db, query)
