"""The People page, used with mouse and keys; the catalog is looked at afterwards."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDrag, QDropEvent
from PySide6.QtWidgets import QWidget

from facegallery.actions.people import Who
from facegallery.catalog import faces, journal, people
from facegallery.domain.errors import NotPossible
from facegallery.ui.people import card_layout
from facegallery.ui.people.card_model import MIME_TYPE, Kind
from facegallery.ui.people.people_page import PeoplePage

STRANGER, LIKE_ADA = "g1", "g2"


@pytest.fixture
def page(qtbot, session, pictures):
    """The page as it is when its cards are there."""
    made = PeoplePage(session, pictures)
    qtbot.addWidget(made)
    made.resize(1000, 1400)
    made.show()
    qtbot.waitUntil(lambda: made.view.cards.rowCount() > 0)
    made.view.setFocus()
    return made


def keys(page):
    return [entry.key for entry in page.view.cards.items if entry.card is not None]


def make_current(page, key):
    page.view.make_current(page.view.cards.index_of(key))


def spot(page, key, part):
    """The middle of a part of a card, in the viewport."""
    place = page.view.visualRect(page.view.cards.index_of(key))
    found = part(place)
    return found if isinstance(found, QPoint) else found.center()


def click(qtbot, page, key, part, modifier=Qt.KeyboardModifier.NoModifier):
    point = spot(page, key, part)
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, modifier, point)


def type_name(qtbot, page, key, text):
    click(qtbot, page, key, card_layout.field)
    field = page.view.name_field()
    qtbot.keyClicks(field, text)
    return field


def answer(qtbot, page, button):
    """Click a button of the question: "yes", "other", or press Escape for None."""
    qtbot.waitUntil(lambda: page.naming.question is not None)
    question = page.naming.question
    if button is None:
        qtbot.keyClick(question, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(getattr(question, button), Qt.MouseButton.LeftButton)


def names(db):
    return sorted(name for _number, name in people.names(db))


def settle(qtbot, page):
    """Wait until the page shows what the catalog tells, and nothing else."""
    qtbot.waitUntil(lambda: page._session.version == page._cards.version > 0)


def actions_done(db):
    return db.execute("select count(*) from actions").fetchone()[0]


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


def test_a_person_chosen_from_the_list_is_that_person_after_a_yes(qtbot, page, db):
    field = type_name(qtbot, page, STRANGER, "hop")
    assert [card.name for card in field.offered] == ["Grace Hopper"]
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    answer(qtbot, page, "yes")
    qtbot.waitUntil(lambda: STRANGER not in keys(page))
    assert people.person(db, 2).faces == 7
    assert actions_done(db) == 1


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
    alan = next(card for card in question.choosable if card.card.number == 3)
    qtbot.mouseClick(alan, Qt.MouseButton.LeftButton)
    answer(qtbot, page, "yes")
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
    together = page.naming.question.together
    qtbot.waitUntil(together.isVisible)
    assert "2 photos" in together.text()
    answer(qtbot, page, None)


def test_what_could_not_be_written_is_shown_again(qtbot, page, session, db):
    page._pending.merge(["p3"])
    page._show()
    assert "p3" not in keys(page)
    session.failed.emit(NotPossible("no"))
    assert "p3" in keys(page)


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


def test_undo_brings_the_group_back(qtbot, page, session):
    qtbot.keyClick(type_name(qtbot, page, STRANGER, "Joan Clarke"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "p4" in keys(page))
    session.undo()
    qtbot.waitUntil(lambda: STRANGER in keys(page) and "p4" not in keys(page))


def test_a_change_keeps_what_is_chosen(qtbot, page, session):
    click(qtbot, page, "p2", card_layout.mark)
    make_current(page, "p3")
    qtbot.keyClick(page.view, Qt.Key.Key_Y)  # nothing is suggested for a person: no change
    click(qtbot, page, LIKE_ADA, card_layout.no)
    qtbot.waitUntil(
        lambda: page.view.cards.item(page.view.cards.index_of(LIKE_ADA)).card.maybe_id is None
    )
    assert [entry.key for entry in page.view.selected()] == ["p2"]


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


def test_an_empty_library_says_what_to_do(qtbot, empty_session, empty_pictures):
    page = PeoplePage(empty_session, empty_pictures)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "Folders" in page.empty.text())
    assert page.empty.isVisible()


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
