"""The files that could not be read, each with its reason."""

from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from facegallery.domain.photo import FailedFile
from facegallery.ui.widgets.spoken import spoken

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
ROW_HEIGHT = 32
MOST_ROWS_SHOWN = 8


class FailedFilesModel(QAbstractTableModel):
    """A row a file: name, reason, folder."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.files: list[FailedFile] = []

    def set_files(self, files: list[FailedFile]) -> None:
        """Show these; nothing happens where they are the same as before."""
        if files != self.files:
            self.beginResetModel()
            self.files = files
            self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many files; see QAbstractItemModel."""
        return 0 if parent.isValid() else len(self.files)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return three; see QAbstractItemModel."""
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell; the whole path as the tooltip."""
        file = self.files[index.row()]
        path = Path(file.path)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{file.path}\n{spoken(file.reason)}"
        if role == Qt.ItemDataRole.DisplayRole:
            words = (path.name, spoken(file.reason), str(path.parent))[index.column()]
            return words.replace("\n", " ")
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the heading of a column; see QAbstractItemModel."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("File"), self.tr("Why"), self.tr("Folder"))[section]


class FailedFilesTable(QTableView):
    """The table of those files, as high as its rows up to eight of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.failed = FailedFilesModel(self)
        self.setModel(self.failed)
        self.setAccessibleName(self.tr("Files that could not be read"))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # both ends of a path tell more
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)  # reasons are the longest
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.resizeSection(0, 200)
        header.resizeSection(2, 240)

    def chosen(self) -> list[FailedFile]:
        """Return the files of the selected rows; all, where none is selected."""
        rows = self.selectionModel().selectedRows()
        return [self.failed.files[row.row()] for row in rows] or self.failed.files

    def show_files(self, files: list[FailedFile]) -> None:
        """Show these files."""
        self.failed.set_files(files)
        rows = min(len(files), MOST_ROWS_SHOWN)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * ROW_HEIGHT + 4)
