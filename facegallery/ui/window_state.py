"""How the window was left, kept in the library folder, so that a restart brings it back."""

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QSettings

from facegallery.catalog.library import Library
from facegallery.ui.widgets.style import Theme


@dataclass(slots=True)
class WindowState:
    """Where the window was and what it showed.

    page: "people", "photos", "search", "folders", "person". who: "p12" or "g34" for the open
    person. place: the photo at the top of Photos by id, and its distance from the top in pixels.
    """

    geometry: bytes = b""
    page: str = ""
    who: str = ""
    search: str = ""
    zoom: int = 3
    place: tuple[int, int] | None = None
    theme: Theme = Theme.SYSTEM
    facts_shown: bool = True


def load(library: Library) -> WindowState:
    """Return how the window was left; the defaults for what was never kept or is damaged."""
    kept = _file(library)
    state = WindowState()
    geometry = kept.value("window/geometry", QByteArray())
    if isinstance(geometry, QByteArray):
        state.geometry = bytes(geometry.data())
    state.page, state.who = _text(kept, "window/page"), _text(kept, "window/who")
    state.search = _text(kept, "window/search")
    zoom = _number(kept, "photos/zoom")
    state.zoom = state.zoom if zoom is None else zoom
    photo, distance = _number(kept, "photos/first"), _number(kept, "photos/distance")
    if photo is not None and distance is not None:
        state.place = (photo, distance)
    theme = _text(kept, "window/theme")
    state.theme = Theme(theme) if theme in list(Theme) else Theme.SYSTEM
    state.facts_shown = _text(kept, "viewer/facts") != "no"
    return state


def save(library: Library, state: WindowState) -> None:
    """Keep how the window is left."""
    kept = _file(library)
    kept.setValue("window/geometry", QByteArray(state.geometry))
    kept.setValue("window/page", state.page)
    kept.setValue("window/who", state.who)
    kept.setValue("window/search", state.search)
    kept.setValue("window/theme", str(state.theme))
    kept.setValue("photos/zoom", state.zoom)
    first, distance = state.place or ("", "")
    kept.setValue("photos/first", first)
    kept.setValue("photos/distance", distance)
    kept.setValue("viewer/facts", "yes" if state.facts_shown else "no")
    kept.sync()


def _file(library: Library) -> QSettings:
    return QSettings(str(library.folder / "window.ini"), QSettings.Format.IniFormat)


def _text(kept: QSettings, key: str) -> str:
    value = kept.value(key, "")
    if isinstance(value, list):  # an INI file splits text at commas
        return ", ".join(str(part) for part in value)
    return str(value) if isinstance(value, str | int) else ""


def _number(kept: QSettings, key: str) -> int | None:
    try:
        return int(_text(kept, key))
    except ValueError:
        return None
