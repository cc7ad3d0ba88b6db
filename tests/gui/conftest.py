"""A small real library for the window's tests: drawn photos, no models; and what screens need."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw
from pytestqt.qtbot import QtBot

from facegallery.catalog import (
    assignments,
    faces,
    files,
    folders,
    groups,
    people,
    photos,
    properties,
)
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.thumbnails import ThumbnailCache, face_key, photo_key
from facegallery.domain.face import Box, DetectedFace
from facegallery.domain.person import CONFIRMED, SUGGESTED, Suggestion
from facegallery.domain.photo import FoundFile, PhotoFacts
from facegallery.imaging.source import content_hash, read_file
from facegallery.imaging.thumbnails import make_crop, make_thumbnail

WIDTH, HEIGHT = 640, 480
PLACES = (Box(0.1, 0.2, 0.2, 0.3), Box(0.4, 0.2, 0.2, 0.3), Box(0.7, 0.2, 0.2, 0.3))
DIMENSIONS = 128
# Cosine similarity to the person's own direction: sure, likely enough to be suggested.
SURE, LIKELY = 0.95, 0.6


@dataclass(frozen=True)
class Seen:
    """One face of a drawn photo. of: whose it looks like; state: "" while nobody has said."""

    of: str
    state: str = ""


# taken at -> who is in the photo, from left to right. Ada, Grace and Alan have names; "stranger"
# is a group without a name, "like Ada" one that is suggested to Ada, "lone" is in no group.
PHOTOS: dict[str, tuple[Seen, ...]] = {
    "2021-03-01T10:00:00": (Seen("Ada", CONFIRMED), Seen("Grace", CONFIRMED)),
    "2021-03-02T10:00:00": (Seen("Ada", CONFIRMED), Seen("stranger")),
    "2021-03-15T10:00:00": (Seen("Grace", CONFIRMED),),
    "2021-07-04T10:00:00": (Seen("Ada", CONFIRMED), Seen("Alan", CONFIRMED), Seen("lone")),
    "2021-07-05T10:00:00": (Seen("Grace", SUGGESTED), Seen("stranger")),
    "2022-01-10T10:00:00": (Seen("stranger"),),
    "2022-01-11T10:00:00": (Seen("like Ada"),),
    "2022-05-20T10:00:00": (Seen("like Ada"), Seen("stranger")),
    "2022-05-21T10:00:00": (Seen("Ada", CONFIRMED), Seen("Grace", CONFIRMED)),
    "2023-08-01T10:00:00": (Seen("Alan", CONFIRMED),),
    "2023-08-02T10:00:00": (),
    "2023-08-03T10:00:00": (),
}
NAMES = {"Ada": "Ada Lovelace", "Grace": "Grace Hopper", "Alan": "Alan Turing"}
LOOKS = ("Ada", "Grace", "Alan", "stranger", "lone")


# A machine that tests share with others can be ten times as slow as it is at its best.
PATIENCE_MS = 60_000


class PatientBot(QtBot):
    """pytest-qt's user, who gives up after a minute instead of five seconds."""

    def waitUntil(self, callback, *, timeout=PATIENCE_MS):
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=PATIENCE_MS, **more):
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(self, signals, *, timeout=PATIENCE_MS, **more):
        return super().waitSignals(signals, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp, request):
    """What acts as the user does, see pytest-qt."""
    return PatientBot(request)


@pytest.fixture
def empty_library(tmp_path: Path) -> Library:
    """A new library without folders."""
    library = Library(tmp_path / "library")
    library.prepare()
    return library


@pytest.fixture
def library(empty_library: Library, tmp_path: Path) -> Library:
    """12 drawn photos of one folder: 3 people, 2 groups, a suggestion, a lone face, a bad file."""
    folder = tmp_path / "photos"
    folder.mkdir()
    with empty_library.open() as db, transaction(db):
        _fill(db, folder)
    _fill_cache(empty_library)
    return empty_library


@pytest.fixture
def db(library: Library) -> Iterator[Catalog]:
    """A connection to look at what the window did."""
    with library.open(read_only=True) as connection:
        yield connection


@pytest.fixture
def session(library: Library, qtbot):
    """The open library, as every screen gets it."""
    yield from _open_session(library, qtbot)


@pytest.fixture
def empty_session(empty_library: Library, qtbot):
    """An open library in which there is nothing."""
    yield from _open_session(empty_library, qtbot)


@pytest.fixture
def pictures(library: Library, qtbot):
    """The pictures of the library, as every screen gets them."""
    yield from _open_pictures(library)


@pytest.fixture
def empty_pictures(empty_library: Library, qtbot):
    """The pictures of a library in which there is nothing."""
    yield from _open_pictures(empty_library)


@pytest.fixture
def shown(qtbot):
    """Return a function that shows a widget, at a size if one is given, and returns it.

    Its threads are ended before it is closed.
    """

    def show(widget, size=None):
        ends = getattr(widget, "close_threads", None)
        qtbot.addWidget(widget, before_close_func=ends and (lambda _widget: ends()))
        if size is not None:
            widget.resize(*size)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item):
    """Let what a test has begun end before pytest-qt deletes its widgets: answers go to them."""
    if "qtbot" in getattr(item, "funcargs", {}):
        _wait_until_idle(item.funcargs["qtbot"], item.funcargs.values())
    return (yield)


def _wait_until_idle(qtbot, fixtures) -> None:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    from facegallery.jobs.job_thread import JobThread

    def is_idle() -> bool:
        roots = [*QApplication.topLevelWidgets(), *kept]
        return not any(lane.busy for root in roots for lane in root.findChildren(JobThread))

    kept = [each for each in fixtures if isinstance(each, QObject)]
    qtbot.waitUntil(is_idle)


def _open_session(library: Library, qtbot):
    from facegallery.ui.session import Session

    session = Session(library)
    yield session
    _wait_until_idle(qtbot, [session])  # no answer may come after the library was closed
    session.close()


def _open_pictures(library: Library):
    from facegallery.ui.pictures import Pictures

    pictures = Pictures(library)
    yield pictures
    pictures.close()


def _fill(db: Catalog, folder: Path) -> None:
    properties.set_value(db, "detector", "mtcnn")
    properties.set_value(db, "recognizer", "sface")
    folder_id = folders.add(db, folder)
    ids = {look: people.add(db, name) for look, name in NAMES.items()}
    grouped: dict[str, list[int]] = {}
    suggested: list[Suggestion] = []
    for number, (taken_at, seen) in enumerate(PHOTOS.items()):
        photo_id = _save_photo(db, folder_id, _draw(folder, taken_at, len(seen)), taken_at)
        found = [_face(number, place, who) for place, who in enumerate(seen)]
        faces.replace(db, photo_id, found, "sface", same_content=True)
        for face, who in zip(faces.of_photo(db, photo_id), seen, strict=True):
            if who.state == CONFIRMED:
                assignments.confirm(db, [face.id], ids[who.of])
            elif who.state == SUGGESTED:
                suggested.append(Suggestion(face.id, ids[who.of], LIKELY))
            elif who.of == "like Ada":
                suggested.append(Suggestion(face.id, ids["Ada"], LIKELY))
            if not who.state and who.of != "lone":
                grouped.setdefault(who.of, []).append(face.id)
    groups.save_all(db, {1: grouped["stranger"], 2: grouped["like Ada"]})
    assignments.replace_suggestions(db, suggested)
    bad = folder / "bad.jpg"
    bad.write_bytes(b"not a photo")
    files.save_failure(db, folder_id, _found(bad), "it is not an image")
    folders.set_scanned(db, folder_id)


def _draw(folder: Path, taken_at: str, faces_in_it: int) -> Path:
    """Draw a photo that differs from all others; an oval for each face."""
    day = taken_at[:10]
    shade = tuple(int(part) % 200 + 30 for part in (day[2:4] + "7", day[5:7] + "5", day[8:] + "3"))
    image = Image.new("RGB", (WIDTH, HEIGHT), shade)
    drawing = ImageDraw.Draw(image)
    for box in PLACES[:faces_in_it]:
        left, top = box.x * WIDTH, box.y * HEIGHT
        oval = (left, top, left + box.width * WIDTH, top + box.height * HEIGHT)
        drawing.ellipse(oval, fill=(235, 205, 180))
    path = folder / f"{day}.jpg"
    image.save(path)
    return path


def _found(path: Path) -> FoundFile:
    stat = path.stat()
    return FoundFile(str(path), stat.st_size, stat.st_mtime_ns)


def _save_photo(db: Catalog, folder_id: int, path: Path, taken_at: str) -> int:
    facts = PhotoFacts(WIDTH, HEIGHT, "JPEG", taken_at, "exif", camera="Drawn 100")
    found, data = _found(path), read_file(str(path))
    photo_id = photos.save(db, content_hash(data), found.size_bytes, facts, "mtcnn")
    files.save(db, folder_id, found, photo_id)
    return photo_id


def _face(number: int, place: int, who: Seen) -> DetectedFace:
    """Return a face whose embedding is near its person's direction, as surely as its state says."""
    likely = who.state == SUGGESTED or who.of == "like Ada"
    near = LIKELY if likely else SURE
    vector = np.zeros(DIMENSIONS, np.float32)
    vector[LOOKS.index("Ada" if who.of == "like Ada" else who.of)] = near
    own = len(LOOKS) + (len(LOOKS) if who.of == "like Ada" else len(PLACES) * number + place + 10)
    vector[own] = np.sqrt(1 - near**2)  # what only this face has, or all of "like Ada" share
    landmarks = np.full((5, 2), 0.4, np.float32)
    quality = 0.9 - number / 100
    return DetectedFace(PLACES[place], landmarks, score=0.99, quality=quality, embedding=vector)


def _fill_cache(library: Library) -> None:
    cache = ThumbnailCache(library.thumbnails_file)
    try:
        with library.open(read_only=True) as db:
            cache.put(
                {
                    photo_key(photo.content_hash): make_thumbnail(photo.path)
                    for photo in photos.page(db)
                }
            )
            cache.put(
                {
                    face_key(face.photo_hash, face.box): make_crop(face.path, face.box)
                    for face in faces.listed(db)
                }
            )
    finally:
        cache.close()
