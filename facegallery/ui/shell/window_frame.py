"""What a window does for all its screens: Escape, the mouse's back button, undo, drops."""

from pathlib import Path
from time import monotonic
from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QToolButton,
    QWidget,
)

from facegallery import courtesy
from facegallery.paths import resources
from facegallery.scan.names import is_photo_name
from facegallery.ui.shell.drop_hint import DropHint

FIRST_SIZE = QSize(1280, 800)
FIRST_SHARE = 0.92  # of the screen at most
SMALLEST = QSize(600, 360)  # a small screen at 200 % has 640 x 400
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_INPUT = {
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.Wheel,
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
}


class WindowFrame(QMainWindow):
    """A window that takes what no screen has taken.

    Signals: back_asked() for Escape and for the mouse's back button; folders_dropped(list[Path]);
    picture_dropped(Path) for one picture, whose face is to be looked for.
    """

    back_asked = Signal()
    folders_dropped = Signal(list)
    picture_dropped = Signal(object)
    hint: DropHint | None = None  # made when something is first dragged over the window

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("FaceGallery")
        self.setWindowIcon(QIcon(str(resources() / "icons" / "facegallery.svg")))
        self.setMinimumSize(SMALLEST)
        self.last_input = monotonic()  # when the user last did something here
        self.setAcceptDrops(True)
        self._application = cast(QApplication, QApplication.instance())
        self._application.focusChanged.connect(self._follow_focus)

    def note_input(self) -> None:
        """Take note that the user does something here, and have background work wait."""
        self.last_input = monotonic()
        courtesy.note_user()

    def take_first_size(self) -> None:
        """Take the size of a window that was never shown before."""
        room = self.screen().availableSize() * FIRST_SHARE  # its frame takes some, too
        self.resize(FIRST_SIZE.boundedTo(room).expandedTo(SMALLEST))

    def fill_screen(self, fill: bool) -> None:
        """Fill the whole screen, or be a window again."""
        if fill:
            self.showFullScreen()
        else:
            self.showNormal()

    def stop_watching(self) -> None:
        """Take no notice of other windows' fields any more: this one is about to close."""
        self._application.focusChanged.disconnect(self._follow_focus)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at what comes from the window system, now that there is a window; see QWidget."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _follow_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        """Look at the keys of the field that has them: at every event of all would cost much."""
        if isinstance(old, QLineEdit):
            old.removeEventFilter(self)
        if isinstance(now, QLineEdit):
            now.installEventFilter(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back, Enter presses the button that has the keys; see QWidget."""
        button = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        elif event.key() in _ENTER and isinstance(button, (QPushButton, QToolButton)):
            button.click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse's back button, and undo where a field has nothing to undo."""
        kind = event.type()
        if kind in _INPUT:
            self.note_input()
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if event.button() == Qt.MouseButton.BackButton:
                self.back_asked.emit()
                return True
        elif (
            kind == QEvent.Type.ShortcutOverride
            and isinstance(watched, QLineEdit)
            and isinstance(event, QKeyEvent)
            and _nothing_to_do(watched, event)
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take folders, or a picture; see QWidget."""
        dragged = _folders_of(event)
        if not dragged and picture_of(event) is None:
            return
        event.acceptProposedAction()
        if self.hint is None:
            self.hint = DropHint(self.centralWidget() or self)
        if dragged:
            self.hint.show_for(len(dragged))
        else:
            self.hint.show_for_picture()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Say nothing of it any more: it is away; see QWidget."""
        self._hide_hint()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what was dropped; see QWidget."""
        self._hide_hint()
        dropped, picture = _folders_of(event), picture_of(event)
        if dropped:
            event.acceptProposedAction()
            self.folders_dropped.emit(dropped)
        elif picture is not None:
            event.acceptProposedAction()
            self.picture_dropped.emit(picture)

    def _hide_hint(self) -> None:
        if self.hint is not None:
            self.hint.hide()


def _nothing_to_do(field: QLineEdit, event: QKeyEvent) -> bool:
    """Tell whether a key asks a field to undo or redo what it cannot: it is the window's then."""
    undo = event.matches(QKeySequence.StandardKey.Undo) and not field.isUndoAvailable()
    redo = event.matches(QKeySequence.StandardKey.Redo) and not field.isRedoAvailable()
    return undo or redo


def picture_of(event: QDropEvent) -> Path | None:
    """Return the one picture that is dragged, None for anything else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() and is_photo_name(path.name) else None


def _folders_of(event: QDropEvent) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.is_dir()]
