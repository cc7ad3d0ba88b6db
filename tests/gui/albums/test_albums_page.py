import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from facegallery.actions.albums import SaveAlbum
from facegallery.actions.perform import perform
from facegallery.catalog import albums
from facegallery.domain.album import ExportKind
from facegallery.ui.albums.album_menu import fill_album_menu
from facegallery.ui.albums.albums_page import AlbumsPage
from facegallery.ui.albums.exporter import ExportDialog
from facegallery.ui.albums.name_question import NameQuestion
from facegallery.ui.people.cards import Cards

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(session, library, pictures, qtbot, shown):
    """The page, with an album of a search and one of two photos."""
    with library.open() as writer:
        perform(writer, SaveAlbum("Ada", "ada"))
        perform(writer, SaveAlbum("Best", None, (1, 9)))
    page = shown(AlbumsPage(session, pictures), (1000, 600))
    qtbot.waitUntil(lambda: Cards.of(session).ready and len(page.list.entries.items) == 2)
    return page


def click(page, qtbot, row):
    place = page.list.visualRect(page.list.entries.index(row)).center()
    qtbot.mouseClick(page.list.viewport(), LEFT, pos=place)


def names(db):
    return [album.name for album in albums.listed(db)]


def test_albums_tell_how_many_photos_they_have(page):
    rows = [(entry.title, entry.words, entry.number) for entry in page.list.entries.items]
    assert rows == [("Ada", "ada", "6 photos"), ("Best", "", "2 photos")]
    assert all(entry.photos for entry in page.list.entries.items)


def test_a_click_opens_an_album_and_back_shows_all(page, qtbot):
    click(page, qtbot, 0)
    qtbot.waitUntil(lambda: page.grid.isVisible() and len(page.grid.photos) == 6)
    assert page.title.text() == "Ada"
    assert page.edit.isVisible()
    assert not page.remove.isVisible()
    with qtbot.waitSignal(page.change_asked) as asked:
        qtbot.mouseClick(page.edit, LEFT)
    assert asked.args == [page.album]
    qtbot.mouseClick(page.back, LEFT)
    qtbot.waitUntil(page.list.isVisible)


def test_escape_leads_from_an_album_to_all_albums(page, qtbot):
    click(page, qtbot, 0)
    qtbot.waitUntil(lambda: page.grid.is_full and len(page.grid.photos) == 6)
    qtbot.keyClick(page.grid, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.list.isVisible)
    assert page.album is None


def test_photos_are_taken_out_with_the_key_and_undo_brings_them_back(page, qtbot, session, db):
    click(page, qtbot, 1)
    qtbot.waitUntil(lambda: page.grid.is_full and len(page.grid.photos) == 2)
    page.grid.setCurrentIndex(page.grid.model().index(0, 0))
    qtbot.keyClick(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(page.grid.photos) == 1)
    session.undo()
    qtbot.waitUntil(lambda: len(page.grid.photos) == 2)


def test_an_album_is_moved_renamed_and_deleted_from_its_menu(page, qtbot, db):
    second = page._albums[2]
    entries = {action.text(): action for action in page.menu_of(second, 1).actions()}
    assert not entries["Move down"].isEnabled()
    entries["Move up"].trigger()
    qtbot.waitUntil(lambda: names(db) == ["Best", "Ada"])
    entries["Rename…"].trigger()
    (question,) = page.window().findChildren(NameQuestion)
    question.field.setText("Very best")
    qtbot.mouseClick(question.yes, LEFT)
    qtbot.waitUntil(lambda: names(db) == ["Very best", "Ada"])
    entries["Delete"].trigger()
    qtbot.waitUntil(lambda: names(db) == ["Ada"])
    qtbot.waitUntil(lambda: len(page.list.entries.items) == 1)


def test_chosen_photos_become_an_album_or_favourites(page, qtbot, session, db):
    chosen = albums.photos_of(db, 2)
    menu = QMenu(page)
    fill_album_menu(menu, session, chosen, page)
    (into,) = [a.menu() for a in menu.actions() if a.text() == "Add to album"]
    assert [action.text() for action in into.actions() if action.text()] == ["Best", "New album…"]
    into.actions()[-1].trigger()
    (question,) = page.window().findChildren(NameQuestion)
    qtbot.keyClicks(question.field, "New one")
    qtbot.mouseClick(question.yes, LEFT)
    qtbot.waitUntil(lambda: "New one" in names(db))
    (favourite,) = [a for a in menu.actions() if a.text() == "Favourite"]
    favourite.trigger()
    sql = "select count(*) from photos where favourite = 1"
    qtbot.waitUntil(lambda: db.execute(sql).fetchone()[0] == 2)


def test_an_export_is_written_and_removed_again(page, qtbot, session, tmp_path):
    click(page, qtbot, 1)
    qtbot.waitUntil(lambda: page.grid.is_full and len(page.grid.photos) == 2)
    qtbot.mouseClick(page.more, LEFT)
    (dialog,) = page.window().findChildren(ExportDialog)
    qtbot.mouseClick(dialog.kinds[ExportKind.LINK], LEFT)
    with qtbot.waitSignal(dialog.finished_work):
        dialog.export_to(tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out" / "Best").iterdir()) == [
        "2021-03-01.jpg", "2022-05-21.jpg",
    ]  # fmt: skip
    assert "Exported 2 photos" in dialog.state.text()
    dialog.ensurePolished()
    buttons = (dialog.undo, dialog.as_list, dialog.start, dialog.leave)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    with qtbot.waitSignal(dialog.finished_work):
        dialog.save_list(tmp_path / "list.json")
    assert "Ada Lovelace" in (tmp_path / "list.json").read_text()
    with qtbot.waitSignal(dialog.finished_work):
        qtbot.mouseClick(dialog.undo, LEFT)
    assert not (tmp_path / "out" / "Best").exists()
    qtbot.mouseClick(dialog.leave, LEFT)


@pytest.mark.skipif(sys.platform != "linux", reason="it needs a file that is there and unreadable")
def test_an_export_that_fails_half_way_can_be_removed_again(page, qtbot, session, tmp_path):
    click(page, qtbot, 1)
    qtbot.waitUntil(lambda: page.grid.is_full and len(page.grid.photos) == 2)
    unreadable = Path(page.grid.photos[1].path)
    unreadable.unlink()
    unreadable.symlink_to("/proc/self/mem")
    qtbot.mouseClick(page.more, LEFT)
    (dialog,) = page.window().findChildren(ExportDialog)
    with qtbot.waitSignal(dialog.finished_work):
        dialog.export_to(tmp_path / "out")
    assert "cannot be written" in dialog.state.text()
    assert len(list((tmp_path / "out" / "Best").iterdir())) == 1
    with qtbot.waitSignal(dialog.finished_work):
        qtbot.mouseClick(dialog.undo, LEFT)
    assert "Removed 1 exported file" in dialog.state.text()
    assert not (tmp_path / "out" / "Best").exists()
    qtbot.mouseClick(dialog.leave, LEFT)


def test_albums_are_counted_again_when_they_are_shown(page, qtbot, session, library):
    page.hide()
    with library.open() as writer:
        perform(writer, SaveAlbum("Alan", "alan"))
    session.changed.emit()
    assert not page._reader._lane.busy
    page.show()
    qtbot.waitUntil(lambda: len(page.list.entries.items) == 3)
