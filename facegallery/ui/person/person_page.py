"""The page of one person or group."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facegallery.actions.people import Who
from facegallery.catalog.library import Catalog
from facegallery.domain.face import Face
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.people.face_grid import FaceGrid
from facegallery.ui.person.ages import age_words
from facegallery.ui.person.answering import Answering
from facegallery.ui.person.found import Found, find, photos_around, photos_of
from facegallery.ui.person.leaving import Leaving
from facegallery.ui.person.person_deeds import PersonDeeds
from facegallery.ui.person.person_top import PersonTop
from facegallery.ui.person.suggestion_strip import SuggestionStrip
from facegallery.ui.person.view_tabs import FACES, PHOTOS, ViewTabs
from facegallery.ui.photos.photo_grid import PhotoGrid
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets.choice_bar import ChoiceBar, make_action
from facegallery.ui.widgets.face_deeds import Deed, FaceDeeds, possible
from facegallery.ui.widgets.face_menu import FaceMenu, deed_action
from facegallery.ui.widgets.icons import icon
from facegallery.ui.widgets.reader import Reader
from facegallery.ui.widgets.style import SPACING

_DEEDS = (Deed.NAME, Deed.TAKE_OUT, Deed.NOT_A_FACE, Deed.COVER)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was found of somebody. version: Session.version that it tells of for sure."""

    asked: Who
    found: Found | None
    version: int


class PersonPage(QWidget):
    """Header, suggestions, and the faces or photos of one person or group.

    Signals: photo_opened(list[Photo], int), person_opened(Who) for somebody
    else's page, who_changed(Who) when a group got its name, back() for Escape, and when
    there is nobody left to show.
    """

    photo_opened = Signal(list, int)
    person_opened = Signal(object)
    who_changed = Signal(object)
    back = Signal()

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pictures = pictures
        self._reader = Reader(session.library, self)
        self.who: Who | None = None
        self.card: PersonOrGroup | None = None
        self._faces: list[Face] = []
        self._leaving = Leaving()
        self._stale = False  # the library has changed while the page was not shown
        self.deeds = FaceDeeds(session, pictures, self)
        self.naming = self.deeds.naming
        self.them = PersonDeeds(session, pictures, self.naming, self)
        self.grid = FaceGrid(pictures, self)
        self.grid.fill_ground()
        self.photos = PhotoGrid(session, pictures, self, with_months=False)
        self._make_actions()
        actions = [self.star, self.details, self.merged, self.split, self.merge]
        actions += [self.hide_it, self.show_it]
        self.top = PersonTop(session, pictures, actions, self)
        self.header = self.top.header
        self.strip = SuggestionStrip(
            pictures, [self.yes, self.no, self.why], [self.yes_all, self.no_all], self
        )
        self.top.make_room_for(self.strip)
        self.answers = Answering(session, self.strip, self.grid, self.deeds)
        self.bar = ChoiceBar([self.reject, *self._deeds.values()], self)
        self._lay_out()
        self._connect()

    def show_who(self, who: Who) -> None:
        """Show somebody; what is there appears when the catalog has answered."""
        if who != self.who:
            self.who, self.card, self._faces = who, None, []
            self.answers.card = self.them.card = None
            self.them.merges = ()
            self.grid.clearSelection()
            self.grid.show_items([])
            self.strip.show_faces("", [])
            self.top.begin()
            self._show_photos(who)
            self._focus_first()
        self.read()

    @property
    def view_name(self) -> str:
        """Whether faces or photos are shown: "faces" or "photos", to come back to."""
        return "photos" if self.tabs.current == PHOTOS else "faces"

    @view_name.setter
    def view_name(self, name: str) -> None:
        self.tabs.current = PHOTOS if name == "photos" else FACES

    @property
    def place(self) -> tuple[int, int] | None:
        """The first face or photo in sight by its id, and its distance from the top, pixels."""
        if self.tabs.current == PHOTOS:
            return self.photos.place()
        place = self.grid.place()
        return (place[0], place[1]) if place and isinstance(place[0], int) else None

    @place.setter
    def place(self, value: tuple[int, int]) -> None:
        (self.photos if self.tabs.current == PHOTOS else self.grid).go_to(value)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what has changed meanwhile; see QWidget."""
        super().showEvent(event)
        if self._stale:
            self.read()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys on: to a group's name field, else to the faces or photos; see QWidget."""
        super().focusInEvent(event)
        self._focus_first()

    def read(self) -> None:
        """Ask the catalog again."""
        self._stale = False
        self._ask(complete=self.card is not None)

    def _ask(self, *, complete: bool) -> None:
        if self.who is None:
            return
        who, known, session = self.who, [face.id for face in self._faces], self._session

        def question(db: Catalog) -> _Answer:
            version = session.version
            return _Answer(who, find(db, who, known, complete=complete), version)

        self._reader.ask(question, self._on_found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose none, show all years, or go back, with Escape; see QWidget."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        event.accept()
        if self.grid.selected():
            self.grid.clearSelection()
        elif self.top.years.year is not None:
            self.top.years.choose(None)
        else:
            self.back.emit()

    def _make_actions(self) -> None:
        def make(
            name: str, words: str, key: str, done: Callable[[], None], tip: str = ""
        ) -> QAction:
            return make_action(self, name, words, key, tip=tip, done=done)

        self.merge = make("merge", self.tr("Merge with…"), "M", self.them.merge)
        tip = self.tr("Hide; nothing is lost")
        self.hide_it = make("hide", self.tr("Hide"), "H", self.them.hide, tip)
        self.show_it = make("show", self.tr("Show again"), "Shift+H", self.them.show_again)
        self.star = make("star", self.tr("Favourite"), "F", self.them.favour)
        self.star.setCheckable(True)
        tip = self.tr("Birth date, other names, notes")
        self.details = make("info", self.tr("Details"), "D", self._toggle_details, tip)
        tip = self.tr("There are two people in here: put the faces into two parts")
        self.split = make("split", self.tr("Split…"), "P", self.them.split, tip)
        tip = self.tr("Who was merged into this one; take them apart again")
        self.merged = make("undo", self.tr("Merges…"), "Shift+M", self.them.show_merges, tip)
        self.name_it = make("edit", self.tr("Name…"), "Ctrl+E", self._edit_name)
        self.yes = make("check", self.tr("Yes"), "Y", lambda: self.answers.answer(yes=True))
        self.no = make("cross", self.tr("No"), "N", self._no)
        # With Alt they answer while a name field has the keys.
        self.yes.setShortcuts([QKeySequence("Y"), QKeySequence("Alt+Y")])
        self.no.setShortcuts([QKeySequence("N"), QKeySequence("Alt+N")])
        self.why = make("question", self.tr("Why?"), "W", self._explain)
        self.yes_all = make(
            "check", self.tr("Yes to all"), "Shift+Y", lambda: self.answers.answer_all(yes=True)
        )
        self.no_all = make(
            "cross", self.tr("No to all"), "Shift+N", lambda: self.answers.answer_all(yes=False)
        )
        self.reject = QAction(self.no.icon(), self.tr("Not this person"), self)
        self.reject.setToolTip(self.tr("These faces are somebody else's (N)"))
        self.reject.triggered.connect(lambda _checked=False: self.answers.reject())
        self._deeds = {deed: deed_action(self.grid, deed, self._doing(deed)) for deed in _DEEDS}

    def _lay_out(self) -> None:
        self.tabs = ViewTabs(self)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(1)  # in little room faces give way, not the name above them
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.photos)
        strip = QHBoxLayout()
        strip.setContentsMargins(3 * SPACING, 0, 3 * SPACING, 0)
        strip.addWidget(self.strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.top)
        column.addLayout(strip)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        self._session.changed.connect(self._on_changed)
        self._session.failed.connect(self._on_failed)
        self.top.named.connect(self._on_named)
        self.top.left.connect(self._focus_view)
        self.top.told.connect(self._session.perform)
        self.top.year_chosen.connect(self._on_year)
        self.top.opened.connect(self.person_opened)
        self.deeds.leaving.connect(self._on_leaving)
        self.tabs.changed.connect(self._on_tab)
        self.tabs.sorted.connect(self._show_from_top)
        self.grid.chosen_changed.connect(self._on_chosen)
        self.deeds.photo_asked.connect(self._on_face_opened)
        self.bar.cleared.connect(self.grid.clearSelection)
        self.strip.emptied.connect(self.grid.setFocus)
        for grid in (self.grid, self.strip.grid):
            grid.face_opened.connect(self._on_face_opened)
            grid.asked.connect(partial(self._show_menu, grid))
        self.photos.photo_opened.connect(self.photo_opened)
        self.photos.person_opened.connect(self.person_opened)

    def _on_changed(self) -> None:
        if self.isVisible():
            self.read()
        else:  # when it is shown: nobody waits for it now
            self._stale = True

    def _on_failed(self, _error: object) -> None:
        self.strip.forget_answers()
        if self._leaving.forget_all():
            self._show_faces()

    def _on_leaving(self, faces: list[Face]) -> None:
        self._leaving.add(faces, self._session.asked)
        self._show_faces()

    def _on_found(self, answer: _Answer) -> None:
        asked, found = answer.asked, answer.found
        if asked != self.who:
            return  # somebody else is shown meanwhile
        self._leaving.settle(answer.version)
        if found is None:
            self.who = None
            if self.isVisible():
                self.back.emit()
            return
        if found.who != asked:
            self.who = found.who
            self._show_photos(found.who)
            self.who_changed.emit(found.who)
        is_new = self.card is None
        card = self.card = self.answers.card = self.them.card = found.card
        self._faces = found.faces
        self._show_card(card)
        self._show_suggestions(found)
        self._show_faces()
        if found.complete:
            self.top.show_past(found.years, found.company)
            self.them.merges = found.merges
            self.merged.setEnabled(bool(found.merges))
        else:
            self._ask(complete=True)
        if is_new and found.suggested and self.grid.hasFocus():
            self.strip.grid.setFocus()

    def _show_card(self, card: PersonOrGroup) -> None:
        self.top.show_card(card)
        is_person = card.kind == "person"
        self.hide_it.setEnabled(not card.hidden)
        self.show_it.setEnabled(card.hidden)
        self.star.setEnabled(is_person)
        self.star.setChecked(card.favourite)
        self.star.setIcon(icon("star-filled" if card.favourite else "star"))
        self.details.setEnabled(is_person)
        self.split.setEnabled(card.faces > 1)
        born = card.birth_date
        self.grid.set_caption((lambda face: age_words(born, face.taken_at)) if born else None)
        self.photos.set_caption((lambda photo: age_words(born, photo.taken_at)) if born else None)

    def _show_photos(self, who: Who) -> None:
        self.photos.set_source(partial(photos_of, who, self.top.years.year))

    def _on_year(self, _year: int | None) -> None:
        if self.who is not None:
            self._show_photos(self.who)
            self._show_from_top()

    def _show_from_top(self) -> None:
        self._show_faces()
        self.grid.go_to_top()

    def _show_suggestions(self, found: Found) -> None:
        is_group = found.who.kind == "group"
        for action in (self.yes_all, self.no_all):
            action.setEnabled(not is_group)
        if is_group:
            self.strip.ask_about_group(found.card.maybe_name or "")
        else:
            self.strip.show_faces(found.card.name or "", found.suggested)

    def _show_faces(self) -> None:
        faces = self._leaving.without(self._faces)
        year = self.top.years.year
        if year is not None:
            faces = [face for face in faces if (face.taken_at or "").startswith(f"{year:04d}")]
        if self.tabs.least_sure_first:
            faces = sorted(faces, key=lambda face: (face.similarity or face.quality, face.id))
        self.grid.show_faces(faces)
        if self.card is not None and year is None:
            self.tabs.show_counts(self.card.faces, self.card.photos)
        elif year is not None:
            self.tabs.show_counts(len(faces), self.top.years.photos_of(year))
        self._on_chosen()

    def _on_chosen(self) -> None:
        chosen = self.grid.selected()
        self.bar.show_number(len(chosen) if self.tabs.current == FACES else 0)
        can = possible(chosen or self.grid.chosen())
        is_person = self.who is not None and self.who.kind == "person"
        self.reject.setEnabled(is_person and Deed.REJECT in can)
        for deed, action in self._deeds.items():
            action.setEnabled(deed in can)

    def _on_tab(self) -> None:
        self._stack.setCurrentIndex(self.tabs.current)
        self._focus_view()
        self._on_chosen()

    def _focus_view(self) -> None:
        view = self.photos if self.tabs.current == PHOTOS else self.grid
        view.setFocus()

    def _focus_first(self) -> None:
        """Let a name be typed at once for who has none; else walk through the faces or photos."""
        if self.who is not None and self.who.kind == "group":
            self.header.edit_name()
        else:
            self._focus_view()

    def _edit_name(self) -> None:
        self.header.edit_name()

    def _toggle_details(self) -> None:
        self.top.toggle_details()

    def _on_named(self, text: str, person_id: int | None) -> None:
        if self.card is not None:
            self.naming.name(self.card, text, person_id)
        self._focus_view()

    def _no(self) -> None:
        self.answers.no()

    def _explain(self) -> None:
        """Say why the current suggestion, or else the chosen face, is taken for whose it is."""
        strip = self.strip.grid.hasFocus() or not self.grid.selected()
        chosen = self.strip.chosen() if self.strip.grid.isVisible() and strip else []
        chosen = chosen or self.grid.chosen()
        if chosen:
            self.deeds.explain(chosen[0])

    def _doing(self, deed: Deed) -> Callable[[], None]:
        return lambda: self.deeds.do(deed, self.grid.chosen())

    def _show_menu(self, grid: FaceGrid, point: QPoint) -> None:
        menu = FaceMenu(
            self._session, grid.chosen(), self, self._pictures, self.deeds, keys=grid is self.grid
        )
        menu.photo_opened.connect(self._on_face_opened)
        menu.person_opened.connect(self._on_person_opened)
        menu.popup(point)

    def _on_person_opened(self, who: Who) -> None:
        if who != self.who:
            self.person_opened.emit(who)

    def _on_face_opened(self, face: Face) -> None:
        """Open the photo of a face; next and previous are those of the faces around it."""
        listed, position = photos_around(self._session.db, face, self.grid.faces.items)
        if listed:
            self.photo_opened.emit(listed, position)
