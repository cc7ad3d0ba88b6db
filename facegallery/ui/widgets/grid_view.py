"""A grid of items in equal cells that are given as one list after another."""

from collections.abc import Hashable, Sequence

from PySide6.QtWidgets import QWidget

from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets.item_model import ItemModel
from facegallery.ui.widgets.picture_view import ItemPainter, PictureView
from facegallery.ui.widgets.placed_view import Item


class GridView(PictureView[Item]):
    """The base of the grids of people and of faces, which say in `lay_out` where the items lie.

    What is shown keeps its place on screen, selection, current item and editor when items change.
    """

    items: ItemModel[Item]
    arrows_choose = False

    def __init__(
        self,
        items: ItemModel[Item],
        pictures: Pictures,
        painter: ItemPainter[Item],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(items, pictures, painter, parent)
        items.setParent(self)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these items instead; the reader's place stays."""
        current = self.items.key_at(self.currentIndex())
        selected = self._selected_keys()
        self.items.set_items(items)
        self._choose_again(current, selected)

    def room(self) -> int:
        """Return the width for the rows: the same with and without the scroll bar."""
        edges = self.viewportMargins()
        bar = self.verticalScrollBar().sizeHint().width()
        return max(1, self.width() - edges.left() - edges.right() - bar - 2)

    def _selected_keys(self) -> set[Hashable]:
        found = (self.items.key_at(self.items.index(row)) for row in self._selected_rows())
        return {key for key in found if key is not None}

    def _choose_again(self, current: Hashable | None, selected: set[Hashable]) -> None:
        """Give back what a whole new list takes away: the current item and the selection."""
        model = self.selectionModel()
        flag = model.SelectionFlag
        if current is not None and self.items.key_at(self.currentIndex()) != current:
            index = self.items.index_of(current)
            if index.isValid():
                model.setCurrentIndex(index, flag.NoUpdate)
        for key in selected - self._selected_keys():
            index = self.items.index_of(key)
            if index.isValid():
                model.select(index, flag.Select)
