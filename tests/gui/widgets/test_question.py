"""A question is as large as its words and buttons need, in any language."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from facegallery.ui.widgets.question import WIDTH, Question


@pytest.mark.parametrize("words", ["Yes", "In einen anderen Ordner schreiben …"])
def test_all_buttons_are_whole(qtbot, words):
    window = QWidget()
    qtbot.addWidget(window)
    question = Question(window, "Names?", ["What it means. " * 20], words)
    question.add_choice("Neben die Fotos legen", "Beside them")
    question.open()
    buttons = question.findChildren(QPushButton)
    assert len(buttons) == 3 and question.width() >= WIDTH
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
