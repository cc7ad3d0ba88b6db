"""Review, used with single keys; the catalog is looked at afterwards."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from facegallery.actions.people import Who
from facegallery.catalog import assignments, discards, faces, likely, people
from facegallery.catalog.likely import LikelySame
from facegallery.jobs.discards import looked_among
from facegallery.ui.review.review_page import HIGHEST, ReviewPage

STRANGER, LIKE_ADA = 1, 2


@pytest.fixture
def page(qtbot, library, session, pictures):
    """The page with three kinds of questions, when the first one is asked."""
    with library.open() as db:
        likely.save_same(db, [LikelySame(STRANGER, LIKE_ADA, None, 0.4)])
    made = ReviewPage(session, pictures)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.setFocus()
    qtbot.waitUntil(lambda: made.deck.current is not None)
    return made


def actions_done(db):
    return db.execute("select count(*) from actions where undone = 0").fetchone()[0]


def settle(qtbot, page):
    session = page._session
    qtbot.waitUntil(lambda: session.version == session.asked)
    qtbot.waitUntil(lambda: not page._reader._lane.busy)


def go_to(qtbot, page, wanted):
    """Skip until a question of this id is asked."""
    for _question in range(9):
        if page.deck.current is None:
            qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
        if page.deck.current.id == wanted:
            return
        qtbot.keyClick(page, Qt.Key.Key_S)
    raise AssertionError(wanted)


def test_the_questions_come_with_faces_reason_and_a_counter(qtbot, page):
    seen = set()
    while page.deck.current is not None:
        asked = page.deck.current
        seen.add(asked.question.kind)
        assert page.card.heading.text() and page.card.why.text() == asked.question.why
        assert page.card.grid.faces.items == list(asked.faces[0])
        qtbot.keyClick(page, Qt.Key.Key_S)
    assert seen == {"who", "same", "more"}
    assert page.counter.text().startswith("0 questions left")
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert page.deck.current is not None and page.deck.skipped == 0


def test_one_y_is_one_change_and_the_next_question_is_there_at_once(qtbot, page, db):
    go_to(qtbot, page, "same:g1:g2")
    before = page.card.heading.text()
    qtbot.keyClick(page, Qt.Key.Key_Y)
    assert page.card.heading.text() != before or page.deck.current is None
    settle(qtbot, page)
    assert actions_done(db) == 1
    assert {card.faces for card in people.listed(db) if card.kind == "group"} == {6}


def test_n_is_kept_for_good(qtbot, page, db):
    go_to(qtbot, page, "same:g1:g2")
    qtbot.keyClick(page, Qt.Key.Key_N)
    settle(qtbot, page)
    assert actions_done(db) == 1
    assert db.execute("select count(*) from difference_faces").fetchone()[0] == 6
    page.read()
    settle(qtbot, page)
    ids = {page.deck.current.id, *(asked.id for asked in page.deck.following)}
    assert "same:g1:g2" not in ids


def test_a_row_is_answered_whole_or_in_part(qtbot, page, db):
    go_to(qtbot, page, "more:p1")
    suggested = assignments.face_ids(db, 1, "suggested")
    assert page.deck.current.face_ids == set(suggested)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Right)  # to the first face
    qtbot.keyClick(page.card.grid, Qt.Key.Key_Space)
    chosen = page.card.grid.selected()[0].id
    buttons = [page._bar._buttons[answer] for answer in (page.yes, page.no, page.skip)]
    assert [button.accessibleName() for button in buttons] == ["Yes (1)", "No (1)", "Skip"]
    qtbot.keyClick(page.card.grid, Qt.Key.Key_N)
    assert [button.accessibleName() for button in buttons] == ["Yes", "No", "Skip"]
    assert page.deck.current.face_ids == set(suggested) - {chosen}
    qtbot.keyClick(page.card.grid, Qt.Key.Key_Y)
    settle(qtbot, page)
    assert actions_done(db) == 2
    assert (chosen, 1) in assignments.rejections(db)
    assert set(suggested) - {chosen} <= set(assignments.face_ids(db, 1, "confirmed"))


def test_a_name_is_typed_and_the_next_field_is_empty(qtbot, page, db):
    go_to(qtbot, page, "who:g1")
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert page.card.name.hasFocus()
    qtbot.keyClicks(page.card.name, "Joan Clarke")
    qtbot.keyClick(page.card.name, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert "Joan Clarke" in [name for _number, name in people.names(db)]
    assert actions_done(db) == 1
    assert page.card.name.text() == ""


def test_back_takes_the_answer_back_and_asks_again(qtbot, page, db):
    go_to(qtbot, page, "same:g1:g2")
    qtbot.keyClick(page, Qt.Key.Key_Y)
    settle(qtbot, page)
    assert actions_done(db) == 1
    qtbot.keyClick(page, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: actions_done(db) == 0)
    qtbot.waitUntil(lambda: page.deck.current.id == "same:g1:g2")
    assert page.card.heading.text() == "Same person?"


def test_back_before_the_answer_is_written_takes_it_back_too(qtbot, page, db):
    go_to(qtbot, page, "same:g1:g2")
    qtbot.keyClick(page, Qt.Key.Key_N)
    qtbot.keyClick(page, Qt.Key.Key_B)
    settle(qtbot, page)
    assert actions_done(db) == 0
    qtbot.waitUntil(lambda: page.deck.current.id == "same:g1:g2")


def test_back_goes_to_what_was_skipped(qtbot, page):
    first = page.deck.current.id
    qtbot.keyClick(page, Qt.Key.Key_S)
    assert page.deck.current.id != first
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    assert page.deck.current.id == first


def test_undo_from_anywhere_asks_again(qtbot, page, session):
    go_to(qtbot, page, "same:g1:g2")
    qtbot.keyClick(page, Qt.Key.Key_N)
    settle(qtbot, page)
    session.undo()
    qtbot.waitUntil(lambda: page.deck.current.id == "same:g1:g2")


def test_not_sure_puts_aside_and_hide_hides(qtbot, page, db):
    go_to(qtbot, page, "same:g1:g2")
    qtbot.keyClick(page, Qt.Key.Key_U)
    settle(qtbot, page)
    assert db.execute("select count(*) from put_aside").fetchone()[0] == 1
    go_to(qtbot, page, "who:g1")
    qtbot.keyClick(page, Qt.Key.Key_H)
    settle(qtbot, page)
    assert people.group(db, STRANGER).hidden
    assert actions_done(db) == 2


def test_nothing_of_the_page_moves_from_question_to_question(qtbot, page):
    places = set()
    while page.deck.current is not None:
        card = page.card
        rect = card.geometry().getRect()
        places.add((rect, card.heading.y(), card.why.y(), card.grid.y(), card.sides[0].y()))
        qtbot.keyClick(page, Qt.Key.Key_S)
    assert len(places) == 1


def test_a_screen_reader_hears_the_question_and_names_of_all_it_can_reach(qtbot, page):
    go_to(qtbot, page, "same:g1:g2")
    card = QAccessible.queryAccessibleInterface(page.card)
    assert card.text(QAccessible.Text.Name) == "Same person?"
    assert card.text(QAccessible.Text.Description) == page.deck.current.question.why
    names = {}
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            known = QAccessible.queryAccessibleInterface(widget)
            names[known.text(QAccessible.Text.Name)] = known.role()
    assert "" not in names
    assert names["Yes"] == names["No"] == QAccessible.Role.Button
    assert names["Faces of a group without a name"] == QAccessible.Role.List


def test_o_shows_everybody_behind_the_question(qtbot, page):
    go_to(qtbot, page, "who:g1")
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(page, Qt.Key.Key_O)
    assert opened.args == [Who("group", STRANGER)]


def test_a_library_without_questions_says_where_they_come_from(
    qtbot, empty_session, empty_pictures
):
    page = ReviewPage(empty_session, empty_pictures)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.empty.heading.text() == "Nothing to ask")
    for key in (Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_B, Qt.Key.Key_H):
        qtbot.keyClick(page, key)
    assert page.deck.current is None


def test_pictures_like_what_is_no_face_are_one_row(qtbot, page, db, session, library):
    alike = [face for face in faces.listed(db) if face.person_id is None][:3]
    with library.open() as write:
        # Looked for just now: the suggestions that follow each answer leave it at that.
        looked = looked_among(write, "sface")
        discards.save(write, {face.id: 0.5 for face in alike}, looked)
    session.changed.emit()
    settle(qtbot, page)
    go_to(qtbot, page, "not-face")
    assert page.card.heading.text() == "3 more that are no faces?"
    assert not page.open_it.isEnabled() and not page.name_it.isEnabled()
    page.card.grid.go_to_row(0)
    (chosen,) = page.card.grid.chosen()
    page.card.grid.selectionModel().select(
        page.card.grid.currentIndex(), QItemSelectionModel.SelectionFlag.Select
    )
    qtbot.keyClick(page, Qt.Key.Key_N)  # this one is a face
    settle(qtbot, page)
    assert page.card.heading.text() == "2 more that are no faces?"
    qtbot.keyClick(page, Qt.Key.Key_Y)
    settle(qtbot, page)
    assert {face.id for face in faces.not_faces(db)} == {face.id for face in alike} - {chosen.id}
    assert faces.by_id(db, chosen.id).is_face
    qtbot.keyClick(page, Qt.Key.Key_B)
    settle(qtbot, page)
    assert faces.not_faces(db) == []
    assert page.deck.current.id == "not-face"


def test_in_a_low_narrow_window_faces_and_answers_are_whole(qtbot, page):
    page.resize(540, 310)
    cell = page.card.grid.visualRect(page.card.grid.faces.index(0)).height()
    qtbot.waitUntil(lambda: page.card.grid.viewport().height() >= cell > 0)
    shown = [button for button in page._bar._buttons.values() if button.isVisible()]
    assert len(shown) > 4
    qtbot.waitUntil(lambda: all(b.width() >= b.sizeHint().width() for b in shown))
    assert all(button.accessibleName() for button in shown)
    page.resize(1200, 800)
    qtbot.waitUntil(lambda: all(len(button.text()) > 3 for button in shown))


def test_on_a_large_screen_the_answers_stay_by_the_question(qtbot, page):
    go_to(qtbot, page, "more:p1")
    page.resize(2400, 1400)
    qtbot.waitUntil(lambda: page._bar.parentWidget().height() == HIGHEST)
    assert page._bar.parentWidget().isAncestorOf(page.card)
