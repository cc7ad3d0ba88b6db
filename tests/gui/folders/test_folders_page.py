import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from facegallery.catalog import folders, left_out, people
from facegallery.catalog.database import transaction
from facegallery.jobs import scan_settings
from facegallery.jobs.scan_settings import WAIT_ON_BATTERY, WATCH
from facegallery.ui.folders.folders_page import FoldersPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(session, qtbot, shown):
    page = shown(FoldersPage(session), (900, 600))
    qtbot.waitUntil(lambda: bool(page.cards))
    return page


def test_a_folder_shows_its_counts_and_the_models(page, tmp_path):
    (card,) = page.cards
    assert card.path.text() == str(tmp_path / "photos")
    assert card.numbers.text() == "12 photo files · 1 could not be read"
    assert "MTCNN" in page.models.text()
    assert "SFace" in page.models.text()
    assert str(tmp_path / "library") in page.place.text()


def test_files_that_could_not_be_read_have_their_reason(page):
    assert page.failed.isVisible()
    cells = [page.failed.failed.index(0, column).data() for column in range(2)]
    assert cells == ["bad.jpg", "it is not an image"]


def test_removing_a_folder_keeps_the_names(page, db, qtbot):
    with qtbot.waitSignal(page.noted) as noted, qtbot.waitSignal(page._session.changed):
        qtbot.mouseClick(page.cards[0].remove, LEFT)
    assert "names are kept" in noted.args[0]
    assert folders.listed(db) == []
    assert len(people.names(db)) == 3
    qtbot.waitUntil(page.nothing.isVisible)


def test_a_folder_that_is_away_says_so(page, library, session, db, qtbot):
    (folder,) = folders.listed(db)
    with library.open() as writer, transaction(writer):
        folders.set_unreachable(writer, folder.id)
    session.changed.emit()
    qtbot.waitUntil(lambda: "Reconnect" in page.cards[0].state.text())
    assert "missing" in page.cards[0].numbers.text()


def test_a_folder_that_has_moved_is_relocated(page, session, db, qtbot, tmp_path, monkeypatch):
    new = tmp_path / "elsewhere"
    (tmp_path / "photos").rename(new)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: str(new))
    with qtbot.waitSignal(session.noted, timeout=60_000):
        qtbot.mouseClick(page.cards[0].relocate, LEFT)
    (folder,) = folders.listed(db)
    assert (folder.path, folder.photos, folder.missing) == (str(new), 12, 0)
    assert len(people.names(db)) == 3
    qtbot.waitUntil(lambda: page.cards[0].path.text() == str(new))


def test_a_folder_cannot_be_relocated_into_another_one(
    page, session, library, db, qtbot, tmp_path, monkeypatch
):
    other = tmp_path / "other"
    other.mkdir()
    with library.open() as writer, transaction(writer):
        folders.add(writer, other)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: str(other))
    with qtbot.waitSignal(session.failed) as failed:
        qtbot.mouseClick(page.cards[0].relocate, LEFT)
    assert "overlap" in str(failed.args[0])
    assert str(tmp_path / "photos") in [folder.path for folder in folders.listed(db)]


def test_files_that_could_not_be_read_are_tried_again(page, session, db, qtbot, tmp_path):
    bad = tmp_path / "photos" / "bad.jpg"
    stat = bad.stat()
    good = next(path for path in bad.parent.iterdir() if path != bad).read_bytes()
    bad.write_bytes(good)
    os.utime(bad, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    with qtbot.waitSignal(session.noted, timeout=60_000):
        qtbot.mouseClick(page.try_again, LEFT)
    assert folders.failed_files(db) == []
    qtbot.waitUntil(lambda: not page.try_again.isVisible())


def test_a_file_that_cannot_be_read_is_ignored_and_let_in_again(page, session, db, qtbot):
    assert page.left_out.nothing.isVisible()
    with qtbot.waitSignal(session.said) as said:
        qtbot.mouseClick(page.ignore, LEFT)
    assert said.args == ["bad.jpg left out"]
    qtbot.waitUntil(page.left_out.list.isVisible)
    assert not page.left_out.nothing.isVisible()
    assert not page.failed.isVisible()
    assert page.left_out.list.item(0).text().endswith("bad.jpg")
    with qtbot.waitSignal(session.said):
        qtbot.mouseClick(page.left_out.let_in, LEFT)
    qtbot.waitUntil(lambda: not page.left_out.list.isVisible())
    session.scans.cancel()


def test_a_folder_in_a_folder_is_left_out(page, session, db, qtbot, tmp_path, monkeypatch):
    work = tmp_path / "photos" / "work"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(work))
    with qtbot.waitSignal(session.said) as said:
        qtbot.mouseClick(page.left_out.leave_out, LEFT)
    assert said.args == ["work left out"]
    assert left_out.paths(db) == {str(work)}


def test_the_switches_are_kept(page, session, db, qtbot):
    assert page.switches.watch.isChecked() and page.switches.battery.isChecked()
    page.switches.battery.click()
    qtbot.waitUntil(lambda: not scan_settings.is_on(db, WAIT_ON_BATTERY))
    assert scan_settings.is_on(db, WATCH)


def test_in_a_narrow_window_the_buttons_of_a_folder_are_in_two_rows(page, qtbot):
    (card,) = page.cards
    buttons = (card.rescan, card.relocate, card.hide_unnamed, card.remove)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == 1)
    page.resize(520, 600)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == 2)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    assert all(button.geometry().right() < card.width() for button in buttons)
    page.resize(900, 600)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == 1)
