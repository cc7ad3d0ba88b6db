"""The answer to "Why?": the confirmed faces that a face is nearest to, and what came of it."""

from functools import partial

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facegallery.domain.errors import FaceGalleryError
from facegallery.domain.face import Face
from facegallery.jobs.why import NearFace, Why, why
from facegallery.ui.people.face_grid import caption
from facegallery.ui.photos.dates import short_date
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets import why_words
from facegallery.ui.widgets.counts import decimal
from facegallery.ui.widgets.painting import one_line, round_face, square_face
from facegallery.ui.widgets.spoken import spoken_error
from facegallery.ui.widgets.style import SPACING, colours
from facegallery.vision import registry

WIDTH, HEIGHT = 640, 690
SHARE = 0.9  # of the window at most
ASKED_SIDE, CROP_SIDE, LINE = 88, 120, 18
COLUMNS = 4


class WhyDialog(QDialog):
    """Opens at once; the answer comes from beside the window. Signal photo_opened(Face)."""

    photo_opened = Signal(object)

    def __init__(self, session: Session, face: Face, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._pictures = pictures
        self.crops: list[NearCrop] = []
        self.heading = _label(why_words.heading(face), "heading")
        self.setWindowTitle(self.heading.text())
        room = parent.window().size() * SHARE
        self.resize(QSize(WIDTH, HEIGHT).boundedTo(room))
        self.verdict = _label(self.tr("Looking"), "")
        self.notes = _label("", "muted")
        self.numbers = _label("", "small")
        self.people = QGridLayout()
        self._faces = QGridLayout()
        self._answer = QWidget()
        self._lay_out(face)
        question = partial(why, session.library, face.id)
        session.ask_beside(question, self._show, self._on_failed, of_faces=True)

    def _on_failed(self, error: FaceGalleryError) -> None:
        self.verdict.setText(spoken_error(error))

    def _show(self, answer: Why) -> None:
        self.heading.setText(why_words.heading(answer.face))
        self.verdict.setText(why_words.verdict(answer))
        self.notes.setText(" ".join(why_words.notes(answer)))
        self.notes.setVisible(bool(self.notes.text()))
        self.numbers.setText(self._numbers(answer))
        for row, near in enumerate(answer.people):
            self.people.addWidget(_label(near.name, "strong", wraps=False), row, 0)
            words = why_words.person_words(answer, near)
            self.people.addWidget(_label(words, ""), row, 1)
            self.people.addWidget(_label(decimal(near.distance, 2), "small"), row, 2)
        for place, found in enumerate(answer.faces):
            crop = NearCrop(found, self._pictures, self)
            crop.opened.connect(self._on_opened)
            self.crops.append(crop)
            self._faces.addWidget(crop, place // COLUMNS, place % COLUMNS)
        self._answer.setVisible(bool(answer.faces))

    def _numbers(self, answer: Why) -> str:
        if not answer.compared or answer.recognizer is None:
            return ""
        recognizer = registry.RECOGNIZERS.get(answer.recognizer)
        return self.tr(
            "Numbers are distances by {0}: 0 is the same picture, and up to {1} a face is "
            "suggested. Quality of this face: {2}."
        ).format(
            recognizer.title.split(",")[0] if recognizer else answer.recognizer,
            decimal(answer.line, 2),
            decimal(answer.face.quality, 2),
        )

    def _on_opened(self, face: Face) -> None:
        self.accept()
        self.photo_opened.emit(face)

    def _lay_out(self, face: Face) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(0, 12, 0, 0)
        words.setSpacing(6)
        for label in (self.heading, self.verdict, self.notes):
            words.addWidget(label)
        self.notes.hide()
        head = QHBoxLayout()
        head.setSpacing(2 * SPACING)
        head.addWidget(_Asked(face, self._pictures, self), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.people.setColumnStretch(1, 1)
        self.people.setHorizontalSpacing(2 * SPACING)
        self.people.setVerticalSpacing(6)
        self._faces.setSpacing(SPACING)
        self._faces.setColumnStretch(COLUMNS, 1)
        answer = QVBoxLayout(self._answer)
        answer.setContentsMargins(0, 0, 0, 0)
        answer.setSpacing(SPACING)
        answer.addWidget(_label(self.tr("The nearest people"), "strong"))
        answer.addLayout(self.people)
        answer.addSpacing(SPACING)
        answer.addWidget(_label(self.tr("The nearest confirmed faces"), "strong"))
        answer.addLayout(self._faces)
        self._answer.hide()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 24, 24, SPACING)
        column.setSpacing(2 * SPACING)
        column.addLayout(head)
        column.addWidget(self._answer)
        column.addStretch()
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        close = QPushButton(self.tr("Close"), default=True)
        close.setToolTip(self.tr("Close (Escape)"))
        close.clicked.connect(self.reject)
        low = QHBoxLayout()
        low.setContentsMargins(24, SPACING, 24, 2 * SPACING)
        low.setSpacing(2 * SPACING)
        low.addWidget(self.numbers, 1)
        low.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        outer.addLayout(low)
        close.setFocus()


class NearCrop(QAbstractButton):
    """A near face with whose it is, how far, and when. Signal opened(Face) for a click."""

    opened = Signal(object)

    def __init__(self, found: NearFace, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._face = found.face
        self._pictures = pictures
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(CROP_SIDE + 8, CROP_SIDE + 3 * LINE + 12)
        self.words = (
            caption(found.face),
            self.tr("distance {0}").format(decimal(found.distance, 2)),
            short_date(found.face.taken_at, QLocale()),
        )
        self.setAccessibleName(", ".join(self.words))
        self.setToolTip(self.tr("{0}\nA click shows the photo").format(found.face.path))
        self.clicked.connect(lambda: self.opened.emit(self._face))
        pictures.arrived.connect(self._on_arrived)

    def _on_arrived(self, _key: object) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the face and the words below it; see QWidget."""
        now, face = colours(), self._face
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse() or self.hasFocus():
                painter.setPen(QColor(now.accent if self.hasFocus() else now.hover))
                painter.setBrush(QColor(now.hover))
                painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 10, 10)
            place = self.rect().adjusted(4, 4, -4, 0)
            place.setHeight(CROP_SIDE)
            picture = self._pictures.face(face.photo_hash, face.box, face.path)
            square_face(painter, place, picture)
            line = place.translated(0, CROP_SIDE + 4)
            line.setHeight(LINE)
            for number, words in enumerate(self.words):
                font = self.font()
                font.setPointSizeF(font.pointSizeF() * (1.0 if number == 0 else 0.9))
                painter.setFont(font)
                painter.setPen(QColor(now.muted if number else now.text))
                one_line(painter, line.translated(0, number * LINE), words)


class _Asked(QWidget):
    """The round face that is asked about."""

    def __init__(self, face: Face, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(ASKED_SIDE, ASKED_SIDE)
        self._face, self._pictures = face, pictures
        pictures.arrived.connect(self._on_arrived)

    def _on_arrived(self, _key: object) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the face; see QWidget."""
        face = self._face
        with QPainter(self) as painter:
            picture = self._pictures.face(face.photo_hash, face.box, face.path)
            round_face(painter, self.rect(), picture)


def _label(words: str, look: str, *, wraps: bool = True) -> QLabel:
    label = QLabel(words, wordWrap=wraps, textFormat=Qt.TextFormat.PlainText)
    label.setProperty("look", look)
    return label
