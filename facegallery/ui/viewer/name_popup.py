"""The small field at a face in the viewer: who is this?"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facegallery.actions.faces import Confirm, Reject
from facegallery.actions.people import Who
from facegallery.domain.face import Face
from facegallery.ui.people.naming import Naming, card_for
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.buttons import push_button
from facegallery.ui.widgets.name_edit import NameEdit
from facegallery.ui.widgets.painting import round_face
from facegallery.ui.widgets.style import SPACING

WIDTH = 320
FACE_SIDE = 56


class NamePopup(QFrame):
    """Asks who a face is; Enter names, Escape closes. A child of the page, over everything.

    Signals: person_opened(Who) for "show all photos"; closed() when it goes, however that was.
    """

    person_opened = Signal(object)
    closed = Signal()

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setProperty("look", "popup")
        self._session = session
        self._face: Face | None = None
        self._naming = Naming(session, pictures, self)
        self._picture = _FacePicture(pictures, self)
        self._question = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._question.setProperty("look", "strong")
        self._detail = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._detail.setProperty("look", "small")
        self.field = NameEdit(session, pictures, self)
        self.yes = push_button("check", self.tr("Yes"), self.tr("Yes, it is (Alt+Y)"), "primary")
        self.no = push_button("cross", self.tr("No"), self.tr("No, it is not (Alt+N)"))
        self.yes.setShortcut("Alt+Y")
        self.no.setShortcut("Alt+N")
        self.all_photos = push_button(
            "photos", self.tr("All photos of this person"), self.tr("Show them (Alt+A)"), "quiet"
        )
        self.all_photos.setShortcut("Alt+A")
        self._lay_out()
        self.field.named.connect(self._on_named)
        self.field.cancelled.connect(self.close_popup)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        self.all_photos.clicked.connect(self._on_all_photos)
        self.hide()

    def ask(self, face: Face, place: QRect) -> None:
        """Ask about a face that is at this place of the parent."""
        self._face = face
        self._picture.set_face(face)
        self._fill(face)
        self.field.clear()  # nothing typed for one face is carried over to another
        self.adjustSize()
        self.setFixedWidth(WIDTH)
        self._move_to(place)
        self.show()
        self.raise_()
        self.field.setFocus()

    def follow(self, faces: Sequence[Face]) -> None:
        """Ask anew where the face asked about is suggested to somebody by now."""
        face = self._face
        if face is None or self.isHidden() or self.field.text():
            return
        fresh = next((other for other in faces if other.id == face.id), None)
        if fresh is not None and fresh != face:
            self._face = fresh
            self._fill(fresh)
            self.adjustSize()

    def close_popup(self) -> None:
        """Close without a change."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _fill(self, face: Face) -> None:
        suggested = face.state == "suggested"
        confirmed = face.state == "confirmed"
        name = face.person_name or ""
        self._detail.clear()
        if suggested:
            self._question.setText(self.tr("Is this {0}?").format(name))
        elif confirmed:
            self._question.setText(name)
            self._detail.setText(self.tr("Somebody else? Type the right name."))
        else:
            self._question.setText(self.tr("Who is this?"))
        if not confirmed and face.group_id is not None:
            card = card_for(self._session, Who("group", face.group_id))
            if card is not None and card.faces > 1:
                words = self.tr("The name goes to all {0} of this group.")
                self._detail.setText(words.format(counts.faces(card.faces)))
        self._detail.setVisible(bool(self._detail.text()))
        self.field.setPlaceholderText(
            self.tr("Somebody else") if suggested or confirmed else self.tr("Type a name")
        )
        self.yes.setVisible(suggested)
        self.no.setVisible(suggested)
        self.all_photos.setVisible(face.person_id is not None or face.group_id is not None)

    def _on_named(self, text: str, person_id: int | None) -> None:
        face = self._face
        self.close_popup()
        if face is None:
            return
        if face.state == "suggested" and person_id is not None and person_id == face.person_id:
            self._session.perform(Confirm((face.id,), person_id))
            return
        card = None
        if face.group_id is not None and face.state != "confirmed":
            card = card_for(self._session, Who("group", face.group_id))
        if card is not None:
            self._naming.name(card, text, person_id)
        else:
            self._naming.name_faces([face], text, person_id)

    def _on_yes(self) -> None:
        face = self._face
        self.close_popup()
        if face is not None and face.person_id is not None:
            self._session.perform(Confirm((face.id,), face.person_id))

    def _on_no(self) -> None:
        face = self._face
        self.close_popup()
        if face is not None and face.person_id is not None:
            self._session.perform(Reject((face.id,), face.person_id))

    def _on_all_photos(self) -> None:
        face = self._face
        self.close_popup()
        if face is not None and face.person_id is not None:
            self.person_opened.emit(Who("person", face.person_id))
        elif face is not None and face.group_id is not None:
            self.person_opened.emit(Who("group", face.group_id))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(self._question)
        words.addWidget(self._detail)
        words.addStretch()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._picture)
        head.addLayout(words, 1)
        answers = QHBoxLayout()
        answers.setSpacing(SPACING)
        answers.addWidget(self.yes)
        answers.addWidget(self.no)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACING, 2 * SPACING, 2 * SPACING, 2 * SPACING)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(answers)
        column.addWidget(self.field)
        column.addWidget(self.all_photos)

    def _move_to(self, place: QRect) -> None:
        """Lie beside the face where there is room, never over it if that can be."""
        room = self._room.rect().adjusted(SPACING, SPACING, -SPACING, -SPACING)
        self.adjustSize()
        size = self.size()
        right, left = place.right() + 12, place.left() - 12 - size.width()
        fits_right = right + size.width() <= room.right()
        corner = self.rect()
        corner.moveLeft(right if fits_right or left < room.left() else left)
        corner.moveTop(place.center().y() - size.height() // 2)
        corner.moveLeft(max(room.left(), min(corner.left(), room.right() - size.width())))
        corner.moveTop(max(room.top(), min(corner.top(), room.bottom() - size.height())))
        self.move(corner.topLeft())


class _FacePicture(QWidget):
    """The round face that is asked about."""

    def __init__(self, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(FACE_SIDE, FACE_SIDE)
        self._pictures = pictures
        self._face: Face | None = None
        pictures.arrived.connect(self._on_arrived)

    def _on_arrived(self, _key: bytes) -> None:
        self.update()

    def set_face(self, face: Face) -> None:
        """Show another face."""
        self._face = face
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the face; see QWidget."""
        face = self._face
        if face is not None:
            with QPainter(self) as painter:
                picture = self._pictures.face(face.photo_hash, face.box, face.path)
                round_face(painter, self.rect(), picture)
