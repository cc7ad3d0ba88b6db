import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from facegallery.catalog import backups, people
from facegallery.catalog.library import Library
from facegallery.domain.errors import LibraryDamaged, WindowOpen
from facegallery.ui import start_up
from facegallery.ui.widgets.question import Question


@pytest.fixture
def damaged(tmp_path):
    """A library with a copy that has Ann; then its file was torn."""
    library = Library(tmp_path / "library")
    library.prepare()
    with library.open() as db:
        people.add(db, "Ann")
    backups.back_up_daily(library)
    library.catalog_file.write_bytes(b"torn" * 5000)
    return library


def answer(press):
    """Have press(dialog) called as soon as a dialog waits."""

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Question):
            press(dialog)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def test_a_damaged_library_is_brought_back(damaged, qtbot):
    seen = []

    def press(dialog):
        seen.append(dialog.choice.currentText())
        dialog.yes.click()

    answer(press)
    start_up.prepare(damaged)
    assert "1 person" in seen[0]
    with damaged.open(read_only=True) as db:
        assert [name for _, name in people.names(db)] == ["Ann"]


def test_escape_changes_nothing(damaged, qtbot):
    before = damaged.catalog_file.read_bytes()
    answer(lambda dialog: dialog.cancel.click())
    with pytest.raises(LibraryDamaged, match="facegallery restore"):
        start_up.prepare(damaged)
    assert damaged.catalog_file.read_bytes() == before


def test_what_keeps_the_window_from_opening_is_said_in_one(qtbot):
    answer(lambda dialog: dialog.yes.click())
    start_up.say(WindowOpen("/library", "process 7 on here, since 10:00"))
