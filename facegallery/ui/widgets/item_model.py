"""A list model that goes from one list to the next by the least steps, so that nothing jumps."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

Item = TypeVar("Item")
Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
ITEM_ROLE = Qt.ItemDataRole.UserRole
# More separate steps than this are shown sooner as one new list; views keep their place by key.
MOST_STEPS = 60


class KeyedModel(QAbstractListModel, Generic[Item]):
    """Items of one list, each known by its key. GUI thread only.

    key: what stays the same of an item when the rest of it changes; unique in the list.
    Signals: about_to_change() before items come and go for others, settled() after that.
    """

    about_to_change = Signal()
    settled = Signal()

    def __init__(self, key: Callable[[Item], Hashable], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._items: list[Item] = []

    @property
    def items(self) -> list[Item]:
        """The items that are here, in order; not to be changed."""
        return self._items

    @property
    def is_full(self) -> bool:
        """Tell whether all items are here: there is nothing to wait for."""
        return True

    def item(self, index: Index) -> Item | None:
        """Return the item at an index, or None for no index."""
        return self._items[index.row()] if index.isValid() else None

    def key_at(self, index: Index) -> Hashable | None:
        """Return the key of the item at an index, or None for no index."""
        return self._key(self._items[index.row()]) if index.isValid() else None

    def row_of(self, key: Hashable) -> int | None:
        """Return the row of the item with a key, or None where there is none."""
        return next((row for row, item in enumerate(self._items) if self._key(item) == key), None)

    def index_of(self, key: Hashable) -> QModelIndex:
        """Return the index of the item with a key; an invalid one where there is none."""
        row = self.row_of(key)
        return QModelIndex() if row is None else self.index(row)

    def can_be_chosen(self, _row: int) -> bool:
        """Tell whether a selection may hold the item of a row."""
        return True

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many items there are; see QAbstractItemModel."""
        return 0 if parent.isValid() else len(self._items)


class ItemModel(KeyedModel[Item]):
    """Items that are given as one list after another."""

    def __init__(self, key: Callable[[Item], Hashable], parent: QObject | None = None) -> None:
        super().__init__(key, parent)
        self._rows: dict[Hashable, int] = {}

    def row_of(self, key: Hashable) -> int | None:
        """Return the row of the item with a key, or None where there is none."""
        return self._rows.get(key)

    def data(self, index: Index, role: int = ITEM_ROLE) -> object:
        """Return the item itself for ITEM_ROLE; subclasses add names for screen readers."""
        return self.item(index) if role == ITEM_ROLE else None

    def set_items(self, wanted: Sequence[Item]) -> None:
        """Make these the items. Rows that stay keep their selection, editor and place."""
        self.about_to_change.emit()
        self._become(wanted)
        self.settled.emit()

    def _become(self, wanted: Sequence[Item]) -> None:
        items = list(wanted)
        keys = list(map(self._key, items))
        old_keys = list(map(self._key, self._items))
        if keys != old_keys:
            kept = set(keys)
            known = set(old_keys)
            gone = _ranges([row for row, key in enumerate(old_keys) if key not in kept])
            come = _ranges([row for row, key in enumerate(keys) if key not in known])
            if len(gone) + len(come) > MOST_STEPS or not old_keys:
                self._reset(items, keys)
                return
            self._remove(gone)
            self._reorder([key for key in keys if key in known])
            self._insert(come, items)
            self._note_rows()
        self._replace(items)

    def _reset(self, items: list[Item], keys: list[Hashable]) -> None:
        self.beginResetModel()
        self._items = items
        self._rows = {key: row for row, key in enumerate(keys)}
        self.endResetModel()

    def _note_rows(self) -> None:
        self._rows = {key: row for row, key in enumerate(map(self._key, self._items))}

    def _remove(self, gone: list[range]) -> None:
        for rows in reversed(gone):
            self.beginRemoveRows(NO_PARENT, rows.start, rows.stop - 1)
            del self._items[rows.start : rows.stop]
            self.endRemoveRows()

    def _reorder(self, keys: list[Hashable]) -> None:
        """Bring the rows that stay into their new order."""
        if keys == [self._key(item) for item in self._items]:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [self.key_at(index) for index in before]
        by_key = {self._key(item): item for item in self._items}
        self._items = [by_key[key] for key in keys]
        self._note_rows()
        self.changePersistentIndexList(before, [self.index_of(key) for key in held])
        self.layoutChanged.emit()

    def _insert(self, come: list[range], items: list[Item]) -> None:
        for rows in come:
            self.beginInsertRows(NO_PARENT, rows.start, rows.stop - 1)
            self._items[rows.start : rows.start] = items[rows.start : rows.stop]
            self.endInsertRows()

    def _replace(self, items: list[Item]) -> None:
        """Take over what changed in the items, whose keys are the same now."""
        changed = [
            row
            for row, (item, old) in enumerate(zip(items, self._items, strict=True))
            if item is not old and item != old
        ]
        self._items = items
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))


def _ranges(rows: list[int]) -> list[range]:
    """Return ascending rows as ranges without gaps."""
    found: list[range] = []
    for row in rows:
        if found and found[-1].stop == row:
            found[-1] = range(found[-1].start, row + 1)
        else:
            found.append(range(row, row + 1))
    return found
