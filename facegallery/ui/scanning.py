"""What is scanned and when: asked for, watched, paused, or waiting for mains power."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from facegallery.catalog import folders
from facegallery.catalog.library import Library
from facegallery.domain.errors import FaceGalleryError, LibraryBusy
from facegallery.domain.progress import CancelToken, Report
from facegallery.jobs import scan_settings
from facegallery.jobs.job_thread import Done, JobThread, Stopped, Work
from facegallery.jobs.power import on_battery

PAUSED, BATTERY = "paused", "battery"
BATTERY_CHECK_MS = 15_000
BUSY_RETRY_MS = 30_000  # after which it is tried again while another program scans the library


@dataclass(eq=False)
class _Wanted:
    """What a scan is to look at. unasked: nobody waits for what it says."""

    everything: bool = False
    chosen: set[Path] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)
    unasked: bool = True


@dataclass(eq=False)
class _Job:
    """Work in the lane, kept until it has ended, so that it can be done again. wanted: of scans."""

    work: Work
    done: Done
    stopped: Stopped
    wanted: _Wanted | None = None


class Scanning(QObject):
    """The one lane of scans, and of other long work on all photos. Lives on the window's thread.

    Signals: progressed(Progress); busy_changed(bool) when there is work and when it is done, held
    or not; held_changed(str) with PAUSED, BATTERY or ""; scanned(ScanReport, bool): whether
    somebody asked for it; stopped() after work that the user cancelled, halted() after work that
    is held; failed(FaceGalleryError).
    """

    progressed = Signal(object)
    busy_changed = Signal(bool)
    held_changed = Signal(str)
    scanned = Signal(object, bool)
    stopped = Signal()
    halted = Signal()
    failed = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._lane = JobThread("scan", self)
        self._lane.progressed.connect(self.progressed)
        self._jobs: list[_Job] = []
        self._running: _Job | None = None
        self._cancelled = False
        self._first = ""
        self.workers: int | None = None  # processes of a scan; None: as many as are of use
        self.held = ""
        self._on_battery_anyway = False
        self._battery = QTimer(self, interval=BATTERY_CHECK_MS)
        self._battery.timeout.connect(self._check_battery)
        self._retry = QTimer(self, singleShot=True, interval=BUSY_RETRY_MS)
        self._retry.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Tell whether there is work, running or held."""
        return bool(self._jobs)

    def ask(self, paths: Iterable[Path] | None) -> None:
        """Scan folders; all folders of the library where none are given."""
        wanted = self._next_scan()
        wanted.unasked = False
        if paths is None:
            wanted.everything = True
        else:
            wanted.chosen |= set(paths)
        self._go_on()

    def look_at_all(self) -> None:
        """Scan all folders unasked, as when the program starts."""
        self._next_scan().everything = True
        self._go_on()

    def look_at(self, changed: Iterable[str]) -> None:
        """Scan what has changed."""
        self._next_scan().changed |= set(changed)
        self._go_on()

    def run(self, work: Work, done: Done, stopped: Stopped) -> None:
        """Do other long work in the lane: it is paused, cancelled and shown as a scan is."""
        self._add(_Job(work, done, stopped))
        self._go_on()

    def show_first(self, folder: str) -> None:
        """Have the photos below a folder come first: it is on the screen."""
        self._first = folder

    def pause(self) -> None:
        """Stop within one photo, and keep what is to be done."""
        self._hold(PAUSED)

    def resume(self) -> None:
        """Go on, on battery too."""
        self._on_battery_anyway = self.held == BATTERY or self._on_battery_anyway
        self._release()

    def cancel(self) -> None:
        """Stop within one photo, and forget what was to be done."""
        waiting = [job for job in self._jobs if job is not self._running]
        self._jobs = [self._running] if self._running else []
        self._cancelled = self._running is not None
        self._set_held("")
        self._lane.cancel()
        if waiting and not self._jobs:
            self._all_done()
            waiting[0].stopped()

    def settings_changed(self) -> None:
        """Look anew whether work waits for mains power."""
        self._check_battery()

    def close(self) -> None:
        """Stop, and wait until the thread has ended."""
        self._battery.stop()
        self._retry.stop()
        self._lane.close()

    def _next_scan(self) -> _Wanted:
        """Return what the scan that begins next will look at; there is one from now on."""
        for job in self._jobs:
            if job.wanted is not None and job is not self._running:
                return job.wanted
        wanted = _Wanted()
        work, done = partial(self._scan_wanted, wanted), partial(self._on_scanned, wanted)
        self._add(_Job(work, done, self.stopped.emit, wanted))
        return wanted

    def _scan_wanted(self, wanted: _Wanted, report: Report, cancel: CancelToken) -> object:
        """Do the scan; in the lane's thread."""
        from facegallery.jobs.scan import scan, scan_changed  # it brings Pillow along
        from facegallery.jobs.scan_report import ScanOptions

        options = ScanOptions(self.workers, skip_unreachable=True, first=lambda: self._first)
        chosen = list(wanted.chosen)
        if wanted.everything:
            with self._library.open(read_only=True) as db:
                chosen += folders.paths(db)
        if chosen or not wanted.changed:
            return scan(self._library, chosen, options, report, cancel)
        return scan_changed(self._library, wanted.changed, options, report, cancel)

    def _on_scanned(self, wanted: _Wanted, result: object) -> None:
        from facegallery.jobs.scan_report import ScanReport

        if isinstance(result, ScanReport):
            self.scanned.emit(result, not wanted.unasked)
        if wanted.changed and wanted.chosen and not wanted.everything:
            self.look_at(wanted.changed)  # of other folders, maybe

    def _add(self, job: _Job) -> None:
        self._jobs.append(job)
        if len(self._jobs) == 1:
            self.busy_changed.emit(True)
            self._check_battery()

    def _go_on(self) -> None:
        """Begin the next work, unless there is some, none, or it is held."""
        if self._running is not None or self.held or not self._jobs or self._retry.isActive():
            return  # the retry's end asks again
        job = self._running = self._jobs[0]
        self._lane.run(
            job.work,
            partial(self._on_done, job),
            partial(self._on_failed, job),
            partial(self._on_stopped, job),
        )

    def _on_done(self, job: _Job, result: object) -> None:
        self._end(job)
        job.done(result)
        self._go_on()

    def _on_failed(self, job: _Job, error: FaceGalleryError) -> None:
        unasked = job.wanted is not None and job.wanted.unasked
        if isinstance(error, LibraryBusy) and unasked and not self._cancelled:
            self._running = None
            self._retry.start()
            return
        self._end(job)
        self.failed.emit(error)
        self._go_on()

    def _on_stopped(self, job: _Job) -> None:
        if not self._cancelled:  # held: it is done again afterwards, and goes on where it stopped
            self._running = None
            if self.held:
                self.halted.emit()
        else:
            self._end(job)
            job.stopped()
        self._go_on()

    def _end(self, job: _Job) -> None:
        self._running, self._cancelled = None, False
        self._jobs.remove(job)
        if not self._jobs:
            self._all_done()

    def _all_done(self) -> None:
        self._battery.stop()
        self._retry.stop()
        self.busy_changed.emit(False)

    def _hold(self, why: str) -> None:
        self._set_held(why)
        self._lane.cancel()

    def _release(self) -> None:
        self._set_held("")
        self._go_on()

    def _set_held(self, why: str) -> None:
        if why != self.held:
            self.held = why
            self.held_changed.emit(why)

    def _check_battery(self) -> None:
        """Hold work that is to wait for mains power, and let it go on once that is there."""
        self._battery.start()
        empty = on_battery()
        if not empty:
            self._on_battery_anyway = False
        waits = empty and not self._on_battery_anyway and self._waits_on_battery()
        if waits and not self.held and self.busy:
            self._hold(BATTERY)
        elif self.held == BATTERY and not waits:
            self._release()

    def _waits_on_battery(self) -> bool:
        with self._library.open(read_only=True) as db:
            return scan_settings.is_on(db, scan_settings.WAIT_ON_BATTERY)
