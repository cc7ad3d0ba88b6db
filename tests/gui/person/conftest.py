"""The page of a person or group, for its tests."""

import pytest

from facegallery.ui.person.person_page import PersonPage


@pytest.fixture
def page(qtbot, session, pictures):
    """The page before anybody is shown."""
    made = PersonPage(session, pictures)
    qtbot.addWidget(made)
    made.resize(900, 800)
    made.show()
    return made
