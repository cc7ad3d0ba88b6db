from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from facegallery.ui.welcome.welcome_page import WelcomePage


def test_it_asks_for_a_folder_and_says_that_nothing_leaves_the_machine(qtbot):
    page = WelcomePage()
    qtbot.addWidget(page)
    page.show()
    assert any("Nothing leaves" in label.text() for label in page.findChildren(QLabel))
    with qtbot.waitSignal(page.add_asked):
        qtbot.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
