import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton

from facegallery.actions.people import Who
from facegallery.catalog import faces, people, photos, presences
from facegallery.domain.face import Box

LEFT = Qt.MouseButton.LeftButton


def at(viewer, x, y) -> QPoint:
    """The point of the view at fractions of the photo."""
    area = viewer.view._area()
    return QPoint(round(area.x() + x * area.width()), round(area.y() + y * area.height()))


def drag(viewer, qtbot, start, end, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.mousePress(viewer.view, LEFT, modifier, at(viewer, *start))
    for share in (0.3, 0.7, 1.0):
        here = [a + (b - a) * share for a, b in zip(start, end, strict=True)]
        qtbot.mouseMove(viewer.view, at(viewer, *here))
    qtbot.mouseRelease(viewer.view, LEFT, modifier, at(viewer, *end))


def wait_for_action(viewer, qtbot, do):
    with qtbot.waitSignal(viewer._session.said, timeout=60_000) as said:
        do()
    return said.args[0]


def draw_one(viewer, qtbot):
    viewer.bar.draw.trigger()
    wait_for_action(viewer, qtbot, lambda: drag(viewer, qtbot, (0.3, 0.3), (0.6, 0.7)))
    qtbot.waitUntil(viewer.popup.isVisible)
    return viewer.view.faces[0]


def test_a_drawn_face_is_asked_for_its_name_named_and_undone(viewer, db, qtbot):
    face = draw_one(viewer, qtbot)
    assert (face.box.x, face.box.y) == pytest.approx((0.316, 0.321), abs=0.01)
    assert db.execute("select count(*) from embeddings where face_id = ?", (face.id,)).fetchone()[0]
    qtbot.keyClicks(viewer.popup.field, "Emmy Noether")
    wait_for_action(viewer, qtbot, lambda: qtbot.keyClick(viewer.popup.field, Qt.Key.Key_Return))
    assert people.with_name(db, "Emmy Noether")[0].faces == 1
    for _ in range(2):
        with qtbot.waitSignal(viewer._session.noted):
            viewer._session.undo()
    assert faces.of_photo(db, viewer.photo.id) == []
    qtbot.waitUntil(lambda: viewer.view.faces == [])


def test_a_box_is_moved_and_made_larger_and_keeps_its_name(viewer, db, qtbot):
    found = photos.page(db)
    place = next(i for i, photo in enumerate(found) if photo.taken_at.startswith("2023-08-01"))
    viewer.show_photos(found, place)
    (alan,) = viewer.view.faces
    viewer.bar.draw.trigger()
    wait_for_action(viewer, qtbot, lambda: drag(viewer, qtbot, (0.2, 0.35), (0.25, 0.4)))
    moved = faces.by_id(db, alan.id)
    assert moved.box == pytest.approx((0.15, 0.25, 0.2, 0.3), abs=0.01)
    qtbot.waitUntil(lambda: viewer.view.faces == [moved])
    corner = (moved.box.x + 1.06 * moved.box.width, moved.box.y + 1.06 * moved.box.height)
    wait_for_action(viewer, qtbot, lambda: drag(viewer, qtbot, corner, (0.6, 0.8)))
    larger = faces.by_id(db, alan.id)
    assert larger.box.width > 0.35
    assert (larger.person_name, larger.state) == ("Alan Turing", "confirmed")


def test_ctrl_draws_at_once_and_a_click_draws_nothing(viewer, db, qtbot):
    ctrl = Qt.KeyboardModifier.ControlModifier
    drag(viewer, qtbot, (0.5, 0.5), (0.5, 0.5), ctrl)
    assert viewer.view.boxes.waiting is None
    wait_for_action(viewer, qtbot, lambda: drag(viewer, qtbot, (0.2, 0.2), (0.4, 0.5), ctrl))
    assert len(faces.of_photo(db, viewer.photo.id)) == 1


def test_a_box_is_made_and_moved_with_keys_alone(viewer, db, qtbot):
    view, photo = viewer.view, viewer.photo
    qtbot.keyClick(view, Qt.Key.Key_Insert)
    before = view.boxes._rect.center()
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert viewer.photo is photo  # arrows were for the box
    assert view.boxes._rect.center().x() > before.x()
    wait_for_action(viewer, qtbot, lambda: qtbot.keyClick(view, Qt.Key.Key_Return))
    assert len(faces.of_photo(db, photo.id)) == 1


def test_escape_forgets_the_box_then_ends_drawing_then_leaves(viewer, qtbot):
    viewer.bar.draw.trigger()
    qtbot.keyClick(viewer.view, Qt.Key.Key_Insert)
    with qtbot.assertNotEmitted(viewer.back_asked):
        qtbot.keyClick(viewer.view, Qt.Key.Key_Escape)
        assert not viewer.view.boxes.busy
        qtbot.keyClick(viewer.view, Qt.Key.Key_Escape)
        assert not viewer.bar.draw.isChecked()
    with qtbot.waitSignal(viewer.back_asked):
        qtbot.keyClick(viewer.view, Qt.Key.Key_Escape)


def test_a_box_that_is_too_small_is_said_and_changes_nothing(viewer, db, qtbot):
    viewer.view.boxes.waiting = Box(0.5, 0.5, 0.005, 0.005)
    with qtbot.waitSignal(viewer._session.failed, timeout=60_000) as failed:
        viewer.view.boxes.drawn.emit(viewer.view.boxes.waiting)
    assert "too small" in str(failed.args[0])
    assert viewer.view.boxes.waiting is None
    assert faces.of_photo(db, viewer.photo.id) == []


def test_somebody_without_a_visible_face_is_added_and_taken_away(viewer, db, qtbot):
    qtbot.keyClick(viewer.view, Qt.Key.Key_P)
    picker = viewer.panel.people.picker
    qtbot.keyClicks(picker.field, "Grace")
    wait_for_action(viewer, qtbot, lambda: qtbot.keyClick(picker.field, Qt.Key.Key_Return))
    (grace,) = people.with_name(db, "Grace Hopper")
    assert presences.of_photo(db, viewer.photo.id) == [(grace.number, "Grace Hopper")]
    assert viewer.photo.id in [p.id for p in photos.of_person(db, grace.number)]

    def button(name):
        found = viewer.panel.people.findChildren(QToolButton)
        return next((b for b in found if name in b.accessibleName() and b.isVisible()), None)

    qtbot.waitUntil(lambda: button("Grace") is not None)
    row = button("Grace").parentWidget()
    qtbot.waitUntil(lambda: row.picture.shown() is not None)  # the face on her card
    wait_for_action(viewer, qtbot, lambda: qtbot.mouseClick(button("Grace"), LEFT))
    assert presences.of_photo(db, viewer.photo.id) == []


def test_the_panel_says_why_and_leads_to_the_person(viewer, db, qtbot):
    found = photos.page(db)
    place = next(i for i, photo in enumerate(found) if photo.taken_at.startswith("2021-07-05"))
    viewer.show_photos(found, place)
    buttons = viewer.panel.people.findChildren(QToolButton)
    why = next(b for b in buttons if b.accessibleName() == "Why Grace Hopper?")
    with qtbot.waitSignal(viewer.panel.why_asked):
        qtbot.mouseClick(why, LEFT)
    qtbot.waitUntil(lambda: viewer.deeds.answer is not None and viewer.deeds.answer.isVisible())
    viewer.deeds.answer.reject()
    with qtbot.waitSignal(viewer.person_opened) as opened:
        viewer.panel.people.person_opened.emit(Who("person", 2))
    assert opened.args == [Who("person", 2)]
