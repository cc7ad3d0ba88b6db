"""The bar below a question: the field for a name, and a button for each answer."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from facegallery.ui.widgets.buttons import action_push_button, words_with_key
from facegallery.ui.widgets.choice_bar import BottomBar
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.style import SPACING


class AnswerBar(BottomBar):
    """Ways around a question on the left, answers on the right, the likeliest as primary.

    field: where a name is typed, above the buttons.
    """

    def __init__(
        self,
        field: QWidget,
        ways: Sequence[QAction],
        answers: Sequence[QAction],
        likeliest: Sequence[QAction],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._buttons: dict[QAction, QPushButton] = {}
        self._chosen: dict[QAction, int] = {}
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        for action in (*ways, *answers):
            button = action_push_button(action, "primary" if action in likeliest else "")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the page
            self._buttons[action] = button
            if action is answers[0]:
                row.addStretch()
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACING)
        column.addWidget(field, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(row)

    def offer(self, there: Mapping[QAction, bool]) -> None:
        """Show and enable the answers that fit the question; what is not named stays."""
        for action, shown in there.items():
            action.setEnabled(shown)
            self._buttons[action].setVisible(shown)
        self._fit()

    def show_chosen(self, answers: Collection[QAction], number: int) -> None:
        """Say on these answers for how many faces they are; 0: for all."""
        self._chosen = dict.fromkeys(answers, number) if number else {}
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less on the buttons where there is little room; see QWidget."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the keys, then words from the left on, until all buttons fit."""
        shown = {a: button for a, button in self._buttons.items() if not button.isHidden()}
        for action, button in shown.items():
            button.setText(words_with_key(action, self._words(action)))
            button.setAccessibleName(self._words(action))
        if self._fits(shown.values()):
            return
        for action, button in shown.items():
            button.setText(f" {self._words(action)}")
        for button in shown.values():
            if self._fits(shown.values()):
                return
            button.setText("")

    def _words(self, action: QAction) -> str:
        number = self._chosen.get(action)
        return action.text() if number is None else f"{action.text()} ({written(number)})"

    def _fits(self, buttons: Collection[QPushButton]) -> bool:
        for button in buttons:
            button.ensurePolished()  # or its size is not that of the style sheet
        taken = sum(button.sizeHint().width() + SPACING for button in buttons)
        return taken <= self.width() + SPACING
