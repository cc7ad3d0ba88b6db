"""Choosing, merging, hiding and sorting people, with mouse and keys."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDropEvent
from PySide6.QtWidgets import QLayout

from facegallery.actions.facts import Different
from facegallery.actions.people import Who
from facegallery.catalog import people
from facegallery.ui.people import card_layout
from facegallery.ui.people.card_model import MIME_TYPE, Kind
from tests.gui.people.cards_at_hand import (
    LIKE_ADA,
    STRANGER,
    actions_done,
    answer,
    click,
    keys,
    make_current,
    names,
    settle,
    spot,
    type_name,
)


def test_chosen_cards_are_merged_with_m(qtbot, page, db):
    click(qtbot, page, "p3", card_layout.mark)
    click(qtbot, page, STRANGER, card_layout.face, Qt.KeyboardModifier.ControlModifier)
    assert [entry.key for entry in page.view.selected()] == ["p3", STRANGER]
    assert page.bar.isVisible()
    qtbot.keyClick(page.view, Qt.Key.Key_M)
    answer(qtbot, page, "yes")
    assert STRANGER not in keys(page)  # at once, before it is in the catalog
    qtbot.waitUntil(lambda: people.person(db, 3).faces == 6)
    assert people.person(db, 3).name == "Alan Turing"
    settle(qtbot, page)
    assert STRANGER not in keys(page)


def test_a_card_dropped_on_another_asks_and_the_name_of_either_can_stay(qtbot, page, db):
    data = QMimeData()
    data.setData(MIME_TYPE, b"p3")
    event = QDropEvent(
        QPointF(spot(page, "p1", card_layout.face)),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.view.dropEvent(event)
    question = page.naming.question
    assert question.survivor().number == 1
    alan = next(card for card in question.choosable if card.card.number == 3)
    qtbot.mouseClick(alan, Qt.MouseButton.LeftButton)
    answer(qtbot, page, "yes")
    assert page.view.current_card().number == 3  # the keys stay with who stays
    qtbot.waitUntil(lambda: len(people.names(db)) == 2)
    assert names(db) == ["Alan Turing", "Grace Hopper"]


def test_h_hides_and_the_hidden_can_be_seen_and_shown_again(qtbot, page, db):
    make_current(page, "p3")
    qtbot.keyClick(page.view, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: "p3" not in keys(page))
    qtbot.mouseClick(page.with_hidden, Qt.MouseButton.LeftButton)
    assert "p3" in keys(page)
    make_current(page, "p3")
    qtbot.keyClick(page.view, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: not people.person(db, 3).hidden)


def test_everybody_is_chosen_with_ctrl_a_and_hidden_with_one_key(qtbot, page, db):
    qtbot.keyClick(page.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert [entry.key for entry in page.view.selected()] == ["p1", "p2", "p3", STRANGER, LIKE_ADA]
    qtbot.keyClick(page.view, Qt.Key.Key_H)
    assert keys(page) == [] and not page.bar.isVisible()
    settle(qtbot, page)
    assert keys(page) == []
    assert [card for card in people.listed(db, hidden=True) if not card.hidden] == []
    assert actions_done(db) == 1


def test_people_are_sorted_by_photos_name_and_newest_photo(qtbot, page, db):
    assert keys(page) == ["p1", "p2", "p3", STRANGER, LIKE_ADA]
    qtbot.keyClick(page.view, Qt.Key.Key_S)
    assert page.head.order.currentText() == "By name"
    assert keys(page) == ["p1", "p3", "p2", STRANGER, LIKE_ADA]
    qtbot.keyClick(page.view, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: keys(page)[0] == "p3")
    assert keys(page)[3:] == [STRANGER, LIKE_ADA]
    qtbot.keyClick(page.view, Qt.Key.Key_S)
    assert keys(page)[0] == "p1"


def test_favourites_come_first_in_every_order_and_are_told(qtbot, page, db):
    make_current(page, "p3")
    qtbot.keyClick(page.view, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: keys(page)[0] == "p3")
    index = page.view.cards.index_of("p3")
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Alan Turing, 2 photos, favourite"
    qtbot.keyClick(page.view, Qt.Key.Key_S)
    assert keys(page)[:3] == ["p3", "p1", "p2"]
    qtbot.keyClick(page.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.view, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: all(people.person(db, number).favourite for number in (1, 2, 3)))
    assert actions_done(db) == 2


def test_the_photos_of_chosen_people_are_exported(qtbot, page):
    click(qtbot, page, "p2", card_layout.mark)
    click(qtbot, page, "p3", card_layout.mark)
    qtbot.keyClick(page.view, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: page.exporting is not None)
    assert len(page.exporting._photo_ids()) == 5
    qtbot.keyClick(page.exporting, Qt.Key.Key_Escape)


@pytest.mark.parametrize("width", [480, 592, 680, 1100])
def test_nothing_at_the_top_is_cut_however_narrow(qtbot, page, width):
    page.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # as in the window
    page.setMinimumWidth(0)
    page.resize(width, 600)
    head = page.head
    parts = (head.order, head.smallest, head.tuning, head.with_hidden)
    qtbot.waitUntil(lambda: head.width() == width)
    qtbot.waitUntil(lambda: all(part.width() >= part.sizeHint().width() for part in parts))


def test_small_groups_go_with_the_slider_and_its_keys(qtbot, page):
    qtbot.keyClick(page.view, Qt.Key.Key_BracketRight)
    assert keys(page) == ["p1", "p2", "p3", STRANGER]
    assert "1 smaller" in page.head.smallest.slider.accessibleDescription()
    slider = page.head.smallest.slider
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert keys(page) == ["p1", "p2", "p3"]
    qtbot.keyClick(page.view, Qt.Key.Key_BracketLeft)
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert len(keys(page)) == 5


def test_a_merge_warns_of_photos_with_both(qtbot, page):
    click(qtbot, page, "p1", card_layout.mark)
    click(qtbot, page, "p2", card_layout.mark)
    qtbot.keyClick(page.view, Qt.Key.Key_M)
    doubts = page.naming.question.doubts
    qtbot.waitUntil(doubts.isVisible)
    assert "2 photos" in doubts.text() and "different" not in doubts.text()
    answer(qtbot, page, None)


def test_a_merge_of_two_who_were_told_apart_says_so(qtbot, page, session):
    session.perform(Different((Who("person", 1), Who("person", 3))))
    settle(qtbot, page)
    click(qtbot, page, "p1", card_layout.mark)
    click(qtbot, page, "p3", card_layout.mark)
    qtbot.keyClick(page.view, Qt.Key.Key_M)
    doubts = page.naming.question.doubts
    qtbot.waitUntil(doubts.isVisible)
    assert "different people" in doubts.text()
    answer(qtbot, page, None)


def test_who_was_called_somebody_else_is_asked_about_even_when_chosen(qtbot, page, session, db):
    session.perform(Different((Who("group", 1), Who("person", 2))))
    settle(qtbot, page)
    field = type_name(qtbot, page, STRANGER, "hop")
    assert [card.name for card in field.offered] == ["Grace Hopper"]
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.naming.question is not None)
    qtbot.waitUntil(page.naming.question.doubts.isVisible)
    answer(qtbot, page, None)
    assert people.group(db, 1) is not None


def test_shift_chooses_all_up_to_a_card_and_the_arrows_pass_the_heading(qtbot, page):
    shift = Qt.KeyboardModifier.ShiftModifier
    make_current(page, "p1")
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    assert page.view.selected() == []
    qtbot.keyClick(page.view, Qt.Key.Key_Right, shift)
    assert [entry.key for entry in page.view.selected()] == ["p2", "p3"]
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    qtbot.keyClick(page.view, Qt.Key.Key_Down)
    assert page.view.current_card().id in (STRANGER, LIKE_ADA)
    qtbot.keyClick(page.view, Qt.Key.Key_Up)
    assert page.view.current_card().kind == "person"
    qtbot.keyClick(page.view, Qt.Key.Key_End)
    assert page.view.cards.item(page.view.currentIndex()).kind == Kind.LONE
    click(qtbot, page, "p1", card_layout.face, Qt.KeyboardModifier.ControlModifier)
    click(qtbot, page, STRANGER, card_layout.face, shift)
    assert [entry.key for entry in page.view.selected()] == ["p1", "p2", "p3", STRANGER]


def test_a_rubber_band_chooses_what_it_touches(qtbot, page):
    view = page.view.viewport()
    heading = page.view.visualRect(page.view.cards.index(3))
    start = QPoint(heading.right() - 4, heading.top() - 4)
    assert not page.view.indexAt(start).isValid()
    end = spot(page, "p2", card_layout.face)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for step in (start - QPoint(30, 30), (start + end) / 2, end):
        qtbot.mouseMove(view, step)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    assert [entry.key for entry in page.view.selected()] == ["p2", "p3"]


def test_the_filter_leaves_who_is_called_so_and_escape_brings_all_back(qtbot, page):
    qtbot.keyClick(page.view, Qt.Key.Key_Slash)
    assert page.filter.hasFocus()
    qtbot.keyClicks(page.filter, "ada")
    assert keys(page) == ["p1", LIKE_ADA]
    qtbot.keyClicks(page.filter, "mm")
    assert page.empty.isVisible() and "adamm" in page.empty.text()
    qtbot.keyClick(page.filter, Qt.Key.Key_Escape)
    assert len(keys(page)) == 5


def test_a_change_keeps_what_is_chosen(qtbot, page, session):
    click(qtbot, page, "p2", card_layout.mark)
    make_current(page, "p3")
    qtbot.keyClick(page.view, Qt.Key.Key_Y)  # nothing is suggested for a person: no change
    click(qtbot, page, LIKE_ADA, card_layout.no)
    qtbot.waitUntil(
        lambda: page.view.cards.item(page.view.cards.index_of(LIKE_ADA)).card.maybe_id is None
    )
    assert [entry.key for entry in page.view.selected()] == ["p2"]


def test_a_card_that_is_pressed_and_moved_is_dragged_and_chooses_nobody(qtbot, page, monkeypatch):
    dragged = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _action: dragged.append(drag.mimeData()))
    view, left = page.view.viewport(), Qt.MouseButton.LeftButton
    start, end = spot(page, "p1", card_layout.face), spot(page, "p2", card_layout.face)
    qtbot.mousePress(view, left, pos=start)
    for step in range(1, 5):
        qtbot.mouseMove(view, start + (end - start) * step / 4)
    qtbot.mouseRelease(view, left, pos=end)
    assert bytes(dragged[0].data(MIME_TYPE).data()) == b"p1"
    assert page.view.selected() == []
