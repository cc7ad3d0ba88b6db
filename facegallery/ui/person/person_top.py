"""All that stands above a person's faces: name, details, photos per year, and company."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facegallery.actions.people import Who
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.people.cards import Cards
from facegallery.ui.person.company_row import CompanyRow
from facegallery.ui.person.details import Details
from facegallery.ui.person.person_header import PersonHeader
from facegallery.ui.person.year_bar import YearBar
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets.style import SPACING

MOST_OF_PAGE = 0.6  # what is above the faces; they need the rest to be seen


class PersonTop(QWidget):
    """Signals: named(str, int or None) as NameEdit's, told(Describe), year_chosen(int or None),
    opened(Who) for somebody they are seen with, left() for Escape in a field.
    """

    named = Signal(str, object)
    told = Signal(object)
    year_chosen = Signal(object)
    opened = Signal(object)
    left = Signal()

    def __init__(
        self,
        session: Session,
        pictures: Pictures,
        actions: list[QAction],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._cards = Cards.of(session)
        self._page = parent
        self._below: QWidget | None = None
        parent.installEventFilter(self)
        self.header = PersonHeader(session, pictures, actions, self)
        self.details = Details(self)
        self.years = YearBar(self)
        self.company = CompanyRow(pictures, self)
        self._lay_out()
        self.header.named.connect(self.named)
        self.header.name.cancelled.connect(self._on_name_left)
        self.details.told.connect(self.told)
        self.details.left.connect(self._on_details_left)
        self.years.chosen.connect(self.year_chosen)
        self.company.opened.connect(self.opened)
        session.failed.connect(self._on_failed)

    def begin(self) -> None:
        """Show nothing of the person before: somebody else is about to be shown."""
        self.years.choose(None)
        self.years.show_years([])
        self.company.show_company([])
        self.details.hide()
        self._fit()

    def show_card(self, card: PersonOrGroup) -> None:
        """Show this person or group."""
        self.header.show_card(card)
        self.details.show_card(card)
        if card.kind == "group":
            self.details.hide()
            self._fit()

    def show_past(
        self, years: Sequence[tuple[int, int]], company: Sequence[tuple[int, int]]
    ) -> None:
        """Show photos a year, and who they are seen with: person ids with numbers of photos."""
        self.years.show_years(years)
        seen = ((self._cards.card(Who("person", number)), photos) for number, photos in company)
        self.company.show_company([(card, photos) for card, photos in seen if card is not None])

    def toggle_details(self) -> None:
        """Show or hide the details; shown, they can be typed into at once."""
        if self.details.isVisible():
            self._on_details_left()
        else:
            self.details.open()
            self._fit()

    def make_room_for(self, below: QWidget) -> None:
        """Note what lies between this and the faces, as long as it is shown."""
        self._below = below
        below.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit into the page again, and beside what is below; see QObject."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Leave out years and company where the page has no room for them beside the rest."""
        rest = [part for part in (self.details, self._below) if part and not part.isHidden()]
        wanted = sum(part.sizeHint().height() for part in (self.header, self._past, *rest))
        self._past.setHidden(bool(rest) and wanted > MOST_OF_PAGE * self._page.height())

    def _on_name_left(self) -> None:
        self.header.show_name()
        self.left.emit()

    def _on_details_left(self) -> None:
        self.details.hide()
        self._fit()
        self.left.emit()

    def _on_failed(self, _error: object) -> None:
        self.details.forget()

    def _lay_out(self) -> None:
        self._past = QWidget()
        past = QHBoxLayout(self._past)
        past.setContentsMargins(3 * SPACING, 0, 3 * SPACING, 0)
        past.setSpacing(3 * SPACING)
        past.addWidget(self.years, 3)
        past.addWidget(self.company, 2)
        details = QHBoxLayout()
        details.setContentsMargins(3 * SPACING, 0, 3 * SPACING, 0)
        details.addWidget(self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING // 2)
        column.addWidget(self.header)
        column.addLayout(details)
        column.addWidget(self._past)
