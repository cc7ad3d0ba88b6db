"""The tabs of a person's page: faces or photos, and how the faces are sorted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from facegallery.ui.widgets.choice_bar import action_button, make_action
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.style import SPACING

FACES, PHOTOS = 0, 1


class ViewTabs(QWidget):
    """Signals: changed() when another tab was chosen, sorted() when another order was.

    page: whose keys lead here: 1 and 2 for the tabs, S for the order.
    """

    changed = Signal()
    sorted = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._tabs = QTabBar(drawBase=False, expanding=False, usesScrollButtons=False)
        self._tabs.addTab(self.tr("Faces"))
        self._tabs.addTab(self.tr("Photos"))
        self._tabs.setToolTip(self.tr("Faces (1) or whole photos (2)"))
        self._tabs.setAccessibleName(self.tr("Faces or photos"))
        for tab, name in ((FACES, "face"), (PHOTOS, "photos")):
            key = make_action(page, name, self._tabs.tabText(tab), str(tab + 1))
            key.triggered.connect(lambda _=False, tab=tab: self._tabs.setCurrentIndex(tab))
        self._sort = make_action(
            page,
            "question",
            self.tr("Least sure first"),
            "S",
            tip=self.tr("Show the faces first that may be wrong, else the newest"),
        )
        self._sort.setCheckable(True)
        self._order = action_button(self._sort, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * SPACING, 0, 3 * SPACING, 0)
        row.addWidget(self._tabs)
        row.addStretch()
        row.addWidget(self._order)
        self._tabs.currentChanged.connect(self._on_changed)
        self._sort.toggled.connect(lambda _checked: self.sorted.emit())

    @property
    def current(self) -> int:
        """FACES or PHOTOS."""
        return self._tabs.currentIndex()

    @current.setter
    def current(self, tab: int) -> None:
        self._tabs.setCurrentIndex(tab)

    @property
    def least_sure_first(self) -> bool:
        """Tell whether the faces that may be wrong come first; else the newest do."""
        return self._sort.isChecked()

    def show_counts(self, faces: int, photos: int) -> None:
        """Show how many faces and photos there are."""
        self._tabs.setTabText(FACES, self.tr("Faces {0}").format(written(faces)))
        self._tabs.setTabText(PHOTOS, self.tr("Photos {0}").format(written(photos)))

    def tab_text(self, tab: int) -> str:
        """Return the words on a tab."""
        return self._tabs.tabText(tab)

    def _on_changed(self, tab: int) -> None:
        self._order.setVisible(tab == FACES)
        self.changed.emit()
