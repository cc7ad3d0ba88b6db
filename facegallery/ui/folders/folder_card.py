"""One folder on the Folders page: how many photos, how it is, what can be done with it."""

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facegallery.domain.photo import Folder
from facegallery.ui.photos.dates import long_date, time_of_day
from facegallery.ui.widgets import icons
from facegallery.ui.widgets.buttons import push_button
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.style import SPACING, colours, colours_changed
from facegallery.ui.widgets.wrapping_row import WrappingRow

ICON_SIDE = 28


class FolderCard(QFrame):
    """A folder with its counts and state.

    Signals, each with the Folder: rescan_asked, relocate_asked, hide_asked, remove_asked.
    """

    rescan_asked = Signal(object)
    relocate_asked = Signal(object)
    hide_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, folder: Folder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._folder = folder
        self._icon = QLabel()
        self.path = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.path.setProperty("look", "strong")
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.numbers = QLabel(wordWrap=True)
        self.numbers.setProperty("look", "muted")
        self.state = QLabel(wordWrap=True)
        self.rescan = push_button(
            "rescan",
            self.tr("Rescan"),
            self.tr("Look for new and changed photos in this folder"),
            "quiet",
        )
        self.relocate = push_button(
            "move",
            self.tr("Relocate…"),
            self.tr("Tell where the folder lies now, if it has moved. Nothing is read anew."),
            "quiet",
        )
        self.hide_unnamed = push_button(
            "hide",
            self.tr("Hide the unnamed…"),
            self.tr("Hide everybody without a name in this folder; you are asked before"),
            "quiet",
        )
        self.remove = push_button(
            "remove",
            self.tr("Remove"),
            self.tr("Take the folder out of the library. No file is touched; names are kept."),
            "quiet",
        )
        self.rescan.clicked.connect(lambda: self.rescan_asked.emit(self._folder))
        self.relocate.clicked.connect(lambda: self.relocate_asked.emit(self._folder))
        self.hide_unnamed.clicked.connect(lambda: self.hide_asked.emit(self._folder))
        self.remove.clicked.connect(lambda: self.remove_asked.emit(self._folder))
        self._lay_out()
        self.show_folder(folder)
        colours_changed.connect(self._draw_icon)

    def show_folder(self, folder: Folder) -> None:
        """Show the folder's state of now."""
        self._folder = folder
        self.path.setText(folder.path)
        self.setAccessibleName(folder.path)
        words = [self._file_words(folder.photos)]
        if folder.missing:
            words.append(self.tr("{0} missing").format(written(folder.missing)))
        if folder.failed:
            words.append(self.tr("{0} could not be read").format(written(folder.failed)))
        self.numbers.setText(" · ".join(words))
        self.state.setText(self._state_words())
        self.state.setProperty("look", "small" if folder.reachable else "warning")
        self.state.style().polish(self.state)
        self._draw_icon()

    def set_scanning(self, scanning: bool) -> None:
        """Neither can be asked for while a scan runs; nor do the keys go on to Remove then."""
        if scanning and (self.rescan.hasFocus() or self.relocate.hasFocus()):
            self.setFocus()
        self.rescan.setEnabled(not scanning)
        self.relocate.setEnabled(not scanning)

    def _file_words(self, number: int) -> str:
        """Count files: a photo that lies in the folder twice is two files and one photo."""
        if number == 1:
            return self.tr("1 photo file")
        return self.tr("{0} photo files").format(written(number))

    def _state_words(self) -> str:
        if not self._folder.reachable:
            return self.tr(
                "Not one of its photos was there at the last scan. Reconnect the drive and "
                "rescan, or tell with Relocate where the folder is now; names are kept."
            )
        moment = QDateTime.fromString(self._folder.scanned_at or "", Qt.DateFormat.ISODate)
        if not moment.isValid():
            return self.tr("Not scanned to the end yet.")
        local = moment.toLocalTime().toString(Qt.DateFormat.ISODate)
        day, time = long_date(local, QLocale()), time_of_day(local, QLocale())
        return self.tr("Scanned on {0} at {1}").format(day, time)

    def _lay_out(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(4)
        for label in (self.path, self.numbers, self.state):
            lines.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACING, 2 * SPACING, 2 * SPACING, 2 * SPACING)
        row.setSpacing(SPACING)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(SPACING)
        row.addLayout(lines, 1)
        # Below the words: beside them there is no room in every language.
        buttons = (self.rescan, self.relocate, self.hide_unnamed, self.remove)
        lines.addSpacing(SPACING // 2)
        lines.addWidget(WrappingRow(buttons))

    def _draw_icon(self) -> None:
        now = colours()
        name, colour = (
            ("folders", now.accent) if self._folder.reachable else ("warning", now.warning)
        )
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap(name, ICON_SIDE, colour, ratio))
