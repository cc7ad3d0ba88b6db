"""The People page, for its tests."""

import pytest

from facegallery.ui.people.people_page import PeoplePage


@pytest.fixture
def page(qtbot, session, pictures):
    """The page as it is when its cards are there."""
    made = PeoplePage(session, pictures)
    qtbot.addWidget(made)
    made.resize(1000, 1400)
    made.show()
    qtbot.waitUntil(lambda: made.view.cards.rowCount() > 0)
    made.view.setFocus()
    return made
