"""What every grid of pictures does alike: tried on faces in equal cells and on justified rows."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from facegallery.catalog import faces, photos
from facegallery.ui.people.face_grid import FaceGrid
from facegallery.ui.photos.photo_grid import PhotoGrid
from tests.gui.paints import Paints

LEFT = Qt.MouseButton.LeftButton
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Page(QWidget):
    """What is around a view, and gets the keys that the view has no use for."""

    def __init__(self):
        super().__init__()
        self.keys = []
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)

    def keyPressEvent(self, event):
        self.keys.append(event.key())


@pytest.fixture
def page(qtbot):
    page = Page()
    qtbot.addWidget(page)
    page.resize(500, 300)
    return page


@pytest.fixture(params=["faces", "photos"])
def view(request, session, pictures, db, page, qtbot):
    """A grid of a dozen items or more, with the focus, so small that it scrolls."""
    if request.param == "faces":
        view = FaceGrid(pictures, page)
        view.fill_ground()
        view.show_faces(faces.listed(db))
    else:
        view = PhotoGrid(session, pictures, page)
        view.set_source(photos.page)
        view.asked.disconnect()  # no menu is to be open when the test ends
    page.row.addWidget(view)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: view.items.is_full and view.items.rowCount() > 10)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.make_current(view.items.index(0))
    assert view.verticalScrollBar().maximum() > 0
    return view


def middle(view, row):
    return view.visualRect(view.items.index(row)).center()


def rows(view):
    return [view.items.items.index(item) for item in view.selected()]


def test_clicks_choose_one_more_and_all_between(view, qtbot):
    port = view.viewport()
    qtbot.mouseClick(port, LEFT, pos=middle(view, 0))
    assert rows(view) == [0]
    qtbot.mouseClick(port, LEFT, CONTROL, middle(view, 2))
    assert rows(view) == [0, 2] and view.number_selected == 2
    qtbot.mouseClick(port, LEFT, SHIFT, middle(view, 1))
    assert rows(view) == [0, 1, 2]
    qtbot.mouseClick(port, LEFT, pos=middle(view, 1))
    assert rows(view) == [1]
    qtbot.mouseClick(port, LEFT, SHIFT, middle(view, 2))  # a run begins at the last click
    assert rows(view) == [1, 2]


def test_a_click_beside_all_items_chooses_none(view, qtbot):
    view.selectAll()
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(200, view.viewport().height() - 3))
    assert rows(view) == []


def test_shift_and_arrows_choose_a_run_that_can_shrink(view, qtbot):
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert rows(view) == [0, 1, 2, 3]
    qtbot.keyClick(view, Qt.Key.Key_Left, SHIFT)
    assert rows(view) == [0, 1, 2]


def test_keys_lead_to_the_ends_and_what_they_lead_to_is_in_sight(view, qtbot):
    last = view.items.rowCount() - 1
    for key, row in (
        (Qt.Key.Key_End, last),
        (Qt.Key.Key_Down, last),  # there is nothing below
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Up, 0),
    ):
        qtbot.keyClick(view, key)
        assert view.currentIndex().row() == row
        assert view.viewport().rect().contains(middle(view, row))
    pages = 0
    while view.currentIndex().row() != last and pages < last:
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
        pages += 1
    assert view.currentIndex().row() == last and pages < last
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.currentIndex().row() < last


def test_escape_chooses_none_and_then_it_and_letters_are_for_the_page(view, page, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_A, CONTROL)
    assert view.number_selected == view.items.rowCount()
    page.keys.clear()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert (rows(view), page.keys) == ([], [])
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.keyClick(view, Qt.Key.Key_X)
    assert page.keys == [Qt.Key.Key_Escape, Qt.Key.Key_X]


def test_enter_and_a_double_click_open(view, qtbot):
    opened = view.face_opened if isinstance(view, FaceGrid) else view.photo_opened
    with qtbot.waitSignal(opened):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(opened):
        qtbot.mouseDClick(view.viewport(), LEFT, pos=middle(view, 1))


def test_the_menu_key_asks_for_what_the_keys_are_on_wherever_that_is(view, qtbot):
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    asked = []
    view.asked.connect(asked.append)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(view, event)
    assert rows(view) == [0]
    (point,) = asked
    assert view.indexAt(view.viewport().mapFromGlobal(point)).row() == 0


def test_a_menu_is_for_all_that_is_chosen_or_for_another_alone(view, qtbot):
    asked = []
    view.asked.connect(asked.append)

    def ask(row):
        there = view.viewport().mapToGlobal(middle(view, row))
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, middle(view, row), there))

    qtbot.mouseClick(view.viewport(), LEFT, pos=middle(view, 0))
    qtbot.mouseClick(view.viewport(), LEFT, CONTROL, middle(view, 1))
    ask(1)
    assert rows(view) == [0, 1]
    ask(2)
    assert rows(view) == [2] and len(asked) == 2


def test_what_the_user_looks_at_stays_there_when_rows_become_narrower(view, page, qtbot):
    view.make_current(view.items.index(8))
    key, top = view.items.key_at(view.currentIndex()), view.visualRect(view.currentIndex()).top()
    assert view.verticalScrollBar().value() > 0
    page.resize(350, 300)
    qtbot.waitUntil(lambda: view.viewport().width() < 350)
    assert view.visualRect(view.items.index_of(key)).top() == top


def test_what_scrolls_is_moved_and_only_what_comes_into_sight_is_painted(view, pictures, qtbot):
    bar = view.verticalScrollBar()
    bar.setValue(20)
    view.viewport().repaint()
    waits = [view._arrivals, view._asking]
    qtbot.waitUntil(lambda: not (pictures.busy or view._incomplete))
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in waits))
    for _ in range(3):  # what was asked to be painted is painted
        QApplication.processEvents()
    paints = Paints(view.viewport())
    bar.setValue(40)
    qtbot.waitUntil(lambda: not paints.seen.isEmpty())
    port = view.viewport().rect()
    assert paints.seen.contains(port.bottomLeft())
    assert not paints.seen.contains(port.center())


def test_a_rubber_band_chooses_what_it_touches(view, qtbot):
    view.clearSelection()
    bar, port = view.verticalScrollBar(), view.viewport()
    bar.setValue(bar.maximum())
    start, last = QPoint(200, port.height() - 3), view.items.rowCount() - 1
    assert not view.indexAt(start).isValid()
    qtbot.mousePress(port, LEFT, pos=start)
    for step in (start - QPoint(20, 20), middle(view, last)):
        qtbot.mouseMove(port, step)
    qtbot.mouseRelease(port, LEFT, pos=middle(view, last))
    assert last in rows(view) and 0 not in rows(view)


def test_pictures_that_scrolling_left_waiting_are_asked_for_again(view, pictures, qtbot):
    bar = view.verticalScrollBar()
    for value in (*range(0, bar.maximum(), 7), bar.maximum()):
        bar.setValue(value)
        view.viewport().repaint()
    qtbot.waitUntil(lambda: not (view._asking.isActive() or view._arrivals.isActive()))
    qtbot.waitUntil(lambda: not pictures.busy)
    view.viewport().repaint()
    port = view.viewport().rect()
    shown = [row for row in range(view.items.rowCount()) if port.contains(middle(view, row))]
    assert shown
    qtbot.waitUntil(lambda: not view._incomplete.intersection(shown))
