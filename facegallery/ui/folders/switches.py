"""What is scanned without being asked for: switches for the user."""

from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from facegallery.jobs.scan_settings import WAIT_ON_BATTERY, WATCH
from facegallery.ui.session import Session
from facegallery.ui.widgets.style import SPACING


class ScanSwitches(QWidget):
    """Whether folders are watched, and whether scans wait for mains power."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.watch = QCheckBox(
            self.tr("Watch the folders: new and changed photos appear by themselves")
        )
        self.battery = QCheckBox(self.tr("On battery, wait for mains power before scanning"))
        heading = QLabel(self.tr("Scanning"))
        heading.setProperty("look", "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACING, 0, 0)
        column.addWidget(heading)
        for box, setting in ((self.watch, WATCH), (self.battery, WAIT_ON_BATTERY)):
            column.addWidget(box)
            box.clicked.connect(lambda on, setting=setting: session.switch(setting, on=on))

    def show_settings(self, settings: dict[str, bool]) -> None:
        """Show how the switches are set."""
        self.watch.setChecked(settings[WATCH])
        self.battery.setChecked(settings[WAIT_ON_BATTERY])
