"""A sentence that appears over the window after a change, with a button to take it back."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from facegallery.ui.widgets.choice_bar import BottomBar
from facegallery.ui.widgets.icons import icon
from facegallery.ui.widgets.style import SPACING, colours, colours_changed

SHOWN_MS = 8000  # time to read a sentence and reach for Undo
ERROR_SHOWN_MS = 20000
WIDEST = 640
MARGIN = 3 * SPACING


class Toast(QFrame):
    """One sentence at the bottom of its parent; a new one takes the place of the one before.

    Signal undo_asked() for a click on Undo. It never takes the keyboard focus by itself, and it
    stays while the pointer is over it.
    """

    undo_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._room = parent
        self._words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._undo = QPushButton(self.tr("Undo"))
        self._undo.setToolTip(self.tr("Take it back (Ctrl+Z)"))
        self._close = QToolButton()
        self._close.setToolTip(self.tr("Dismiss"))
        self._close.setAccessibleName(self.tr("Dismiss"))
        for button in (self._undo, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._undo.clicked.connect(self._on_undo)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACING, SPACING, SPACING, SPACING)
        row.setSpacing(SPACING)
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self._colour()
        colours_changed.connect(self._colour)
        parent.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence that is shown, or was shown last."""
        return self._words.text()

    def say(self, words: str, *, undo: bool = False, error: bool = False) -> None:
        """Show a sentence for a while; undo: with the button; error: for longer."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self._undo.setVisible(undo)
        self._timer.start(ERROR_SHOWN_MS if error else SHOWN_MS)
        self.show()
        self._place()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom of the parent; see QObject."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is here; see QWidget."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go a while after the pointer has gone; see QWidget."""
        self._timer.start(SHOWN_MS)
        super().leaveEvent(event)

    def _on_undo(self) -> None:
        self.hide()
        self.undo_asked.emit()

    def _colour(self) -> None:
        self._close.setIcon(icon("cross", colours().window))

    def _place(self) -> None:
        room = self._room.size()
        most = min(WIDEST, room.width() - 2 * MARGIN)
        text = self._words.fontMetrics().horizontalAdvance(self._words.text())
        buttons = self.sizeHint().width() - self._words.sizeHint().width()
        width = min(most, text + buttons + 2 * SPACING)
        self.resize(width, max(self.heightForWidth(width), self.minimumSizeHint().height()))
        self.move((room.width() - width) // 2, self._floor() - self.height() - MARGIN)

    @Slot()
    def _on_bar(self) -> None:
        """Make room for a bar that comes."""
        if self.isVisible():
            self._place()

    def _floor(self) -> int:
        """Return the top of what must not be covered: a bar with what can be done, else the end."""
        bars = self._room.findChildren(BottomBar)
        for bar in bars:
            bar.placed.connect(self._on_bar, Qt.ConnectionType.UniqueConnection)
        shown = [bar for bar in bars if bar.isVisible()]
        tops = [bar.mapTo(self._room, QPoint(0, 0)).y() + MARGIN - SPACING for bar in shown]
        return min([self._room.height(), *tops])
