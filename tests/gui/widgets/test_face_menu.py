"""The menu of faces offers what makes sense for them, and does it."""

import pytest
from PySide6.QtWidgets import QWidget

from facegallery.actions.faces import NotAFace
from facegallery.catalog import assignments, faces
from facegallery.ui.people.cards import Cards
from facegallery.ui.widgets.face_deeds import Deed
from facegallery.ui.widgets.face_menu import FaceMenu


@pytest.fixture
def menu(qtbot, session, pictures):
    """Make the menu of some faces."""
    window = QWidget()
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: Cards.of(session).ready)
    return lambda some: FaceMenu(session, some, window, pictures)


def deeds(menu):
    return {action.data() for action in menu.actions() if isinstance(action.data(), Deed)}


def trigger(menu, deed):
    next(action for action in menu.actions() if action.data() == deed).trigger()


def test_a_confirmed_face_can_be_refused_moved_and_made_the_cover(menu, db):
    made = menu(faces.of_person(db, 1)[:1])
    assert deeds(made) == {Deed.REJECT, Deed.NAME, Deed.NOT_A_FACE, Deed.COVER, Deed.HIDE}
    words = [action.text() for action in made.actions()]
    assert "Not Ada Lovelace" in words and "Move to another person…" in words


def test_a_suggested_face_can_be_confirmed(qtbot, menu, db):
    face = faces.of_person(db, 2, "suggested")[0]
    made = menu([face])
    assert "Yes, it is Grace Hopper" in [action.text() for action in made.actions()]
    trigger(made, Deed.CONFIRM)
    qtbot.waitUntil(lambda: assignments.confirmed_person(db, face.id) == 2)


def test_faces_of_different_people_can_only_be_named_or_thrown_out(menu, db):
    some = [faces.of_person(db, 1)[0], faces.of_person(db, 2)[0]]
    assert deeds(menu(some)) == {Deed.NAME, Deed.NOT_A_FACE}


def test_several_faces_are_one_action(qtbot, menu, db):
    some = faces.of_group(db, 1)[:3]
    trigger(menu(some), Deed.NOT_A_FACE)
    qtbot.waitUntil(lambda: len(faces.not_faces(db)) == 3)
    assert db.execute("select count(*) from actions").fetchone()[0] == 1


def test_what_is_no_face_can_only_be_taken_back(qtbot, menu, db, session):
    some = faces.of_group(db, 1)[:2]
    session.perform(NotAFace((some[0].id,)))
    qtbot.waitUntil(lambda: len(faces.not_faces(db)) == 1)
    made = menu(faces.not_faces(db))
    assert deeds(made) == {Deed.IS_A_FACE}
    assert deeds(menu([*faces.not_faces(db), some[1]])) == set()
    trigger(made, Deed.IS_A_FACE)
    qtbot.waitUntil(lambda: not faces.not_faces(db))


def test_the_ways_to_photo_and_person_are_signals(qtbot, menu, db):
    face = faces.of_person(db, 3)[0]
    made = menu([face])
    by_words = {action.text(): action for action in made.actions()}
    with qtbot.waitSignal(made.photo_opened) as opened:
        by_words["Show photo"].trigger()
    assert opened.args == [face]
    with qtbot.waitSignal(made.person_opened) as opened:
        by_words["All photos of this person"].trigger()
    assert str(opened.args[0]) == "p3"


def test_a_photo_that_is_on_screen_is_not_offered(session, pictures, db, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    face = faces.of_photo(db, 1)[:1]
    words = [
        {action.text() for action in FaceMenu(session, face, window, pictures, **more).actions()}
        for more in ({}, {"in_photo": True})
    ]
    assert words[0] - words[1] == {"Show photo"}


def test_photos_like_a_face_are_asked_for(menu, session, db, qtbot):
    face = faces.of_person(db, 3)[0]
    like = next(a for a in menu([face]).actions() if a.text() == "Find photos like this face")
    with qtbot.waitSignal(session.search_asked) as asked:
        like.trigger()
    assert asked.args == [f"like: {face.id}"]
