"""Pictures of every screen, light and dark: `python -m tests.screenshots [OUT] [--album DIR]`.

The album is the one given, else one made by ../shared/tools/make_album.py where that is there,
else two portraits in the public domain that come inside packages. It is scanned into a library of
its own; groups whose people truth.json of the album knows get their names, but for every fourth.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from facegallery.actions.people import Name, NameFaces, Who
from facegallery.actions.perform import perform
from facegallery.app import make_application
from facegallery.catalog import faces, people
from facegallery.catalog.library import Catalog, Library
from facegallery.domain.face import Face
from facegallery.domain.progress import CancelToken, Progress
from facegallery.jobs.scan import scan
from facegallery.jobs.suggest import refresh_suggestions
from facegallery.ui.main_window import MainWindow
from facegallery.ui.session import Session
from facegallery.ui.shell.history import Place
from facegallery.ui.widgets.style import Theme, apply_style

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
SIZE = (1280, 800)
SETTLE_MS = 900  # until thumbnails have been loaded and drawn


def main() -> int:
    """Make the pictures; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", nargs="?", type=Path, default=ROOT / "packaging" / "screenshots")
    parser.add_argument("--album", type=Path)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        album = arguments.album or _make_album(Path(work) / "Photos")
        library = Library(Path(work) / "library")
        library.prepare()
        scan(library, [album.absolute()])
        with library.open() as db:
            _name_groups(db, album)
        refresh_suggestions(library, CancelToken())
        app = make_application()
        for theme in (Theme.LIGHT, Theme.DARK):
            apply_style(app, theme)
            _empty(Library(Path(work) / f"empty-{theme}"), arguments.out, theme)
            _full(library, arguments.out, theme)
    return 0


def _make_album(folder: Path) -> Path:
    tool = SHARED / "tools" / "make_album.py"
    folder.mkdir()
    if tool.is_file():
        made = [sys.executable, str(tool), "--faces", str(SHARED / "lfw" / "images")]
        subprocess.run([*made, "--out", str(folder), "--photos", "60", "--people", "15"], check=True)
        return folder
    import matplotlib.cbook
    import skimage.data
    from PIL import Image

    Image.fromarray(skimage.data.astronaut()).save(folder / "Eileen Collins.jpg", quality=95)
    with matplotlib.cbook.get_sample_data("grace_hopper.jpg") as picture:
        (folder / "Grace Hopper.jpg").write_bytes(picture.read())
    return folder


def _name_groups(db: Catalog, album: Path) -> None:
    """Name what the album knows: groups after the person most of their faces were made from."""
    truth_file = album / "truth.json"
    if not truth_file.is_file():
        for face in faces.listed(db):
            perform(db, NameFaces((face.id,), Path(face.path).stem, new=True))
        return
    photos = json.loads(truth_file.read_text(encoding="utf-8"))["photos"]
    truth = {str(album / photo["path"]): photo["faces"] for photo in photos}
    found = [card for card in people.listed(db) if card.kind == "group"]
    for number, card in enumerate(found):
        names = Counter(_name_of(face, truth) for face in faces.of_group(db, card.number))
        name = names.most_common(1)[0][0]
        if name and number % 4 != 3:
            words = name.replace("_", " ")
            perform(db, Name(Who("group", card.number), words, new=True))


def _name_of(face: Face, truth: dict[str, list[dict[str, object]]]) -> str | None:
    x, y = face.box.x + face.box.width / 2, face.box.y + face.box.height / 2
    for known in truth.get(face.path, []):
        left, top, width, height = known["box"]
        if left <= x <= left + width and top <= y <= top + height:
            return str(known["person"])
    return None


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
            ("search", lambda: window.search(" ".join(card.name or "" for card in named[:2]))),
            ("folders", lambda: window.go(Place("folders"))),
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
        window.go(Place("photos"))
        session.scanning_changed.emit(True)
        session.progressed.emit(Progress("Finding faces", 734, 2481, 340.0, "IMG_2041.jpg"))
        _save(window, out, "scanning", theme)
        session.scanning_changed.emit(False)


def _open_fullest(window: MainWindow, session: Session) -> None:
    """Open the photo with most people who have a name."""
    known = Counter(face.photo_id for face in faces.listed(session.db) if face.person_id)
    shown = window.photos.grid.photos
    window.show_photos(shown, max(range(len(shown)), key=lambda i: known[shown[i].id]))


def _save(window: MainWindow, out: Path, name: str, theme: Theme) -> None:
    _wait(SETTLE_MS)
    file = out / f"{name}-{theme}.png"
    if not window.grab().save(str(file)):
        raise OSError(f"{file} cannot be written")
    print(file)


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QApplication.processEvents()


if __name__ == "__main__":
    sys.exit(main())
