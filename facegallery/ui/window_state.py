"""How the window was left, kept in the library folder, so that a restart brings it back."""

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QSettings

from facegallery.catalog.library import Library
from facegallery.ui.widgets.style import Theme


@dataclass(slots=True)
class WindowState:
    """Where the window was and what it showed.

    page: "people", "photos", "search", "folders", "person". who: "p12" or "g34" for the open
    person. photo: the id of the one in the viewer, which was opened from the page; None without.
    Places: what is at the top by its id, and its distance from the top in pixels. place is that of
    Photos; people_place has the id of a card ("p12", "g34"); person_place that of a face or, where
    person_view is "photos", of a photo. language: "" for the system's; workers: 0 for any number.
    """

    geometry: bytes = b""
    page: str = ""
    who: str = ""
    search: str = ""
    zoom: int = 4
    people_order: str = ""
    smallest_group: int = 1
    place: tuple[int, int] | None = None
    people_place: tuple[str, int] | None = None
    person_view: str = "faces"
    person_place: tuple[int, int] | None = None
    search_place: tuple[int, int] | None = None
    photo: int | None = None
    theme: Theme = Theme.SYSTEM
    language: str = ""
    workers: int = 0
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
    state.place, state.person_place = _place(kept, "photos"), _place(kept, "person")
    state.search_place = _place(kept, "search")
    card, distance = _text(kept, "people/first"), _number(kept, "people/distance")
    if card and distance is not None:
        state.people_place = (card, distance)
    state.person_view = "photos" if _text(kept, "person/view") == "photos" else "faces"
    state.photo = _number(kept, "viewer/photo")
    state.people_order = _text(kept, "people/order")
    state.smallest_group = _number(kept, "people/smallest_group") or 1
    theme = _text(kept, "window/theme")
    state.theme = Theme(theme) if theme in list(Theme) else Theme.SYSTEM
    state.language = _text(kept, "window/language")
    state.workers = _number(kept, "scan/workers") or 0
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
    kept.setValue("window/language", state.language)
    kept.setValue("scan/workers", state.workers)
    kept.setValue("photos/zoom", state.zoom)
    kept.setValue("person/view", state.person_view)
    kept.setValue("people/order", state.people_order)
    kept.setValue("people/smallest_group", state.smallest_group)
    kept.setValue("viewer/photo", "" if state.photo is None else state.photo)
    for page, place in (
        ("photos", state.place),
        ("people", state.people_place),
        ("person", state.person_place),
        ("search", state.search_place),
    ):
        first, distance = place or ("", "")
        kept.setValue(f"{page}/first", first)
        kept.setValue(f"{page}/distance", distance)
    kept.setValue("viewer/facts", "yes" if state.facts_shown else "no")
    kept.sync()


def _file(library: Library) -> QSettings:
    return QSettings(str(library.folder / "window.ini"), QSettings.Format.IniFormat)


def _text(kept: QSettings, key: str) -> str:
    value = kept.value(key, "")
    if isinstance(value, list):  # an INI file splits text at commas
        return ", ".join(str(part) for part in value)
    return str(value) if isinstance(value, str | int) else ""


def _place(kept: QSettings, page: str) -> tuple[int, int] | None:
    first, distance = _number(kept, f"{page}/first"), _number(kept, f"{page}/distance")
    return None if first is None or distance is None else (first, distance)


def _number(kept: QSettings, key: str) -> int | None:
    try:
        return int(_text(kept, key))
    except ValueError:
        return None
