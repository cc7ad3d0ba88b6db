import subprocess
import sys

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from facegallery.actions.people import Name, Who
from facegallery.catalog import folders, people
from facegallery.ui.main_window import MainWindow
from facegallery.ui.shell.history import Place

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def shown(session, qtbot):
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.resize(1200, 760)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


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


def test_a_search_is_typed_and_its_text_stays(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert window.top_bar.field.hasFocus()
    qtbot.keyClicks(window.top_bar.field, "ada grace")
    qtbot.keyClick(window.top_bar.field, Qt.Key.Key_Return)
    assert window.page == "search"
    qtbot.waitUntil(lambda: len(window.search_page.grid.photos) == 2)


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
    qtbot.mouseClick(window.photos.grid.viewport(), Qt.MouseButton.BackButton)
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


def test_the_viewer_is_left_where_it_was_opened_from(window, session, qtbot):
    window.go(Place("photos"))
    qtbot.waitUntil(lambda: window.photos.grid.is_full)
    window.show_photos(window.photos.grid.photos, 3)
    window.close()
    again = shown(session, qtbot)
    assert again.page == "photos"
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
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(50, 50), copy, mime, LEFT, no_keys))
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, mime, LEFT, no_keys))
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
