"""What stands at the top of a person's page."""

import pytest
from PySide6.QtWidgets import QApplication

from facegallery.ui.widgets.style import Theme, apply_style
from tests.gui.person.person_at_hand import ADA, show


@pytest.mark.parametrize("width", [860, 970, 1100])
def test_the_counts_are_never_cut_also_of_a_hidden_person(qtbot, page, db, width):
    apply_style(QApplication.instance(), Theme.LIGHT)
    page.resize(width, 800)
    show(qtbot, page, ADA)
    header = page.header
    qtbot.waitUntil(lambda: "photos" in header._counts.text())
    page.them.hide()
    qtbot.waitUntil(lambda: "hidden" in header._counts.text())
    qtbot.waitUntil(lambda: header._counts.width() >= header._counts.sizeHint().width())
