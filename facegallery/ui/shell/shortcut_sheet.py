"""The sheet of all keys (?), made of the actions and buttons themselves: none can be missing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facegallery.ui.widgets.style import SPACING

WIDTH = 920
COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be done, and the keys that do it, as the system writes them."""

    words: str
    keys: str


@dataclass(frozen=True, slots=True)
class Section:
    """The entries of one screen, or of all."""

    title: str
    entries: tuple[Entry, ...]


class ShortcutSheet(QDialog):
    """All keys, one section a screen. Escape closes it."""

    def __init__(self, sections: Sequence[Section], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        self.sections = tuple(sections)
        inner = QWidget()
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(0, 0, SPACING, 0)
        columns.setSpacing(5 * SPACING)
        for part in _in_columns(self.sections):
            column = QVBoxLayout()
            column.setSpacing(SPACING)
            for section in part:
                column.addLayout(_shown(section))
                column.addSpacing(2 * SPACING)
            column.addStretch()
            columns.addLayout(column, 1)
        area = QScrollArea(widgetResizable=True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Keys"))
        area.setWidget(inner)
        title = _label(self.tr("Keys"), "title")
        close = QPushButton(self.tr("Close"), default=True)
        close.setToolTip(self.tr("Close (Escape)"))
        close.clicked.connect(self.accept)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(3 * SPACING, 3 * SPACING, 3 * SPACING, 3 * SPACING)
        outer.setSpacing(2 * SPACING)
        outer.addWidget(title)
        outer.addWidget(area, 1)
        outer.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        room = parent.size()
        width = min(WIDTH, room.width() - 48)
        around = outer.totalSizeHint().height() - area.sizeHint().height()
        high = inner.sizeHint().height() + around
        self.resize(width, min(high, room.height() - 48))  # all of them where there is room


def sections_of(window: QWidget, pages: Mapping[str, QWidget]) -> list[Section]:
    """Return all keys of a window: its own, those of each page by its title, and those of grids."""
    inside = set(pages.values())
    everywhere = [
        entry
        for entry, owner in _found(window)
        if not any(page is owner or page.isAncestorOf(owner) for page in inside)
    ]
    found = [Section(_tr("Everywhere"), _once(everywhere)), _grids()]
    for title, page in pages.items():
        entries = _once(entry for entry, _owner in _found(page))
        if entries:
            found.append(Section(title, entries))
    return found


def _found(root: QWidget) -> Iterator[tuple[Entry, QWidget]]:
    """Give every action and button with a key below a widget, and the widget it belongs to."""
    for action in root.findChildren(QAction):
        owner = action.parent()
        if action.shortcuts() and isinstance(owner, QWidget):
            keys = ", ".join(_native(key) for key in action.shortcuts())
            yield Entry(_plain(action.text()), keys), owner
    for button in root.findChildren(QAbstractButton):
        if not button.shortcut().isEmpty():
            words = button.accessibleName() or _plain(button.text())
            yield Entry(words, _native(button.shortcut())), button


def _grids() -> Section:
    """Return what keys do in every grid of photos, people and faces: these are no actions."""
    return Section(
        _tr("In photos, people and faces"),
        (
            Entry(_tr("From one to the next"), _tr("Arrows")),
            Entry(_tr("First, last"), _tr("Home, End")),
            Entry(_tr("Open"), _tr("Enter")),
            Entry(_tr("Choose several"), _tr("Shift or Ctrl with arrows, Ctrl+Space")),
            Entry(_tr("Choose all"), _native(QKeySequence("Ctrl+A"))),
            Entry(_tr("Choose none, then go back"), _tr("Escape")),
            Entry(_tr("What can be done"), _tr("Menu key, Shift+F10")),
        ),
    )


def _once(entries: Iterator[Entry] | Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(dict.fromkeys(entries))


def _in_columns(sections: Sequence[Section]) -> list[list[Section]]:
    """Return the sections in columns of about the same height."""
    columns: list[list[Section]] = [[] for _ in range(COLUMNS)]
    heights = [0] * COLUMNS
    for section in sections:
        shortest = heights.index(min(heights))
        columns[shortest].append(section)
        heights[shortest] += len(section.entries) + 2
    return columns


def _shown(section: Section) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SPACING // 2)
    column.addWidget(_label(section.title, "strong"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * SPACING)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(1, 2)
    for row, entry in enumerate(section.entries):
        words = _label(entry.words, "muted")
        keys = _label(entry.keys, "")
        keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        words.setBuddy(keys)
        grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(keys, row, 1)
    column.addLayout(grid)
    return column


def _label(words: str, look: str) -> QLabel:
    label = QLabel(words, wordWrap=look != "strong", textFormat=Qt.TextFormat.PlainText)
    label.setProperty("look", look)
    return label


def _plain(words: str) -> str:
    return words.replace("&", "").strip()


def _native(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)


def _tr(text: str) -> str:
    return QCoreApplication.translate("shortcut_sheet", text)
