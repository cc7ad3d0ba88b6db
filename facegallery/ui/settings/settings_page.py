"""The Settings page: the program, names, privacy, what the library is, and the models."""

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
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
from facegallery.ui.widgets.page import Page
from facegallery.ui.widgets.style import READABLE, SPACING
from facegallery.ui.widgets.tab_order import tab_in_order

Made = TypeVar("Made", bound=QWidget)

SECTIONS = ("general", "names", "privacy", "copies", "models", "cluster")  # from the top


class SettingsPage(Page):
    """Looks and language, names, privacy, the library, and models to find and recognise faces with.

    Signals language_chosen(str): see GeneralSettings; restore_asked(str): see LibraryCopies.
    """

    language_chosen = Signal(str)
    restore_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.place = _label(self.tr("It lies in {0}").format(session.library.folder), "muted")
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.device = _label("", "muted")
        self.holds = _label("", "muted")
        self._places = {section: QVBoxLayout() for section in SECTIONS}
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._go_on)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Look what there is now; see QWidget."""
        super().showEvent(event)
        self._later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Go on with what is missing when it is shown again; see QWidget."""
        super().hideEvent(event)
        self._later.stop()

    def make_part(self) -> bool:
        """Make the next section; see Page."""
        missing = next((name for name in SECTIONS if name not in self.__dict__), None)
        return missing is not None and getattr(self, missing) is not None

    def _go_on(self) -> None:
        """Make a section in each turn; when all are there, look which models there are."""
        if self.make_part():
            self._later.start()
        else:
            self.models.refresh()

    @cached_property
    def general(self) -> GeneralSettings:
        """Looks, language and work."""
        made = self._placed("general", GeneralSettings(self._session))
        made.language_chosen.connect(self.language_chosen)
        return made

    @cached_property
    def names(self) -> NamesSettings:
        """Names in files."""
        return self._placed("names", NamesSettings(self._session))

    @cached_property
    def privacy(self) -> PrivacySettings:
        """Erasing face data."""
        return self._placed("privacy", PrivacySettings(self._session))

    @cached_property
    def copies(self) -> LibraryCopies:
        """The copies of the library."""
        made = self._placed("copies", LibraryCopies(self._session))
        made.restore_asked.connect(self.restore_asked)
        return made

    @cached_property
    def models(self) -> ModelList:
        """The models."""
        made = self._placed("models", ModelList(self._session))
        made.looked.connect(self._on_looked)
        return made

    @cached_property
    def cluster(self) -> ClusterSettings:
        """Other machines to scan with."""
        return self._placed("cluster", ClusterSettings(self._session))

    def close_threads(self) -> None:
        """End what is being installed or written; nothing is left behind."""
        self._later.stop()
        for section in ("models", "names", "copies"):
            if section in self.__dict__:
                getattr(self, section).close_threads()

    def _placed(self, section: str, made: Made) -> Made:
        left = Qt.AlignmentFlag.AlignLeft if section == "general" else Qt.AlignmentFlag(0)
        self._places[section].addWidget(made, 0, left)
        tab_in_order(self)
        return made

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
        column.addLayout(self._places["general"])
        column.addSpacing(2 * SPACING)
        column.addWidget(_label(self.tr("Names"), "heading"))
        column.addLayout(self._places["names"])
        column.addSpacing(2 * SPACING)
        column.addWidget(_label(self.tr("Privacy"), "heading"))
        column.addLayout(self._places["privacy"])
        column.addSpacing(2 * SPACING)
        column.addWidget(_label(self.tr("This library"), "heading"))
        column.addWidget(self.holds)
        column.addWidget(self.place)
        column.addWidget(self.device)
        column.addLayout(self._places["copies"])
        column.addWidget(_label(self.tr("FaceGallery {0}").format(__version__), "muted"))
        column.addSpacing(2 * SPACING)
        column.addWidget(_label(self.tr("Models"), "heading"))
        column.addWidget(hint)
        column.addSpacing(SPACING)
        column.addLayout(self._places["models"])
        column.addSpacing(2 * SPACING)
        column.addLayout(self._places["cluster"])
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
