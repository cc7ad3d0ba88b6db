import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facegallery.catalog import faces
from facegallery.ui.people.face_grid import CAPTION_HEIGHT, ROW_CELL, FaceGrid
from tests.gui.paints import Paints


@pytest.fixture
def some_faces(db):
    return faces.listed(db)


def grid(pictures, qtbot, **options):
    grid = FaceGrid(pictures, None, **options)
    qtbot.addWidget(grid)
    grid.resize(600, grid.height() if options.get("one_row") else 300)
    with qtbot.waitExposed(grid):
        grid.show()
    return grid


def test_faces_fill_the_width_in_rows(pictures, qtbot, some_faces):
    shown = grid(pictures, qtbot, captions=True)
    shown.show_faces(some_faces)
    columns = shown.room() // 128
    first, below = (shown.visualRect(shown.faces.index(row)) for row in (0, columns))
    assert first.topLeft().toTuple() == (0, 0)
    assert below.topLeft().toTuple() == (0, first.height())
    assert first.height() == first.width() + CAPTION_HEIGHT
    assert columns * first.width() <= shown.room()


def test_one_row_scrolls_sideways_to_the_current_face(pictures, qtbot, some_faces):
    shown = grid(pictures, qtbot, one_row=True)
    shown.show_faces(some_faces)
    last = shown.faces.index(len(some_faces) - 1)
    assert shown.visualRect(last).left() == ROW_CELL * last.row()
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_End)
    assert shown.currentIndex() == last
    assert shown.visualRect(last).right() < shown.viewport().width()
    assert shown.verticalScrollBar().maximum() == 0
    qtbot.keyClick(shown, Qt.Key.Key_Home)
    assert shown.visualRect(shown.faces.index(0)).left() == 0


def test_home_leads_back_to_the_first_face_though_it_is_the_current_one(
    pictures, qtbot, some_faces
):
    shown = grid(pictures, qtbot)
    shown.resize(150, 200)
    shown.show_faces(some_faces)
    shown.setCurrentIndex(shown.faces.index(0))
    bar = shown.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    qtbot.keyClick(shown, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_a_click_finds_the_face_under_it_when_scrolled(pictures, qtbot, some_faces):
    shown = grid(pictures, qtbot)
    shown.show_faces(some_faces)
    shown.verticalScrollBar().setValue(40)
    for row in (3, 6):
        place = shown.visualRect(shown.faces.index(row))
        assert shown.indexAt(place.center()).row() == row


def test_at_the_very_top_new_faces_are_seen(pictures, qtbot, some_faces):
    shown = grid(pictures, qtbot)
    shown.show_faces(some_faces[-1:])
    shown.setFocus()  # Qt makes the first one the current one
    shown.setCurrentIndex(shown.faces.index(0))
    shown.show_faces(some_faces)
    assert shown.verticalScrollBar().value() == 0 < shown.verticalScrollBar().maximum()


@pytest.mark.parametrize("one_row", [False, True])
def test_what_comes_into_sight_is_painted(pictures, qtbot, some_faces, one_row):
    shown = grid(pictures, qtbot, one_row=one_row)
    shown.show_faces(some_faces)
    shown.grab()  # asks for all pictures
    qtbot.waitUntil(lambda: not pictures.busy)
    QApplication.processEvents()
    paints = Paints(shown.viewport())
    bar = shown.horizontalScrollBar() if one_row else shown.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    last = shown.visualRect(shown.faces.index(len(some_faces) - 1))
    qtbot.waitUntil(lambda: paints.seen.contains(last.center()), timeout=10_000)
