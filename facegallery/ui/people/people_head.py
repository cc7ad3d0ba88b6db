"""The top of the People page: how many there are, which of them to show, and in which order."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from facegallery.domain.person import PersonOrGroup
from facegallery.ui.people.card_model import Wanted
from facegallery.ui.people.smallest_group import SmallestGroup
from facegallery.ui.people.sorting import Order
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.choice_bar import make_action
from facegallery.ui.widgets.choice_box import ChoiceBox
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.icons import icon
from facegallery.ui.widgets.page_title import page_title
from facegallery.ui.widgets.style import SPACING


class PeopleHead(QWidget):
    """Title, counts, a filter by name; below them the order, the smallest group, "show hidden".

    Signals: changed() when other cards are wanted, left() for Enter in the filter, tuning_asked().
    page: whose keys lead here: / to the filter, S to the next order, Ctrl+H to the hidden ones.
    """

    changed = Signal()
    left = Signal()
    tuning_asked = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._words = ""
        self._counts = QLabel()
        self._counts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._counts.setMinimumWidth(1)
        self.filter = QLineEdit(placeholderText=self.tr("Filter by name"), clearButtonEnabled=True)
        self.filter.setAccessibleName(self.tr("Filter by name"))
        self.filter.setToolTip(self.tr("Show only people with this in their name (/)"))
        self.filter.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter.setMinimumWidth(170)
        self.filter.setMaximumWidth(240)
        self.order = ChoiceBox()
        for order, words in (
            (Order.PHOTOS, self.tr("Most photos first")),
            (Order.NAME, self.tr("By name")),
            (Order.NEWEST, self.tr("Newest photo first")),
        ):
            self.order.addItem(words, order)
        self.order.setAccessibleName(self.tr("Order"))
        self.order.setToolTip(self.tr("Which people come first (S)"))
        self.smallest = SmallestGroup(page, self)
        self.tuning = QToolButton()
        self.with_hidden = QToolButton()
        self._lay_out()
        self._connect(page)

    @property
    def wanted(self) -> Wanted:
        """Which cards to show."""
        return Wanted(
            self.filter.text(), self.with_hidden.isChecked(), self.sorted_by, self.smallest.faces
        )

    @property
    def sorted_by(self) -> Order:
        """Which people come first."""
        return Order(self.order.currentData())

    @sorted_by.setter
    def sorted_by(self, order: Order) -> None:
        self.order.setCurrentIndex(self.order.findData(order))

    def show_counts(self, people: int, waiting: int, too_small: int) -> None:
        """Show how many people are listed, how many groups wait for a name or are too small."""
        words = [counts.people(people)] if people or not waiting else []
        if waiting:
            words.append(self.tr("{0} without a name").format(written(waiting)))
        self._words = ", ".join(words)
        self._shorten()
        self.smallest.show_left_out(too_small)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the counts and what is below them into the room there is; see QWidget."""
        super().resizeEvent(event)
        self._shorten()
        self._fit()

    def _fit(self) -> None:
        """Leave out the words of the buttons, then those beside the slider, in little room."""
        style = Qt.ToolButtonStyle
        for buttons, slider in (
            (style.ToolButtonTextBesideIcon, True),
            (style.ToolButtonIconOnly, True),
            (style.ToolButtonIconOnly, False),
        ):
            for button in (self.tuning, self.with_hidden):
                button.setToolButtonStyle(buttons)
            self.smallest.show_words(shown=slider)
            self._second.invalidate()  # a layout within another is told of changes only later
            if self._second.sizeHint().width() + 6 * SPACING <= self.width():
                break

    def _shorten(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
        room = self._counts.width()
        short = self._counts.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, room
        )
        self._counts.setText(short)
        self._counts.setToolTip("" if short == self._words else self._words)

    def empty_words(self, everybody: Sequence[PersonOrGroup]) -> str:
        """Return what to say where nobody is listed; everybody: in the library, hidden ones too."""
        if self.filter.text():
            words = self.tr("Nobody here is called “{0}”. Escape shows everybody again.")
            if not self.with_hidden.isChecked() and any(card.hidden for card in everybody):
                words += " " + self.tr("“Show hidden” (Ctrl+H) looks among the hidden ones, too.")
            return words.format(self.filter.text())
        if everybody:
            return self.tr("Everybody is hidden. “Show hidden” (Ctrl+H) shows them.")
        return self.tr(
            "Nobody yet. People appear here while a folder is scanned: "
            "add one under Folders, and name the faces you know."
        )

    def _lay_out(self) -> None:
        title = QLabel(self.tr("People"))
        first = QHBoxLayout()
        first.setSpacing(2 * SPACING)
        first.addLayout(page_title(title, self._counts), 3)
        first.addWidget(self.filter, 1)
        self._second = second = QHBoxLayout()
        second.setSpacing(2 * SPACING)
        second.addWidget(self.order)
        second.addWidget(self.smallest)
        second.addStretch()
        second.addWidget(self.tuning)
        second.addWidget(self.with_hidden)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACING, 3 * SPACING, 3 * SPACING, 0)
        column.setSpacing(SPACING)
        column.addLayout(first)
        column.addLayout(second)
        stops = (self.filter, self.order, self.smallest.slider, self.tuning, self.with_hidden)
        for before, after in pairwise(stops):  # Tab goes as the eyes do
            self.setTabOrder(before, after)

    def _connect(self, page: QWidget) -> None:
        hidden = make_action(
            page, "show", self.tr("Show hidden"), "Ctrl+H", tip=self.tr("Show the hidden ones too")
        )
        hidden.setCheckable(True)
        hidden.toggled.connect(lambda _checked: self.changed.emit())
        self.with_hidden.setDefaultAction(hidden)
        tip = self.tr("How alike faces of one group must be; strangers")
        tune = make_action(
            page, "settings", self.tr("How strict…"), "Shift+S", tip=tip, done=self._on_tuning
        )
        self.tuning.setDefaultAction(tune)
        slash = make_action(page, "search", self.tr("Filter by name"), "/")
        slash.triggered.connect(lambda: self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason))
        make_action(page, "sort", self.tr("Next order"), "S", done=self._next_order)
        self.order.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self.smallest.changed.connect(self.changed)
        self.filter.textChanged.connect(lambda _text: self.changed.emit())
        self.filter.returnPressed.connect(self.left)

    def _on_tuning(self) -> None:
        self.tuning_asked.emit()

    def _next_order(self) -> None:
        self.order.setCurrentIndex((self.order.currentIndex() + 1) % self.order.count())
