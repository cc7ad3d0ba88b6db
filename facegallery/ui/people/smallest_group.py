"""The slider for the smallest group that the People page shows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from facegallery.ui.widgets.choice_bar import make_action
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.style import SPACING

STEPS = (1, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50, 100)  # faces; strangers are seen once or twice
_SLIDER_WIDTH = 120


class SmallestGroup(QWidget):
    """How many faces a group must have to be shown. Signal changed().

    page: whose keys [ and ] move the slider.
    """

    changed = Signal()

    def __init__(self, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._left_out = 0
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(STEPS) - 1)
        self.slider.setPageStep(1)
        self.slider.setFixedWidth(_SLIDER_WIDTH)
        self.slider.setAccessibleName(self.tr("Smallest group"))
        self._words = QLabel()
        self._words.setProperty("look", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addWidget(self.slider)
        row.addWidget(self._words)
        for key, step, words in (
            ("[", -1, self.tr("Smaller groups too")),
            ("]", 1, self.tr("Larger groups only")),
        ):
            make_action(page, "group", words, key, done=lambda step=step: self._step(step))
        self.slider.valueChanged.connect(self._on_moved)
        self._say()

    @property
    def faces(self) -> int:
        """The fewest faces of a group that is shown."""
        return STEPS[self.slider.value()]

    @faces.setter
    def faces(self, number: int) -> None:
        fitting = [place for place, step in enumerate(STEPS) if step <= number]
        self.slider.setValue(fitting[-1] if fitting else 0)

    def show_left_out(self, groups: int) -> None:
        """Say how many groups are too small to be shown."""
        self._left_out = groups
        self._say()

    def show_words(self, *, shown: bool) -> None:
        """Say beside the slider what it shows, or only in its tooltip."""
        self._words.setVisible(shown)
        self.updateGeometry()

    def _on_moved(self, _value: int) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        if self.slider.value() == 0:
            words = self.tr("Groups of any size")
        else:
            words = self.tr("Groups of {0} faces or more").format(self.faces)
        if self._left_out:
            words += self.tr(", {0} smaller").format(written(self._left_out))
        self._words.setText(words)
        tip = self.tr("Show groups from this many faces on ([ and ]); nobody is lost")
        self.slider.setToolTip(f"{words}\n{tip}")
        self.slider.setAccessibleDescription(words)

    def _step(self, step: int) -> None:
        self.slider.setValue(self.slider.value() + step)
