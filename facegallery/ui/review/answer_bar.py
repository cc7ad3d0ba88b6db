"""The bar below a question: the field for a name, and a button for each answer."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from facegallery.ui.widgets.buttons import action_push_button
from facegallery.ui.widgets.choice_bar import BottomBar
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
