"""The Folders page: where photos come from, how each folder is, and what could not be read."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facegallery.actions.folders import LeaveOut, LetIn
from facegallery.catalog import folders, left_out, properties
from facegallery.catalog.library import Catalog
from facegallery.domain.person import LibraryStatus
from facegallery.domain.photo import FailedFile, Folder, LeftOut
from facegallery.jobs import scan_settings
from facegallery.ui.folders.failed_files import FailedFilesTable
from facegallery.ui.folders.folder_card import FolderCard
from facegallery.ui.folders.left_out import LeftOutList
from facegallery.ui.folders.models_at_work import models_words
from facegallery.ui.folders.switches import ScanSwitches
from facegallery.ui.photos.bystanders import ask_to_hide
from facegallery.ui.session import Session
from facegallery.ui.widgets.buttons import push_button
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.reader import Reader
from facegallery.ui.widgets.style import READABLE, SPACING
from facegallery.ui.widgets.tab_order import tab_in_order


@dataclass(frozen=True, slots=True)
class Found:
    """What the page shows."""

    folders: list[Folder]
    failed: list[FailedFile]
    left_out: list[LeftOut]
    status: LibraryStatus
    settings: dict[str, bool]


class FoldersPage(QWidget):
    """All folders of the library, the models at work, and the files with a reason.

    Signal noted(str) for what should be said of a folder that was taken out.
    """

    noted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reader = Reader(session.library, self)
        self.cards: list[FolderCard] = []
        self.add_button = push_button(
            "add", self.tr("Add folder"), self.tr("Add a folder of photos (Ctrl+O)"), "primary"
        )
        self.rescan_button = push_button(
            "rescan", self.tr("Rescan all"), self.tr("Look for new and changed photos (F5)")
        )
        self._card_column = QVBoxLayout()
        self._card_column.setSpacing(12)
        self.nothing = QLabel(wordWrap=True)
        self.nothing.setProperty("look", "muted")
        self.nothing.setText(
            self.tr("No folder yet. Add one, or drop folders anywhere on this window.")
        )
        self._failed_heading = QLabel()
        self._failed_heading.setProperty("look", "heading")
        self.try_again = push_button(
            "rescan",
            self.tr("Try again"),
            self.tr("Look at these files again, whether or not they have changed"),
            key="Alt+T",
        )
        self.ignore = push_button(
            "hide",
            self.tr("Ignore"),
            self.tr("Leave the selected files out of the library; all, where none is selected"),
            key="Alt+I",
        )
        self.failed = FailedFilesTable(self)
        self.left_out = LeftOutList(self)
        self.switches = ScanSwitches(session, self)
        self.models = _small("")
        self.place = _small(self.tr("Library: {0}").format(session.library.folder))
        self._lay_out()
        self.add_button.clicked.connect(self.choose_folder)
        self.rescan_button.clicked.connect(self._rescan)
        self.try_again.clicked.connect(session.try_again)
        self.ignore.clicked.connect(self._on_ignore)
        self.left_out.leave_out.clicked.connect(self._on_leave_out)
        self.left_out.let_in_asked.connect(lambda paths: session.perform(LetIn(paths)))
        session.changed.connect(self._on_changed)
        session.scanning_changed.connect(self._show_scanning)
        self._show_scanning(session.scanning)
        self.refresh()

    def choose_folder(self) -> None:
        """Ask for a folder and add it."""
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Add a folder of photos"), str(Path.home())
        )
        if chosen:
            self._session.add_folders([Path(chosen)])

    def refresh(self) -> None:
        """Ask the catalog again."""
        self._reader.ask(_found, self._on_found)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what has changed meanwhile; see QWidget."""
        super().showEvent(event)
        self.refresh()

    def _on_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_found(self, found: Found) -> None:
        listed, failed = found.folders, found.failed
        while len(self.cards) > len(listed):
            card = self.cards.pop()
            card.hide()
            card.deleteLater()
        for card, folder in zip(self.cards, listed, strict=False):
            card.show_folder(folder)
        for folder in listed[len(self.cards) :]:
            self._add_card(folder)
        self.nothing.setVisible(not listed)
        self.rescan_button.setEnabled(bool(listed) and not self._session.scanning)
        self._failed_heading.setText(
            self.tr("{0} files could not be read").format(written(len(failed)))
            if len(failed) > 1
            else self.tr("1 file could not be read")
        )
        self._failed_heading.setVisible(bool(failed))
        self.try_again.setVisible(bool(failed))
        self.failed.setVisible(bool(failed))
        self.failed.show_files(failed)
        self.ignore.setVisible(bool(failed))
        self.left_out.setVisible(bool(listed))
        self.left_out.show_paths(found.left_out)
        self.switches.show_settings(found.settings)
        self.models.setText(models_words(found.status))
        tab_in_order(self)

    def _rescan(self) -> None:
        self._session.scan()

    def _add_card(self, folder: Folder) -> None:
        card = FolderCard(folder)
        card.set_scanning(self._session.scanning)
        card.rescan_asked.connect(lambda asked: self._session.scan([Path(asked.path)]))
        card.relocate_asked.connect(self._on_relocate)
        card.hide_asked.connect(
            lambda asked: ask_to_hide(self._session, Path(asked.path), self.window())
        )
        card.remove_asked.connect(self._on_remove)
        self.cards.append(card)
        self._card_column.addWidget(card)

    def _on_relocate(self, folder: Folder) -> None:
        """Ask where a folder lies now; the scan that follows looks what is there."""
        chosen = QFileDialog.getExistingDirectory(
            self,
            self.tr("Where is {0} now?").format(Path(folder.path).name),
            str(_nearest(Path(folder.path))),
        )
        if chosen and Path(chosen) != Path(folder.path):
            self._session.relocate_folder(folder.id, Path(chosen))

    def _on_leave_out(self) -> None:
        """Ask which folder inside one of the library is to be left out."""
        first = self.cards[0].path.text() if self.cards else str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Leave out which folder?"), first)
        if chosen:
            self._session.perform(LeaveOut([Path(chosen)], "folder"))

    def _on_ignore(self) -> None:
        paths = [Path(file.path) for file in self.failed.chosen()]
        self._session.perform(LeaveOut(paths, "file"))

    def _on_remove(self, folder: Folder) -> None:
        self._session.remove_folder(folder.id)
        self.noted.emit(
            self.tr(
                "{0} is no longer in the library. No file was touched, and the names are kept: "
                "add it again and they are back."
            ).format(folder.path)
        )

    def _show_scanning(self, scanning: bool) -> None:
        self.rescan_button.setEnabled(bool(self.cards) and not scanning)
        self.try_again.setEnabled(not scanning)
        for card in self.cards:
            card.set_scanning(scanning)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Folders"))
        self.setAccessibleName(title.text())
        title.setProperty("look", "title")
        head = QHBoxLayout()
        head.setSpacing(SPACING)
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self.rescan_button)
        head.addWidget(self.add_button)
        inner = QWidget()
        inner.setMaximumWidth(READABLE)
        column = QVBoxLayout(inner)
        column.setContentsMargins(3 * SPACING, 3 * SPACING, 3 * SPACING, 3 * SPACING)
        column.setSpacing(2 * SPACING)
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addLayout(self._card_column)
        column.addSpacing(SPACING)
        failed = QHBoxLayout()
        failed.addWidget(self._failed_heading)
        failed.addStretch()
        failed.addWidget(self.ignore)
        failed.addWidget(self.try_again)
        column.addLayout(failed)
        column.addWidget(self.failed)
        column.addWidget(self.left_out)
        column.addWidget(self.switches)
        column.addStretch()
        line = QFrame(frameShape=QFrame.Shape.HLine, frameShadow=QFrame.Shadow.Plain)
        line.setForegroundRole(self.palette().ColorRole.Mid)
        column.addWidget(line)
        column.addWidget(self.models)
        column.addWidget(self.place)
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)


def _nearest(path: Path) -> Path:
    """Return a folder, or what is left of the way to it."""
    return next((place for place in (path, *path.parents) if place.is_dir()), Path.home())


def _small(words: str) -> QLabel:
    label = QLabel(words, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setProperty("look", "small")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _found(db: Catalog) -> Found:
    return Found(
        folders.listed(db),
        folders.failed_files(db),
        left_out.listed(db),
        properties.status(db),
        scan_settings.all_settings(db),
    )
