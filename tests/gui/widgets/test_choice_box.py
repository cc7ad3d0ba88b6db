from PySide6.QtWidgets import QApplication

from facegallery.ui.widgets.choice_box import ChoiceBox
from facegallery.ui.widgets.style import apply_style


def test_the_list_shows_every_choice_in_a_row_of_its_own(qtbot, qapp):
    before = QApplication.instance().styleSheet()
    apply_style(qapp)
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems(["Most photos first", "By name", "Newest photo first"])
    with qtbot.waitExposed(box):
        box.show()
    box.showPopup()
    shown = box.view()
    qtbot.waitUntil(shown.isVisible)
    rows = [shown.visualRect(box.model().index(row, 0)) for row in range(3)]
    assert all(row.height() >= 28 for row in rows)
    assert shown.viewport().rect().contains(rows[-1])
    box.hidePopup()
    qapp.setStyleSheet(before)
