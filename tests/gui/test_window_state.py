import pytest

from facegallery.ui import window_state
from facegallery.ui.widgets.style import Theme
from facegallery.ui.window_state import WindowState

LEFT_AT = WindowState(
    geometry=b"\x00\x01\xff",
    page="search",
    who="p3",
    search="ada, grace",
    zoom=5,
    place=(7, -12),
    theme=Theme.DARK,
    facts_shown=False,
)


@pytest.mark.parametrize("state", [LEFT_AT, WindowState()])
def test_what_is_kept_comes_back(empty_library, qapp, state):
    window_state.save(empty_library, state)
    assert window_state.load(empty_library) == state


def test_a_library_that_was_never_shown_has_the_defaults(empty_library, qapp):
    assert window_state.load(empty_library) == WindowState()


def test_a_damaged_file_gives_the_defaults(empty_library, qapp):
    (empty_library.folder / "window.ini").write_bytes(b"[photos]\nzoom=huge\n\x00\xff[[[")
    assert window_state.load(empty_library).zoom == window_state.WindowState().zoom
