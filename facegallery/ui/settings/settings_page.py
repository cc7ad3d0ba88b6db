"""The Settings page: the program, names, privacy, what the library is, and the models."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from facegallery import __version__
from facegallery.ui.session import Session
from facegallery.ui.settings.cluster import ClusterSettings
from facegallery.ui.settings.copies import LibraryCopies
from facegallery.ui.settings.general import GeneralSettings
from facegallery.ui.settings.model_list import ModelList
from facegallery.ui.settings.models_seen import ModelsSeen
from facegallery.ui.settings.names import NamesSettings
from facegallery.ui.settings.privacy import PrivacySettings
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.style import READABLE, SPACING
from facegallery.ui.widgets.tab_order import tab_in_order


class SettingsPage(QWidget):
    """Looks and language, names, privacy, the library, and models to find and recognise faces with.

    Signals language_chosen(str): see GeneralSettings; restore_asked(str): see LibraryCopies.
    """

    language_chosen = Signal(str)
    restore_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = _label(self.tr("It lies in {0}").format(session.library.folder), "muted")
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.device = _label("", "muted")
        self.holds = _label("", "muted")
        self.general = GeneralSettings(session)
        self.general.language_chosen.connect(self.language_chosen)
        self.names = NamesSettings(session)
        self.privacy = PrivacySettings(session)
        self.copies = LibraryCopies(session)
        self.copies.restore_asked.connect(self.restore_asked)
        self.cluster = ClusterSettings(session)
        self.models = ModelList(session)
        self.models.looked.connect(self._on_looked)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Look what there is now; see QWidget."""
        super().showEvent(event)
        self.models.refresh()

    def close_threads(self) -> None:
        """End what is being installed or written; nothing is left behind."""
        self.models.close_threads()
        self.names.close_threads()
        self.copies.close_threads()

    def _on_looked(self, seen: ModelsSeen) -> None:
        tab_in_order(self)
        status = seen.status
        self.privacy.show_status(status)
        held = (counts.photos(status.photos), counts.faces(status.faces))
        self.holds.setText(" · ".join((*held, counts.people(status.people))))
        self.device.setText(
            self.tr("The models run on: {0}").format(seen.device)
            if seen.device
            else self.tr("What the models run on is known after the first scan.")
        )

    def _lay_out(self) -> None:
        hint = _label(
            self.tr(
                "Nothing is ever downloaded unless you choose Install. Names and decisions "
                "outlive every change of models."
            ),
            "muted",
        )
        inner = QWidget()
        inner.setMaximumWidth(READABLE)
        column = QVBoxLayout(inner)
        column.setContentsMargins(3 * SPACING, 3 * SPACING, 3 * SPACING, 3 * SPACING)
        column.setSpacing(SPACING)
        self.setAccessibleName(self.tr("Settings"))
        column.addWidget(_label(self.accessibleName(), "title"))
        column.addSpacing(SPACING)
        column.addWidget(self.general, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(2 * SPACING)
        column.addWidget(_label(self.tr("Names"), "heading"))
        column.addWidget(self.names)
        column.addSpacing(2 * SPACING)
        column.addWidget(_label(self.tr("Privacy"), "heading"))
        column.addWidget(self.privacy)
        column.addSpacing(2 * SPACING)
        column.addWidget(_label(self.tr("This library"), "heading"))
        column.addWidget(self.holds)
        column.addWidget(self.place)
        column.addWidget(self.device)
        column.addWidget(self.copies)
        column.addWidget(_label(self.tr("FaceGallery {0}").format(__version__), "muted"))
        column.addSpacing(2 * SPACING)
        column.addWidget(_label(self.tr("Models"), "heading"))
        column.addWidget(hint)
        column.addSpacing(SPACING)
        column.addWidget(self.models)
        column.addSpacing(2 * SPACING)
        column.addWidget(self.cluster)
        column.addStretch()
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)


def _label(words: str, look: str) -> QLabel:
    label = QLabel(words, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setProperty("look", look)
    return label
