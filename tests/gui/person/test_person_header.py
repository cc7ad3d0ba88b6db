"""What stands at the top of a person's page."""

import pytest
from PySide6.QtCore import Qt
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


def test_in_a_narrower_window_the_first_buttons_lose_their_words_first(qtbot, page):
    apply_style(QApplication.instance(), Theme.LIGHT)
    show(qtbot, page, ADA)
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon

    def with_words(width):
        page.resize(width, 800)
        qtbot.waitUntil(lambda: page.header.width() == width)
        shown = [button for button in page.header._buttons if not button.isHidden()]
        return [button.toolButtonStyle() == beside for button in shown]

    assert all(with_words(1500))
    some = with_words(900)
    assert any(some) and some == sorted(some)
