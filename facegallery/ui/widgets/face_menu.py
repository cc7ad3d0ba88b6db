"""The context menu of faces, the same in the viewer, on a person's page and everywhere else."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from facegallery.domain.face import Face
from facegallery.domain.person import SUGGESTED
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets.choice_bar import make_action
from facegallery.ui.widgets.face_deeds import Deed, FaceDeeds, possible, whose
from facegallery.ui.widgets.icons import icon

# Icon, words and key of each deed; {0} is the person's name.
_WORDS = {
    Deed.CONFIRM: ("check", str(QT_TRANSLATE_NOOP("faces", "Yes, it is {0}")), "Y"),
    Deed.REJECT: ("cross", str(QT_TRANSLATE_NOOP("faces", "Not {0}")), "N"),
    Deed.NAME: ("edit", str(QT_TRANSLATE_NOOP("faces", "Name…")), "F2"),
    Deed.TAKE_OUT: ("remove", str(QT_TRANSLATE_NOOP("faces", "Take out of the group")), "T"),
    Deed.NOT_A_FACE: ("not-face", str(QT_TRANSLATE_NOOP("faces", "Not a face")), "X"),
    Deed.IS_A_FACE: ("face", str(QT_TRANSLATE_NOOP("faces", "A face after all")), "Shift+X"),
    Deed.COVER: ("heart", str(QT_TRANSLATE_NOOP("faces", "Use as cover")), "C"),
    Deed.HIDE: ("hide", str(QT_TRANSLATE_NOOP("faces", "Hide this person")), ""),
    Deed.SHOW: ("show", str(QT_TRANSLATE_NOOP("faces", "Show again")), "Shift+H"),
}
_MOVE = str(QT_TRANSLATE_NOOP("faces", "Move to another person…"))
_NOT_THIS = str(QT_TRANSLATE_NOOP("faces", "Not this person"))
_IT_IS = str(QT_TRANSLATE_NOOP("faces", "Yes, it is"))


class FaceMenu(QMenu):
    """What can be done with these faces; shown with popup(), gone when closed.

    Signals: photo_opened(Face) for "Show photo", person_opened(Who) for all photos of a person.
    deeds: of the page, where it has them; it must outlive the menu.
    keys: show the keys beside the words; only where the page has them.
    in_photo: the photo is on screen already, and is not offered.
    """

    photo_opened = Signal(object)
    person_opened = Signal(object)

    def __init__(
        self,
        session: Session,
        faces: Sequence[Face],
        parent: QWidget,
        pictures: Pictures,
        deeds: FaceDeeds | None = None,
        *,
        keys: bool = False,
        in_photo: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._faces = session, list(faces)
        self._deeds = deeds or parent.findChild(FaceDeeds) or FaceDeeds(session, pictures, parent)
        can = possible(self._faces)
        for deed in Deed:
            if deed in can:
                self._add(deed, keys=keys)
        self.addSeparator()
        self._add_ways(self._faces[0], in_photo=in_photo)

    def _add(self, deed: Deed, *, keys: bool) -> None:
        name, _words, key = _WORDS[deed]
        said = words_for(deed, self._faces)
        action = self.addAction(icon(name), f"{said}\t{key}" if keys and key else said)
        action.setData(deed)
        action.triggered.connect(lambda: self._deeds.do(deed, self._faces))

    def _add_ways(self, face: Face, *, in_photo: bool) -> None:
        who = whose(face)
        if who is not None:
            person = self.addAction(icon("person"), self.tr("All photos of this person"))
            person.triggered.connect(lambda: self.person_opened.emit(who))
        if len(self._faces) == 1 and face.is_face:
            why = self.addAction(icon("question"), self.tr("Why?"))
            why.triggered.connect(lambda: self._deeds.explain(face))
            like = self.addAction(icon("search"), self.tr("Find photos like this face"))
            like.triggered.connect(lambda: self._session.search_asked.emit(f"like: {face.id}"))
        if len(self._faces) == 1 and not in_photo:
            photo = self.addAction(icon("photos"), self.tr("Show photo"))
            photo.triggered.connect(lambda: self.photo_opened.emit(face))


def words_for(deed: Deed, faces: Sequence[Face]) -> str:
    """Return how a deed is called for these faces: with the person's name where it has one."""
    _icon, words, _key = _WORDS[deed]
    name = faces[0].person_name if faces else None
    if deed == Deed.NAME and faces and faces[0].person_id and faces[0].state != SUGGESTED:
        return _tr(_MOVE)
    if name is None and deed == Deed.REJECT:
        return _tr(_NOT_THIS)
    if name is None and deed == Deed.CONFIRM:
        return _tr(_IT_IS)
    return _tr(words).format(name)


def deed_action(owner: QWidget, deed: Deed, done: object) -> QAction:
    """Return a deed as an action of a page, with its key."""
    name, _words, key = _WORDS[deed]
    return make_action(owner, name, words_for(deed, []), key, done=done)


def _tr(text: str) -> str:
    return QCoreApplication.translate("faces", text)
