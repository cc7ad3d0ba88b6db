"""On which machines photos are looked at: for libraries that are too large for one."""

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from facegallery.jobs import scan_settings
from facegallery.ui.session import Session
from facegallery.ui.widgets.style import SPACING


class ClusterSettings(QWidget):
    """The address of a Dask cluster; empty for this machine alone."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        title = QLabel(self.tr("More than one machine"))
        title.setProperty("look", "heading")
        hint = QLabel(
            self.tr(
                "Scans can use the machines of a Dask cluster. Give its scheduler's address, or "
                "leave this empty to use this machine alone. Photos go to those machines; names "
                "stay here."
            ),
            wordWrap=True,
        )
        hint.setProperty("look", "muted")
        self.address = QLineEdit(placeholderText="tcp://scheduler:8786")
        self.address.setAccessibleName(self.tr("Address of the cluster's scheduler"))
        self.address.setText(scan_settings.cluster(session.db))
        self.address.editingFinished.connect(self._on_edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        for widget in (title, hint, self.address):
            column.addWidget(widget)

    def _on_edited(self) -> None:
        address = self.address.text().strip()
        if address != scan_settings.cluster(self._session.db):
            self._session.use_cluster(address)
