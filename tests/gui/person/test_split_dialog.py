"""Taking somebody apart: the proposal is corrected with mouse and keys, and is law then."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from facegallery.actions.faces import Move
from facegallery.actions.people import Who
from facegallery.catalog import assignments, faces, groups, people
from facegallery.ui.people.cards import Cards
from facegallery.ui.person.part_view import MIME_TYPE
from facegallery.ui.person.split_dialog import SplitDialog

ADA = Who("person", 1)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(qtbot, library, session, pictures, window):
    """Ada, who has got the faces of Grace by mistake."""
    from facegallery.actions.perform import perform

    with library.open() as db:
        wrong = tuple(assignments.face_ids(db, 2, "confirmed"))
        perform(db, Move(wrong, 1))
    made = SplitDialog(session, pictures, ADA, window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # fixtures are looked at later
    made.open()
    qtbot.waitUntil(lambda: bool(made.views) and Cards.of(session).ready)
    return made


def parts(dialog):
    return [{face.id for face in view.grid.faces.items} for view in dialog.views]


def graces(db):
    """The faces that were Grace's."""
    return {face for face, person in assignments.rejections(db) if person == 2}


def test_the_proposal_tells_two_people_apart(dialog, db):
    wrong = graces(db)
    assert len(wrong) == 3
    assert wrong in parts(dialog)
    assert dialog.why.text() and dialog.split.isEnabled()


def test_split_makes_another_person_and_is_one_change(qtbot, dialog, db):
    before = db.execute("select count(*) from actions").fetchone()[0]
    stays, goes = parts(dialog)
    qtbot.keyClicks(dialog.views[1].name, "Joan Clarke")
    qtbot.mouseClick(dialog.split, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(people.with_name(db, "Joan Clarke")) == 1)
    joan = people.with_name(db, "Joan Clarke")[0].number
    assert set(assignments.face_ids(db, joan, "confirmed")) == goes
    assert set(assignments.face_ids(db, 1, "confirmed")) == stays
    assert db.execute("select count(*) from actions").fetchone()[0] == before + 1


def test_escape_leaves_it_from_the_name_field_too(qtbot, dialog, db):
    before = db.execute("select count(*) from actions").fetchone()[0]
    field = dialog.views[1].name
    field.setFocus()
    qtbot.keyClicks(field, "Gra")
    qtbot.keyClick(field, Qt.Key.Key_Escape)  # the list of names
    assert dialog.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert db.execute("select count(*) from actions").fetchone()[0] == before


def test_a_name_is_typed_at_once_and_enter_splits(qtbot, dialog, db):
    goes = parts(dialog)[1]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.views[1].name.hasFocus)
    qtbot.keyClicks(dialog.focusWidget(), "Joan Clarke")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.split.hasFocus()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(people.with_name(db, "Joan Clarke")) == 1)
    joan = people.with_name(db, "Joan Clarke")[0].number
    assert set(assignments.face_ids(db, joan, "confirmed")) == goes


def test_without_a_name_the_part_is_a_group(qtbot, dialog, db):
    goes = parts(dialog)[1]
    qtbot.mouseClick(dialog.split, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: all(faces.by_id(db, face).group_id for face in goes))
    group = faces.by_id(db, min(goes)).group_id
    assert set(groups.face_ids(db, group)) == goes


def test_a_part_can_be_somebody_known_and_is_undone_at_once(qtbot, dialog, session, db):
    goes = parts(dialog)[1]
    field = dialog.views[1].name
    qtbot.keyClicks(field, "grace h")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.views[1].person_id == 2 and dialog.split.isEnabled()
    qtbot.mouseClick(dialog.split, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: set(assignments.face_ids(db, 2, "confirmed")) == goes)
    session.undo()
    qtbot.waitUntil(lambda: goes < set(assignments.face_ids(db, 1, "confirmed")))


def test_a_name_that_somebody_has_is_not_given_twice_by_mistake(qtbot, dialog):
    qtbot.keyClicks(dialog.views[1].name, "Grace Hopper")
    assert not dialog.split.isEnabled()
    assert "Grace Hopper" in dialog.warning.text()


def test_faces_are_dragged_and_moved_with_m(qtbot, dialog):
    left, right = dialog.views
    dragged = left.grid.faces.items[0].id
    data = QMimeData()
    data.setData(MIME_TYPE, str(dragged).encode())
    event = QDropEvent(
        QPointF(20, 20), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    right.grid.dropEvent(event)
    assert right.grid.faces.items[-1].id == dragged
    assert dragged not in parts(dialog)[0]
    right.grid.setFocus()
    right.grid.go_to_row(right.grid.faces.rowCount() - 1)
    qtbot.keyClick(right.grid, Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.move_it, Qt.MouseButton.LeftButton)
    assert left.grid.faces.items[-1].id == dragged
    for row in range(left.grid.faces.rowCount()):
        left.grid.selectionModel().select(
            left.grid.faces.index(row), left.grid.selectionModel().SelectionFlag.Select
        )
    left.grid.setFocus()
    qtbot.keyClick(left.grid, Qt.Key.Key_M)
    assert not dialog.split.isEnabled()  # a part without faces is none


def test_three_parts_and_escape_which_changes_nothing(qtbot, dialog, db):
    before = db.execute("select count(*) from actions").fetchone()[0]
    dialog.number.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(dialog.views) == 3)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert db.execute("select count(*) from actions").fetchone()[0] == before
