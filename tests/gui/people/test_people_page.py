"""The People page, used with mouse and keys; the catalog is looked at afterwards."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from facegallery.actions.bystanders import HideUnnamed
from facegallery.actions.faces import NotAFace
from facegallery.actions.people import Name, Who
from facegallery.catalog import faces, journal, people, photos
from facegallery.domain.errors import NotPossible
from facegallery.ui.people import card_layout
from facegallery.ui.people.card_model import Kind
from facegallery.ui.people.cards import Cards
from facegallery.ui.people.people_page import PeoplePage
from facegallery.ui.people.sorting import Order
from facegallery.ui.widgets.face_deeds import Deed
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
    type_name,
)


def test_named_people_come_first_then_the_groups_then_the_lone_faces(page):
    kinds = [entry.kind for entry in page.view.cards.items]
    assert keys(page)[:3] == ["p1", "p2", "p3"]
    assert keys(page)[3:] == [STRANGER, LIKE_ADA]
    assert kinds[3] == Kind.HEADING and kinds[-1] == Kind.LONE


def test_a_name_typed_under_a_group_makes_a_person_and_goes_on_to_the_next(qtbot, page, db):
    field = type_name(qtbot, page, STRANGER, "Joan Clarke")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    following = page.view.name_field()
    assert following is not field and following.text() == ""
    assert page.view.cards.item(page.view.currentIndex()).key == LIKE_ADA
    qtbot.waitUntil(lambda: "p4" in keys(page))
    assert names(db) == ["Ada Lovelace", "Alan Turing", "Grace Hopper", "Joan Clarke"]
    assert people.person(db, 4).faces == 4
    assert actions_done(db) == 1
    assert page.view.name_field() is following and following.hasFocus()


def test_the_next_group_stays_where_it_is_while_the_list_changes(qtbot, page):
    page.resize(1000, 420)
    page.view.scrollTo(page.view.cards.index_of(STRANGER))
    field = type_name(qtbot, page, STRANGER, "Joan Clarke")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    top = page.view.visualRect(page.view.cards.index_of(LIKE_ADA)).top()
    qtbot.waitUntil(lambda: "p4" in keys(page))
    assert page.view.visualRect(page.view.cards.index_of(LIKE_ADA)).top() == top


def test_a_filter_shows_the_first_it_finds_and_its_end_leads_back(qtbot, page):
    page.resize(500, 420)
    page.view.setFocus()
    make_current(page, LIKE_ADA)
    bar = page.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    place = page.place
    qtbot.keyClicks(page.filter, "a")
    assert bar.value() == 0 and keys(page)[0] == "p1"
    bar.setValue(40)
    qtbot.keyClicks(page.filter, "l")
    assert bar.value() == 0
    page.filter.clear()
    assert page.place == place


def test_who_finds_nobody_by_a_name_is_told_of_the_hidden_ones(qtbot, page, db):
    page.filter.setText("nobody of this name")
    assert page.empty.isVisible() and "Ctrl+H" not in page.empty.text()
    page.filter.setText("ada")
    make_current(page, "p1")
    page.hide_them.trigger()
    qtbot.waitUntil(lambda: "Ctrl+H" in page.empty.text())
    page.with_hidden.click()
    assert keys(page)[0] == "p1"
    settle(qtbot, page)


def test_who_was_at_the_top_is_there_again_after_naming_elsewhere(qtbot, page, session):
    page.resize(640, 620)
    make_current(page, LIKE_ADA)
    bar = page.view.verticalScrollBar()
    bar.setValue(0)
    in_sight = page.view.visualRect(page.view.cards.index_of(LIKE_ADA))
    assert page.view.viewport().rect().intersects(in_sight)
    page.hide()
    session.perform(Name(Who("group", 1), "Joan Clarke"))
    qtbot.waitUntil(lambda: "p4" in keys(page))
    page.show()
    assert bar.maximum() > 0 and bar.value() == 0


def test_another_order_begins_at_the_top(qtbot, page):
    page.resize(500, 420)
    bar = page.view.verticalScrollBar()
    for order in (Order.NAME, Order.NEWEST, Order.PHOTOS):
        bar.setValue(bar.maximum())
        assert bar.value() > 0
        page.head.sorted_by = order
        assert bar.value() == 0


def test_dates_that_come_later_move_the_page_only_for_who_awaits_them(qtbot, page):
    page.resize(500, 420)
    bar = page.view.verticalScrollBar()
    make_current(page, LIKE_ADA)
    page.head.sorted_by = Order.NEWEST
    bar.setValue(60)
    qtbot.waitUntil(lambda: bool(page._cards.newest))
    assert bar.value() == 0


def test_enter_opens_the_field_of_a_group_and_the_page_of_a_person(qtbot, page):
    make_current(page, STRANGER)
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert page.view.name_field() is not None
    qtbot.keyClick(page.view.name_field(), Qt.Key.Key_Escape)
    assert page.view.name_field() is None
    make_current(page, "p2")
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert opened.args == [Who("person", 2)]


def test_a_click_on_a_face_opens_it_and_chooses_nothing(qtbot, page):
    with qtbot.waitSignal(page.opened) as opened:
        click(qtbot, page, STRANGER, card_layout.face)
    assert opened.args == [Who("group", 1)]
    assert page.view.selected() == []


def test_who_is_chosen_from_the_list_is_not_asked_for_again(qtbot, page, db):
    field = type_name(qtbot, page, STRANGER, "hop")
    assert [card.name for card in field.offered] == ["Grace Hopper"]
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page.naming.question is None
    qtbot.waitUntil(lambda: STRANGER not in keys(page))
    qtbot.waitUntil(lambda: actions_done(db) == 1)
    assert people.person(db, 2).faces == 7


def test_who_is_in_a_photo_with_the_group_is_asked_about_even_when_chosen(qtbot, page, db):
    field = type_name(qtbot, page, STRANGER, "ada")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    answer(qtbot, page, None)
    qtbot.waitUntil(lambda: page.naming.question is None)
    assert actions_done(db) == 0
    assert STRANGER in keys(page)


def test_the_name_of_somebody_known_asks_and_yes_makes_one_of_them(qtbot, page, db):
    qtbot.keyClick(type_name(qtbot, page, STRANGER, "grace hopper"), Qt.Key.Key_Return)
    answer(qtbot, page, "yes")
    qtbot.waitUntil(lambda: STRANGER not in keys(page))
    assert people.person(db, 2).faces == 7
    assert names(db).count("Grace Hopper") == 1


def test_two_people_may_have_the_same_name(qtbot, page, db):
    qtbot.keyClick(type_name(qtbot, page, STRANGER, "Grace Hopper"), Qt.Key.Key_Return)
    answer(qtbot, page, "other")
    qtbot.waitUntil(lambda: STRANGER not in keys(page))
    assert names(db).count("Grace Hopper") == 2
    assert people.person(db, 2).faces == 3


def test_escape_at_the_question_changes_nothing(qtbot, page, db):
    qtbot.keyClick(type_name(qtbot, page, STRANGER, "Grace Hopper"), Qt.Key.Key_Return)
    answer(qtbot, page, None)
    qtbot.waitUntil(lambda: page.naming.question is None)
    assert actions_done(db) == 0
    assert STRANGER in keys(page)
    entry = page.view.cards.item(page.view.cards.index_of(STRANGER))
    assert entry.typed == ""


def test_y_says_that_a_group_is_the_person_suggested(qtbot, page, db):
    before = people.person(db, 1).faces
    make_current(page, LIKE_ADA)
    qtbot.keyClick(page.view, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: LIKE_ADA not in keys(page))
    assert people.person(db, 1).faces == before + 2


def test_n_says_that_it_is_not_for_good(qtbot, page, db):
    make_current(page, LIKE_ADA)
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: people.group(db, 2).maybe_id is None)
    rejected = db.execute("select person_id from assignments where state = 'rejected'").fetchall()
    assert rejected == [(1,), (1,)]


def test_the_button_on_the_face_says_yes_too(qtbot, page, db):
    click(qtbot, page, LIKE_ADA, card_layout.yes)
    qtbot.waitUntil(lambda: LIKE_ADA not in keys(page))
    assert actions_done(db) == 1


def test_a_screen_reader_hears_names_and_roles(qtbot, page):
    names = {}
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            known = QAccessible.queryAccessibleInterface(widget)
            names[known.text(QAccessible.Text.Name)] = known.role()
    assert "" not in names
    role = QAccessible.Role
    assert names["People and groups"] == role.List
    assert names["Smallest group"] == role.Slider
    assert role.ComboBox in names.values()
    assert names["Filter by name"] == role.EditableText


def test_what_could_not_be_written_is_shown_again(qtbot, page, session, db):
    page._pending.merge(["p3"])
    page._show()
    assert "p3" not in keys(page)
    session.failed.emit(NotPossible("no"))
    assert "p3" in keys(page)


def test_undo_brings_the_group_back(qtbot, page, session):
    qtbot.keyClick(type_name(qtbot, page, STRANGER, "Joan Clarke"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "p4" in keys(page))
    session.undo()
    qtbot.waitUntil(lambda: STRANGER in keys(page) and "p4" not in keys(page))


def test_lone_faces_are_named_from_their_own_grid(qtbot, page, db):
    page.view.make_current(page.view.cards.index(page.view.cards.rowCount() - 1))
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.lone.grid.faces.rowCount() > 0)
    lone = [face for face in page.lone.grid.faces.items if face.person_id is None]
    page.lone.grid.go_to_row(page.lone.grid.faces.items.index(lone[0]))
    qtbot.keyClick(page.lone.grid, Qt.Key.Key_F2)
    picker = page.lone.deeds.picker
    qtbot.keyClicks(picker.field, "Joan Clarke")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Joan Clarke" in names(db))
    assert faces.by_id(db, lone[0].id).person_name == "Joan Clarke"
    qtbot.waitUntil(lambda: lone[0] not in page.lone.grid.faces.items)
    assert journal.last_done(db).words == "Named 1 face Joan Clarke"
    qtbot.keyClick(page.lone.grid, Qt.Key.Key_Escape)
    assert page.view.isVisible()


def test_hidden_faces_without_a_name_are_listed_and_shown_again(qtbot, page, db, session):
    session.perform(HideUnnamed(tuple(photo.id for photo in photos.page(db))))
    qtbot.waitUntil(lambda: bool(faces.hidden(db)))
    hidden = [face.id for face in faces.hidden(db)]
    page.lone.read()
    page.lone.hidden.trigger()
    qtbot.waitUntil(lambda: [face.id for face in page.lone.grid.faces.items] == hidden)
    page.lone.not_faces.trigger()
    assert not page.lone.hidden.isChecked()
    page.lone.hidden.trigger()
    assert not page.lone.not_faces.isChecked()
    qtbot.waitUntil(lambda: len(page.lone.grid.faces.items) == len(hidden))
    page.lone.grid.selectAll()
    page.lone.deeds.do(Deed.SHOW, page.lone.grid.chosen())
    qtbot.waitUntil(lambda: not faces.hidden(db))


def test_what_was_called_no_face_is_listed_and_taken_back(qtbot, page, db, session):
    lone = faces.without_group(db, limit=-1)
    session.perform(NotAFace(tuple(face.id for face in lone)))
    qtbot.waitUntil(lambda: len(faces.not_faces(db)) == len(lone) > 0)
    page.view.make_current(page.view.cards.index(page.view.cards.rowCount() - 1))
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    qtbot.keyClick(
        page.lone.grid,
        Qt.Key.Key_X,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.waitUntil(lambda: len(page.lone.grid.faces.items) == len(lone))
    page.lone.grid.go_to_row(0)
    (chosen,) = page.lone.grid.chosen()
    assert not chosen.is_face
    qtbot.keyClick(page.lone.grid, Qt.Key.Key_X)  # what is no face can only be a face after all
    qtbot.keyClick(page.lone.grid, Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(page.lone.grid.faces.items) == len(lone) - 1)
    assert faces.by_id(db, chosen.id).is_face
    assert journal.last_done(db).words == "Noted that 1 picture is a face"
    qtbot.keyClick(page.lone.grid, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: [face.id for face in page.lone.grid.faces.items] == [chosen.id])
    qtbot.keyClick(page.lone.grid, Qt.Key.Key_Escape)
    assert page.view.isVisible()


def test_an_empty_library_says_what_to_do(qtbot, empty_session, empty_pictures):
    page = PeoplePage(empty_session, empty_pictures)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "Folders" in page.empty.text())
    assert page.empty.isVisible()


def test_cards_that_are_as_they_were_are_not_laid_out_again(page, session, qtbot):
    shown = []
    page.view.show_items = shown.append
    cards = Cards.of(session)
    with qtbot.waitSignal(cards.changed):
        session.changed.emit()
    assert shown == []
