"""Several photos are chosen, and the bar and its keys do what they say with all of them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from facegallery.actions.albums import SaveAlbum
from facegallery.catalog import albums, photos
from facegallery.ui.albums.exporter import ExportDialog
from facegallery.ui.photos.photos_page import PhotosPage

LEFT = Qt.MouseButton.LeftButton
BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon


@pytest.fixture
def page(session, pictures, qtbot):
    """All photos, with the keys on the first one."""
    made = PhotosPage(session, pictures)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitUntil(lambda: len(made.grid.photos) == 12)
    made.grid.setFocus()
    return made


def click(qtbot, page, row, modifier=Qt.KeyboardModifier.NoModifier):
    place = page.grid.visualRect(page.grid.model().index(row)).center()
    qtbot.mouseClick(page.grid.viewport(), LEFT, modifier, place)


def choose_three(qtbot, page):
    click(qtbot, page, 1)
    click(qtbot, page, 3, Qt.KeyboardModifier.ShiftModifier)
    return [photo.id for photo in page.grid.photos[1:4]]


def button(page, words):
    found = page.choice.findChildren(QToolButton)
    return next(b for b in found if words in b.text() and b.isVisible())


def test_the_bar_comes_with_the_second_photo_and_goes_with_escape(qtbot, page):
    click(qtbot, page, 1)
    assert not page.choice.isVisible()
    click(qtbot, page, 2, Qt.KeyboardModifier.ControlModifier)
    assert page.choice.isVisible()
    qtbot.keyClick(page.grid, Qt.Key.Key_Escape)
    assert not page.choice.isVisible()


def test_nothing_moves_under_the_pointer_when_the_bar_comes(qtbot, page):
    page.grid.set_zoom(7)
    page.grid.verticalScrollBar().setValue(300)
    click(qtbot, page, page.grid.indexAt(QPoint(60, 60)).row())
    before = page.grid.verticalScrollBar().value()
    qtbot.keyClick(page.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.choice.isVisible()
    assert page.grid.verticalScrollBar().value() == before


def test_favourites_are_made_of_all_and_no_longer(qtbot, page, db):
    chosen = choose_three(qtbot, page)
    for wanted in (True, False):
        with qtbot.waitSignal(page._session.said):
            qtbot.mouseClick(button(page, "Favourite"), LEFT)
        marks = photos.marks(db, chosen)
        assert [favourite for _hidden, favourite in marks.values()] == [wanted] * 3
        assert len(page.grid.selected()) == 3  # for whatever comes next


def test_one_favourite_among_them_makes_favourites_of_all(qtbot, page, db):
    with qtbot.waitSignal(page._session.said):
        qtbot.keyClick(page.grid, Qt.Key.Key_F)  # the one that the keys are on
    qtbot.keyClick(page.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page._session.said):
        qtbot.keyClick(page.grid, Qt.Key.Key_F)
    marks = photos.marks(db, [photo.id for photo in page.grid.photos])
    assert all(favourite for _hidden, favourite in marks.values())


def test_they_are_added_to_an_album_from_the_bar(qtbot, page, session, db):
    with qtbot.waitSignal(session.said):
        session.perform(SaveAlbum("Summer", None, (page.grid.photos[0].id,)))
    chosen = choose_three(qtbot, page)
    qtbot.mouseClick(button(page, "Add to album"), LEFT)
    menu = page.findChild(QMenu)
    entry = next(action for action in menu.actions() if action.text() == "Summer")
    with qtbot.waitSignal(session.said):
        entry.trigger()
    menu.close()
    (album,) = albums.listed(db)
    assert set(chosen) <= {photo.id for photo in albums.photos_of(db, album.id)}


def test_they_are_exported_from_the_bar(qtbot, page):
    choose_three(qtbot, page)
    qtbot.mouseClick(button(page, "Export"), LEFT)
    dialog = page.findChild(ExportDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_they_are_hidden_from_the_bar_and_shown_again_there(qtbot, page, db):
    chosen = choose_three(qtbot, page)
    with qtbot.waitSignal(page._session.said):
        qtbot.mouseClick(button(page, "Hide"), LEFT)
    assert {photo.id for photo in photos.hidden_page(db)} == set(chosen)
    qtbot.waitUntil(lambda: not page.choice.isVisible())  # they are gone
    page.hidden.trigger()
    qtbot.waitUntil(lambda: len(page.grid.photos) == 3)
    page.grid.selectAll()
    with qtbot.waitSignal(page._session.said):
        qtbot.mouseClick(button(page, "Show again"), LEFT)
    assert photos.hidden_page(db) == []


def test_in_a_narrow_window_no_words_are_cut(qtbot, page):
    page.resize(430, 600)
    qtbot.keyClick(page.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    buttons = [b for b in page.choice.findChildren(QToolButton) if b.isVisible()]
    assert len(buttons) == 5
    qtbot.waitUntil(lambda: all(b.width() >= b.sizeHint().width() for b in buttons))
    page.resize(900, 600)
    qtbot.waitUntil(lambda: button(page, "Favourite").toolButtonStyle() == BESIDE)
