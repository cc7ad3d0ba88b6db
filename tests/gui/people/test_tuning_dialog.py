"""How strict grouping is, and strangers: looked at, chosen, and undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facegallery.catalog import people, properties
from facegallery.catalog.database import transaction
from facegallery.grouping.changes import GroupChanges
from facegallery.ui.people.tuning_dialog import TuningDialog


@pytest.fixture
def dialog(qtbot, library, session):
    """The dialog, in a library where group 2 was seen in one event only."""
    with library.open() as db, transaction(db):
        db.execute(
            """update photos set taken_at = '2022-05-20T11:00:00' where id in
                (select photo_id from group_faces where group_id = 2)"""
        )
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = TuningDialog(session, window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # fixtures are looked at later
    made.open()
    qtbot.waitUntil(lambda: bool(made._changes) and "strangers…" not in made.few.text())
    made.window_kept = window
    return made


def test_the_slider_tells_what_it_would_do_and_does_it(qtbot, dialog, session, db):
    assert not dialog.use.isEnabled()
    qtbot.keyClick(dialog.slider, Qt.Key.Key_Right)
    assert dialog.preview.text() == "Nothing would change."
    assert dialog.slider.accessibleDescription() == dialog.preview.text()
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: properties.strictness(db) == 1)
    session.undo()
    qtbot.waitUntil(lambda: properties.strictness(db) == 0)


def test_what_would_change_is_told_in_numbers(dialog):
    dialog._on_changes({0: GroupChanges(0, 0, 38, 341), -1: GroupChanges(4, 1, 36, 344)})
    dialog.slider.setValue(-1)
    words = "Would join 4 groups and split 1: 36 groups with 344 faces in all, now 38 with 341."
    assert dialog.preview.text() == words
    assert dialog.use.isEnabled()


def test_strangers_are_hidden_together_with_one_change(qtbot, dialog, db):
    assert dialog.few.text().startswith("1 group ")
    qtbot.mouseClick(dialog.hide_them, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: people.group(db, 2).hidden)
    assert not people.group(db, 1).hidden
    assert db.execute("select count(*) from actions").fetchone()[0] == 1


def test_escape_changes_nothing(qtbot, dialog, db):
    qtbot.keyClick(dialog.slider, Qt.Key.Key_Left)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert properties.strictness(db) == 0
