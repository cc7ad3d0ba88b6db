"""A scrolling view of pictures: what every grid of people, faces and photos has in common."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol, TypeVar, cast

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QWidget

from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets.choosing_view import ChoosingView
from facegallery.ui.widgets.item_model import KeyedModel
from facegallery.ui.widgets.placed_view import Item
from facegallery.ui.widgets.style import colours

MOST_AHEAD = 60  # items beyond the screen whose pictures are asked for: a third of those kept
Shown_contra = TypeVar("Shown_contra", contravariant=True)


class Look(NamedTuple):
    """How an item stands out: it is chosen, the keys are on it, the pointer is over it."""

    chosen: bool = False
    current: bool = False
    under: bool = False


class ItemPainter(Protocol[Shown_contra]):
    """Paints the items of a view, with pictures that may still have to be loaded."""

    def keys(self, item: Shown_contra) -> Iterable[bytes]:
        """Return the keys of the pictures that an item shows; see Pictures."""
        ...

    def ask(self, item: Shown_contra) -> None:
        """Have the pictures of an item loaded."""
        ...

    def paint(self, painter: QPainter, place: QRect, item: Shown_contra, look: Look) -> bool:
        """Paint an item; return False where a picture of it is still to come."""
        ...

    def forget(self) -> None:
        """Let go of what was made for painting: nothing is shown for a while."""
        ...


class PictureView(ChoosingView[Item]):
    """Items as pictures in rows, in `lay_out`'s places, painted by an ItemPainter.

    Pictures in sight are loaded first, those just beyond next, and none that was scrolled past.
    Scrolling moves what is painted already. ground: whether the window's colour is below the items,
    which makes that possible. marks_current: also while the keys are elsewhere.
    """

    marks_current = False
    _has_ground = False
    _down = True  # the way of the last scrolling: what comes next is there

    def __init__(
        self,
        items: KeyedModel[Item],
        pictures: Pictures,
        painter: ItemPainter[Item],
        parent: QWidget | None = None,
    ) -> None:
        self._painter = painter
        super().__init__(items, parent)
        self.pictures = pictures
        self._incomplete: set[int] = set()  # rows that were painted without their pictures
        self._arrived: set[bytes] = set()
        self._arrivals = QTimer(self, singleShot=True, interval=0)
        self._arrivals.timeout.connect(self._show_arrived)
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)
        pictures.arrived.connect(self._on_arrived)
        self.setModel(items)  # last: Qt asks for places at once

    def fill_ground(self) -> None:
        """Have the window's colour below the items: what scrolls is moved, not painted again."""
        self._has_ground = True
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paint_over(self, painter: QPainter, area: QRect) -> None:
        """Paint what lies over the items of an area of the viewport: nothing here."""

    def doItemsLayout(self) -> None:
        """Lay out again, and ask for what will be seen next; see QAbstractItemView."""
        if self.model() is not None:  # Qt asks for places before all is made, too
            super().doItemsLayout()
            self._incomplete.clear()
            self._asking.start()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted, an open field too, and paint what comes into sight; see QWidget.

        QListView would do nothing: it has not computed any places.
        """
        if dy:
            self._down = dy < 0
        self._asking.start()
        head = self.covered()
        if head:
            self.viewport().scroll(dx, dy, self.viewport().rect().adjusted(0, head, 0, 0))
            self.viewport().update(0, 0, self.viewport().width(), head)
        else:
            self.viewport().scroll(dx, dy)
        if self.state() == QAbstractItemView.State.DragSelectingState:
            self.viewport().update()

    def covered(self) -> int:
        """Return the pixels at the top over which `paint_over` paints what does not scroll."""
        return 0

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of what was made for painting; see QWidget."""
        super().hideEvent(event)
        self._painter.forget()

    def changeEvent(self, event: QEvent) -> None:
        """Paint words anew in another font; see QWidget."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._painter.forget()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the items in sight that are to be painted again; see QWidget."""
        self.executeDelayedItemsLayout()
        offset, items, region = self.offset(), self.items.items, event.region()
        model = self.selectionModel()
        some = model.hasSelection()
        has_keys = self.marks_current or self.hasFocus()
        current = self.currentIndex().row() if has_keys else -1
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter, region)
            for row in self._rows_in(region):
                chosen = some and model.isSelected(self.items.index(row))
                look = Look(chosen, row == current, row == self._under)
                place = self._places.place(row).translated(-offset)
                if self._painter.paint(painter, place, items[row], look):
                    self._incomplete.discard(row)
                else:
                    self._incomplete.add(row)
            self.paint_over(painter, event.rect())
            self._paint_band(painter)

    def _paint_ground(self, painter: QPainter, region: QRegion) -> None:
        if self._has_ground:
            ground = QColor(colours().window)
            for part in _parts(region):
                painter.fillRect(part, ground)

    def _paint_band(self, painter: QPainter) -> None:
        if self.state() != QAbstractItemView.State.DragSelectingState:
            return
        start = self._band - self.offset()
        here = self.viewport().mapFromGlobal(self.cursor().pos())
        colour = QColor(colours().accent)
        painter.setPen(colour)
        colour.setAlphaF(0.15)
        painter.setBrush(colour)
        painter.drawRect(QRect(start, here).normalized())

    def _rows_in(self, region: QRegion) -> list[int]:
        """Return the items that a part of the viewport touches, or their marks do."""
        offset, reach = self.offset(), self.reach
        parts = [
            self._places.touched(part.translated(offset).adjusted(-reach, -reach, reach, reach))
            for part in _parts(region)
        ]
        return parts[0] if len(parts) == 1 else sorted(set().union(*parts))

    # Pictures

    def _on_arrived(self, key: bytes) -> None:
        """Note a picture that came: several come in a turn, and are looked for together."""
        if self.isVisible():
            self._arrived.add(key)
            self._arrivals.start()

    def _show_arrived(self) -> None:
        """Paint the items again that show a picture that came."""
        arrived, self._arrived = self._arrived, set()
        self.executeDelayedItemsLayout()
        for row in self._rows_in(QRegion(self.viewport().rect())):
            if not arrived.isdisjoint(self._painter.keys(self.items.items[row])):
                self._update_item(self.items.index(row))

    def _ask(self) -> None:
        """Ask for the pictures in sight, then for those beyond; for none that was scrolled past."""
        if not self.isVisible():
            return
        self.executeDelayedItemsLayout()
        self.pictures.forget_waiting()
        shown = QRect(self.offset(), self.viewport().size())
        waiting = [row for row in self._places.touched(shown) if row in self._incomplete]
        for row in [*reversed(self._ahead(shown)), *reversed(waiting)]:  # the newest comes first
            self._painter.ask(self.items.items[row])

    def _ahead(self, shown: QRect) -> list[int]:
        """Return the items of half a screen that scrolling will bring next, the nearest first."""
        half = shown.height() // 2
        beyond = shown.translated(0, shown.height() if self._down else -half)
        beyond.setHeight(half)
        rows = self._places.touched(beyond)
        return (rows if self._down else rows[::-1])[:MOST_AHEAD]


def _parts(region: QRegion) -> Iterable[QRect]:
    return cast(Iterable[QRect], region)  # it is one, though PySide6's types do not say so
