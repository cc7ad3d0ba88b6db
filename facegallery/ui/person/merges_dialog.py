"""Who has become part of a person or group, to be taken apart again at any time."""

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facegallery.actions.unmerge import Unmerge
from facegallery.domain.face import Face
from facegallery.ui.person.found import MergedPart
from facegallery.ui.photos.dates import long_date
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.buttons import push_button
from facegallery.ui.widgets.style import SPACING

_SIDE = 48
_SIZE = QSize(520, 460)


class MergesDialog(QDialog):
    """A row for each merge, the newest first; Enter or the button takes the marked one apart."""

    def __init__(
        self,
        session: Session,
        pictures: Pictures,
        name: str,
        parts: tuple[MergedPart, ...],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Merged into {0}").format(name))
        self.resize(_SIZE)
        self._session, self._pictures, self._parts = session, pictures, parts
        self.rows = QListWidget()
        self.rows.setIconSize(QSize(_SIDE, _SIDE))
        self.rows.setAccessibleName(self.windowTitle())
        for part in parts:
            words = part.name or self.tr("A group of {0}").format(counts.faces(part.faces))
            if part.name:
                words += f", {counts.faces(part.faces)}"
            self.rows.addItem(QListWidgetItem(f"{words}\n{long_date(part.made_at, QLocale())}"))
        self.rows.setCurrentRow(0)
        self._show_faces()
        self.rows.itemActivated.connect(lambda _item: self._take_apart())
        pictures.arrived.connect(self._on_picture)
        self._lay_out()

    def _lay_out(self) -> None:
        heading = QLabel(self.windowTitle(), wordWrap=True)
        heading.setProperty("look", "heading")
        words = self.tr(
            "Taken apart, they have their faces again. What you have moved or rejected since stays "
            "as you said."
        )
        explained = QLabel(words, wordWrap=True)
        explained.setProperty("look", "muted")
        self.apart = push_button(
            "split", self.tr("Take apart"), self.tr("Take the marked one apart (Enter)"), "primary"
        )
        self.apart.clicked.connect(self._take_apart)
        close = push_button("cancel", self.tr("Close"), self.tr("Change nothing (Escape)"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(close)
        buttons.addStretch()
        buttons.addWidget(self.apart)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(2 * SPACING)
        column.addWidget(heading)
        column.addWidget(explained)
        column.addWidget(self.rows, 1)
        column.addLayout(buttons)
        self.rows.setFocus()

    def _show_faces(self) -> None:
        for row, part in enumerate(self._parts):
            face: Face | None = part.cover
            item = self.rows.item(row)
            if face is not None and item.icon().isNull():
                picture = self._pictures.face(face.photo_hash, face.box, face.path)
                if picture is not None:
                    item.setIcon(QIcon(picture))

    def _on_picture(self, _key: object) -> None:
        self._show_faces()

    def _take_apart(self) -> None:
        self._session.perform(Unmerge(self._parts[self.rows.currentRow()].id))
        self.accept()
