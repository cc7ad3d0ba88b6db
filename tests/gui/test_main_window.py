import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facegallery.actions.albums import SaveAlbum
from facegallery.actions.people import Name, Who
from facegallery.catalog import albums, folders, people
from facegallery.catalog.thumbnails import photo_key
from facegallery.ui.main_window import MainWindow
from facegallery.ui.people import face_grid
from facegallery.ui.shell.history import Place

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def shown(session, qtbot, width=1200, height=760):
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.resize(width, height)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_the_keys_are_for_the_page_from_the_start(window, qtbot):
    qtbot.waitUntil(window.people.view.hasFocus)


@pytest.fixture
def window(session, qtbot):
    window = shown(session, qtbot)
    yield window
    window.close()


def test_the_window_begins_with_people(window, qtbot):
    assert window.page == "people"
    qtbot.waitUntil(lambda: window.sidebar.buttons["photos"].number == "12")
    assert window.sidebar.buttons["people"].number == "3"


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Qt.Key.Key_1, "people"),
        (Qt.Key.Key_2, "photos"),
        (Qt.Key.Key_3, "search"),
        (Qt.Key.Key_4, "folders"),
    ],
)
def test_control_and_a_number_lead_to_each_screen(window, qtbot, key, page):
    qtbot.keyClick(window, key, CONTROL)
    assert window.page == page
    if page != "people":
        assert window.sidebar.buttons[page].isChecked()


def test_escape_leads_back_the_way_one_came(window, qtbot):
    window.go(Place("photos"))
    qtbot.waitUntil(lambda: window.photos.grid.is_full)
    qtbot.keyClick(window.photos.grid, Qt.Key.Key_Return)
    assert window.page == "viewer"
    qtbot.keyClick(window.viewer.view, Qt.Key.Key_Right)
    qtbot.keyClick(window.viewer.view, Qt.Key.Key_Escape)
    assert window.page == "photos"
    assert window.photos.grid.currentIndex().row() == 1
    window.photos.grid.clearSelection()
    qtbot.keyClick(window.photos.grid, Qt.Key.Key_Escape)
    assert window.page == "people"


def test_enter_presses_the_button_that_the_keys_are_on(window, qtbot):
    button = window.sidebar.buttons["folders"]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert window.page == "folders"
    window.sidebar.buttons["photos"].setFocus()
    qtbot.keyClick(window.sidebar.buttons["photos"], Qt.Key.Key_Enter)
    assert window.page == "photos"


def test_a_search_is_typed_and_its_text_stays(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert window.top_bar.field.hasFocus()
    qtbot.keyClicks(window.top_bar.field, "ada grace")
    qtbot.keyClick(window.top_bar.field, Qt.Key.Key_Return)
    assert window.page == "search"
    qtbot.waitUntil(lambda: len(window.search_page.grid.photos) == 2)
    assert window.search_page.grid.hasFocus()


def test_an_empty_search_waits_for_names(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_3, CONTROL)
    assert window.top_bar.field.hasFocus()


def test_escape_leads_back_from_an_empty_search_too(window, qtbot):
    window.go(Place("photos"))
    qtbot.keyClick(window, Qt.Key.Key_3, CONTROL)
    assert window.page == "search" and window.top_bar.field.hasFocus()
    qtbot.keyClick(window.top_bar.field, Qt.Key.Key_Escape)
    assert window.page == "photos"
    assert window.photos.grid.hasFocus()


def test_undo_by_key_and_from_the_toast(window, session, db, qtbot):
    with qtbot.waitSignal(session.said):
        session.perform(Name(Who("person", 1), "Countess"))
    assert window.toast.isVisible()
    assert people.person(db, 1).name == "Countess"
    qtbot.waitUntil(window.top_bar.undo.isEnabled)
    with qtbot.waitSignal(session.noted):
        qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert people.person(db, 1).name == "Ada Lovelace"
    with qtbot.waitSignal(session.noted):
        qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert people.person(db, 1).name == "Countess"
    window.toast.say("Countess", undo=True)
    with qtbot.waitSignal(session.noted):
        qtbot.mouseClick(window.toast._undo, LEFT)
    assert people.person(db, 1).name == "Ada Lovelace"


def test_undo_works_while_an_empty_field_has_the_focus(window, session, db, qtbot):
    with qtbot.waitSignal(session.said):
        session.perform(Name(Who("person", 1), "Countess"))
    window.top_bar.field.setFocus()
    with qtbot.waitSignal(session.noted):
        qtbot.keyClick(window.top_bar.field, Qt.Key.Key_Z, CONTROL)
    assert people.person(db, 1).name == "Ada Lovelace"


def test_the_mouse_leads_back_too(window, qtbot):
    window.go(Place("photos"))
    over_the_grid = window.photos.grid.mapTo(window, QPoint(300, 200))
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.BackButton, pos=over_the_grid)
    assert window.page == "people"


def test_a_screen_is_made_when_it_is_asked_for_and_shown_as_it_was_left(window, session, qtbot):
    window.go(Place("photos"))
    window.photos.grid.set_zoom(2)
    window.close()
    again = shown(session, qtbot)
    assert not again.is_made("search") and not again.is_made("settings")
    again.close()  # without a look at Search
    third = shown(session, qtbot)
    assert third.search_page.grid.zoom == 2
    assert set(third.pages) >= {"people", "person", "viewer", "welcome"}
    third.close()


def test_what_nobody_asked_for_is_made_while_a_scan_goes_on(window, session, qtbot):
    over = threading.Event()

    def scan(_report, cancel):
        while not over.wait(0.01):
            cancel.raise_if_set()

    session.scans.run(scan, lambda _result: None, lambda: None)
    window._rest.start(1)
    qtbot.waitUntil(lambda: window.is_made("insight"))
    assert session.scanning
    over.set()
    qtbot.waitUntil(lambda: not session.scanning)


def test_what_nobody_asked_for_is_made_in_quiet_moments(window, qtbot):
    window._rest.start(1)
    qtbot.waitUntil(lambda: window.is_made("welcome") and window.is_made("insight"))
    assert window.page == "people"


def test_an_error_is_said_in_a_sentence(window, session, qtbot):
    with qtbot.waitSignal(session.failed):
        session.perform(Name(Who("person", 99), "Nobody"))
    assert "p99" in window.toast.words


def test_a_restart_brings_back_page_person_and_place(window, session, qtbot):
    window.photos.grid.set_zoom(4)
    window.show_who(Who("person", 2))
    window.close()
    again = shown(session, qtbot)
    assert again.page == "person"
    assert again.photos.grid.zoom == 4
    again.search("ada")
    again.close()
    third = shown(session, qtbot)
    assert third.page == "search"
    assert third.search_page.text == "ada"
    third.close()


def test_a_restart_brings_back_the_photo_among_those_it_was_opened_from(window, session, qtbot):
    window.go(Place("photos"))
    qtbot.waitUntil(lambda: window.photos.grid.is_full)
    window.show_photos(window.photos.grid.photos, 3)
    seen = window.viewer.photo
    window.close()
    again = shown(session, qtbot)
    assert again.page == "viewer"
    assert again.viewer.photo == seen
    qtbot.waitUntil(lambda: again.viewer.bar.count.text() == "4 / 12")
    qtbot.keyClick(again.viewer.view, Qt.Key.Key_Right)
    assert again.viewer.photo == again.photos.grid.photos[4]
    again.go_back()
    assert again.page == "photos"
    again.close()


def test_a_restart_brings_back_the_places_that_were_scrolled_to(window, session, qtbot):
    window.resize(800, 560)
    bar = window.people.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() >= 150)  # the people are here
    bar.setValue(150)
    people_place = window.people.place
    window.go(Place("photos"))
    window.photos.grid.set_zoom(6)
    qtbot.waitUntil(lambda: window.photos.grid.is_full)
    window.photos.grid.verticalScrollBar().setValue(900)
    photos_place = window.photos.grid.place()
    window.search("ada")
    qtbot.waitUntil(lambda: window.search_page.grid.is_full)
    window.search_page.grid.verticalScrollBar().setValue(400)
    search_place = window.search_page.grid.place()
    window.close()
    assert people_place is not None
    again = shown(session, qtbot, 800, 560)
    qtbot.waitUntil(lambda: again.search_page.grid.place() == search_place)
    again.go(Place("photos"))
    qtbot.waitUntil(lambda: again.photos.grid.place() == photos_place)
    again.go(Place("people"))
    qtbot.waitUntil(lambda: again.people.view.cards.rowCount() > 0)
    assert again.people.place == people_place
    again.close()


@pytest.mark.parametrize("view", ["faces", "photos"])
def test_a_restart_brings_back_a_persons_tab_and_place(session, qtbot, monkeypatch, view):
    monkeypatch.setattr(face_grid, "CELL", 400)  # so that four faces are more than fit
    window = shown(session, qtbot, 800, 560)
    window.show_who(Who("person", 1))
    window.person.view_name = view
    grid = window.person.photos if view == "photos" else window.person.grid
    qtbot.waitUntil(lambda: grid.verticalScrollBar().maximum() > 20)
    grid.verticalScrollBar().setValue(20)
    place = window.person.place
    window.close()
    again = shown(session, qtbot, 800, 560)
    assert again.person.view_name == view
    qtbot.waitUntil(lambda: again.person.place == place)
    again.close()


def test_an_empty_library_is_welcomed_and_takes_dropped_folders(
    empty_session, tmp_path, qtbot, monkeypatch
):
    window = shown(empty_session, qtbot)
    assert window.page == "welcome"
    assert not window.sidebar.isVisible()
    added = []
    window.folders_dropped.connect(added.append)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl.fromLocalFile(str(tmp_path / "x.jpg"))])
    copy, no_keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.DragEnter, QEvent.Type.Drop):
        event = QDropEvent(QPointF(50, 50), copy, mime, LEFT, no_keys, kind)
        QApplication.sendEvent(window, event)
        assert event.isAccepted()
        assert window.hint.isVisible() == (kind == QEvent.Type.DragEnter)
    assert window.hint.accessibleName() == "Let go to add this folder"
    assert added == [[tmp_path]]
    window.close()


def test_the_welcome_goes_when_there_is_a_folder(empty_session, empty_library, tmp_path, qtbot):
    window = shown(empty_session, qtbot)
    with empty_library.open() as writer:
        folders.add(writer, tmp_path)
        writer.conn.commit()
    empty_session.changed.emit()
    qtbot.waitUntil(lambda: window.page == "people")
    window.close()


def test_every_button_and_action_has_a_tooltip_and_a_name(window):
    from PySide6.QtWidgets import QAbstractButton

    for page in (window.top_bar, window.viewer, window.photos, window.folders, window.sidebar):
        for button in page.findChildren(QAbstractButton):
            if button.objectName().startswith("qt_") or button.isHidden():
                continue
            words = button.accessibleName() or button.text()
            assert words.strip(), f"a button of {type(page).__name__} has no name"


def test_the_window_starts_without_the_heavy_packages():
    code = (
        "import sys, facegallery.app\n"
        "heavy = {'tensorflow', 'sklearn', 'onnxruntime', 'cv2', 'scipy', 'onnx', 'keras'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.returncode) == ("[]", 0)


def test_the_keys_are_for_the_faces_when_a_person_is_opened(session, db, qtbot):
    window = shown(session, qtbot)
    who = people.listed(db)[0]
    window.show_who(Who(who.kind, who.number))
    qtbot.waitUntil(lambda: window.person.grid.currentIndex().isValid())
    assert window.person.grid.hasFocus() or window.person.strip.grid.hasFocus()
    window.close()


def test_compare_and_settings_are_reached_by_key_and_button(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_Comma, CONTROL)
    assert window.page == "settings"
    qtbot.mouseClick(window.sidebar.buttons["compare"], LEFT)
    assert window.page == "compare"
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.page == "settings"


def test_two_selected_photos_go_to_compare(window, qtbot):
    window.go(Place("photos"))
    qtbot.waitUntil(lambda: window.photos.grid.is_full)
    chosen = window.photos.grid.photos[:2]
    window.photos.grid.compare_asked.emit(chosen)
    assert window.page == "compare"
    assert [str(path) for path in window.compare.photos] == [photo.path for photo in chosen]
    window.compare.close_threads()


def test_pictures_that_were_not_to_be_had_are_tried_again_after_a_scan(window, session, qtbot):
    window.pictures.photo(b"x" * 32, "/nowhere/gone.jpg")
    qtbot.waitUntil(lambda: window.pictures.is_lost(photo_key(b"x" * 32)))
    session.scanning_changed.emit(False)
    assert not window.pictures.is_lost(photo_key(b"x" * 32))


def test_a_picture_dropped_anywhere_is_searched_for(window, tmp_path, qtbot):
    picture = tmp_path / "some one.jpg"
    picture.write_bytes(b"no photo at all")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture))])
    copy, no_keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    for target in (window, window.top_bar.field):
        window.search("")
        for kind in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            event = QDropEvent(QPointF(50, 10), copy, mime, LEFT, no_keys, kind)
            QApplication.sendEvent(target, event)
            assert event.isAccepted()
        assert (window.page, window.search_page.text) == ("search", f'like: "{picture}"')
        qtbot.waitUntil(lambda: "cannot be looked for" in window.search_page.empty.heading.text())


def test_what_an_album_looks_for_is_changed_by_searching(window, session, library, db, qtbot):
    session.perform(SaveAlbum("Ada & co", "ada"))
    qtbot.waitUntil(lambda: len(albums.listed(db)) == 1)
    (album,) = albums.listed(db)
    window.albums.change_asked.emit(album)
    assert (window.page, window.search_page.text) == ("search", "ada")
    change = window.search_page.change
    assert not change.isVisible()
    window.search("ada grace")
    qtbot.waitUntil(change.isVisible)
    assert change.text() == " Change album “Ada && co”"
    qtbot.mouseClick(change, LEFT)
    qtbot.waitUntil(lambda: albums.by_id(db, album.id).query == "ada grace")
    assert not change.isVisible()
    session.undo()
    qtbot.waitUntil(lambda: albums.by_id(db, album.id).query == "ada")
