"""What can be done on every screen: actions of the window, with their keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from facegallery.ui.shell.shortcut_sheet import ShortcutSheet, sections_of
from facegallery.ui.widgets.choice_bar import make_action

if TYPE_CHECKING:
    from facegallery.ui.main_window import MainWindow


def add_window_actions(
    window: "MainWindow", search: Callable[[], None], rescan: Callable[[], None]
) -> None:
    """Give a window the actions that work everywhere, and the sheet that lists all of them."""
    for icon_name, words, keys, do in (
        ("search", _tr("Search"), ("Ctrl+F",), search),
        ("add", _tr("Add a folder of photos"), ("Ctrl+O",), window.choose_folder),
        ("rescan", _tr("Rescan all folders"), ("F5",), rescan),
        ("question", _tr("Show all keys"), ("?", "F1"), lambda: show_sheet(window)),
        ("cross", _tr("Quit"), ("Ctrl+Q",), window.close),
    ):
        action = make_action(window, icon_name, words, keys[0], done=do)
        action.setShortcuts([QKeySequence(key) for key in keys])
    for page, button in window.sidebar.buttons.items():
        words = button.accessibleName()
        make_action(window, page, words, button.key, done=button.click)


def show_sheet(window: "MainWindow") -> ShortcutSheet:
    """Show the sheet of all keys over a window."""
    titles = {name: button.accessibleName() for name, button in window.sidebar.buttons.items()}
    titles |= {
        "person": _tr("A person"),
        "viewer": _tr("One photo"),
        "welcome": _tr("Welcome"),
    }
    pages = {titles.get(name, name): page for name, page in window.pages.items()}
    sheet = ShortcutSheet(sections_of(window, pages), window)
    sheet.open()
    return sheet


def _tr(text: str) -> str:
    return QCoreApplication.translate("window_actions", text)
