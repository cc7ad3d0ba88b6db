"""What is asked before names are brought in, or written for other programs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from facegallery.domain.names import Found, Names
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.question import Question
from facegallery.ui.widgets.style import SPACING

LIST_HEIGHT = 180  # of the people of the same name; more of them are scrolled


class BringInQuestion(Question):
    """What a file of names has, what of it is here, and who counts as the same person.

    boxes: by a person's number in the file; checked: they are the person of this library.
    """

    def __init__(self, parent: QWidget, names: Names, found: Found) -> None:
        super().__init__(parent, self.tr("Bring in these names?"), [], self.tr("Bring in"))
        self.add_paragraph(
            self.tr("The file was saved on {0}: {1}, {2} in {3}.").format(
                names.made_at[:10],
                counts.people(len(names.people)),
                counts.faces(found.faces_in_file),
                counts.photos(found.photos_in_file),
            )
        )
        self.add_paragraph("\n".join(self._what_is_here(found)))
        self.boxes: dict[int, QCheckBox] = {}
        if found.namesakes:
            self.add_paragraph(self.tr("Are these the same people? Uncheck who is somebody else."))
            self.add_widget(self._namesakes(found))
        self.add_paragraph(self.tr("What you said here stays as it is. Undo takes all of it back."))

    def apart(self) -> frozenset[int]:
        """Return the people of the file who are nobody of this library."""
        return frozenset(number for number, box in self.boxes.items() if not box.isChecked())

    def _what_is_here(self, found: Found) -> list[str]:
        lines = [
            self.tr("In this library: {0} of the photos, {1} of the faces.").format(
                written(found.photos), written(found.faces)
            ),
            self.tr("New people: {0}. Known here already: {1}.").format(
                written(found.new), written(found.joined)
            ),
        ]
        for number, words in (
            (found.made, self.tr("Faces that get a box, as none was found here: {0}.")),
            (found.left_out, self.tr("Left out, as no photo of them is here: {0} people.")),
            (
                found.photos_in_file - found.photos,
                self.tr(
                    "Photos that are not here: {0}. Bring in the file again once they are scanned."
                ),
            ),
            (found.kept, self.tr("Faces of which you said something else here: {0}.")),
        ):
            if number:
                lines.append(words.format(written(number)))
        return lines

    def _namesakes(self, found: Found) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        for one in found.namesakes:
            words = self.tr("{0} ({1} in the file) is {2} ({3} here)").format(
                one.name, counts.faces(one.faces), one.here, counts.photos(one.photos)
            )
            box = QCheckBox(words.replace("&", "&&"))
            box.setChecked(True)
            self.boxes[one.id] = box
            column.addWidget(box)
        column.addStretch()
        if inner.sizeHint().height() <= LIST_HEIGHT:
            return inner
        area = QScrollArea(widgetResizable=True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedHeight(LIST_HEIGHT)
        area.setWidget(inner)
        return area


class SidecarQuestion(Question):
    """Where sidecars are to be written. Signal beside_asked(): beside the photos."""

    beside_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Write names for other programs?"),
            [],
            self.tr("Choose a folder…"),
        )
        self.add_paragraph(
            self.tr(
                "Each photo with somebody named gets a small file of its own, photo.jpg.xmp, with "
                "names and places of faces as digiKam, Lightroom and others read them."
            )
        )
        self.add_paragraph(
            self.tr(
                "The photos are not touched, nor are such files that another program has written."
            )
        )
        self.beside = self.add_choice(
            self.tr("Beside the photos"), self.tr("Write each one into the folder of its photo")
        )
        self.beside.clicked.connect(self._on_beside)

    def _on_beside(self) -> None:
        self.reject()
        self.beside_asked.emit()
