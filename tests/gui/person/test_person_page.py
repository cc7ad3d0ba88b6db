"""The page of a person or group, used with mouse and keys."""

from PySide6.QtCore import Qt

from facegallery.actions.details import Describe
from facegallery.actions.people import Merge, Who
from facegallery.catalog import assignments, faces, people
from facegallery.domain.errors import NotPossible
from facegallery.ui.person import found
from facegallery.ui.person.view_tabs import FACES
from tests.gui.person.person_at_hand import ADA, GRACE, LIKE_ADA, STRANGER, show

SHIFT = Qt.KeyboardModifier.ShiftModifier


def choose(page, *rows):
    model = page.grid.selectionModel()
    for row in rows:
        index = page.grid.faces.index(row)
        model.select(index, model.SelectionFlag.Select)
        model.setCurrentIndex(index, model.SelectionFlag.NoUpdate)
    page.grid.setFocus()


def shown(page):
    return [face.id for face in page.grid.faces.items]


def test_a_person_is_shown_with_faces_counts_and_suggestions(qtbot, page, db):
    show(qtbot, page, ADA)
    assert page.header.name.text() == "Ada Lovelace"
    assert shown(page) == [face.id for face in faces.of_person(db, 1)]
    assert len(page.strip.faces) == 2 and page.strip.isVisible()
    assert page.tabs.tab_text(0) == "Faces 4"
    assert page.tabs.tab_text(1) == "Photos 4"  # those of suggested faces are not counted
    assert "4 faces in 4 photos" in page.header._counts.text()


def test_letters_on_a_groups_page_are_its_name(qtbot, page, db):
    with qtbot.waitActive(page):
        page.activateWindow()
    show(qtbot, page, STRANGER)
    assert page.header.name.hasFocus()
    with qtbot.waitSignal(page.who_changed) as changed:
        qtbot.keyClicks(page.header.name, "Hilde Fink Young")
        qtbot.keyClick(page.header.name, Qt.Key.Key_Return)
    assert people.person(db, changed.args[0].number).name == "Hilde Fink Young"
    assert page.grid.hasFocus()


def test_escape_leaves_a_groups_name_field_and_then_its_page(qtbot, page):
    show(qtbot, page, STRANGER)
    qtbot.keyClick(page.header.name, Qt.Key.Key_Escape)
    assert page.grid.hasFocus()
    with qtbot.waitSignal(page.back):
        qtbot.keyClick(page.grid, Qt.Key.Key_Escape)


def test_y_and_n_answer_the_suggestions_one_by_one(qtbot, page, db):
    show(qtbot, page, ADA)
    first, second = (face.id for face in page.strip.faces)
    qtbot.keyClick(page.strip.grid, Qt.Key.Key_Y)
    assert [face.id for face in page.strip.faces] == [second]
    qtbot.keyClick(page.strip.grid, Qt.Key.Key_N)
    assert not page.strip.isVisible()
    qtbot.waitUntil(lambda: (second, 1) in assignments.rejections(db))
    assert assignments.confirmed_person(db, first) == 1
    assert db.execute("select count(*) from actions").fetchone()[0] == 2
    qtbot.waitUntil(lambda: first in shown(page))


def test_all_suggestions_are_taken_at_once_and_given_back_by_one_undo(qtbot, page, session, db):
    show(qtbot, page, ADA)
    qtbot.keyClick(page, Qt.Key.Key_Y, SHIFT)
    qtbot.waitUntil(lambda: people.person(db, 1).faces == 6)
    session.undo()
    qtbot.waitUntil(lambda: people.person(db, 1).faces == 4)
    qtbot.waitUntil(lambda: len(shown(page)) == 4)


def test_n_in_the_grid_says_that_chosen_faces_are_not_this_person(qtbot, page, db):
    show(qtbot, page, ADA)
    choose(page, 0, 2)
    wrong = {shown(page)[0], shown(page)[2]}
    assert page.bar.isVisible()
    qtbot.keyClick(page.grid, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: people.person(db, 1).faces == 2)
    assert {face for face, person in assignments.rejections(db) if person == 1} == wrong


def test_chosen_faces_move_to_another_person(qtbot, page, db):
    show(qtbot, page, ADA)
    choose(page, 0)
    moved = shown(page)[0]
    qtbot.keyClick(page.grid, Qt.Key.Key_F2)
    picker = page.deeds.picker
    qtbot.keyClicks(picker.field, "ala")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: assignments.confirmed_person(db, moved) == 3)
    assert (moved, 1) in assignments.rejections(db)
    qtbot.waitUntil(lambda: moved not in shown(page))


def test_a_face_becomes_the_cover_with_c(qtbot, page, db):
    show(qtbot, page, ADA)
    last = shown(page)[-1]
    choose(page, len(shown(page)) - 1)
    qtbot.keyClick(page.grid, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: people.person(db, 1).cover_face == last)
    qtbot.waitUntil(lambda: page.card.cover_face == last)


def test_not_a_face_with_x_and_out_of_the_group_with_t(qtbot, page, db):
    show(qtbot, page, STRANGER)
    nothing, other = shown(page)[:2]
    choose(page, 0)
    qtbot.keyClick(page.grid, Qt.Key.Key_X)
    assert nothing not in shown(page)  # at once
    qtbot.waitUntil(lambda: not faces.by_id(db, nothing).is_face)
    choose(page, 0)
    assert page.grid.selected()[0].id == other
    qtbot.keyClick(page.grid, Qt.Key.Key_T)
    assert other not in shown(page)
    qtbot.waitUntil(lambda: faces.by_id(db, other).group_id is None)


def test_a_named_group_is_followed_to_its_person_and_back(qtbot, page, session, db):
    show(qtbot, page, STRANGER)
    qtbot.keyClicks(page.header.name, "Joan Clarke")
    with qtbot.waitSignal(page.who_changed) as changed:
        qtbot.keyClick(page.header.name, Qt.Key.Key_Return)
    assert changed.args == [Who("person", 4)]
    assert page.header.name.text() == "Joan Clarke"
    with qtbot.waitSignal(page.who_changed) as changed:
        session.undo()
    assert changed.args == [STRANGER]
    assert page.header.name.text() == ""


def test_a_rename_in_place_and_escape_which_keeps_the_name(qtbot, page, db):
    show(qtbot, page, ADA)
    page.header.edit_name()
    qtbot.keyClicks(page.header.name, "Countess")
    qtbot.keyClick(page.header.name, Qt.Key.Key_Escape)
    assert page.header.name.text() == "Ada Lovelace"
    page.header.edit_name()
    qtbot.keyClicks(page.header.name, "Ada King")
    qtbot.keyClick(page.header.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: people.person(db, 1).name == "Ada King")


def test_a_rename_to_a_taken_name_asks_and_never_merges_by_itself(qtbot, page, db):
    show(qtbot, page, ADA)
    page.header.edit_name()
    qtbot.keyClicks(page.header.name, "Alan Turing")
    qtbot.keyClick(page.header.name, Qt.Key.Key_Return)
    question = page.naming.question
    qtbot.mouseClick(question.other, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: people.person(db, 1).name == "Alan Turing")
    assert len(people.with_name(db, "Alan Turing")) == 2


def test_y_says_that_a_whole_group_is_the_person_suggested(qtbot, page, db):
    show(qtbot, page, LIKE_ADA)
    assert page.strip.isVisible()
    with qtbot.waitSignal(page.who_changed) as changed:
        qtbot.keyClick(page, Qt.Key.Key_Y)
    assert changed.args == [ADA]
    assert people.person(db, 1).faces == 6


def test_alt_y_says_so_while_the_name_field_has_the_keys(qtbot, page, db):
    with qtbot.waitActive(page):
        page.activateWindow()
    show(qtbot, page, LIKE_ADA)
    with qtbot.waitSignal(page.who_changed) as changed:
        qtbot.keyClick(page.header.name, Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    assert changed.args == [ADA]


def test_merge_with_asks_for_the_person_and_then_for_the_name(qtbot, page, db):
    show(qtbot, page, GRACE)
    qtbot.keyClick(page, Qt.Key.Key_M)
    qtbot.keyClicks(page.naming.picker.field, "alan")
    qtbot.keyClick(page.naming.picker.field, Qt.Key.Key_Return)
    qtbot.mouseClick(page.naming.question.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: people.person(db, 3) is None)
    assert people.person(db, 2).faces == 5


def test_least_sure_first_shows_the_worst_faces_first(qtbot, page):
    show(qtbot, page, ADA)
    qtbot.keyClick(page, Qt.Key.Key_S)
    qualities = [face.quality for face in page.grid.faces.items]
    assert qualities == sorted(qualities)
    qtbot.keyClick(page, Qt.Key.Key_S)
    taken = [face.taken_at for face in page.grid.faces.items]
    assert taken == sorted(taken, reverse=True)


def test_the_photos_of_a_person(qtbot, page):
    show(qtbot, page, ADA)
    qtbot.keyClick(page, Qt.Key.Key_2)
    assert page.photos.isVisible()
    qtbot.waitUntil(lambda: page.photos.is_full)
    with qtbot.waitSignal(page.photo_opened) as opened:
        qtbot.keyClick(page.photos, Qt.Key.Key_Return)
    assert opened.args[1] == 0
    assert len(opened.args[0]) == 4  # those of suggested faces are not among them


def test_a_face_opens_its_photo_among_those_of_the_other_faces(qtbot, page):
    show(qtbot, page, ADA)
    page.grid.go_to_row(2)
    page.grid.setFocus()
    with qtbot.waitSignal(page.photo_opened) as opened:
        qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    listed, position = opened.args
    assert [photo.id for photo in listed] == [face.photo_id for face in page.grid.faces.items]
    assert position == 2


def test_a_suggested_face_opens_its_photo_alone(qtbot, page):
    show(qtbot, page, ADA)
    suggested = page.strip.faces[0]
    with qtbot.waitSignal(page.photo_opened) as opened:
        page.strip.grid.face_opened.emit(suggested)
    assert [photo.id for photo in opened.args[0]] == [suggested.photo_id]


def test_of_very_many_photos_those_around_the_face_are_opened(page, db, monkeypatch):
    monkeypatch.setattr(found, "MOST_AROUND", 2)
    listed = faces.of_person(db, 1)
    for face in listed:
        around, position = found.photos_around(db, face, listed)
        assert len(around) == 2
        assert around[position].id == face.photo_id


def test_escape_chooses_none_first_and_then_leads_back(qtbot, page):
    show(qtbot, page, ADA)
    choose(page, 0)
    with qtbot.assertNotEmitted(page.back):
        qtbot.keyClick(page.grid, Qt.Key.Key_Escape)
    assert page.grid.selected() == []
    with qtbot.waitSignal(page.back):
        qtbot.keyClick(page.grid, Qt.Key.Key_Escape)


def test_hide_and_show_again(qtbot, page, db):
    show(qtbot, page, ADA)
    qtbot.keyClick(page, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: page.card.hidden)
    assert people.person(db, 1).hidden
    qtbot.keyClick(page, Qt.Key.Key_H, SHIFT)
    qtbot.waitUntil(lambda: not page.card.hidden)


def test_the_page_goes_back_when_there_is_nobody_left(qtbot, page, library):
    show(qtbot, page, STRANGER)
    with library.open() as db:
        db.execute("delete from faces")
        db.conn.commit()
    with qtbot.waitSignal(page.back):
        page.read()
    assert page.who is None


def test_w_says_why_a_face_is_suggested(qtbot, page):
    show(qtbot, page, GRACE)
    qtbot.waitUntil(lambda: bool(page.strip.faces))
    page.strip.grid.setFocus()
    qtbot.keyClick(page.strip.grid, Qt.Key.Key_W)
    answer = page.deeds.answer
    assert answer.heading.text() == "Why perhaps Grace Hopper?"
    qtbot.waitUntil(lambda: bool(answer.crops))
    qtbot.keyClick(answer, Qt.Key.Key_Escape)
    assert page.deeds.answer is None


def test_details_are_written_when_a_field_is_left_and_can_be_undone(qtbot, page, session, db):
    show(qtbot, page, ADA)
    qtbot.keyClick(page, Qt.Key.Key_D)
    details = page.top.details
    assert details.born.hasFocus()
    qtbot.keyClicks(details.born, "1980-05-03")
    qtbot.keyClick(details.born, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: people.person(db, 1).birth_date == "1980-05-03")
    qtbot.keyClick(details.born, Qt.Key.Key_Tab)
    qtbot.keyClicks(details.names, "Countess, Enchantress of Number")
    qtbot.keyClick(details.names, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: len(people.person(db, 1).other_names) == 2)
    qtbot.keyClicks(details.notes, "Wrote the first program.")
    qtbot.keyClick(details.notes, Qt.Key.Key_Escape)
    assert not details.isVisible() and page.grid.hasFocus()
    assert people.person(db, 1).notes == ""  # Escape writes nothing
    session.undo()
    qtbot.waitUntil(lambda: people.person(db, 1).other_names == ())
    assert db.execute("select count(*) from actions").fetchone()[0] == 2


def test_a_date_that_is_none_is_told_and_not_kept(qtbot, page, session, db):
    show(qtbot, page, ADA)
    qtbot.keyClick(page, Qt.Key.Key_D)
    qtbot.keyClicks(page.top.details.born, "long ago")
    with qtbot.waitSignal(session.failed) as failed:
        qtbot.keyClick(page.top.details.born, Qt.Key.Key_Return)
    assert "1984-05-03" in str(failed.args[0])
    assert page.top.details.born.text() == ""
    assert people.person(db, 1).birth_date is None


def test_ages_are_told_below_the_faces_when_the_birth_date_is_known(qtbot, page, session):
    show(qtbot, page, ADA)
    newest = page.grid.faces.items[0]
    assert page.grid.caption_of(newest) is None
    session.perform(Describe(1, birth_date="2021-01-05"))
    qtbot.waitUntil(lambda: page.grid.caption_of(newest) == "16 months")


def test_f_makes_a_favourite(qtbot, page, db):
    show(qtbot, page, ADA)
    qtbot.keyClick(page, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: people.person(db, 1).favourite)
    qtbot.waitUntil(lambda: page.card.favourite and page.star.isChecked())
    qtbot.keyClick(page, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: not people.person(db, 1).favourite)


def test_a_year_of_the_bar_leaves_its_faces_and_photos(qtbot, page):
    show(qtbot, page, ADA)
    years = page.top.years
    qtbot.waitUntil(years.isVisible)
    every = shown(page)
    qtbot.mouseClick(years, Qt.MouseButton.LeftButton, pos=years.bar(1).center())
    assert [face.taken_at[:4] for face in page.grid.faces.items] == ["2022"]
    qtbot.keyClick(page, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: page.photos.is_full)
    assert [photo.taken_at[:4] for photo in page.photos.photos] == ["2022"]
    years.setFocus()
    qtbot.keyClick(years, Qt.Key.Key_Left)
    qtbot.keyClick(years, Qt.Key.Key_Return)
    assert years.year == 2021 and len(shown(page)) == 3
    assert "2021" in years.accessibleDescription()
    qtbot.keyClick(years, Qt.Key.Key_Escape)
    assert shown(page) == every


def test_where_there_is_no_room_for_both_details_take_the_place_of_the_years(qtbot, page):
    page.setMinimumHeight(1)  # as in a window that is lower than all of it
    show(qtbot, page, GRACE)
    qtbot.waitUntil(page.top.years.isVisible)
    qtbot.keyClick(page, Qt.Key.Key_D)
    parts = [page.top.header, page.top.details]
    assert page.top.details.isVisible() and page.top.years.isVisible()
    page.resize(900, 430)
    assert page.top.details.isVisible() and not page.top.years.isVisible()
    # Layouts within layouts settle one after another, each in a turn of its own.
    qtbot.waitUntil(lambda: all(part.height() >= part.minimumSizeHint().height() for part in parts))
    qtbot.keyClick(page.top.details.born, Qt.Key.Key_Escape)
    assert not page.top.details.isVisible()
    assert page.top.years.isVisible() or page.strip.isVisible()
    page.resize(900, 800)
    assert page.top.years.isVisible()


def test_suggestions_are_seen_before_the_years(qtbot, page):
    page.setMinimumHeight(1)
    page.resize(900, 400)
    show(qtbot, page, ADA)
    qtbot.waitUntil(page.strip.isVisible)
    qtbot.waitUntil(lambda: not page.top.years.isVisible())
    page.resize(900, 800)
    qtbot.waitUntil(page.top.years.isVisible)


def test_escape_shows_all_years_again_before_it_leads_back(qtbot, page):
    show(qtbot, page, ADA)
    years = page.top.years
    qtbot.waitUntil(years.isVisible)
    every = page.tabs.tab_text(FACES)
    years.choose(2021)
    assert page.tabs.tab_text(FACES) != every
    page.grid.setFocus()
    with qtbot.assertNotEmitted(page.back):
        qtbot.keyClick(page.grid, Qt.Key.Key_Escape)
    assert years.year is None and page.tabs.tab_text(FACES) == every
    with qtbot.waitSignal(page.back):
        qtbot.keyClick(page.grid, Qt.Key.Key_Escape)


def test_least_sure_first_is_seen_from_the_top(qtbot, page):
    page.resize(400, 420)
    show(qtbot, page, ADA)
    bar = page.grid.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    qtbot.keyClick(page.grid, Qt.Key.Key_S)
    assert page.tabs.least_sure_first and bar.value() == 0


def test_who_somebody_is_seen_with_leads_to_them(qtbot, page):
    show(qtbot, page, ADA)
    qtbot.waitUntil(lambda: len(page.top.company.faces) == 2)
    first = page.top.company.faces[0]
    assert first.accessibleName() == "Grace Hopper, 2 photos"
    with qtbot.waitSignal(page.person_opened) as opened:
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert opened.args == [GRACE]


def test_rejected_faces_are_gone_at_once_and_back_when_it_failed(qtbot, page, session):
    show(qtbot, page, ADA)
    every = shown(page)
    page._on_leaving([page.grid.faces.items[0]])
    assert shown(page) == every[1:]
    session.failed.emit(NotPossible("no"))
    assert shown(page) == every


def test_a_merge_is_listed_and_taken_apart(qtbot, page, session, db):
    session.perform(Merge((ADA, Who("person", 3))))
    qtbot.waitUntil(lambda: people.person(db, 3) is None)
    show(qtbot, page, ADA)
    qtbot.waitUntil(lambda: bool(page.them.merges))
    qtbot.keyClick(page, Qt.Key.Key_M, SHIFT)
    rows = page.them.apart.rows
    assert rows.count() == 1 and rows.item(0).text().startswith("Alan Turing, 2 faces")
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: people.person(db, 3) is not None)
    assert people.person(db, 3).faces == 2 and people.person(db, 1).faces == 4


def test_p_proposes_to_take_somebody_apart(qtbot, page):
    show(qtbot, page, ADA)
    qtbot.keyClick(page, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: len(page.them.splitting.views) == 2)
    qtbot.keyClick(page.them.splitting, Qt.Key.Key_Escape)
