"""Walks through the window as a user would, and tells what it took: one JSON value on stdout.

Run in a process of its own:
python -m tests.bench.window_walk LIBRARY WIDTH HEIGHT [--no-zoom] [FOLDER]
Where a folder is given, the window scans its photos all the while. The line STARTED comes when
people are shown, before that scan begins.
"""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from facegallery import app
from facegallery.actions.people import Name, Who
from facegallery.catalog import people
from facegallery.catalog.library import Library
from facegallery.domain.person import PersonOrGroup
from facegallery.domain.progress import Progress
from facegallery.jobs.everybody import begin_to_read
from facegallery.ui.main_window import MainWindow
from facegallery.ui.people.cards import Cards
from facegallery.ui.quiet_work import QuietCollector, give_memory_back, take_turns
from facegallery.ui.session import Session
from facegallery.ui.shell.history import Place
from facegallery.ui.shell.screens import SCREENS
from facegallery.ui.watchdog import Held, Watchdog
from facegallery.ui.widgets.style import Theme, apply_style
from tests.bench.memory import forget_peak, memory
from tests.bench.write_waits import CountedWaits, WriteWaits

QUIET_SECONDS = 0.4  # nothing has happened for so long: the screen has settled
LONGEST_SECONDS = 30.0
LONGEST_WAIT = 120.0  # until workers have loaded their models and looked at a photo
SCREENS_SCROLLED = 12
VIEWED = 12
FRAMES, FRAME_SECONDS = 150, 0.03  # notches of the wheel, and the time between two
NOTCHES = 8  # of the wheel; 1.25 ** 8 is 6 times
MIB = 2**20
STARTED = "started"
NO_ZOOM = "--no-zoom"
LOOKED_AT = "Finding faces"  # what a scan says while it looks at photos


@dataclass(slots=True)
class Longest:
    """The longest times of a step, seconds: by the clock, and of work, with what was running."""

    clock: float = 0.0
    work: float = 0.0
    where: tuple[str, ...] = ()


class Walk:
    """The window, the steps, and what each of them took."""

    def __init__(self, library: Library, width: int, height: int) -> None:
        self.memory: dict[str, dict[str, float]] = {}
        self.held: dict[str, Longest] = {}
        self.answers: dict[str, dict[str, float]] = {}
        self.frames: dict[str, list[Longest]] = {}
        self.scanned = 0  # photos, while the steps were walked
        self.worker_waits = CountedWaits()
        self.write_waits: WriteWaits | None = None  # while a scan goes on
        self.waits: dict[str, float] = {}
        self._longest = Longest()
        library.prepare()
        begun = begin_to_read(library)
        give_memory_back()
        take_turns()
        self.application = app.make_application()
        apply_style(self.application, Theme.LIGHT)
        self.session = Session(library)
        Cards(self.session, begun)
        self.window = MainWindow(self.session)
        self.window.resize(width, height)
        self.watchdog = Watchdog(self._note)
        self.collector = QuietCollector(self.window.is_busy, self.window)
        self.session.progressed.connect(self._on_progress)

    def step(self, name: str, *deeds: Callable[[], object]) -> None:
        """Do something, let the window settle after each part, and note time and memory."""
        forget_peak()
        self._begin(name)
        for deed in deeds:
            deed()
            self.settle()
        self._begin("between steps")
        took = {"peak": memory("VmHWM") / MIB, "rest": memory("VmRSS") / MIB}
        self.memory[name] = {key: round(value, 1) for key, value in took.items()}

    def opened(self) -> None:
        """Show the window, until people are on it."""
        self.window.show()
        cards = Cards.of(self.session)
        self._wait(lambda: cards.ready)

    def begin_scan(self, folder: Path) -> None:
        """Have the window scan a folder from now on; return when the first photos are done."""
        self.session.scan([folder])
        self._wait(lambda: self.scanned > 1, LONGEST_WAIT)
        self.write_waits = WriteWaits(self.session.library)

    def _on_progress(self, progress: Progress) -> None:
        if progress.doing == LOOKED_AT:
            self.scanned = progress.done

    def answer(self, name: str, deed: Callable[[], object], seen: Callable[[], object]) -> None:
        """Do something, and note how long it takes until it is seen and painted."""
        work, clock = time.thread_time(), time.perf_counter()
        self.window.note_input()  # a key or a click, which a hand makes
        deed()
        self._wait(seen)
        self.answers[name] = {
            "clock": round((time.perf_counter() - clock) * 1000, 1),
            "work": round((time.thread_time() - work) * 1000, 1),
        }
        self.settle()

    def _wait(self, seen: Callable[[], object], longest: float = LONGEST_SECONDS) -> None:
        started = time.perf_counter()
        while not seen() and time.perf_counter() - started < longest:
            QCoreApplication.processEvents()
        self.window.repaint()

    def scroll(self, name: str, area: QAbstractScrollArea) -> None:
        """Turn the wheel as a hand does, and note the longest turn after each notch."""
        frames = self.frames[name] = []
        for _ in range(FRAMES):
            self.watchdog.tick()
            self._longest = Longest()
            _wheel(area.viewport(), -1)
            self.window.note_input()  # it came past the window's handle
            until = time.perf_counter() + FRAME_SECONDS
            while time.perf_counter() < until:
                QCoreApplication.processEvents()
            self.watchdog.tick()
            frames.append(self._longest)
        self._begin("between steps")
        self.settle()

    def _begin(self, name: str) -> None:
        """Count from now on for this step of the walk."""
        self.watchdog.tick()
        self._longest = self.held.setdefault(name, Longest())

    def _note(self, held: Held) -> None:
        longest = self._longest
        longest.clock = max(longest.clock, held.clock)
        if held.work > longest.work:
            longest.work, longest.where = held.work, held.where

    def settle(self) -> None:
        """Let the window work until nothing has been going on for a while."""
        started = quiet_since = time.perf_counter()
        while time.perf_counter() - quiet_since < QUIET_SECONDS:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
            time.sleep(0.001)
            if self._is_busy():
                quiet_since = time.perf_counter()
            if time.perf_counter() - started > LONGEST_SECONDS:
                break

    def _is_busy(self) -> bool:
        """Tell whether anything is still to come to the screen; the scan goes on all the time."""
        window = self.window
        busy = window.is_busy(but_for_scans=True)
        return busy or window.pictures.busy or (window.is_made("viewer") and window.viewer.busy)

    def report(self) -> dict[str, object]:
        """Return everything measured; times in milliseconds, memory in MiB."""
        held = {
            name: {
                "clock": round(held.clock * 1000, 1),
                "work": round(held.work * 1000, 1),
                "where": held.where,
            }
            for name, held in self.held.items()
        }
        frames = {
            name: {
                "count": len(took),
                "work": _percentiles([longest.work for longest in took]),
                "clock": _percentiles([longest.clock for longest in took]),
            }
            for name, took in self.frames.items()
        }
        return {
            "memory": self.memory,
            "held": held,
            "answers": self.answers,
            "frames": frames,
            "scanned": self.scanned,
            "waits": self.waits,
            "worker_waits": self.worker_waits.seconds,
            "scanning": self.session.scanning,
        }


def _percentiles(seconds: list[float]) -> dict[str, float]:
    """Return the middle one, and the one that 99 of a hundred are within; milliseconds."""
    ordered = sorted(seconds)
    places = {"p50": len(ordered) // 2, "p99": int(len(ordered) * 0.99)}
    return {name: round(ordered[place] * 1000, 1) for name, place in places.items()}


def walk_through(walk: Walk, scanned: Path | None, *, zooms: bool) -> None:
    """Show every page, scroll through it, look at photos, zoom, and change something.

    scanned: a folder that is scanned meanwhile. zooms: into photos of every size and kind, too.
    """
    window = walk.window
    walk.step("start", walk.opened)
    print(STARTED, flush=True)
    if scanned is not None:
        walk.begin_scan(scanned)
    everybody = people.listed(walk.session.db)
    window.stop_making()  # the wheel below is no hand's: nothing would wait for it
    walk.scroll("People", window.people.view)
    walk.step("People: scroll", *_scrolled(window.people.view))
    walk.step("Photos: first show", lambda: window.go(Place("photos")))
    walk.scroll("Photos", window.photos.grid)
    walk.step("Photos: scroll", *_scrolled(window.photos.grid))
    walk.step("Photos: small", lambda: window.photos.grid.set_zoom(0))
    for first in everybody[:1]:
        who = Who(first.kind, first.number)
        walk.step("Person: first show", lambda who=who: window.show_who(who))
        walk.step("Person: scroll", *_scrolled(window.person.grid))
        walk.step("Person: photos", lambda: setattr(window.person, "view_name", "photos"))
        walk.step("Search", lambda name=first.name: window.search(name or ""))
    walk.step("Folders", lambda: window.go(Place("folders")))
    walk.step("People again", lambda: window.go(Place("people")))
    _answers(walk, everybody)
    _change(walk, people.listed(walk.session.db))
    _look(walk)
    if zooms:
        _look_into(walk)
    walk.step("at rest on People", lambda: window.go(Place("people")))
    if walk.write_waits is not None:
        walk.waits = walk.write_waits.close()


def _answers(walk: Walk, everybody: list[PersonOrGroup]) -> None:
    """What a user waits for: pages, and that what was said is shown."""
    for name in SCREENS:
        if name not in ("welcome", "viewer", "person"):
            _page(walk, name)
    for card in everybody[:1]:
        _reject(walk, Who(card.kind, card.number))
    walk.window.go(Place("people"))
    walk.settle()
    shown = [entry.card for entry in walk.window.people.view.cards.items]
    groups = [card for card in shown if card is not None and card.kind == "group"]
    if len(groups) > 1:  # those of now: a scan makes others
        _name_and_hide(walk, *groups[:2])


def _page(walk: Walk, name: str) -> None:
    window = walk.window
    for words in (f"page {name}", f"page {name} again"):
        walk.answer(words, lambda: window.go(Place(name)), lambda: window.page == name)


def _reject(walk: Walk, who: Who) -> None:
    person = walk.window.person
    faces = person.grid.faces
    walk.answer("page person", lambda: walk.window.show_who(who), faces.rowCount)
    wrong = faces.items[0]
    person.grid.go_to_row(0)
    walk.answer("reject", person.answers.reject, lambda: wrong not in faces.items)


def _name_and_hide(walk: Walk, first: PersonOrGroup, second: PersonOrGroup) -> None:
    page = walk.window.people
    cards = page.view.cards
    name = "Somebody whom nobody knew"

    def is_named() -> bool:
        return any(name in (entry.typed, entry.card and entry.card.name) for entry in cards.items)

    walk.answer("name", lambda: page._on_named(first, name, None), is_named)
    page.view.make_current(cards.index_of(second.id))
    walk.answer("hide", page._hide, lambda: not cards.index_of(second.id).isValid())


def _change(walk: Walk, everybody: list[PersonOrGroup]) -> None:
    groups = (card for card in everybody if card.kind == "group")
    for group in islice(groups, 1):
        name = Name(Who("group", group.number), "Somebody new")
        walk.step("a name is given", lambda name=name: walk.session.perform(name))
        walk.step("undo", walk.session.undo)


def _look(walk: Walk) -> None:
    """The viewer: photo after photo, quickly and slowly."""
    window = walk.window
    photos = window.photos.grid.photos[:VIEWED]
    further = [lambda: window.viewer.go(1)] * (len(photos) - 1)
    walk.step("Viewer: opened", lambda: window.show_photos(photos, 0))
    walk.step("Viewer: next", *further)
    walk.step("Viewer: key held down", lambda: [window.viewer.go(-1) for _ in photos])


def _look_into(walk: Walk) -> None:
    """The viewer: into photos of each size and kind."""
    window, view = walk.window, walk.window.viewer.view
    photos = window.photos.grid.photos[:VIEWED]
    zoom_in = [lambda: _wheel(view, 1)] * NOTCHES
    drag = [lambda: _drag(view)] * 5
    for position, photo in enumerate(photos):
        kind = f"{photo.width * photo.height / 1e6:.0f} MP {photo.name.rpartition('.')[2]}"
        if f"Viewer: into {kind}" in walk.memory:
            continue
        walk.step(f"Viewer: to {kind}", lambda at=position: window.show_photos(photos, at))
        walk.step(f"Viewer: into {kind}", *zoom_in, *drag, lambda: view.zoom_to(8.0))
        walk.step(f"Viewer: out of {kind}", view.fit)


def _scrolled(area: QAbstractScrollArea) -> list[Callable[[], object]]:
    def further() -> None:
        bar = area.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep())

    def end() -> None:
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    return [*[further] * SCREENS_SCROLLED, end]


def _wheel(widget: QWidget, notches: int) -> None:
    point = QPointF(widget.width() * 0.6, widget.height() * 0.4)
    event = QWheelEvent(
        point,
        QPointF(widget.mapToGlobal(point.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def _drag(widget: QWidget) -> None:
    start = QPoint(widget.width() * 3 // 4, widget.height() * 3 // 4)
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
    for part in range(1, 11):
        QTest.mouseMove(widget, start - QPoint(part * widget.width() // 20, part * 10))
        QCoreApplication.processEvents()
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=start)


def main() -> None:
    folder, width, height, *more = sys.argv[1:]
    scanned = [Path(name) for name in more if name != NO_ZOOM]
    walk = Walk(Library(Path(folder)), int(width), int(height))
    try:
        walk_through(walk, scanned[0] if scanned else None, zooms=NO_ZOOM not in more)
        report = walk.report()
    finally:
        walk.window.close()
        walk.session.close()
    print(json.dumps(report))


if __name__ == "__main__":
    main()
