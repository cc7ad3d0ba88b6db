import subprocess
import sys

import pytest

from facegallery.ui.main_window import MainWindow
from facegallery.ui.shell.screens import BROUGHT_ALONG


@pytest.fixture
def window(session, qtbot):
    window = MainWindow(session)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.people.view.cards.rowCount() > 0)
    yield window
    window.close()


def test_what_is_imported_in_a_thread_is_there_and_brings_no_qt():
    code = (
        "import sys; from importlib import import_module\n"
        f"for name in {BROUGHT_ALONG!r}: import_module('facegallery.' + name)\n"
        "print('PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_settings_are_made_section_by_section_when_shown_or_at_rest(window, qtbot):
    settings = window.settings
    assert "models" not in settings.__dict__
    assert settings.make_part()
    assert "general" in settings.__dict__ and "models" not in settings.__dict__
    window.sidebar.buttons["settings"].click()
    qtbot.waitUntil(lambda: not settings.make_part())
    qtbot.waitUntil(lambda: bool(settings.models.rows))
