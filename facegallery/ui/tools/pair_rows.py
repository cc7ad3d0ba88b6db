"""What a comparison found, as a list: the pairs first, then the faces without a partner."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from facegallery.domain.face import Box
from facegallery.drawing.beside import ALONE
from facegallery.jobs.compare import Comparison
from facegallery.ui.tools.pair_view import colours_of
from facegallery.ui.widgets.counts import decimal
from facegallery.ui.widgets.painting import square_face
from facegallery.ui.widgets.style import SPACING

SIDE = 48
BAR = 4
WIDEN = 0.25  # of a face's box on each side, as the library's crops have


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list. faces: side and place of each face shown. words, number: beside them."""

    faces: tuple[tuple[int, int], ...]
    words: str
    number: str
    colour: QColor


class PairRows(QScrollArea):
    """The list of a comparison; `rows` are what it says, in order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Faces compared"))
        self.rows: list[Row] = []

    def show_comparison(
        self, found: Comparison | None, pictures: tuple[QPixmap | None, QPixmap | None]
    ) -> None:
        """List what was found, faces cut from these pictures; nothing for None."""
        self.rows = [] if found is None else [*self._pairs(found), *self._alone(found)]
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, SPACING, 0)
        column.setSpacing(SPACING // 2)
        for row in self.rows:
            column.addWidget(self._line(row, found, pictures))
        column.addStretch()
        self.setWidget(inner)

    def _pairs(self, found: Comparison) -> list[Row]:
        colour_of = colours_of(found)
        nearest_first = sorted(found.pairs, key=lambda pair: found.distance(*pair))
        return [
            Row(
                ((0, row), (1, column)),
                self.tr("The same person"),
                self.tr("distance {0}").format(decimal(found.distance(row, column), 3)),
                colour_of[0, row],
            )
            for row, column in nearest_first
        ]

    def _alone(self, found: Comparison) -> list[Row]:
        paired = colours_of(found)
        rows = []
        for side, look in enumerate((found.first, found.second)):
            words = (
                self.tr("Only in the left photo"),
                self.tr("Only in the right photo"),
            )[side]
            for place in range(len(look.faces)):
                if (side, place) in paired:
                    continue
                nearest = float((found.distances if side == 0 else found.distances.T)[place].min())
                number = self.tr("nearest distance {0}").format(decimal(nearest, 3))
                rows.append(Row(((side, place),), words, number, QColor(*ALONE)))
        return rows

    def _line(
        self,
        row: Row,
        found: Comparison | None,
        pictures: tuple[QPixmap | None, QPixmap | None],
    ) -> QFrame:
        line = QFrame()
        line.setProperty("look", "card")
        line.setAccessibleName(f"{row.words}, {row.number}")
        across = QHBoxLayout(line)
        across.setContentsMargins(SPACING, SPACING, 2 * SPACING, SPACING)
        across.setSpacing(SPACING)
        for side, place in row.faces:
            picture = pictures[side]
            if picture is not None and found is not None:
                box = (found.first, found.second)[side].faces[place].box
                across.addWidget(_Crop(_cut(picture, box), row.colour))
        words = QLabel(row.words)
        words.setProperty("look", "strong")
        number = QLabel(row.number)
        number.setProperty("look", "small")
        across.addSpacing(SPACING)
        across.addWidget(words)
        across.addStretch()
        across.addWidget(number)
        return line


class _Crop(QWidget):
    """A face with a bar in the colour of its outline below."""

    def __init__(self, picture: QPixmap, colour: QColor) -> None:
        super().__init__()
        self.setFixedSize(SIDE, SIDE + 2 * BAR)
        self._picture, self._colour = picture, colour

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the face and its colour; see QWidget."""
        with QPainter(self) as painter:
            square_face(painter, QRect(0, 0, SIDE, SIDE), self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour)
            painter.drawRoundedRect(0, SIDE + BAR, SIDE, BAR, BAR / 2, BAR / 2)


def _cut(picture: QPixmap, box: Box) -> QPixmap:
    """Return the square around a face."""
    wide, high = box.width * picture.width(), box.height * picture.height()
    side = round(max(wide, high) * (1 + 2 * WIDEN))
    place = QRect(0, 0, side, side)
    place.moveCenter(
        QRect(
            round(box.x * picture.width()),
            round(box.y * picture.height()),
            round(wide),
            round(high),
        ).center()
    )
    return picture.copy(place & picture.rect())
