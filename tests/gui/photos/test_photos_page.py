import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu

from facegallery.actions.people import Who
from facegallery.catalog import faces, files, folders, mirror_photos, photos
from facegallery.catalog.database import transaction
from facegallery.domain.photo import FoundFile, PhotoFacts
from facegallery.ui.photos.photo_menu import fill_photo_menu
from facegallery.ui.photos.photos_page import PhotosPage

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(session, pictures, qtbot, shown):
    page = shown(PhotosPage(session, pictures), (900, 500))
    qtbot.waitUntil(lambda: page.grid.is_full)
    page.grid.setFocus()
    return page


def middle(grid, row):
    return grid.visualRect(grid.model().index(row)).center()


def test_all_photos_are_there_newest_first(page):
    dates = [photo.taken_at for photo in page.grid.photos]
    assert len(dates) == 12
    assert dates == sorted(dates, reverse=True)
    assert page.words.text() == "12 photos"


def test_enter_opens_the_photo_that_arrows_lead_to(page, qtbot):
    qtbot.keyClick(page.grid, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.photo_opened) as opened:
        qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    photos, position = opened.args
    assert position == 1
    assert photos[position].id == page.grid.photos[1].id


def test_the_outline_leaves_the_photo_that_the_keys_leave(page, qtbot):
    view = page.grid.viewport()
    first = page.grid.visualRect(page.grid.model().index(0))
    edge = first.topLeft() + QPoint(first.width() // 2, -2)
    qtbot.waitUntil(page.grid.hasFocus)
    outlined = page.grid.grab().toImage().pixelColor(view.mapTo(page.grid, edge))
    painted = []
    page.grid.paintEvent = lambda event: painted.append(QRect(event.rect()))
    page.grid.update()
    qtbot.keyClick(page.grid, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: any(rect.contains(edge) for rect in painted))
    del page.grid.paintEvent
    assert page.grid.grab().toImage().pixelColor(view.mapTo(page.grid, edge)) != outlined


def test_a_double_click_opens(page, qtbot):
    with qtbot.waitSignal(page.photo_opened) as opened:
        qtbot.mouseDClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=middle(page.grid, 2))
    assert opened.args[1] == 2


def test_shift_selects_a_run_with_keys_and_mouse(page, qtbot):
    qtbot.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=middle(page.grid, 0))
    qtbot.keyClick(page.grid, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(page.grid, Qt.Key.Key_Right, SHIFT)
    assert [photo.id for photo in page.grid.selected()] == [p.id for p in page.grid.photos[:3]]
    qtbot.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, SHIFT, middle(page.grid, 1))
    assert len(page.grid.selected()) == 2
    assert page.words.text() == "12 photos, 2 chosen"


def test_control_click_adds_and_takes_away(page, qtbot):
    viewport, left = page.grid.viewport(), Qt.MouseButton.LeftButton
    qtbot.mouseClick(viewport, left, pos=middle(page.grid, 0))
    qtbot.mouseClick(viewport, left, CONTROL, middle(page.grid, 2))
    assert [photo.id for photo in page.grid.selected()] == [
        page.grid.photos[0].id,
        page.grid.photos[2].id,
    ]
    qtbot.mouseClick(viewport, left, CONTROL, middle(page.grid, 0))
    assert [photo.id for photo in page.grid.selected()] == [page.grid.photos[2].id]


def test_escape_deselects_before_it_leads_back(page, qtbot):
    qtbot.keyClick(page.grid, Qt.Key.Key_A, CONTROL)
    assert len(page.grid.selected()) == 12
    qtbot.keyClick(page.grid, Qt.Key.Key_Escape)
    assert page.grid.selected() == []


def test_down_goes_to_the_next_row_and_end_to_the_last_photo(page, qtbot):
    qtbot.keyClick(page.grid, Qt.Key.Key_Down)
    grid = page.grid
    assert grid.visualRect(grid.currentIndex()).top() > grid.visualRect(grid.model().index(0)).top()
    qtbot.keyClick(grid, Qt.Key.Key_End)
    assert grid.currentIndex().row() == 11
    assert grid.viewport().rect().contains(grid.visualRect(grid.currentIndex()).center())


@pytest.mark.parametrize(("key", "step"), [(Qt.Key.Key_Plus, 1), (Qt.Key.Key_Minus, -1)])
def test_plus_and_minus_zoom(page, qtbot, key, step):
    before = page.grid.verticalScrollBar().maximum()
    with qtbot.waitSignal(page.grid.zoomed):
        qtbot.keyClick(page.grid, key)
    assert (page.grid.verticalScrollBar().maximum() - before) * step > 0


def test_the_place_survives_new_photos_above(page, library, session, qtbot, db):
    bar = page.grid.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = page.grid.place()
    gone = page.grid.photos[0]
    with library.open() as writer, transaction(writer):
        files.forget(writer, gone.path)
    with qtbot.waitSignal(page.grid.model().rowsRemoved):
        session.changed.emit()
    assert page.grid.place() == before


def test_a_page_that_was_at_the_top_comes_back_at_the_top(page):
    assert page.grid.place() is None
    page.grid.verticalScrollBar().setValue(200)
    assert page.grid.place() is not None


def test_the_menu_leads_to_the_people_in_the_photo(page, qtbot):
    with_people = next(
        row for row, photo in enumerate(page.grid.photos) if photo.taken_at[:10] == "2022-05-21"
    )
    page.grid.scrollTo(page.grid.model().index(with_people))
    point = middle(page.grid, with_people)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, point, page.grid.viewport().mapToGlobal(point)
    )
    page.grid.contextMenuEvent(event)
    menu = page.grid.findChild(QMenu)
    people = next(action.menu() for action in menu.actions() if action.text() == "Who is in it")
    names = {action.text(): action for action in people.actions()}
    assert {"Ada Lovelace", "Grace Hopper"} <= set(names)
    with qtbot.waitSignal(page.person_opened) as opened:
        names["Ada Lovelace"].trigger()
    assert opened.args == [Who("person", 1)]
    menu.close()


def test_a_photo_may_show_somebody_twice_when_its_menu_says_so(page, qtbot, session, db):
    by_faces = {len(faces.of_photo(db, photo.id)): photo for photo in page.grid.photos}

    def entry(number: int) -> QAction:
        menu = QMenu(page)
        fill_photo_menu(menu, session, by_faces[number], lambda _who: None)
        return next(action for action in menu.actions() if action.isCheckable())

    photo_id = by_faces[2].id
    assert not entry(1).isEnabled() and not entry(2).isChecked()
    entry(2).trigger()
    qtbot.waitUntil(lambda: mirror_photos.ids(db) == {photo_id})
    assert entry(2).isChecked()
    entry(2).trigger()
    qtbot.waitUntil(lambda: mirror_photos.ids(db) == set())
    session.undo()
    qtbot.waitUntil(lambda: mirror_photos.ids(db) == {photo_id})


def test_a_rubber_band_selects_what_it_touches(page, qtbot):
    grid, left = page.grid, Qt.MouseButton.LeftButton
    start = grid.visualRect(grid.model().index(0)).topLeft() - QPoint(10, 4)
    end = middle(grid, 1)
    qtbot.mousePress(grid.viewport(), left, pos=start)
    qtbot.mouseMove(grid.viewport(), (start + end) / 2)
    qtbot.mouseMove(grid.viewport(), end)
    qtbot.mouseRelease(grid.viewport(), left, pos=end)
    assert {photo.id for photo in grid.selected()} == {photo.id for photo in grid.photos[:2]}


def test_an_empty_library_says_what_to_do(empty_session, empty_pictures, qtbot):
    page = PhotosPage(empty_session, empty_pictures)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.empty.isVisible)
    with qtbot.waitSignal(page.folders_asked):
        qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)


def test_photos_that_a_scan_finds_take_the_place_of_the_sentence(
    empty_session, empty_library, empty_pictures, qtbot
):
    page = PhotosPage(empty_session, empty_pictures)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.empty.isVisible)
    page.setFocus()
    qtbot.waitUntil(page.empty.hasFocus)
    facts = PhotoFacts(400, 300, "JPEG", "2020-01-01T10:00:00", "exif")
    with empty_library.open() as db, transaction(db):
        folder_id = folders.add(db, empty_library.folder)
        photo_id = photos.save(db, b"1" * 32, 1, facts, "mtcnn")
        files.save(db, folder_id, FoundFile(str(empty_library.folder / "a.jpg"), 1, 1), photo_id)
    empty_session.changed.emit()
    qtbot.waitUntil(page.grid.isVisible)
    assert len(page.grid.photos) == 1
    assert page.grid.hasFocus()


def test_the_menu_of_two_selected_photos_compares_them(page, qtbot):
    grid = page.grid
    qtbot.waitUntil(lambda: grid.is_full)
    grid.setCurrentIndex(grid.model().index(0, 0))
    assert "Compare these two" not in menu_words(grid)
    for row in (0, 1):
        grid.selectionModel().select(
            grid.model().index(row, 0), grid.selectionModel().SelectionFlag.Select
        )
    assert "Compare these two" in menu_words(grid)
    menu = open_menu(grid)
    with qtbot.waitSignal(grid.compare_asked) as asked:
        next(each for each in menu.actions() if each.text() == "Compare these two").trigger()
    assert asked.args[0] == grid.photos[:2]
    menu.close()


def open_menu(grid):
    """The menu of the current photo, as the menu key opens it."""
    place = QPoint(0, 0)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, grid.mapToGlobal(place))
    grid.contextMenuEvent(event)
    return grid.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]


def menu_words(grid):
    menu = open_menu(grid)
    words = [action.text() for action in menu.actions()]
    menu.close()
    return words


def test_hidden_photos_go_to_their_own_list_and_come_back(page, db, qtbot):
    first = page.grid.photos[0]
    with qtbot.waitSignal(page._session.said):
        qtbot.keyClick(page.grid, Qt.Key.Key_H)
    assert [photo.id for photo in photos.hidden_page(db)] == [first.id]
    qtbot.waitUntil(lambda: len(page.grid.photos) == 11)
    page.hidden.trigger()
    qtbot.waitUntil(lambda: [photo.id for photo in page.grid.photos] == [first.id])
    with qtbot.waitSignal(page._session.said):
        page.choice.hide_photos.trigger()
    assert photos.hidden_page(db) == []
    qtbot.waitUntil(page.empty.isVisible)
    qtbot.keyClick(page.empty, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(page.grid.photos) == 12)


def test_the_menu_hides_all_that_are_selected(page, db, qtbot):
    page.grid.selectAll()
    assert page.grid.number_selected == 12
    page.grid.contextMenuEvent(
        QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, middle(page.grid, 0), page.mapToGlobal(QPoint(9, 9))
        )
    )
    menu = page.grid.findChild(QMenu)
    hide = next(entry for entry in menu.actions() if entry.text() == "Hide 12 photos")
    with qtbot.waitSignal(page._session.said):
        hide.trigger()
    menu.close()
    assert len(photos.hidden_page(db)) == 12


def test_a_click_on_one_of_several_chosen_photos_chooses_it_alone(page, qtbot):
    viewport, left = page.grid.viewport(), Qt.MouseButton.LeftButton
    page.grid.selectAll()
    qtbot.mouseClick(viewport, left, pos=middle(page.grid, 2))
    assert [photo.id for photo in page.grid.selected()] == [page.grid.photos[2].id]


@pytest.fixture
def dragged(monkeypatch):
    """The files of each drag: a real one would wait for a pointer that no test has."""
    from PySide6.QtGui import QDrag

    seen = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: seen.append(drag.mimeData().urls()))
    return seen


def test_a_photo_is_dragged_away_without_being_selected_first(page, qtbot, dragged):
    viewport, left = page.grid.viewport(), Qt.MouseButton.LeftButton
    page.grid.setCurrentIndex(page.grid.model().index(0))
    start = middle(page.grid, 3)
    qtbot.mousePress(viewport, left, pos=start)
    qtbot.mouseMove(viewport, start + QPoint(30, 30))
    qtbot.mouseMove(viewport, start + QPoint(60, 60))
    qtbot.mouseRelease(viewport, left, pos=start + QPoint(60, 60))
    ((url,),) = dragged
    assert url.toLocalFile() == page.grid.photos[3].path
    assert page.grid.selected() == [page.grid.photos[3]]
    qtbot.mouseMove(viewport, start + QPoint(90, 90))  # with no button down: nothing goes on
    assert len(dragged) == 1


def test_selected_photos_are_dragged_away_as_files(page, qtbot, dragged):
    viewport, left = page.grid.viewport(), Qt.MouseButton.LeftButton
    page.grid.selectAll()
    qtbot.mousePress(viewport, left, pos=middle(page.grid, 0))
    qtbot.mouseMove(viewport, middle(page.grid, 0) + QPoint(40, 0))
    qtbot.mouseRelease(viewport, left, pos=middle(page.grid, 0) + QPoint(40, 0))
    (urls,) = dragged
    assert [url.toLocalFile() for url in urls] == [photo.path for photo in page.grid.photos]
    assert page.grid.number_selected == 12  # they stay selected


def test_words_on_photos_are_drawn_and_read_aloud(page):
    index = page.grid.model().index(0)
    place = page.grid.visualRect(index)
    before = page.grid.viewport().grab(place).toImage()
    page.grid.set_caption(lambda photo: f"aged {photo.id}")
    photo = page.grid.photos[0]
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith(f", aged {photo.id}")
    after = page.grid.viewport().grab(place).toImage()
    corner = QPoint(place.width() - 12, place.height() - 12)
    assert after.pixelColor(corner) != before.pixelColor(corner)
