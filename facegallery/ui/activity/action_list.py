"""The list of what the user did: newest first, what was taken back struck through."""

from PySide6.QtCore import QDateTime, QLocale, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyleOptionViewItem,
    QWidget,
)

from facegallery.catalog.journal import Action
from facegallery.ui.widgets import icons
from facegallery.ui.widgets.item_model import ITEM_ROLE, Index, ItemModel
from facegallery.ui.widgets.painting import one_line
from facegallery.ui.widgets.row_delegate import RowDelegate
from facegallery.ui.widgets.spoken import spoken
from facegallery.ui.widgets.style import SPACING, colours

ROW_HEIGHT = 40
ICON_SIDE = 18
TIME_WIDTH = 150


class ActionModel(ItemModel[Action]):
    """The rows; a screen reader hears the words, the time, and whether it was undone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda action: action.id, parent)

    def data(self, index: Index, role: int = ITEM_ROLE) -> object:
        """Return the action, or its words; see QAbstractItemModel."""
        action = self.item(index)
        if action is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return spoken(action.words)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            undone = self.tr(", undone") if action.undone else ""
            return f"{spoken(action.words)}, {when(action)}{undone}"
        return action if role == ITEM_ROLE else None


class ActionList(QListView):
    """What the user did. Signal asked(Action) for Enter or a double click on one."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.actions_done = ActionModel(self)
        self.setModel(self.actions_done)
        self.setItemDelegate(_RowDelegate(ROW_HEIGHT, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("What you did, newest first"))
        self.doubleClicked.connect(lambda _index: self._ask())

    def show_actions(self, actions: list[Action]) -> None:
        """Show these; the row that is marked stays so."""
        chosen = self.chosen()
        self.actions_done.set_items(actions)
        if chosen is not None:
            row = next((i for i, action in enumerate(actions) if action.id == chosen.id), 0)
            self.setCurrentIndex(self.actions_done.index(row))

    def chosen(self) -> Action | None:
        """Return the action that is marked, if any."""
        return self.actions_done.item(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter; see QWidget."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.asked.emit(chosen)


class _RowDelegate(RowDelegate):
    """Paints a row: a mark, the words, the time."""

    def paint_row(
        self, painter: QPainter, place: QRect, option: QStyleOptionViewItem, action: object
    ) -> None:
        """Paint the mark, the words and the time; see RowDelegate."""
        if not isinstance(action, Action):
            return
        now = colours()
        ratio = painter.device().devicePixelRatio()
        name, colour = ("undo", now.muted) if action.undone else ("check", now.accent)
        sign = icons.pixmap(name, ICON_SIDE, colour, ratio)
        top = place.top() + (place.height() - ICON_SIDE) // 2
        painter.drawPixmap(place.left() + SPACING, top, sign)
        font = QFont(option.font)
        painter.setFont(font)
        painter.setPen(QColor(now.muted))
        right = place.adjusted(place.width() - TIME_WIDTH, 0, -SPACING, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, when(action))
        font.setStrikeOut(action.undone)
        painter.setFont(font)
        painter.setPen(QColor(now.muted if action.undone else now.text))
        words = place.adjusted(ICON_SIDE + 3 * SPACING, 0, -TIME_WIDTH - SPACING, 0)
        one_line(painter, words, spoken(action.words), Qt.AlignmentFlag.AlignLeft)


def when(action: Action) -> str:
    """Return when something was done, in the user's language and time zone."""
    moment = QDateTime.fromString(action.done_at, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
