"""The answer to "Why?" is in words, with the faces it rests on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facegallery.catalog import assignments, embeddings, faces
from facegallery.catalog.database import transaction
from facegallery.ui.widgets.face_menu import FaceMenu
from facegallery.ui.widgets.why_dialog import WhyDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def ask(session, pictures, qtbot):
    """Ask about a face; the dialog with its answer."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def asked(face):
        dialog = WhyDialog(session, face, pictures, window)
        dialog.open()
        qtbot.waitUntil(lambda: dialog.verdict.text() != "Looking")
        return dialog

    return asked


def test_a_suggested_face(ask, db):
    dialog = ask(faces.of_person(db, 2, "suggested")[0])
    assert dialog.heading.text() == "Why perhaps Grace Hopper?"
    assert "looks like Grace Hopper: quite sure" in dialog.verdict.text()
    assert "0.55" in dialog.numbers.text() and "SFace" in dialog.numbers.text()
    assert dialog.crops[0].words[0] == "Grace Hopper"
    assert dialog.crops[0].words[1].startswith("distance 0.")
    assert dialog.crops[0].words[2].endswith("2022") or dialog.crops[0].words[2].endswith("2021")


def test_a_confirmed_face_and_the_photo_of_a_near_one(ask, db, qtbot):
    face = faces.of_person(db, 1)[0]
    dialog = ask(face)
    assert dialog.verdict.text().startswith("You said that this is Ada Lovelace.")
    assert face.id not in {crop._face.id for crop in dialog.crops}
    crop = dialog.crops[0]
    with qtbot.waitSignal(dialog.photo_opened) as opened:
        qtbot.mouseClick(crop, LEFT)
    assert opened.args[0].person_id == 1


def test_a_rejected_face_says_whose_word_it_was(ask, library, db):
    face = faces.of_person(db, 2, "suggested")[0]
    with library.open() as writer, transaction(writer):
        assignments.reject(writer, [face.id], 2)
    dialog = ask(faces.by_id(db, face.id))
    assert dialog.heading.text() == "Why nobody yet?"
    assert "you said that it is not Grace Hopper" in dialog.verdict.text()


def test_a_stranger_is_not_near_enough(ask, db):
    dialog = ask(faces.of_group(db, 1)[0])
    assert "not enough like" in dialog.verdict.text()
    assert "of its group" in dialog.notes.text()


def test_a_face_that_was_not_described(ask, library, db):
    face = faces.of_group(db, 1)[0]
    with library.open() as writer, transaction(writer):
        writer.execute("delete from embeddings where face_id = ?", (face.id,))
    dialog = ask(face)
    assert "has not been described" in dialog.verdict.text()
    assert dialog.crops == []


def test_an_answer_that_comes_after_the_dialog_has_gone(session, pictures, db, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = WhyDialog(session, faces.of_person(db, 1)[0], pictures, window)
    dialog.open()
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not session._questions.busy)
    assert embeddings.of_model(db, "sface").face_ids.size == 17


def test_the_menu_of_one_face_has_it(session, pictures, db, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    some = faces.of_person(db, 1)[:2]
    assert "Why?" not in [
        each.text() for each in FaceMenu(session, some, window, pictures).actions()
    ]
    menu = FaceMenu(session, some[:1], window, pictures)
    next(each for each in menu.actions() if each.text() == "Why?").trigger()
    dialog = menu._deeds.answer
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert menu._deeds.answer is None
