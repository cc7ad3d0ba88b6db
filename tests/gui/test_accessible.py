"""What a screen reader is told: every widget that takes the focus has a name and a role."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractScrollArea, QWidget

from facegallery.actions.people import Who
from facegallery.ui.main_window import MainWindow
from facegallery.ui.person.split_dialog import SplitDialog
from facegallery.ui.shell.history import Place
from facegallery.vision import registry

PAGES = (
    *("people", "review", "photos", "search", "albums", "insight"),
    *("folders", "activity", "compare", "settings"),
)
Text = QAccessible.Text


@pytest.fixture
def window(session, qtbot):
    window = MainWindow(session)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.photos.grid.is_full)
    yield window
    window.close()


def taking_focus(root: QWidget) -> list[QWidget]:
    """Return what Tab leads to below a widget, areas that only scroll left out."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and type(widget).__name__ != "QScrollArea"
    ]


def nameless(widgets: list[QWidget]) -> list[str]:
    found = []
    for widget in widgets:
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(Text.Name).strip() or told.role() == QAccessible.Role.NoRole:
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


@pytest.mark.parametrize("page", PAGES)
def test_everything_on_a_page_has_a_name_and_a_role(window, qtbot, page):
    window.go(Place(page))
    qtbot.waitUntil(lambda: window.page == page and not window.is_busy())
    widgets = taking_focus(window)
    assert len(widgets) > 5
    assert nameless(widgets) == []


def test_the_viewer_tells_its_photo_its_buttons_and_its_people(window, qtbot):
    window.show_photos(window.photos.grid.photos, 3)
    qtbot.waitUntil(lambda: not window.viewer.busy)
    assert nameless(taking_focus(window.viewer)) == []
    told = QAccessible.queryAccessibleInterface(window.viewer.view)
    assert told.text(Text.Name).endswith(".jpg")


def test_a_persons_page_tells_who_it_is_and_what_can_be_done(window, qtbot):
    window.show_who(Who("person", 1))
    qtbot.waitUntil(lambda: window.person.card is not None and not window.is_busy())
    assert nameless(taking_focus(window.person)) == []
    told = {
        QAccessible.queryAccessibleInterface(widget).text(Text.Name)
        for widget in taking_focus(window.person)
    }
    assert {"Suggested faces", "Photos per year", "Faces"} <= told
    seen_with = QAccessible.queryAccessibleInterface(window.person.top.company.faces[0])
    assert seen_with.role() == QAccessible.Role.Button
    assert seen_with.text(Text.Name) == "Grace Hopper, 2 photos"


def test_a_question_of_review_is_read_with_why_it_is_asked(window, qtbot):
    window.go(Place("review"))
    qtbot.waitUntil(lambda: window.review.deck.current is not None)
    told = QAccessible.queryAccessibleInterface(window.review.card)
    assert told.text(Text.Name) == window.review.card.heading.text() != ""
    assert told.text(Text.Description) == window.review.card.why.text() != ""
    assert nameless(taking_focus(window.review)) == []


def test_the_parts_of_a_split_have_names(window, session, qtbot):
    split = SplitDialog(session, window.pictures, Who("person", 1), window)
    qtbot.addWidget(split)
    split.show()
    qtbot.waitUntil(lambda: len(split.views) == 2)
    assert nameless(taking_focus(split)) == []
    split.reject()


@pytest.mark.parametrize("page", ["folders", "settings"])
def test_tab_goes_down_a_page_also_where_parts_of_it_came_later(window, qtbot, page):
    window.go(Place(page))
    qtbot.waitUntil(lambda: window.page == page and not window.is_busy())
    screen = window.pages[page]
    rows = window.settings.models.rows if page == "settings" else window.folders.cards
    wanted = len(registry.MODELS) if page == "settings" else 1
    qtbot.waitUntil(lambda: len(rows) == wanted)
    tops = []
    here = screen.nextInFocusChain()
    while here is not screen:
        if screen.isAncestorOf(here) and here.isVisible() and here in taking_focus(screen):
            tops.append(here.mapTo(screen, here.rect().center()).y())
        here = here.nextInFocusChain()
    assert len(tops) > 5
    assert all(below > above - 12 for above, below in pairwise(tops))


@pytest.mark.parametrize("page", ["people", "review", "photos", "albums", "insight", "settings"])
def test_tab_leads_once_around_a_page_and_is_caught_nowhere(window, qtbot, page):
    window.go(Place(page))
    assert window.pages  # all of it
    qtbot.waitUntil(lambda: window.page == page and not window.is_busy())
    window.activateWindow()
    passed = []
    for _step in range(80):
        window.focusNextChild()
        here = window.focusWidget()
        if passed and here is passed[0]:
            break
        passed.append(here)
    else:
        pytest.fail(f"never back: {passed[-3:]}")
    assert any(window.pages[page].isAncestorOf(widget) for widget in passed)
    assert len(set(map(id, passed))) == len(passed)
    assert all(widget.isVisibleTo(window) for widget in passed)


def test_rows_of_every_list_are_read_aloud(window, qtbot):
    for page in ("people", "photos"):
        window.go(Place(page))
        for view in window.pages[page].findChildren(QAbstractItemView):
            model = view.model()
            if view.isVisible() and model is not None and model.rowCount():
                words = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
                words = words or model.index(0, 0).data(Qt.ItemDataRole.DisplayRole)
                assert words, type(view).__name__


def test_buttons_with_an_icon_only_have_a_tooltip(window):
    bare = [
        button
        for button in window.findChildren(QAbstractButton)
        if not (button.text().strip() or button.isHidden())
        and not button.toolTip()
        and not button.icon().isNull()
        and not button.objectName().startswith("_q_")
        and not isinstance(button.parent(), QAbstractScrollArea)
    ]
    shown = [f"{type(b).__name__} of {type(b.parent()).__name__}" for b in bare if b.focusPolicy()]
    assert shown == []
