"""The insight page: who is seen with whom, years, events and more, each a click from a search."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from facegallery.catalog.library import Catalog
from facegallery.domain.insight import Alike, PersonYears
from facegallery.domain.person import PersonOrGroup
from facegallery.jobs.looks import find_alike
from facegallery.ui.insight import answers
from facegallery.ui.insight.people_graph import PeopleGraph
from facegallery.ui.insight.years_list import YearsList
from facegallery.ui.people.cards import Cards
from facegallery.ui.pictures import Pictures
from facegallery.ui.search.query_text import name_in_query
from facegallery.ui.session import Session
from facegallery.ui.widgets.empty_state import EmptyState, show_instead
from facegallery.ui.widgets.entries import Entry, EntryList
from facegallery.ui.widgets.page import Page
from facegallery.ui.widgets.reader import Reader
from facegallery.ui.widgets.style import SPACING

TOGETHER, YEARS, EVENTS, THIS_DAY, NOT_SEEN, ALIKE, TO_NAME = range(7)


class InsightPage(Page):
    """Tabs, each asked anew when it is shown.

    Signals: search_asked(str); photo_opened(list[Photo], int) for photos that look alike.
    """

    search_asked = Signal(str)
    photo_opened = Signal(list, int)

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._cards = Cards.of(session)
        self._reader = Reader(session.library, self)
        self._stale = True
        self.tabs = QTabBar(drawBase=False, expanding=False, usesScrollButtons=False)
        for words in (
            self.tr("Together"), self.tr("Years"), self.tr("Events"), self.tr("This day"),
            self.tr("Not seen for long"), self.tr("Alike"), self.tr("To name"),
        ):  # fmt: skip
            self.tabs.addTab(words)
        self.tabs.setAccessibleName(self.tr("Insight"))
        self.graph = PeopleGraph(pictures, self)
        self.years = YearsList(pictures, self)
        self.rows = EntryList(pictures, self)
        self.empty = EmptyState("insight", self)
        self._lay_out()
        self.tabs.currentChanged.connect(self.ask)
        self.graph.chosen.connect(self._on_people)
        self.years.chosen.connect(self._on_year)
        self.rows.chosen.connect(self._on_entry)
        session.changed.connect(self._on_changed)
        self._cards.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Insight"))
        title.setProperty("look", "title")
        row = QHBoxLayout()
        row.setContentsMargins(3 * SPACING, 3 * SPACING, 3 * SPACING, SPACING)
        row.setSpacing(2 * SPACING)
        row.addWidget(title)
        row.addWidget(self.tabs)
        row.addStretch()
        self._stack = QStackedWidget()
        for widget in (self.graph, self.years, self.rows, self.empty):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask what is true now; see QWidget."""
        super().showEvent(event)
        if self._stale:
            self.ask()

    def _on_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self.ask()

    def _known(self) -> answers.Cards:
        return {card.number: card for card in self._cards.people if not card.hidden}

    # Asking

    def ask(self) -> None:
        """Ask for what the tab of the moment shows."""
        self._stale = False
        tab, cards = self.tabs.currentIndex(), self._known()
        if tab == TOGETHER:
            question = partial(answers.together, cards, self.graph.shown)
            self._reader.ask(question, partial(self._if_here, tab, self._show_graph))
        elif tab in (YEARS, NOT_SEEN):
            self._reader.ask(answers.years, partial(self._if_here, tab, self._show_years))
        elif tab == ALIKE:
            self._say(
                self.tr("Looking at the photos"),
                self.tr("How photos look is compared the first time; then it is known."),
            )
            self._session.ask_beside(partial(find_alike, self._session.library), self._on_alike)
        else:
            questions: dict[int, Callable[[Catalog], list[Entry]]] = {
                EVENTS: lambda db: answers.events(db, cards),
                THIS_DAY: answers.this_day,
                TO_NAME: answers.to_name,
            }
            self._reader.ask(questions[tab], partial(self._if_here, tab, self._show_rows))

    def _if_here(self, tab: int, show: Callable[[object], None], answer: object) -> None:
        """Show an answer, unless another tab was chosen meanwhile."""
        if tab == self.tabs.currentIndex():
            show(answer)

    def _on_alike(self, found: list[Alike]) -> None:
        self._reader.ask(
            lambda db: answers.alike_rows(db, found),
            partial(self._if_here, ALIKE, self._show_rows),
        )

    # Showing

    def _show_graph(self, answer: object) -> None:
        if not isinstance(answer, answers.Graph):
            raise TypeError(type(answer).__name__)
        self.graph.show_graph(answer)
        if answer.people:
            show_instead(self, self._stack, self.graph)
        else:
            self._say(
                self.tr("Nobody is seen with anybody yet"),
                self.tr("Name people who are in photos together; lines then join them here."),
            )

    def _show_years(self, answer: object) -> None:
        people = [person for person in _list(answer) if isinstance(person, PersonYears)]
        cards = self._known()
        if self.tabs.currentIndex() == NOT_SEEN:
            self._show_rows(answers.not_seen(people, cards))
            return
        rows = [(cards[p.person_id], p) for p in people if p.person_id in cards]
        self.years.show_people(rows)
        if rows:
            show_instead(self, self._stack, self.years)
        else:
            self._say(
                self.tr("Nobody has a name yet"),
                self.tr("Name people to see their photos over the years."),
            )

    def _show_rows(self, answer: object) -> None:
        rows = [entry for entry in _list(answer) if isinstance(entry, Entry)]
        self.rows.show_entries(rows)
        self.rows.scrollToTop()
        if rows:
            show_instead(self, self._stack, self.rows)
        else:
            self._say(*self._nothing())

    def _nothing(self) -> tuple[str, str]:
        return {
            EVENTS: (
                self.tr("No events yet"),
                self.tr("Some photos of one time and place make an event."),
            ),
            THIS_DAY: (
                self.tr("No photos of this day"),
                self.tr("In other years no photo was taken on this day."),
            ),
            NOT_SEEN: (
                self.tr("Everybody was seen lately"),
                self.tr("People with ten photos and none in two years appear here."),
            ),
            ALIKE: (
                self.tr("No photos look alike"),
                self.tr("Bursts and photos saved twice appear here, the best one first."),
            ),
        }.get(self.tabs.currentIndex(), (self.tr("Nothing to show"), ""))

    def _say(self, heading: str, sentence: str) -> None:
        self.empty.say(heading, sentence)
        show_instead(self, self._stack, self.empty)

    # A click from a search

    def _on_people(self, people: list[PersonOrGroup]) -> None:
        self.search_asked.emit(" ".join(self._name(card) for card in people))

    def _on_year(self, card: PersonOrGroup, year: str) -> None:
        self.search_asked.emit(f"{self._name(card)} date: {year}" if year else self._name(card))

    def _on_entry(self, entry: Entry) -> None:
        if self.tabs.currentIndex() == ALIKE:
            self.photo_opened.emit(list(entry.photos), 0)
        elif entry.query:
            self.search_asked.emit(entry.query)

    def _name(self, card: PersonOrGroup) -> str:
        names = [(other.number, other.name or "") for other in self._cards.people]
        return name_in_query(card.name or "", names)


def _list(answer: object) -> Sequence[object]:
    return answer if isinstance(answer, list) else []
