"""The People page: named people first, then the groups that wait for a name."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from facegallery.actions.details import Describe
from facegallery.actions.faces import Reject
from facegallery.actions.people import Hide, Merge, Who
from facegallery.actions.perform import Several
from facegallery.catalog import company, groups
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.people.card_model import Entries, Entry, Wanted
from facegallery.ui.people.card_view import CardView
from facegallery.ui.people.cards import Cards
from facegallery.ui.people.naming import Naming
from facegallery.ui.people.pending import Pending
from facegallery.ui.people.people_head import PeopleHead
from facegallery.ui.people.sorting import Order
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets.choice_bar import ChoiceBar, make_action
from facegallery.ui.widgets.page import Page
from facegallery.ui.widgets.reader import Reader
from facegallery.ui.widgets.style import SPACING

if TYPE_CHECKING:  # the page is what the window shows first: dialogs are imported when asked for
    from facegallery.ui.albums.exporter import ExportDialog
    from facegallery.ui.people.lone_faces import LoneFaces


class PeoplePage(Page):
    """Everybody in one grid, and the lone faces behind its last entry.

    Signals: opened(Who), face_opened(Face): show the photo of a face.
    """

    opened = Signal(object)
    face_opened = Signal(object)

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._cards = Cards.of(session)
        self._entries = Entries()
        self._cards.prepare = self._entries.make_ready
        self._pending = Pending()
        self._told: object = None  # by the cards, when they were shown last
        self._shown = Wanted()
        self._before_filter: tuple[str, int] | None = None  # the place that its end leads back to
        self._awaits_dates = False  # the order by date was chosen, and they are still being read
        self._reader = Reader(session.library, self)
        self.naming = Naming(session, pictures, self)
        self.view = CardView(session, pictures, self)
        self._pictures = pictures
        self.exporting: ExportDialog | None = None
        self._make_actions()
        self.bar = ChoiceBar(
            [self.favour, self.merge, self.export, self.hide_them, self.show_them], self
        )
        self._lay_out()
        self._connect()
        self._show()

    @cached_property
    def lone(self) -> "LoneFaces":
        """The faces in no group; made when they are first asked for."""
        from facegallery.ui.people.lone_faces import LoneFaces

        lone = LoneFaces(self._session, self._pictures, self)
        lone.back.connect(self._show_grid)
        lone.face_opened.connect(self.face_opened)
        self._stack.addWidget(lone)
        return lone

    def make_part(self) -> bool:
        """Make the page of the lone faces, which has keys too; see Page."""
        return "lone" not in self.__dict__ and bool(self.lone)

    @property
    def place(self) -> tuple[str, int] | None:
        """Where the page is scrolled to: the first card in sight, and pixels from the top."""
        place = self.view.place()
        return None if place is None else (str(place[0]), place[1])

    @place.setter
    def place(self, value: tuple[str, int]) -> None:
        self._awaits_dates = False
        self.view.go_to(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape lead back, a step at a time; see QWidget."""
        if event.key() == Qt.Key.Key_Escape and self._step_back():
            event.accept()
        else:
            super().keyPressEvent(event)

    def _step_back(self) -> bool:
        """Leave the lone faces, choose none, or clear the filter; False where all is so."""
        if self._stack.currentWidget() is not self._grid:
            self._show_grid()
        elif self.view.selected():
            self.view.clearSelection()
        elif self.filter.text():
            self.filter.clear()
        else:
            return False
        return True

    def _make_actions(self) -> None:
        def make(
            name: str, words: str, key: str, done: Callable[[], None], tip: str = ""
        ) -> QAction:
            return make_action(self.view, name, words, key, tip=tip, done=done)

        tip = self.tr("They are one person")
        self.merge = make("merge", self.tr("Merge…"), "M", self._merge, tip)
        tip = self.tr("Hide; nothing is lost")
        self.hide_them = make("hide", self.tr("Hide"), "H", self._hide, tip)
        self.show_them = make(
            "show", self.tr("Show again"), "Shift+H", partial(self._hide, hidden=False)
        )
        self.favour = make("star", self.tr("Favourite"), "F", self._favour)
        tip = self.tr("Copy their photos into a folder")
        self.export = make("save", self.tr("Export…"), "E", self._export, tip)
        tip = self.tr("See all faces and photos")
        self.open_it = make("face", self.tr("Open"), "O", self._open, tip)
        self.name_it = make("edit", self.tr("Name…"), "F2", self._edit_name)
        tip = self.tr("It is the person suggested")
        yes, no = (partial(self._answer_current, yes=answer) for answer in (True, False))
        self.say_yes = make("check", self.tr("Yes"), "Y", yes, tip)
        tip = self.tr("Not the person suggested")
        self.say_no = make("cross", self.tr("No"), "N", no, tip)

    def _lay_out(self) -> None:
        self.head = PeopleHead(self)
        self.filter, self.with_hidden = self.head.filter, self.head.with_hidden
        self.empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.empty.setProperty("look", "muted")
        # The view stays while it is empty: it has the focus of the keys from the start.
        middle = QGridLayout()
        middle.addWidget(self.view, 0, 0)
        middle.addWidget(self.empty, 0, 0)
        grid = QWidget()
        column = QVBoxLayout(grid)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.head)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)
        self._grid = grid
        self._stack = QStackedWidget()
        self._stack.addWidget(grid)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.keys = self.view

    def _connect(self) -> None:
        self._cards.changed.connect(self._on_cards)
        self._session.failed.connect(self._on_failed)
        self.head.changed.connect(self._on_wanted)
        self.head.left.connect(self._to_grid)
        self.head.tuning_asked.connect(self._tune)
        view = self.view
        view.opened.connect(self.opened)
        view.lone_opened.connect(self._show_lone)
        view.named.connect(self._on_named)
        view.answered.connect(self._answer)
        view.dropped.connect(self._on_dropped)
        view.asked.connect(self._show_menu)
        view.selectionModel().selectionChanged.connect(lambda *_: self._on_chosen())
        view.selectionModel().currentChanged.connect(lambda *_: self._on_chosen())
        view.cards.modelReset.connect(self._on_chosen)
        self.bar.cleared.connect(view.clearSelection)

    def _on_cards(self) -> None:
        """Show what is new; a scan has everything read again, mostly to find it as it was."""
        if not self._cards.whole and (place := self.place) and place[0].startswith("g"):
            return  # the group that was at the top is still to come
        settled = self._pending.settle(self._cards.version)
        told = (self._cards.all, self._cards.lone, self._cards.newest)
        if settled or told != self._told:
            self._told = told
            self._show()
            if self._awaits_dates and self._cards.newest:
                self._awaits_dates = False
                self.view.go_to_top()

    def _on_wanted(self) -> None:
        """Show what is wanted now: from the top where it is found or ordered by other words; where
        the filter ends, at the place it began.
        """
        before, wanted = self._shown, self.head.wanted
        if wanted.filter and not before.filter:
            self._before_filter = self.place
        self._show()
        if (wanted.filter, wanted.order) == (before.filter, before.order):
            return
        self.view.go_to_top()
        self._awaits_dates = wanted.order == Order.NEWEST and not self._cards.newest
        if before.filter and not wanted.filter and self._before_filter is not None:
            self.place = self._before_filter

    def _show(self) -> None:
        cards, wanted = self._cards, self.head.wanted
        self._shown = wanted
        if wanted.order == Order.NEWEST:
            cards.want_newest()
        lone = cards.lone
        if self.with_hidden.isChecked():  # what is hidden is found there, too
            lone = lone or cards.hidden_faces
        shown = self._entries.of(cards.all, lone, wanted, self._pending, cards.newest)
        self.view.show_items(shown)
        self.empty.setVisible(not shown)
        say = cards.ready and not shown
        self.empty.setText(self.head.empty_words(cards.all) if say else "")
        made = self._entries
        self.head.show_counts(made.people, made.groups, made.too_small)
        self._on_chosen()

    def _on_named(self, card: PersonOrGroup, text: str, person_id: int | None) -> None:
        row = self.view.cards.index_of(card.id).row()
        self._pending.name(card.id, text)
        self._show()
        self.naming.name(card, text, person_id, self._written(card.id))
        question = self.naming.question
        if question is None:
            self._name_next(row)
        else:
            question.accepted.connect(lambda: self._name_next(row))
            question.rejected.connect(lambda: self._forget(card.id))

    def _name_next(self, row: int) -> None:
        following = self.view.cards.next_group(row)
        if following.isValid():
            self.view.edit_name(following)
        else:
            self.view.setFocus()

    def _forget(self, key: str) -> None:
        """Take back a name shown before it was written: the user changed their mind."""
        self._pending.forget(key)
        self._show()
        self.view.edit_name(self.view.cards.index_of(key))

    def _written(self, *keys: str) -> Callable[[], None]:
        """Return what to call when what was said of these is in the catalog."""
        return lambda: self._pending.written(keys, self._session.version)

    def _on_failed(self, _error: object) -> None:
        if self._pending.forget_all():
            self._show()

    def _on_chosen(self) -> None:
        chosen = self.view.selected()
        self.bar.show_number(len(chosen))
        cards = [entry.card for entry in self.view.chosen() if entry.card is not None]
        self.merge.setEnabled(len(chosen) > 1)
        self.favour.setEnabled(any(card.kind == "person" for card in cards))
        self.export.setEnabled(bool(cards))
        self.hide_them.setEnabled(any(not card.hidden for card in cards))
        self.show_them.setEnabled(any(card.hidden for card in cards))
        maybe = self.view.current_card()
        for action in (self.say_yes, self.say_no):
            action.setEnabled(maybe is not None and maybe.maybe_id is not None)

    def _merge(self) -> None:
        cards = [entry.card for entry in self.view.selected() if entry.card is not None]
        if len(cards) > 1:
            self._merge_cards(cards)

    def _merge_cards(self, cards: Sequence[PersonOrGroup], *, dropped: bool = False) -> None:
        def begun(stays: Who, others: Sequence[Who]) -> None:
            self._pending.merge(str(who) for who in others)
            self.view.clearSelection()
            self.view.make_current(self.view.cards.index_of(str(stays)))
            self._show()

        self.naming.merge(cards, begun, self._written(*(c.id for c in cards)), dropped=dropped)

    def _hide(self, *, hidden: bool = True) -> None:
        chosen = [entry for entry in self.view.chosen() if _can_hide(entry, hidden)]
        who = tuple(entry.who for entry in chosen if entry.who is not None)
        keys = [entry.key for entry in chosen]
        if who:
            self._pending.hide(keys, hidden=hidden)
            self.view.clearSelection()
            self._show()
            self._session.perform(Hide(who, hidden), self._written(*keys))

    def _favour(self) -> None:
        """Make the chosen people favourites; where all of them are, none of them."""
        cards = [entry.card for entry in self.view.chosen() if entry.card is not None]
        people = [card for card in cards if card.kind == "person"]
        favourite = not all(card.favourite for card in people)
        changed = [card.number for card in people if card.favourite != favourite]
        told = [Describe(number, favourite=favourite) for number in changed]
        if told:
            self._session.perform(told[0] if len(told) == 1 else Several(tuple(told)))

    def _export(self) -> None:
        chosen = [entry.card for entry in self.view.chosen() if entry.card is not None]
        who = [(card.kind, card.number) for card in chosen]
        if who:
            self._reader.ask(lambda db: company.photo_ids(db, who), self._on_photos)

    def _on_photos(self, photo_ids: list[int]) -> None:
        from facegallery.ui.albums.exporter import ExportDialog

        self.exporting = ExportDialog(
            self._session, lambda: photo_ids, "", len(photo_ids), self.window()
        )
        self.exporting.open()

    def _edit_name(self) -> None:
        self.view.edit_name(self.view.currentIndex())

    def _open(self) -> None:
        entry = self.view.cards.item(self.view.currentIndex())
        if entry is not None:
            self.view.open_entry(entry)

    def _answer_current(self, *, yes: bool) -> None:
        card = self.view.current_card()
        if card is not None:
            self._answer(card, yes=yes)

    def _answer(self, card: PersonOrGroup, yes: bool) -> None:
        if card.maybe_id is None:
            return
        if yes:
            who = Who(card.kind, card.number)
            self._pending.name(card.id, card.maybe_name or "")
            self._show()
            merge = Merge((Who("person", card.maybe_id), who))
            self._session.perform(merge, self._written(card.id))
            self._go_on(card)
        else:
            members = tuple(groups.face_ids(self._session.db, card.number))
            self._session.perform(Reject(members, card.maybe_id))

    def _go_on(self, card: PersonOrGroup) -> None:
        """Make the next group the current one: the next key is for it."""
        following = self.view.cards.next_group(self.view.cards.index_of(card.id).row())
        if following.isValid():
            self.view.make_current(following)

    def _on_dropped(self, dragged: list[Who], target: Who) -> None:
        cards = map(self._cards.card, [target, *dragged])
        self._merge_cards([card for card in cards if card is not None], dropped=True)

    def _show_menu(self, point: QPoint) -> None:
        card = self.view.current_card()
        if card is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered = [self.open_it, self.name_it, self.say_yes, self.say_no, self.favour]
        if card.kind == "person":
            offered.remove(self.name_it)
        for action in (*offered, self.merge, self.export, self.hide_them, self.show_them):
            if action.isEnabled():
                menu.addAction(action)
        menu.popup(point)

    def _tune(self) -> None:
        from facegallery.ui.people.tuning_dialog import TuningDialog

        self.tuning_dialog = TuningDialog(self._session, self.window())
        self.tuning_dialog.open()

    def _to_grid(self) -> None:
        if self.view.cards.rowCount():
            self.view.make_current(self.view.cards.index(0))
            self.view.setFocus()

    def _show_lone(self) -> None:
        if self.with_hidden.isChecked() and not self._cards.lone:
            self.lone.hidden.setChecked(True)
        self.lone.read()
        self._stack.setCurrentWidget(self.lone)
        self.lone.grid.setFocus()

    def _show_grid(self) -> None:
        self._stack.setCurrentWidget(self._grid)
        self.view.setFocus()


def _can_hide(entry: Entry, hidden: bool) -> bool:
    return entry.card is not None and entry.card.hidden != hidden
