import pytest
from PySide6.QtCore import QCoreApplication, QRect

from facegallery.ui.photos.photos_page import PhotosPage


@pytest.fixture
def grid(session, pictures, qtbot, shown):
    page = shown(PhotosPage(session, pictures), (900, 500))
    grid = page.grid
    qtbot.waitUntil(lambda: grid.is_full)
    grid.setFocus()
    qtbot.waitUntil(grid.hasFocus)
    qtbot.waitUntil(lambda: all(pictures.photo(p.content_hash, p.path) for p in grid.photos))
    qtbot.waitUntil(lambda: not pictures.busy)
    grid.viewport().grab()  # scales what has come: nothing is painted later
    return grid


def test_only_the_photo_whose_thumbnail_has_come_is_painted_again(grid, pictures, qtbot):
    painted = []
    grid.paintEvent = lambda event: painted.append(QRect(event.rect()))
    QCoreApplication.processEvents()
    painted.clear()
    pictures.arrived.emit(grid.photos[1].content_hash)
    qtbot.waitUntil(lambda: grid.visualRect(grid.model().index(1)) in painted)


def test_a_part_is_painted_as_the_whole_is(grid, qtbot):
    whole = grid.viewport().grab().toImage()
    part = grid.visualRect(grid.model().index(1)).adjusted(-3, -3, 3, 3)
    assert grid.viewport().grab(part).toImage() == whole.copy(part)
