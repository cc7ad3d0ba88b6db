"""The viewer, for the tests of this folder."""

import pytest

from facegallery.catalog import photos
from facegallery.ui.viewer.viewer import Viewer


@pytest.fixture
def viewer(session, pictures, db, shown):
    """The viewer at the newest photo, in which nobody was found."""
    viewer = shown(Viewer(session, pictures), (1000, 600))
    viewer.show_photos(photos.page(db), 0)
    viewer.view.setFocus()
    assert viewer.view.faces == []
    return viewer
