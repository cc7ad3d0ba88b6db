"""Pictures of every screen, light and dark: `python -m tests.screenshots [OUT] [--album DIR]`.

The album is the one given, else the free one of free_album, whose pictures anybody may show:
README shows these. It is scanned into a library of its own; groups whose people the album knows
(truth.json of make_album.py) get their names, but for every fourth.
"""

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from facegallery.actions.people import Name, Who
from facegallery.actions.perform import perform
from facegallery.app import make_application
from facegallery.catalog import faces, people, photos
from facegallery.catalog.library import Catalog, Library
from facegallery.domain.photo import Photo
from facegallery.domain.progress import CancelToken, Progress
from facegallery.jobs.scan import scan
from facegallery.jobs.suggest import refresh_suggestions
from facegallery.ui.main_window import MainWindow
from facegallery.ui.session import Session
from facegallery.ui.shell.history import Place
from facegallery.ui.shell.window_actions import show_sheet
from facegallery.ui.widgets.style import Theme, apply_style
from tests.free_album import make_free_album

ROOT = Path(__file__).resolve().parents[1]
SIZE = (1280, 800)
QUALITY = 88  # of WebP: words stay sharp, and a picture takes 100 KB
SETTLE_MS = 900  # until thumbnails have been loaded and drawn
LONGEST_MS = 120_000  # until two photos have been compared: that loads the models


def main() -> int:
    """Make the pictures; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", nargs="?", type=Path, default=ROOT / "packaging" / "screenshots")
    parser.add_argument("--album", type=Path)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        album = arguments.album or Path(work) / "Photos"
        truth = _truth_of(album) if arguments.album else make_free_album(album)
        library = Library(Path(work) / "library")
        library.prepare()
        scan(library, [album.absolute()])
        with library.open() as db:
            _name_groups(db, truth)
        refresh_suggestions(library, CancelToken())
        app = make_application()
        for theme in (Theme.LIGHT, Theme.DARK):
            apply_style(app, theme)
            _empty(Library(Path(work) / f"empty-{theme}"), arguments.out, theme)
            _full(library, arguments.out, theme)
    return 0


def _truth_of(album: Path) -> dict[str, tuple[str, ...]]:
    """Return who is in each photo of an album of make_album.py, by the file's name."""
    known = json.loads((album / "truth.json").read_text(encoding="utf-8"))["photos"]
    return {
        Path(photo["path"]).name: tuple(face["person"].replace("_", " ") for face in photo["faces"])
        for photo in known
    }


def _name_groups(db: Catalog, truth: dict[str, tuple[str, ...]]) -> None:
    """Name the groups, but for every fourth, after whom most of their photos show."""
    found = [card for card in people.listed(db) if card.kind == "group"]
    for number, card in enumerate(found):
        paths = [Path(face.path).name for face in faces.of_group(db, card.number)]
        names = Counter(name for path in paths for name in truth.get(path, ()))
        if names and number % 4 != 3:
            who, name = Who("group", card.number), names.most_common(1)[0][0]
            perform(db, Name(who, name, new=True))


@contextmanager
def _window(library: Library) -> Iterator[tuple[MainWindow, Session]]:
    session = Session(library)
    window = MainWindow(session)
    window.resize(*SIZE)
    window.show()
    try:
        yield window, session
    finally:
        window.close()
        session.close()


def _empty(library: Library, out: Path, theme: Theme) -> None:
    with _window(library) as (window, _session):
        _save(window, out, "welcome", theme)


def _full(library: Library, out: Path, theme: Theme) -> None:
    with _window(library) as (window, session):
        _wait(SETTLE_MS)
        cards = people.listed(session.db)
        named = [card for card in cards if card.kind == "person"]
        groups = [card for card in cards if card.kind == "group"]
        shown: list[tuple[str, Callable[[], None]]] = [
            ("people", lambda: window.go(Place("people"))),
            ("person", lambda: window.show_who(Who("person", named[0].number))),
            ("photos", lambda: window.go(Place("photos"))),
            ("search", lambda: window.search(_two_together(session))),
            ("review", lambda: window.go(Place("review"))),
            ("insight", lambda: window.go(Place("insight"))),
            ("folders", lambda: window.go(Place("folders"))),
            ("activity", lambda: window.go(Place("activity"))),
            ("viewer", lambda: _open_fullest(window, session)),
            ("naming", lambda: window.viewer.ask_who(window.viewer.view.faces[0])),
        ]
        if groups:
            who = Who("group", groups[0].number)
            shown.insert(2, ("group", lambda: window.show_who(who)))
        for name, show in shown:
            show()
            _save(window, out, name, theme)
        window.viewer.popup.close_popup()
        window.go(Place("settings"))
        _save(window, out, "settings", theme)
        sheet = show_sheet(window)
        _save(sheet, out, "keys", theme)
        sheet.reject()
        window.compare_photos(_most_people(session)[:2])
        _wait_for(lambda: window.compare.comparison is not None)
        _save(window, out, "compare", theme)
        window.show_who(Who("person", named[0].number))
        face = (faces.of_person(session.db, named[0].number) or faces.listed(session.db))[0]
        window.person.deeds.explain(face)
        answer = window.person.deeds.answer
        if answer is not None:
            _wait_for(lambda: bool(answer.crops))
            _save(answer, out, "why", theme)
            answer.reject()
        window.go(Place("photos"))
        session.scanning_changed.emit(True)
        session.progressed.emit(Progress("Finding faces", 734, 2481, 340.0, "IMG_2041.jpg"))
        _save(window, out, "scanning", theme)
        session.scanning_changed.emit(False)


def _two_together(session: Session) -> str:
    """Return the names of the two people who are in most photos together."""
    shown = photos.people_in(session.db, [photo.id for photo in photos.page(session.db)])
    pairs = Counter(pair for names in shown.values() for pair in combinations(names, 2))
    return " ".join(f'"{name}"' for name in pairs.most_common(1)[0][0]) if pairs else ""


def _open_fullest(window: MainWindow, session: Session) -> None:
    """Open the photo with most people who have a name."""
    shown = window.photos.grid.photos
    window.show_photos(shown, shown.index(_most_people(session)[0]))


def _most_people(session: Session) -> list[Photo]:
    """Return all photos, those with most people who have a name first."""
    known = Counter(face.photo_id for face in faces.listed(session.db) if face.person_id)
    return sorted(photos.page(session.db, limit=-1), key=lambda photo: -known[photo.id])


def _save(window: QWidget, out: Path, name: str, theme: Theme) -> None:
    _wait(SETTLE_MS)
    file = out / f"{name}-{theme}.webp"
    if not window.grab().save(str(file), quality=QUALITY):
        raise OSError(f"{file} cannot be written")
    print(file)


def _wait_for(ready: Callable[[], bool]) -> None:
    """Wait until something is ready, two minutes at most."""
    for _attempt in range(LONGEST_MS // SETTLE_MS):
        if ready():
            return
        _wait(SETTLE_MS)
    raise TimeoutError("a screen has not become ready")


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QApplication.processEvents()


if __name__ == "__main__":
    sys.exit(main())
