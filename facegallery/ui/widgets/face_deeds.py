"""What can be done with faces, wherever they are shown: as actions of the library."""

from collections.abc import Callable, Sequence
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facegallery.actions.bystanders import ShowFaces
from facegallery.actions.faces import Confirm, NotAFace, Reject, TakeOut
from facegallery.actions.people import Hide, SetCover, Who
from facegallery.actions.perform import Action
from facegallery.domain.face import Face
from facegallery.domain.person import CONFIRMED, SUGGESTED
from facegallery.ui.people.naming import Naming
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets.person_picker import PersonPicker

if TYPE_CHECKING:
    from facegallery.ui.widgets.why_dialog import WhyDialog


class Deed(Enum):
    """One thing that can be done with faces."""

    CONFIRM = "confirm"
    REJECT = "reject"
    NAME = "name"
    TAKE_OUT = "take out"
    NOT_A_FACE = "not a face"
    IS_A_FACE = "a face after all"
    COVER = "cover"
    HIDE = "hide"
    SHOW = "show again"


_LEAVING: dict[Deed, Callable[[tuple[int, ...]], Action]] = {
    Deed.TAKE_OUT: TakeOut,
    Deed.NOT_A_FACE: NotAFace,
    Deed.IS_A_FACE: partial(NotAFace, is_face=True),
    Deed.SHOW: ShowFaces,
}


def possible(faces: Sequence[Face]) -> set[Deed]:
    """Return what makes sense for these faces together."""
    if not faces:
        return set()
    if not all(face.is_face for face in faces):
        return set() if any(face.is_face for face in faces) else {Deed.IS_A_FACE}
    found = {Deed.NAME, Deed.NOT_A_FACE}
    if all(face.hidden for face in faces):
        found.add(Deed.SHOW)
    one_person = len({face.person_id for face in faces}) == 1 and faces[0].person_id is not None
    if one_person:
        found.add(Deed.REJECT)
        if any(face.state == SUGGESTED for face in faces):
            found.add(Deed.CONFIRM)
    if all(face.group_id is not None for face in faces):
        found.add(Deed.TAKE_OUT)
    if len(faces) == 1 and faces[0].state == CONFIRMED:
        found.add(Deed.COVER)
    if len(faces) == 1 and whose(faces[0]) is not None and not faces[0].hidden:
        found.add(Deed.HIDE)
    return found


def whose(face: Face) -> Who | None:
    """Return the confirmed person of a face, else its group, else None."""
    if face.person_id is not None and face.state == CONFIRMED:
        return Who("person", face.person_id)
    return None if face.group_id is None else Who("group", face.group_id)


class FaceDeeds(QObject):
    """Does things with faces; asks for a person where one is needed, and answers "Why?".

    Signals: photo_asked(Face) when the photo of a face in that answer is to be shown,
    leaving(list[Face]) when faces will no longer be where they are: the action was asked for.
    """

    photo_asked = Signal(object)
    leaving = Signal(list)

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._pictures = pictures
        self._parent = parent
        self.naming = Naming(session, pictures, parent)
        self.naming.given.connect(self.leaving)
        self.picker: PersonPicker | None = None
        self.answer: WhyDialog | None = None

    def do(self, deed: Deed, faces: Sequence[Face]) -> None:
        """Do it with all these faces as one action; do nothing where it makes no sense."""
        if deed not in possible(faces):
            return
        if deed == Deed.NAME:
            self._pick(list(faces))
        elif deed == Deed.HIDE:
            who = whose(faces[0])
            self._session.perform(Hide((who,) if who else ()))
        elif deed in _LEAVING:
            self._session.perform(_LEAVING[deed](_ids(faces)))
            self.leaving.emit(list(faces))
        else:
            self._decide(deed, faces, faces[0].person_id or 0)

    def explain(self, face: Face) -> None:
        """Say why a face is whose it is, or nobody's."""
        from facegallery.ui.widgets.why_dialog import WhyDialog

        self.answer = WhyDialog(self._session, face, self._pictures, self._parent.window())
        self.answer.photo_opened.connect(self.photo_asked)
        self.answer.finished.connect(self._on_answered)
        self.answer.open()

    def _on_answered(self) -> None:
        self.answer = None

    def _decide(self, deed: Deed, faces: Sequence[Face], person_id: int) -> None:
        if deed == Deed.CONFIRM:
            self._session.perform(Confirm(_ids(faces), person_id))
        elif deed == Deed.REJECT:
            self._session.perform(Reject(_ids(faces), person_id))
            self.leaving.emit(list(faces))
        elif deed == Deed.COVER:
            self._session.perform(SetCover(person_id, faces[0].id))

    def _pick(self, faces: list[Face]) -> None:
        one = len(faces) == 1
        title = self.tr("Who is this?") if one else self.tr("Who are these {0}?")
        confirmed = {face.person_id for face in faces if face.state == CONFIRMED}
        without = [each for each in confirmed if each is not None and len(confirmed) == 1]
        self.picker = PersonPicker(
            self._session,
            self._pictures,
            self._parent.window(),
            title.format(len(faces)),
            without=without,
        )
        self.picker.picked.connect(lambda text, person: self.naming.name_faces(faces, text, person))
        self.picker.finished.connect(self._on_picked)
        self.picker.open()

    def _on_picked(self) -> None:
        self.picker = None


def _ids(faces: Sequence[Face]) -> tuple[int, ...]:
    return tuple(face.id for face in faces)
