"""The Review page: the questions worth most, one after the other, each answered with one key."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from facegallery.actions.people import Hide, Who
from facegallery.actions.perform import Action
from facegallery.catalog import journal
from facegallery.domain.face import Face
from facegallery.jobs import review
from facegallery.ui.people.face_grid import FaceGrid
from facegallery.ui.person.split_dialog import SplitDialog
from facegallery.ui.pictures import Pictures
from facegallery.ui.review.answer_bar import AnswerBar
from facegallery.ui.review.asked import Answer, read, who_of
from facegallery.ui.review.deck import Deck, Step
from facegallery.ui.review.question_card import QuestionCard
from facegallery.ui.session import Session
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.choice_bar import make_action
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.empty_state import EmptyState
from facegallery.ui.widgets.face_deeds import FaceDeeds
from facegallery.ui.widgets.face_menu import FaceMenu
from facegallery.ui.widgets.page_title import page_title
from facegallery.ui.widgets.reader import Reader
from facegallery.ui.widgets.style import SPACING

AHEAD = 24  # questions read at a time; the user is never faster than the next reading
LOADED = 3  # questions whose pictures are loaded before they are asked
WIDEST = 1100
LOWEST = 330  # of the card: with one row of faces
HIGHEST = 880  # of question and answers together: on a large screen they stay side by side
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class ReviewPage(QWidget):
    """Signals: opened(Who), face_opened(Face) to show its photo."""

    opened = Signal(object)
    face_opened = Signal(object)

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Review"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session = session
        self._pictures = pictures
        self._reader = Reader(session.library, self)
        self._left = 0
        self._ready = self._stale = False
        self._typing = False  # the last answer was a name: the next one is, too
        self.deck = Deck()
        self.deeds = FaceDeeds(session, pictures, self)
        self.naming = self.deeds.naming
        self.card = QuestionCard(session, pictures, self)
        self._make_actions()
        self._lay_out()
        self._connect()
        self._stale = True  # asked when shown

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what has changed meanwhile; see QWidget."""
        super().showEvent(event)
        if self._stale:
            self.read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows look at the faces, and Enter type a name; see QWidget."""
        asked = self.deck.current
        if asked is not None and event.key() in _ARROWS:
            self.card.grid.setFocus()
            self.card.grid.keyPressEvent(event)
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and asked is not None
            and asked.question.kind == "who"
        ):
            event.accept()
            self._edit_name()
        else:
            super().keyPressEvent(event)

    def read(self) -> None:
        """Ask the catalog for the questions of now."""
        self._stale = False
        current = self.deck.current
        shown = None if current is None else current.question
        limit = AHEAD + self.deck.hidden_at(self._session.version)
        session, actions = self._session, self.deck.actions
        self._reader.ask(lambda db: read(db, limit, shown, actions, session.version), self._on_read)

    # Making

    def _make_actions(self) -> None:
        def make(
            name: str, words: str, key: str, done: Callable[[], None], tip: str = ""
        ) -> QAction:
            action = make_action(self, name, words, key, tip=tip, done=done)
            action.setAutoRepeat(False)  # a key that is held down answers once
            return action

        tip = self.tr("Yes; of a row all faces, or those chosen")
        self.yes = make("check", self.tr("Yes"), "Y", self._yes, tip)
        tip = self.tr("No, for good; of a row all faces, or those chosen")
        self.no = make("cross", self.tr("No"), "N", self._no, tip)
        tip = self.tr("Ask again when there is more to go by")
        self.unsure = make("question", self.tr("Not sure"), "U", self._not_sure, tip)
        tip = self.tr("Ask this later")
        self.skip = make("skip", self.tr("Skip"), "S", self._skip, tip)
        tip = self.tr("Take the last answer back, or go back to what was skipped")
        self.back = make("back", self.tr("Back"), "B", self._back, tip)
        self.back.setShortcuts([QKeySequence("B"), QKeySequence("Backspace")])
        tip = self.tr("Type who it is")
        self.name_it = make("edit", self.tr("Name…"), "F2", self._edit_name, tip)
        tip = self.tr("Nobody I know: hide; nothing is lost")
        self.hide_it = make("hide", self.tr("Hide"), "H", self._hide, tip)
        self.open_it = make("face", self.tr("All faces"), "O", self._open)
        tip = self.tr("Put the faces into two parts")
        self.split = make("split", self.tr("Split…"), "P", self._split, tip)
        self.why = make("info", self.tr("Why?"), "W", self._explain)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Review"))
        self.counter = QLabel()
        head = page_title(title, self.counter)
        head.setContentsMargins(3 * SPACING, 3 * SPACING, 3 * SPACING, 0)
        self._bar = AnswerBar(
            self.card.name,
            (self.back, self.skip, self.unsure),
            (self.open_it, self.hide_it, self.no, self.split, self.name_it, self.yes),
            (self.split, self.name_it, self.yes),
            self,
        )
        middle = QWidget()
        self.card.setMaximumWidth(WIDEST)
        column = QVBoxLayout(middle)
        column.setContentsMargins(3 * SPACING, SPACING, 3 * SPACING, 2 * SPACING)
        column.setSpacing(2 * SPACING)
        area = QScrollArea(widgetResizable=True)  # in a low window the faces are not squeezed
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.card)
        self.card.setMinimumHeight(LOWEST)
        column.addWidget(area, 1)
        column.addWidget(self._bar)
        centred = QWidget()
        across = QHBoxLayout(centred)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch()
        across.addWidget(middle, 100)
        across.addStretch()
        middle.setMaximumSize(WIDEST, HIGHEST)
        self._asking = centred
        self.empty = EmptyState("review")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._asking)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(head)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._session.changed.connect(self._on_changed)
        self._session.failed.connect(self._on_failed)
        self.card.named.connect(self._on_named)
        self.card.name.cancelled.connect(self._leave_name)
        self.card.opened.connect(self.opened)
        self.card.face_opened.connect(self.face_opened)
        self.card.asked.connect(self._show_menu)
        self.card.row_chosen.connect(partial(self._bar.show_chosen, (self.yes, self.no)))
        self.deeds.photo_asked.connect(self.face_opened)
        self.naming.given_up.connect(self._on_given_up)
        self.empty.button.clicked.connect(self._ask_skipped)

    # What comes

    def _on_changed(self) -> None:
        if self.isVisible():
            self.read()
        else:
            self._stale = True

    def _on_failed(self, _error: object) -> None:
        self.deck.forget_unwritten()
        self.read()
        self._show()

    def _on_given_up(self) -> None:
        """Ask again whose name was typed: the user changed their mind at the question."""
        self.deck.forget_unwritten()
        self._show()

    def _on_read(self, answer: Answer) -> None:
        self._ready = True
        self._left = max(0, answer.total - self.deck.hidden_at(answer.version))
        gone = answer.gone and answer.version >= self._session.asked  # nothing is being written
        self.deck.take(answer.asked, answer.version, gone=gone, undone=answer.undone)
        self._show()

    def _show(self) -> None:
        asked = self.deck.current
        self._count()
        if asked is None:
            self._say_nothing_left()
            return
        self.card.show_asked(asked)
        for coming in reversed(self.deck.following[:LOADED]):  # asked for last, loaded first
            self.card.load(coming)
        kind = asked.question.kind
        self._bar.offer(
            {
                self.yes: kind == "same" or kind in review.ROWS,
                self.no: kind != "who",
                self.name_it: kind == "who",
                self.hide_it: kind == "who",
                self.split: kind == "mixed",
                self.open_it: bool(asked.question.who),
            }
        )
        self.back.setEnabled(self.deck.last is not None)
        if self._stack.currentWidget() is not self._asking:
            self._stack.setCurrentWidget(self._asking)
        self._focus()

    def _focus(self) -> None:
        """Give the keys to the name field while names are typed, else to the page."""
        if not self.isAncestorOf(self.focusWidget() or self) or not self.isVisible():
            return
        asked = self.deck.current
        if self._typing and asked is not None and asked.question.kind == "who":
            self.card.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.card.name.hasFocus():
            self.setFocus()

    def _count(self) -> None:
        words = counts.questions(self._left)
        if self.deck.answered:
            words += self.tr(", {0} answered").format(written(self.deck.answered))
        if self.deck.skipped:
            words += self.tr(", {0} skipped").format(written(self.deck.skipped))
        self.counter.setText(words if self._ready else "")

    def _say_nothing_left(self) -> None:
        if not self._ready or self._left:
            self.empty.say("", "")  # the next ones are being read
        elif self.deck.skipped:
            self.empty.say(
                self.tr("Only what you skipped is left"),
                self.tr("Back (B) goes to the last one."),
                self.tr("Ask them again"),
            )
        else:
            self.empty.say(
                self.tr("Nothing to ask"),
                self.tr(
                    "Questions come when photos are scanned and people named: whether two are "
                    "the same person, and who somebody is. What you were not sure of comes back "
                    "when there is more to go by. People shows everybody."
                ),
            )
        self._stack.setCurrentWidget(self.empty)
        if self.card.isAncestorOf(self.focusWidget() or self):
            self.setFocus()

    # Answers

    def _yes(self) -> None:
        self._answer(review.yes)

    def _no(self) -> None:
        self._answer(review.no)

    def _not_sure(self) -> None:
        self._answer(review.not_sure)

    def _answer(self, make: Callable[..., Action]) -> None:
        """Answer the current question; of a row the chosen faces, else all that are shown."""
        asked = self.deck.current
        if asked is None:
            return
        self._typing = False
        question = asked.question
        if question.kind not in review.ROWS:
            self._give(make(question), self.deck.answer())
            return
        chosen = frozenset(face.id for face in self.card.grid.selected()) or asked.face_ids
        ids = [face_id for face_id in question.face_ids[0] if face_id in chosen]
        whole = chosen == asked.face_ids and not asked.more
        self._give(make(question, ids), self.deck.answer(None if whole else chosen))

    def _give(self, action: Action, step: Step | None) -> None:
        if step is not None:
            self._left = max(0, self._left - (step.part is None))
            self._session.perform(action, lambda: self._on_written(step))
        self._show()

    def _on_written(self, step: Step) -> None:
        step.version, step.action = self._session.version, self._session.last_action

    def _on_named(self, text: str, person_id: int | None) -> None:
        asked = self.deck.current
        if asked is None or asked.question.kind != "who":
            return
        self._typing = True
        step = self.deck.answer()
        self._left = max(0, self._left - 1)
        if step is not None:
            group = asked.question.who[0]
            self.naming.name(group, text, person_id, lambda: self._on_written(step))
        self._show()

    def _hide(self) -> None:
        asked = self.deck.current
        if asked is not None and asked.question.kind == "who":
            self._typing = False
            self._give(Hide((who_of(asked.question.who[0]),)), self.deck.answer())

    def _skip(self) -> None:
        self._left = max(0, self._left - 1)
        self.deck.skip()
        self._typing = False
        self.read()
        self._show()

    def _back(self) -> None:
        """Take back the last step: an answer is undone, unless something else was done since."""
        step = self.deck.last
        if step is None:
            return
        self._typing = False
        done = journal.last_done(self._session.db)
        if step.skipped:
            self._ask_last_again()
        elif step.version is None or (done is not None and done.id == step.action):
            self._session.undo()
            self._ask_last_again()
        else:
            self._session.noted.emit(
                self.tr("Something else was changed since. Undo (Ctrl+Z) takes that back first.")
            )

    def _ask_last_again(self) -> None:
        self.deck.step_back()
        self._left += 1
        self._show()

    def _ask_skipped(self) -> None:
        self.deck.unskip_all()
        self.read()
        self._show()
        self.setFocus()

    # Looking closer

    def _edit_name(self) -> None:
        if self.name_it.isEnabled():
            self.card.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.card.name.selectAll()

    def _leave_name(self) -> None:
        self._typing = False
        self.card.name.clear()
        self.setFocus()

    def _open(self) -> None:
        who = self._subject()
        if who is not None:
            self.opened.emit(who)

    def _split(self) -> None:
        who = self._subject()
        if who is not None:
            self.splitting = SplitDialog(self._session, self._pictures, who, self.window())
            self.splitting.open()

    def _subject(self) -> Who | None:
        asked = self.deck.current
        if asked is None or not asked.question.who:
            return None
        return who_of(asked.question.who[0])

    def _explain(self) -> None:
        asked = self.deck.current
        if asked is not None and asked.faces[0]:
            self.deeds.explain((self.card.chosen() or list(asked.faces[0]))[0])

    def _show_menu(self, grid: FaceGrid, point: QPoint) -> None:
        menu = FaceMenu(self._session, grid.chosen(), self, self._pictures, self.deeds)
        menu.photo_opened.connect(self._on_photo)
        menu.person_opened.connect(self.opened)
        menu.popup(point)

    def _on_photo(self, face: Face) -> None:
        self.face_opened.emit(face)
