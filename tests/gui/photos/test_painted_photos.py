import pytest
from PySide6.QtCore import QRect

from facegallery.ui.photos.photos_page import PhotosPage


@pytest.fixture
def grid(session, pictures, qtbot):
    page = PhotosPage(session, pictures)
    qtbot.addWidget(page)
    page.resize(900, 500)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: page.grid.is_full and not pictures.busy)
    return page.grid


def test_only_the_photo_whose_thumbnail_has_come_is_painted_again(grid, pictures, qtbot):
    painted = []
    grid.paintEvent = lambda event: painted.append(QRect(event.rect()))
    grid.viewport().repaint()
    assert painted.pop() == grid.viewport().rect()
    pictures.arrived.emit(grid.photos[1].content_hash)
    qtbot.waitUntil(lambda: bool(painted))
    assert painted == [grid.visualRect(grid.model().index(1))]


def test_a_part_is_painted_as_the_whole_is(grid, qtbot):
    whole = grid.viewport().grab().toImage()
    part = grid.visualRect(grid.model().index(1)).adjusted(-3, -3, 3, 3)
    assert grid.viewport().grab(part).toImage() == whole.copy(part)
