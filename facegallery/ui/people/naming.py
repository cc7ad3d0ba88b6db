"""How people, groups and faces get names, from every screen: ask where needed, then one action."""

from collections import deque
from collections.abc import Callable, Sequence
from itertools import combinations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facegallery.actions.faces import Move
from facegallery.actions.people import Merge, Name, NameFaces, Who, clean_name
from facegallery.actions.perform import Action
from facegallery.catalog import company, people
from facegallery.catalog.company import Somebody
from facegallery.catalog.library import Catalog
from facegallery.catalog.told_apart import told_apart
from facegallery.domain.errors import FaceGalleryError, NoSuchPerson
from facegallery.domain.face import Face
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets.merge_question import MergeQuestion
from facegallery.ui.widgets.person_picker import PersonPicker
from facegallery.ui.widgets.reader import Reader

_Then = Callable[[], None] | None


class Naming(QObject):
    """Names what a screen gives it. One after another: a name typed while the one before is
    being written is looked at only when that is known.

    A name that somebody has asks "the same person?" where it was typed. Who is chosen from a list
    was shown with a face: what gets that name is simply theirs. The exceptions still ask: a group
    that is seen together with that person in a photo, or that the user called somebody else, and
    one person who is named like another.
    Signals: given_up(): the user cancelled the question, nothing was changed; given(list[Face])
    when faces are about to be somebody's: the action was asked for.
    """

    given_up = Signal()
    given = Signal(list)

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._pictures = pictures
        self._parent = parent
        self._waiting: deque[Callable[[], None]] = deque()
        self._busy = False
        self._reader = Reader(session.library, self)
        self.question: MergeQuestion | None = None
        self.picker: PersonPicker | None = None
        session.failed.connect(self._on_failed)

    def name(
        self, subject: PersonOrGroup, text: str, person_id: int | None, then: _Then = None
    ) -> None:
        """Name a group or rename a person; person_id: the one whose name was chosen from a list."""
        self._queue(lambda: self._name(subject, text, person_id, then))

    def name_faces(
        self, faces: Sequence[Face], text: str, person_id: int | None, then: _Then = None
    ) -> None:
        """Give faces to a person, or to a new one of this name."""
        if faces:
            self._queue(lambda: self._name_faces(list(faces), text, person_id, then))

    def merge(
        self,
        cards: Sequence[PersonOrGroup],
        begun: Callable[[Who, Sequence[Who]], None] | None = None,
        then: _Then = None,
        *,
        dropped: bool = False,
    ) -> None:
        """Ask whether these are one person, and merge them.

        begun: called on a yes with who stays, and those that become theirs; then: when it is
        done. dropped: the others were dropped on the first.
        """

        def merge(stays: Who, others: list[Who]) -> None:
            if begun is not None:
                begun(stays, others)
            self._session.perform(Merge((stays, *others)), then)

        self._ask(cards, merge, onto=cards[0] if dropped else None)

    def merge_with_somebody(self, card: PersonOrGroup) -> None:
        """Ask for a person, then whether the two are one, and merge them."""
        without = [card.number] if card.kind == "person" else []
        self.picker = PersonPicker(
            self._session,
            self._pictures,
            self._parent.window(),
            self.tr("Merge with whom?"),
            new=False,
            without=without,
        )
        self.picker.picked.connect(lambda _name, person: self._on_picked(card, person))
        self.picker.open()

    def _on_picked(self, card: PersonOrGroup, person_id: int) -> None:
        self.picker = None
        other = card_for(self._session, Who("person", person_id))
        if other is not None:
            self.merge([card, other])

    def _name(self, subject: PersonOrGroup, text: str, person_id: int | None, then: _Then) -> None:
        who = Who(subject.kind, subject.number)
        taken = [card for card in self._named(text) if card.id != subject.id]
        if person_id is not None:  # of two people with one name it is this one
            taken = [card for card in taken if card.number == person_id] or taken
        if text == subject.name:
            self._end()
        elif person_id is not None and self._is_clear(subject, person_id):
            self._do(Merge((Who("person", person_id), who)), then)
        elif taken:
            self._ask_same(
                subject,
                taken,
                lambda stays: self._do(Merge((stays, who)), then),
                lambda: self._do(Name(who, text, new=True), then),
            )
        else:
            self._do(Name(who, text), then)

    def _name_faces(self, faces: list[Face], text: str, person_id: int | None, then: _Then) -> None:
        ids = tuple(face.id for face in faces)

        def give(action: Action) -> None:
            self._do(action, then)
            self.given.emit(faces)

        if person_id is not None:
            give(Move(ids, person_id))
            return
        taken = self._named(text)
        if taken:
            self._ask_same(
                card_of(faces),
                taken,
                lambda stays: give(Move(ids, stays.number)),
                lambda: give(NameFaces(ids, text, new=True)),
            )
        else:
            give(NameFaces(ids, text))

    def _is_clear(self, subject: PersonOrGroup, person_id: int) -> bool:
        """Tell whether a subject is surely meant to be a person who was chosen from a list."""
        db, group, person = self._session.db, subject.number, person_id
        return subject.kind == "group" and not (
            company.are_together(db, group, person)
            or told_apart(db, ("group", group), ("person", person))
        )

    def _named(self, text: str) -> list[PersonOrGroup]:
        return people.with_name(self._session.db, clean_name(text))

    def _ask_same(
        self,
        subject: PersonOrGroup,
        taken: list[PersonOrGroup],
        same: Callable[[Who], None],
        another: Callable[[], None],
    ) -> None:
        self._ask([subject, *taken], lambda stays, _others: same(stays), another, subject)

    def _ask(
        self,
        cards: Sequence[PersonOrGroup],
        then: Callable[[Who, list[Who]], None],
        another: Callable[[], None] | None = None,
        subject: PersonOrGroup | None = None,
        onto: PersonOrGroup | None = None,
    ) -> None:
        question = MergeQuestion(
            cards,
            self._pictures,
            self._parent.window(),
            then,
            another=another,
            subject=subject,
            onto=onto,
        )
        question.rejected.connect(self._on_given_up)
        question.finished.connect(self._on_answered)
        self.question = question
        who = [(card.kind, card.number) for card in cards if card.number]
        self._reader.ask(lambda db: (question, *_doubts(db, who)), self._on_doubts)
        question.open()

    def _on_doubts(self, answer: tuple[MergeQuestion, int, bool]) -> None:
        """Warn of what speaks against it, unless the question is answered already."""
        question, photos, apart = answer
        if question is self.question:
            question.show_doubts(photos, told_apart=apart)

    def _queue(self, step: Callable[[], None]) -> None:
        self._waiting.append(step)
        if not self._busy:
            self._next()

    def _next(self) -> None:
        self._busy = bool(self._waiting)
        if self._busy:
            try:
                self._waiting.popleft()()
            except FaceGalleryError as error:  # for example a name of spaces only
                self._session.failed.emit(error)

    def _do(self, action: Action, then: _Then) -> None:
        def done() -> None:
            if then is not None:
                then()
            self._end()

        self._session.perform(action, done)

    def _end(self) -> None:
        self._busy = False
        self._next()

    def _on_answered(self) -> None:
        self.question = None

    def _on_given_up(self) -> None:
        self.given_up.emit()
        self._end()

    def _on_failed(self, _error: object) -> None:
        if self._busy and self.question is None:
            self._end()


def _doubts(db: Catalog, who: Sequence[Somebody]) -> tuple[int, bool]:
    """Return how many photos show several of these, and whether the user told any two apart."""
    apart = any(told_apart(db, *pair) for pair in combinations(who, 2))
    return company.photos_of_several(db, who), apart


def card_of(faces: Sequence[Face]) -> PersonOrGroup:
    """Return a card that stands for a few faces without a name, for a question about them."""
    cover = max(faces, key=lambda face: face.quality)
    return PersonOrGroup(
        kind="group",
        number=0,
        name=None,
        faces=len(faces),
        photos=len({face.photo_id for face in faces}),
        hidden=False,
        cover_face=cover.id,
        cover_hash=cover.photo_hash,
        cover_box=cover.box,
        cover_path=cover.path,
    )


def card_for(session: Session, who: Who) -> PersonOrGroup | None:
    """Return the card of somebody as the catalog has it now, or None."""
    try:
        return who.card(session.db)
    except NoSuchPerson:
        return None
