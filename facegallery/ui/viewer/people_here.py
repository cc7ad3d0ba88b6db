"""The list of people in the photo of the viewer: who, why, and who is there without a face."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facegallery.actions.bystanders import HideUnnamed
from facegallery.actions.people import Who
from facegallery.actions.photos import BeThere
from facegallery.catalog import people, presences
from facegallery.domain.face import Face
from facegallery.domain.person import CONFIRMED, PersonOrGroup
from facegallery.domain.photo import Photo
from facegallery.ui.person.ages import age_words
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.buttons import push_button
from facegallery.ui.widgets.choice_bar import tool_button
from facegallery.ui.widgets.painting import round_face
from facegallery.ui.widgets.people_matches import picture_of
from facegallery.ui.widgets.person_picker import PersonPicker
from facegallery.ui.widgets.style import SPACING

FACE_SIDE = 32
MOST_ROWS = 24  # more faces than anybody reads through; making the rows would take too long


class PeopleHere(QWidget):
    """Who is in a photo. Signals: person_opened(Who), why_asked(Face)."""

    person_opened = Signal(object)
    why_asked = Signal(object)

    def __init__(self, session: Session, pictures: Pictures, room: int) -> None:
        """Take the width that names have, pixels."""
        super().__init__()
        self._session, self._pictures, self._room = session, pictures, room
        self._photo: Photo | None = None
        self._shown: object = None
        self._born: dict[int, str] = {}
        self.picker: PersonPicker | None = None
        heading = QLabel(self.tr("People"))
        heading.setProperty("look", "strong")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.add = push_button(
            "add",
            self.tr("Somebody else is here…"),
            self.tr("Somebody is in this photo whose face is not visible (P)"),
            "quiet",
        )
        self.add.clicked.connect(self.ask_who_else)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(heading)
        column.addLayout(self._rows)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_photo(self, photo: Photo) -> None:
        """Note whose photo the next list of people is."""
        self._photo = photo

    def show_people(self, faces: Sequence[Face]) -> None:
        """Show whose faces these are, and who is there besides."""
        photo = self._photo
        there = [] if photo is None else presences.of_photo(self._session.db, photo.id)
        self._born = people.birth_dates(self._session.db)
        wanted = (list(faces), there, self._born)
        if wanted == self._shown:
            return  # nothing is made anew under the pointer
        self._shown = wanted
        self._clear()
        named = [face for face in faces if face.person_id is not None]
        for face in named[:MOST_ROWS]:
            self._rows.addWidget(self._face_row(face))
        for person_id, name in there:
            self._rows.addWidget(self._presence_row(person_id, name))
        if len(named) > MOST_ROWS:
            more = counts.people(len(named) - MOST_ROWS)
            self._rows.addWidget(_muted(self.tr("and {0} more").format(more)))
        unnamed = [face for face in faces if face.person_id is None]
        self._add_unnamed([face for face in unnamed if not face.hidden])
        self._add_hidden(sum(face.hidden for face in unnamed))
        if not named and not there:
            self._rows.insertWidget(0, _muted(self.tr("Nobody is named in this photo.")))

    def ask_who_else(self) -> None:
        """Ask who is in the photo though no face of theirs can be seen."""
        photo = self._photo
        if photo is None:
            return
        known = {person_id for person_id, _name in presences.of_photo(self._session.db, photo.id)}
        self.picker = PersonPicker(
            self._session,
            self._pictures,
            self.window(),
            self.tr("Who is here, though the face is not visible?"),
            without=known,
        )
        self.picker.picked.connect(lambda name, person_id: self._on_picked(photo, name, person_id))
        self.picker.finished.connect(self._on_finished)
        self.picker.open()

    def _on_picked(self, photo: Photo, name: str, person_id: int | None) -> None:
        self._session.perform(BeThere((photo.id,), person_id, name))

    def _on_finished(self) -> None:
        self.picker = None

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()

    def _face_row(self, face: Face) -> QWidget:
        name = face.person_name or ""
        shown = name if face.state == CONFIRMED else f"{name}?"
        row = _Row(shown, self._with_age(face.person_id, reason(face)), self._room)
        row.picture.show_face(face, self._pictures)
        row.name.setToolTip(self.tr("{0}: show all photos of this person").format(name))
        who = Who("person", face.person_id or 0)
        row.name.clicked.connect(lambda: self.person_opened.emit(who))
        words = self.tr("Why {0}?").format(name)
        tip = self.tr("Why? What speaks for this name")
        row.add(tool_button("question", words, tip, lambda: self.why_asked.emit(face)))
        return row

    def _presence_row(self, person_id: int, name: str) -> QWidget:
        words = self.tr("Here by your word, without a visible face")
        row = _Row(name, self._with_age(person_id, words), self._room)
        card = people.person(self._session.db, person_id)
        if card is not None:  # somebody without any face keeps the silhouette
            row.picture.show_cover(card, self._pictures)
        row.name.setToolTip(self.tr("{0}: show all photos of this person").format(name))
        row.name.clicked.connect(lambda: self.person_opened.emit(Who("person", person_id)))
        words = self.tr("{0} is not here after all").format(name)
        row.add(tool_button("cross", words, words, lambda: self._take_away(person_id)))
        return row

    def _with_age(self, person_id: int | None, words: str) -> str:
        """Return words with how old somebody is in the photo before them, where that is known."""
        taken_at = None if self._photo is None else self._photo.taken_at
        age = age_words(self._born.get(person_id or 0), taken_at)
        return " · ".join(filter(None, (age, words)))

    def _take_away(self, person_id: int) -> None:
        if self._photo is not None:
            self._session.perform(BeThere((self._photo.id,), person_id, there=False))

    def _add_unnamed(self, faces: Sequence[Face]) -> None:
        """Add a row for each group, and how many faces nobody is like."""
        groups: dict[int, Face] = {}
        for face in faces:
            if face.group_id is not None:
                groups.setdefault(face.group_id, face)
        for group_id, face in list(groups.items())[:MOST_ROWS]:
            words = self.tr("No name yet")
            row = _Row(words, self.tr("Click the face to name it"), self._room)
            row.picture.show_face(face, self._pictures)
            row.name.setToolTip(self.tr("Show all photos of this group"))
            who = Who("group", group_id)
            row.name.clicked.connect(lambda _checked=False, who=who: self.person_opened.emit(who))
            self._rows.addWidget(row)
        alone = sum(face.group_id is None for face in faces)
        if alone:
            words = self.tr("{0} without a name, and like nobody else").format(counts.faces(alone))
            self._rows.addWidget(_muted(words))

    def _add_hidden(self, number: int) -> None:
        """Add a line that says how many are hidden here, and shows them again."""
        photo = self._photo
        if not number or photo is None:
            return
        back = push_button(
            "show",
            self.tr("{0} hidden: show again").format(counts.faces(number)),
            self.tr("Show again who has no name in this photo"),
            "quiet",
        )
        back.clicked.connect(lambda: self._session.perform(HideUnnamed((photo.id,), hidden=False)))
        self._rows.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)


class _Row(QWidget):
    """A round face, a name to click, a quieter line below it, and buttons at the right."""

    def __init__(self, name: str, words: str, room: int) -> None:
        super().__init__()
        self.picture = _RoundFace()
        self.name = QPushButton(autoDefault=False)
        self.name.setProperty("look", "quiet")
        short = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
        self.name.setText(short.replace("&", "&&"))
        self.name.setAccessibleName(name)
        self.name.setAccessibleDescription(words)
        self.name.setStyleSheet("text-align: left; padding: 2px 0; min-height: 16px;")
        more = QLabel(words, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        more.setProperty("look", "small")
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.name)
        lines.addWidget(more)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 2, 0, 2)
        self._row.setSpacing(SPACING)
        self._row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(lines, 1)

    def add(self, button: QWidget) -> None:
        """Put a button at the right."""
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


class _RoundFace(QWidget):
    """A small round face; a silhouette for somebody without one.

    shown: returns the picture, or None while it is loading and where there is none.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(FACE_SIDE, FACE_SIDE)
        self.shown: Callable[[], QPixmap | None] = lambda: None

    def show_face(self, face: Face, pictures: Pictures) -> None:
        """Show a face."""
        self._show(lambda: pictures.face(face.photo_hash, face.box, face.path), pictures)

    def show_cover(self, card: PersonOrGroup, pictures: Pictures) -> None:
        """Show the face that somebody has on cards."""
        self._show(lambda: picture_of(card, pictures), pictures)

    def _show(self, picture: Callable[[], QPixmap | None], pictures: Pictures) -> None:
        self.shown = picture
        pictures.arrived.connect(self._on_arrived)

    def _on_arrived(self, _key: bytes) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the face; see QWidget."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            round_face(painter, self.rect(), self.shown())


def reason(face: Face) -> str:
    """Return why a face has its name, in so few words that they stay on one line of the panel."""
    if face.state == CONFIRMED:
        return QCoreApplication.translate("people_here", "You said so")
    if face.similarity is None:
        return ""
    likeness = QLocale().toString(max(0.0, face.similarity) * 100, "f", 0)
    return QCoreApplication.translate("people_here", "{0}\u00a0% alike").format(likeness)


def _muted(words: str) -> QLabel:
    label = QLabel(words, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setProperty("look", "muted")
    return label
