"""What the user leaves out of the library, with the way to let it in again."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from facegallery.domain.photo import LeftOut
from facegallery.ui.widgets.buttons import push_button

ROW_HEIGHT = 32
MOST_ROWS_SHOWN = 6


class LeftOutList(QWidget):
    """Folders and files that are left out. leave_out: the button that asks for another folder.

    Signal let_in_asked(list[Path]): those that are selected, or all.
    """

    let_in_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[LeftOut] = []
        heading = QLabel(self.tr("Left out"))
        heading.setProperty("look", "heading")
        self.let_in = push_button(
            "undo",
            self.tr("Let in again"),
            self.tr("Have the selected ones in the library again; all, where none is selected"),
            key="Alt+B",
        )
        self.leave_out = push_button(
            "hide",
            self.tr("Leave out…"),
            self.tr(
                "Choose a folder inside one of the library. No file is touched; names are kept."
            ),
            key="Alt+L",
        )
        self.let_in.clicked.connect(self._on_let_in)
        self.nothing = QLabel(self.tr("Nothing: all photos in these folders are looked at."))
        self.nothing.setProperty("look", "muted")
        self.nothing.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(heading.text())
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setUniformItemSizes(True)
        row = QHBoxLayout()
        row.addWidget(heading)
        row.addStretch()
        row.addWidget(self.let_in)
        row.addWidget(self.leave_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.nothing)
        column.addWidget(self.list)
        self._show_rows()

    def show_paths(self, paths: list[LeftOut]) -> None:
        """Show these; the selection stays while they are the same as before."""
        if paths == self._shown:
            return
        self._shown = paths
        self.list.clear()
        self.list.addItems([path.path.replace("\n", " ") for path in paths])
        self._show_rows()

    def _show_rows(self) -> None:
        rows = min(len(self._shown), MOST_ROWS_SHOWN)
        self.list.setFixedHeight(rows * ROW_HEIGHT + 8)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.let_in.setVisible(bool(rows))

    def _on_let_in(self) -> None:
        rows = [index.row() for index in self.list.selectedIndexes()] or range(len(self._shown))
        self.let_in_asked.emit([Path(self._shown[row].path) for row in rows])
