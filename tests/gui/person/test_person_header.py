import pytest
from PySide6.QtWidgets import QApplication

from facegallery.ui.widgets.style import Theme, apply_style
from tests.gui.person.test_person_page import ADA, page, show  # noqa: F401 (a fixture)


@pytest.mark.parametrize("width", [860, 970, 1100])
def test_the_counts_are_never_cut_also_of_a_hidden_person(qtbot, page, db, width):  # noqa: F811
    apply_style(QApplication.instance(), Theme.LIGHT)
    page.resize(width, 800)
    show(qtbot, page, ADA)
    header = page.header
    qtbot.waitUntil(lambda: "photos" in header._counts.text())
    page.them.hide()
    qtbot.waitUntil(lambda: "hidden" in header._counts.text())
    qtbot.waitUntil(lambda: header._counts.width() >= header._counts.sizeHint().width())
