from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from facegallery.actions.details import Describe
from facegallery.actions.people import Who
from facegallery.catalog import faces, files, people, photos
from facegallery.catalog.database import transaction

LEFT = Qt.MouseButton.LeftButton


def open_day(viewer, db, day):
    """Show the photo of a day; return its faces from left to right."""
    found = photos.page(db)
    position = next(i for i, photo in enumerate(found) if photo.taken_at.startswith(day))
    viewer.show_photos(found, position)
    return faces.of_photo(db, viewer.photo.id)


def click_face(viewer, qtbot, face):
    qtbot.mouseClick(viewer.view, LEFT, pos=viewer.view.face_place(face).center())


def test_arrows_lead_through_the_photos_and_stop_at_the_ends(viewer, qtbot):
    ids = [viewer.photo.id]
    for _ in range(20):
        qtbot.keyClick(viewer.view, Qt.Key.Key_Right)
        ids.append(viewer.photo.id)
    assert len(set(ids)) == 12
    assert not viewer.bar.next.isEnabled()
    qtbot.keyClick(viewer.view, Qt.Key.Key_Home)
    assert viewer.photo.id == ids[0]
    assert viewer.bar.count.text() == "1 / 12"


def test_the_photo_is_shown_in_full_size_soon_after_its_thumbnail(viewer, qtbot):
    qtbot.waitUntil(lambda: viewer._loader.picture(viewer.photo) is not None)
    picture = viewer._loader.picture(viewer.photo)
    assert (picture.width(), picture.height()) == (640, 480)


def test_zoom_keys_and_back_to_the_whole_photo(viewer, qtbot):
    fitted = viewer.view.scale
    qtbot.keyClick(viewer.view, Qt.Key.Key_Plus)
    assert viewer.view.scale > fitted
    qtbot.keyClick(viewer.view, Qt.Key.Key_0)
    assert viewer.view.scale == fitted
    qtbot.keyClick(viewer.view, Qt.Key.Key_1)
    assert viewer.view.scale == 1.0
    assert viewer.bar.zoom.text() == "100 %"


def test_dragging_moves_a_zoomed_photo_only_as_far_as_its_edge(viewer, qtbot):
    viewer.view.zoom_to(4.0)
    before = viewer.view._area().topLeft()
    start = viewer.view.rect().center()
    qtbot.mousePress(viewer.view, LEFT, pos=start)
    qtbot.mouseMove(viewer.view, start + QPoint(60, 40))
    qtbot.mouseMove(viewer.view, start + QPoint(5000, 40))
    qtbot.mouseRelease(viewer.view, LEFT, pos=start + QPoint(5000, 40))
    after = viewer.view._area()
    assert after.left() == 0
    assert after.left() > before.x()


def test_a_click_on_a_face_names_its_whole_group(viewer, db, qtbot):
    (stranger,) = open_day(viewer, db, "2022-01-10")
    click_face(viewer, qtbot, stranger)
    assert viewer.popup.isVisible()
    assert viewer.popup.field.hasFocus()
    qtbot.keyClicks(viewer.popup.field, "Emmy Noether")
    with qtbot.waitSignal(viewer._session.said):
        qtbot.keyClick(viewer.popup.field, Qt.Key.Key_Return)
    (emmy,) = people.with_name(db, "Emmy Noether")
    assert emmy.faces == 4
    assert not viewer.popup.isVisible()
    qtbot.waitUntil(lambda: viewer.view.faces[0].person_name == "Emmy Noether")


def test_a_face_with_the_wrong_name_goes_to_the_right_person_alone(viewer, db, qtbot):
    ada = open_day(viewer, db, "2021-03-01")[0]
    click_face(viewer, qtbot, ada)
    qtbot.keyClicks(viewer.popup.field, "Mary Somerville")
    with qtbot.waitSignal(viewer._session.said):
        qtbot.keyClick(viewer.popup.field, Qt.Key.Key_Return)
    assert faces.by_id(db, ada.id).person_name == "Mary Somerville"
    assert people.person(db, 1).faces == 3


def test_a_suggestion_is_confirmed_with_one_click(viewer, db, qtbot):
    suggested = open_day(viewer, db, "2021-07-05")[0]
    click_face(viewer, qtbot, suggested)
    with qtbot.waitSignal(viewer._session.said):
        qtbot.mouseClick(viewer.popup.yes, LEFT)
    assert faces.by_id(db, suggested.id).state == "confirmed"


def test_a_suggestion_is_rejected_with_one_click(viewer, db, qtbot):
    suggested = open_day(viewer, db, "2021-07-05")[0]
    click_face(viewer, qtbot, suggested)
    with qtbot.waitSignal(viewer._session.said):
        qtbot.mouseClick(viewer.popup.no, LEFT)
    assert faces.by_id(db, suggested.id).state is None


def test_tab_and_enter_name_a_face_without_the_mouse(viewer, db, qtbot):
    found = open_day(viewer, db, "2021-07-04")
    qtbot.keyClick(viewer.view, Qt.Key.Key_Tab)
    qtbot.keyClick(viewer.view, Qt.Key.Key_Tab)
    qtbot.keyClick(viewer.view, Qt.Key.Key_Tab)
    qtbot.keyClick(viewer.view, Qt.Key.Key_Return)
    qtbot.keyClicks(viewer.popup.field, "Lise Meitner")
    with qtbot.waitSignal(viewer._session.said):
        qtbot.keyClick(viewer.popup.field, Qt.Key.Key_Return)
    assert faces.by_id(db, found[2].id).person_name == "Lise Meitner"


def test_nothing_typed_is_carried_to_the_next_face(viewer, db, qtbot):
    first, second = open_day(viewer, db, "2021-03-01")
    click_face(viewer, qtbot, first)
    qtbot.keyClicks(viewer.popup.field, "Mary")
    qtbot.keyClick(viewer.popup.field, Qt.Key.Key_Escape)
    viewer.ask_who(second)
    assert viewer.popup.field.text() == ""


def test_escape_closes_the_popup_and_then_the_viewer(viewer, db, qtbot):
    click_face(viewer, qtbot, open_day(viewer, db, "2021-03-01")[0])
    with qtbot.assertNotEmitted(viewer.back_asked):
        qtbot.keyClick(viewer.popup.field, Qt.Key.Key_Escape)
    assert not viewer.popup.isVisible()
    with qtbot.waitSignal(viewer.back_asked):
        qtbot.keyClick(viewer.view, Qt.Key.Key_Escape)


def test_the_panel_tells_the_facts_and_leads_to_the_people(viewer, db, qtbot):
    open_day(viewer, db, "2021-03-01")
    assert "2021" in viewer.panel.date.words.text()
    assert viewer.panel.camera.words.text() == "Drawn 100"
    assert "640" in viewer.panel.pixels.words.text()
    assert viewer.panel.file.words.text() == "2021-03-01.jpg"
    button = next(b for b in viewer.panel.people.findChildren(QPushButton) if "Ada" in b.text())
    with qtbot.waitSignal(viewer.person_opened) as opened:
        qtbot.mouseClick(button, LEFT)
    assert opened.args == [Who("person", 1)]


def test_the_panel_tells_how_old_somebody_is(viewer, session, db, qtbot):
    session.perform(Describe(1, birth_date="1984-05-03"))
    qtbot.waitUntil(lambda: people.person(db, 1).birth_date is not None)
    open_day(viewer, db, "2021-03-01")
    words = [label.text() for label in viewer.panel.people.findChildren(QLabel)]
    assert "36 years · You said so" in words


def test_the_panel_tells_stars_the_zone_and_what_is_a_guess(viewer, db, qtbot):
    open_day(viewer, db, "2021-03-01")
    photo = replace(viewer.photo, rating=4, utc_offset=-570)
    viewer.panel.show_photo(photo)
    assert viewer.panel.rating.words.text() == "\u2605" * 4
    assert viewer.panel.date.more.text().endswith("(UTC\u22129:30)")
    viewer.panel.show_photo(replace(photo, rating=None, taken_at_source="file"))
    assert viewer.panel.rating.isHidden()
    assert "guessed" in viewer.panel.date.more.text()
    viewer.panel.show_photo(replace(photo, taken_at_source="name"))
    assert "name" in viewer.panel.date.more.text()


def test_a_file_that_cannot_be_read_is_said_over_its_thumbnail(viewer, db, qtbot):
    path = next(p.path for p in photos.page(db) if p.taken_at.startswith("2021-03-01"))
    Path(path).write_bytes(b"broken")
    open_day(viewer, db, "2021-03-01")
    qtbot.waitUntil(lambda: viewer.view._sentence != "")
    assert "cannot be read" in viewer.view._sentence
    qtbot.waitUntil(lambda: viewer.view._picture is not None)


def test_a_missing_photo_says_that_its_names_are_kept(viewer, library, db, qtbot):
    with library.open() as writer, transaction(writer):
        files.set_missing(writer, [viewer.photo.path], missing=True)
    viewer._session.changed.emit()
    assert "names are kept" in viewer.view._sentence


def test_zoomed_in_only_what_is_in_sight_is_loaded_in_full(viewer, qtbot):
    viewer.resize(400, 300)  # the photo has more pixels than the view
    qtbot.waitUntil(lambda: not viewer.busy and viewer._loader.picture(viewer.photo) is not None)
    assert viewer._loader.picture(viewer.photo).width() < 640
    viewer.view.zoom_to(1.0)
    qtbot.waitUntil(lambda: viewer.view._part is not None)
    part = viewer.view._part
    assert part.scale == 1.0
    assert part.covers(viewer.view.area_in_sight)
    assert part.pixmap.width() < 640
    viewer.view.fit()
    assert viewer.view._part is None


def test_moving_a_zoomed_photo_loads_what_comes_into_sight(viewer, qtbot):
    viewer.resize(400, 300)
    viewer.view.zoom_to(2.0)
    qtbot.waitUntil(lambda: viewer.view._part is not None)
    for _ in range(20):
        qtbot.keyClick(viewer.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: viewer.view._part.covers(viewer.view.area_in_sight))
    assert viewer.view.area_in_sight.right() == pytest.approx(1.0)


def test_next_while_zoomed_shows_the_whole_next_photo(viewer, qtbot):
    viewer.view.zoom_to(4.0)
    qtbot.keyClick(viewer.view, Qt.Key.Key_Right)
    assert viewer.view.is_fitted
    assert viewer.view._part is None
    assert viewer.bar.count.text() == "2 / 12"


def test_in_a_narrow_window_the_number_of_the_photo_is_whole(viewer, qtbot):
    viewer.resize(640, 400)
    viewer.bar.title.setText("a photo with a rather long name.jpg")
    viewer.bar.count.setText("12345 / 23456")
    count = viewer.bar.count
    qtbot.waitUntil(lambda: count.width() >= count.sizeHint().width())
