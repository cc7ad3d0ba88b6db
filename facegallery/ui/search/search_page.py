"""The search page: how many photos there are, when and with whom, and the photos."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from facegallery.actions.albums import ChangeQuery, SaveAlbum
from facegallery.actions.people import Who
from facegallery.catalog import search
from facegallery.catalog.library import Catalog
from facegallery.domain.album import Album
from facegallery.domain.person import PersonOrGroup
from facegallery.domain.photo import Photo
from facegallery.domain.query.parse import Query
from facegallery.ui.albums.exporter import ExportDialog
from facegallery.ui.albums.name_question import NameQuestion
from facegallery.ui.people.cards import Cards
from facegallery.ui.photos.photo_grid import PhotoGrid
from facegallery.ui.pictures import Pictures
from facegallery.ui.search import query_text
from facegallery.ui.search.found import FoundPhotos, Numbers
from facegallery.ui.search.histogram import Histogram
from facegallery.ui.search.term_chip import TermChip
from facegallery.ui.session import Session
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.buttons import push_button
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.empty_state import EmptyState, show_instead
from facegallery.ui.widgets.page import Page
from facegallery.ui.widgets.reader import Reader
from facegallery.ui.widgets.spoken import spoken, spoken_error
from facegallery.ui.widgets.style import SPACING

WIDEST_NAME = 200  # pixels, of an album on a button
OFFERED = 6  # people to begin with, while nothing was typed, and to refine by


class SearchPage(Page):
    """The photos that a query asks for.

    Signals: photo_opened(list[Photo], int), person_opened(Who); search_asked(str) for another
    query: a person or a time that was clicked to begin with or to refine by.
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
        self._stale = False  # something has changed while the page was not shown
        self._query = Query()
        self._found: FoundPhotos | None = None
        self._number: int | None = None  # of all photos found, once they are counted
        self._album: Album | None = None  # whose search is being changed
        self.chips: list[TermChip] = []
        self._chip_row = QHBoxLayout()
        self._chip_row.setSpacing(SPACING)
        self.words = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.words.setProperty("look", "muted")
        self.histogram = Histogram(self)
        self.grid = PhotoGrid(session, pictures, self)
        self.empty = EmptyState("search", self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.empty)
        self._lay_out()
        self.histogram.chosen.connect(self._on_time)
        self.grid.photo_opened.connect(self.photo_opened)
        self.grid.person_opened.connect(self.person_opened)
        self.grid.filled.connect(self._show_state)
        self.grid.model().rowsInserted.connect(self._show_state)
        self._cards.changed.connect(self._on_changed)
        self.search("")

    def _lay_out(self) -> None:
        self.tools = QHBoxLayout()
        self.tools.setSpacing(SPACING)
        self.tools.addWidget(self.words, 1)
        self.save = push_button(
            "save",
            self.tr("Save as album"),
            self.tr("The album will find new photos by itself"),
            key="Alt+S",
        )
        self.save.clicked.connect(self._save)
        self.change = push_button("check", "", look="primary")
        self.change.clicked.connect(self._change)
        self.export = push_button("move", self.tr("Export…"), key="Alt+E")
        self.export.clicked.connect(self._export)
        for button in (self.change, self.save, self.export):
            self.tools.addWidget(button)
        head = QVBoxLayout()
        head.setContentsMargins(3 * SPACING, 2 * SPACING, 3 * SPACING, SPACING)
        head.setSpacing(12)
        head.addLayout(self.tools)
        head.addLayout(self._chip_row)
        head.addWidget(self.histogram)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    @property
    def text(self) -> str:
        """What is searched for."""
        return self._text

    @property
    def query(self) -> Query:
        """What is searched for, as it was read."""
        return self._query

    def change_album(self, album: Album) -> None:
        """Offer to have an album look for what is searched for next."""
        self._album = album
        name = self.fontMetrics().elidedText(album.name, Qt.TextElideMode.ElideRight, WIDEST_NAME)
        self.change.setText(" " + self.tr("Change album “{0}”").format(name).replace("&", "&&"))
        self.change.setToolTip(self.tr("The album will look for this instead"))

    def search(self, text: str) -> None:
        """Show the photos that a text asks for."""
        self._text = text
        if not text.strip():
            self._album = None
        query = search.query(self._session.db, text)
        if query.node != self._query.node or self._found is None or self._found.error:
            found = FoundPhotos(self._session.library, query)
            self._found, self._number = found, None
            self.words.clear()
            self.grid.show_months(on=not found.by_likeness)
            self.grid.set_source(_nothing if query.is_empty else found.page)
        self._query = query
        if query.is_empty:
            self._offer()
        else:
            self._counter.ask(self._found.numbers, self._on_counted)
        self._show_state()

    def _on_changed(self) -> None:
        """Search again: a name may have come or gone; the grid refreshes by itself."""
        if self.isVisible():
            self.search(self._text)
        else:  # when it is shown: nobody waits for it now
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Search again for what has changed meanwhile; see QWidget."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.search(self._text)

    def _on_counted(self, numbers: Numbers | None) -> None:
        if self._query.is_empty:
            return
        if numbers is None:
            self._refine([], [])
            self._show_state()
            return
        number = numbers.found
        self._number = number.photos
        words = counts.photos(number.photos)
        if number.photos and number.suggested == number.photos:
            words = self.tr("{0}, not confirmed yet.").format(words)
        elif number.suggested:
            words = self.tr("{0}; {1} of them only suggested.").format(
                words, written(number.suggested)
            )
        self.words.setText(words if number.photos else "")
        self._refine(numbers.refinement.months, numbers.refinement.people)

    # What to begin with, and to refine by

    def _offer(self) -> None:
        named = [card for card in self._cards.people if not card.hidden]
        self._show_chips([self._offer_chip(card) for card in named[:OFFERED]])
        self._show_months([])

    def _refine(self, months: Sequence[tuple[str, int]], people: Sequence[tuple[int, int]]) -> None:
        wanted = {person for piece in self._query.pieces for person in piece.people}
        chips = []
        for number, photos in people:
            card = self._cards.card(Who("person", number))
            if card is not None:
                chips.append(self._refine_chip(card, photos, wanted=number in wanted))
        self._show_chips(chips[: OFFERED + len(wanted)])
        self._show_months(months)

    def _show_months(self, months: Sequence[tuple[str, int]]) -> None:
        self.histogram.show_months(months)
        self.histogram.setVisible(len(months) > 1)

    def _show_chips(self, chips: list[TermChip]) -> None:
        while (item := self._chip_row.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self.chips = chips
        for chip in chips:
            chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._chip_row.addWidget(chip)
        self._chip_row.addStretch()
        self._fit_chips()

    def _fit_chips(self) -> None:
        """Show as many chips as there is room for, the most frequent people first."""
        room = self.width() - 6 * SPACING
        for chip in self.chips:
            chip.ensurePolished()
            room -= chip.sizeHint().width() + SPACING
            chip.setVisible(room > -SPACING or chip is self.chips[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more chips where there is room for them; see QWidget."""
        super().resizeEvent(event)
        self._fit_chips()

    def _refine_chip(self, card: PersonOrGroup, photos: int, *, wanted: bool) -> TermChip:
        chip = TermChip(f"{card.name} · {written(photos)}", card, self._pictures, self)
        if wanted:
            who = Who("person", card.number)
            chip.setToolTip(self.tr("Show this person"))
            chip.clicked.connect(lambda: self.person_opened.emit(who))
        else:
            chip.setToolTip(self.tr("Only photos with {0}, too").format(card.name))
            chip.clicked.connect(lambda: self._add_person(card))
        return chip

    def _offer_chip(self, card: PersonOrGroup) -> TermChip:
        chip = TermChip(card.name or "", card, self._pictures, self)
        chip.setToolTip(self.tr("Search for this person"))
        chip.clicked.connect(lambda: self._add_person(card))
        return chip

    def _add_person(self, card: PersonOrGroup) -> None:
        pairs = [(other.number, other.name or "") for other in self._cards.people]
        name = query_text.name_in_query(card.name or "", pairs)
        self.search_asked.emit(query_text.with_part(self._text, name))

    def _on_time(self, when: str) -> None:
        self.search_asked.emit(query_text.with_time(self._query, when))

    # What can be done with a result

    def _save(self) -> None:
        question = NameQuestion(
            self.window(), self.tr("Save this search as an album"), self.tr("Save"), self._text
        )
        text = self._text
        question.named.connect(lambda name: self._session.perform(SaveAlbum(name, text)))
        question.open()

    def _change(self) -> None:
        if self._album is not None:
            self._session.perform(ChangeQuery(self._album.id, self._text))
            self._album = None
            self._show_state()

    def _export(self) -> None:
        found, library = self._found, self._session.library
        if found is None:
            return

        def photo_ids() -> list[int]:
            with library.open(read_only=True) as db:
                return [photo.id for photo in found.page(db, None, -1)]

        number = self._number if self._number is not None else len(self.grid.photos)
        ExportDialog(self._session, photo_ids, "", number, self.window()).open()

    # States

    def _show_state(self) -> None:
        """Show the photos, or say why there are none."""
        query = self._query
        for button in (self.save, self.export):
            button.setVisible(bool(self.grid.photos) and not query.is_empty)
        other = self._album is not None and self._text != self._album.query
        readable = not query.is_empty and not any(mistake.grave for mistake in query.mistakes)
        self.change.setVisible(other and readable)
        if query.is_empty:
            self.words.clear()
            self._say_how_to_begin()
        elif wrong := self._what_is_wrong():
            self.words.clear()
            self.empty.say(*wrong)
        elif self.grid.is_full and not self.grid.photos:
            self.words.clear()
            self.empty.say(
                self.tr("No photo is like that"),
                self.tr("Leave something out to see more photos."),
            )
        else:
            show_instead(self, self._stack, self.grid)
            return
        show_instead(self, self._stack, self.empty)

    def _what_is_wrong(self) -> tuple[str, str] | None:
        """Return a heading and a sentence where the query cannot be answered as it is."""
        query = self._query
        grave = [mistake for mistake in query.mistakes if mistake.grave]
        if grave:
            wrong = query.text[grave[0].start : grave[0].end].strip()
            return self.tr("“{0}” cannot be read").format(wrong), spoken(grave[0].sentence)
        if self._found is not None and self._found.error is not None:
            return self.tr("This cannot be looked for"), spoken_error(self._found.error)
        if query.unknown and not self.grid.photos and self.grid.is_full:
            names = self.tr(", ").join(f"“{word}”" for word in query.unknown)
            return (
                self.tr("Nobody here is called {0}").format(names),
                self.tr(
                    "Check the spelling, or give the name to a face first: on People, or by a "
                    "click on the face in a photo."
                ),
            )
        return None

    def _say_how_to_begin(self) -> None:
        if self._cards.people:
            self.empty.say(
                self.tr("Whom are you looking for?"),
                self.tr(
                    "Type names above, with dates, places or folders: anna ben summer 2015. "
                    "Or drop a picture on the field to find who resembles it."
                ),
            )
        else:
            self.empty.say(
                self.tr("Nobody has a name yet"),
                self.tr(
                    "Name the faces on the People page to search for them here. Dates, folders "
                    "and cameras can be searched for already: date: 2015."
                ),
            )


def _nothing(_db: Catalog, _after: Photo | None, _limit: int) -> list[Photo]:
    """Give no photos: nothing was asked for."""
    return []
