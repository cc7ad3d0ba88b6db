"""Names are saved, brought in after a question, and written for other programs, in Settings."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from facegallery.actions import perform
from facegallery.actions.people import Name, Who
from facegallery.catalog import people
from facegallery.catalog.library import Library
from facegallery.domain.errors import NotPossible
from facegallery.ui.settings.names import NamesSettings
from facegallery.ui.settings.names_questions import BringInQuestion

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def part(session, shown):
    return shown(NamesSettings(session))


def idle(part, qtbot):
    qtbot.waitUntil(lambda: not part.busy)


def saved(part, qtbot, monkeypatch, file):
    """The names of the library, saved with the button."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    qtbot.mouseClick(part.save, LEFT)
    idle(part, qtbot)
    return json.loads(file.read_text(encoding="utf-8"))


def named(library: Library, name: str) -> None:
    with library.open() as db:
        group = next(card for card in people.listed(db) if card.kind == "group")
        perform.perform(db, Name(Who("group", group.number), name))


def test_all_names_are_saved_and_brought_in_after_a_question(
    part, library, session, qtbot, monkeypatch, tmp_path
):
    named(library, "Ann")
    whole = saved(part, qtbot, monkeypatch, tmp_path / "names.json")
    assert [one["name"] for one in whole["people"]][2] == "Ann"
    assert part.state.text().startswith("Saved 4 people with ")
    session.undo()
    qtbot.waitUntil(lambda: session.version == session.asked)
    assert "Ann" not in dict(people.names(session.db)).values()

    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "names.json"), "")
    )
    qtbot.mouseClick(part.bring_in, LEFT)
    qtbot.waitUntil(lambda: isinstance(part.question, BringInQuestion))
    with qtbot.waitSignal(session.said) as said:
        part.question.yes.click()
    assert said.args[0].startswith("Brought in 4 people with ")
    assert "Ann" in dict(people.names(session.db)).values()


def test_who_has_the_same_name_is_asked_about(part, library, session, qtbot, monkeypatch, tmp_path):
    named(library, "Ann")
    saved(part, qtbot, monkeypatch, tmp_path / "names.json")
    with library.open() as db:
        perform.undo(db)
        people.add(db, "Ann")
    part.bring_in_from(tmp_path / "names.json")
    qtbot.waitUntil(lambda: part.question is not None)
    (box,) = part.question.boxes.values()
    assert box.text().startswith("Ann (") and box.isChecked()
    box.click()
    with qtbot.waitSignal(session.said):
        part.question.yes.click()
    assert list(dict(people.names(session.db)).values()).count("Ann") == 2


def test_what_cannot_be_read_is_said_here_and_what_is_known_in_a_toast(
    part, session, qtbot, monkeypatch, tmp_path
):
    (tmp_path / "other.json").write_text("{}")
    part.bring_in_from(tmp_path / "other.json")
    idle(part, qtbot)
    assert "it is no file of names" in part.state.text()
    saved(part, qtbot, monkeypatch, tmp_path / "names.json")
    part.bring_in_from(tmp_path / "names.json")
    qtbot.waitUntil(lambda: part.question is not None)
    with qtbot.waitSignal(session.failed) as failed:
        part.question.yes.click()
    assert isinstance(failed.args[0], NotPossible)


def test_sidecars_are_written_where_the_user_says_and_removed_again(
    part, library, qtbot, monkeypatch, tmp_path
):
    named(library, "Ann")
    target = tmp_path / "sidecars"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    qtbot.mouseClick(part.sidecars, LEFT)
    qtbot.waitUntil(lambda: part.question is not None)
    part.question.yes.click()
    qtbot.waitUntil(lambda: not part.busy and bool(part.state.text()))
    written = list(target.rglob("*.xmp"))
    assert part.state.text().startswith(f"Wrote {len(written)} sidecars.")
    assert written and part.undo.isVisible()
    qtbot.mouseClick(part.undo, LEFT)
    idle(part, qtbot)
    assert not list(target.rglob("*.xmp"))


def test_beside_the_photos_is_the_other_choice(part, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(part, "write_sidecars", asked.append)
    qtbot.mouseClick(part.sidecars, LEFT)
    qtbot.waitUntil(lambda: part.question is not None)
    part.question.beside.click()
    assert asked == [None]
