"""Everybody without a name is hidden from a photo's menu, a folder's card, and comes back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu, QWidget

from facegallery.catalog import faces, folders, photos
from facegallery.ui.folders.folders_page import FoldersPage
from facegallery.ui.photos.bystanders import BystandersQuestion, add_bystanders
from facegallery.ui.viewer.people_here import PeopleHere


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


def unnamed(db, photo_id):
    return [face for face in faces.of_photo(db, photo_id) if face.person_id is None]


def with_strangers(db):
    return [photo for photo in photos.page(db) if unnamed(db, photo.id)]


def entries(session, window, chosen):
    """All entries of the menu, by their words."""
    menu = QMenu(window)
    add_bystanders(menu, session, chosen[0], chosen, window)
    found = {}
    for action in menu.actions():
        below = action.menu()
        found |= {each.text(): each for each in (below.actions() if below else [action])}
    return found


def test_a_photos_menu_hides_who_has_no_name_and_shows_them_again(session, window, db, qtbot):
    photo = with_strangers(db)[0]
    number = len(unnamed(db, photo.id))
    with qtbot.waitSignal(session.said) as said:
        entries(session, window, [photo])[f"In this photo ({number})"].trigger()
    assert said.args[0].startswith("Hid ")
    assert all(face.hidden for face in unnamed(db, photo.id))
    again = entries(session, window, [photo])
    assert not again["In this photo (0)"].isEnabled()
    with qtbot.waitSignal(session.said):
        again[f"Show who is hidden there ({number})"].trigger()
    assert not any(face.hidden for face in unnamed(db, photo.id))


def test_chosen_photos_are_one_action(session, window, db, qtbot):
    chosen = with_strangers(db)
    number = sum(len(unnamed(db, photo.id)) for photo in chosen)
    words = f"In {len(chosen)} chosen photos ({number})"
    with qtbot.waitSignal(session.said):
        entries(session, window, chosen)[words].trigger()
    assert all(face.hidden for photo in chosen for face in unnamed(db, photo.id))
    session.undo()
    qtbot.waitUntil(lambda: session.version == session.asked)
    assert not any(face.hidden for photo in chosen for face in unnamed(db, photo.id))


def test_a_folder_is_asked_about_first(session, qtbot, db, shown):
    page = shown(FoldersPage(session))
    qtbot.waitUntil(lambda: bool(page.cards))
    page.cards[0].hide_unnamed.click()
    qtbot.waitUntil(lambda: page.findChild(BystandersQuestion) is not None)
    question = page.findChild(BystandersQuestion)
    with qtbot.waitSignal(session.said):
        question.yes.click()
    folder = Path(folders.listed(db)[0].path)
    assert faces.hidden(db) and folder.is_dir()


def test_the_viewer_says_how_many_are_hidden_and_shows_them_again(session, pictures, qtbot, db):
    here = PeopleHere(session, pictures, 200)
    qtbot.addWidget(here)
    photo = with_strangers(db)[0]
    here.show_photo(photo)
    with qtbot.waitSignal(session.said):
        entries(session, here, [photo])[f"In this photo ({len(unnamed(db, photo.id))})"].trigger()
    here.show_people(faces.of_photo(db, photo.id))
    (back,) = [each for each in here.findChildren(QWidget) if "hidden" in each.accessibleName()]
    with qtbot.waitSignal(session.said):
        back.click()
    assert not faces.hidden(db)
