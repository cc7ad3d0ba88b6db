"""What every screen shares: the open library, and the way to change it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal

from facegallery.actions import perform
from facegallery.actions.perform import Action, Step
from facegallery.catalog import backups, folders, journal, left_out, properties
from facegallery.catalog.library import Catalog, Library
from facegallery.domain.progress import CancelToken, Progress, Report
from facegallery.jobs import scan_settings
from facegallery.jobs.helper import Helper
from facegallery.jobs.job_thread import Done, Failed, JobThread
from facegallery.jobs.scan_settings import WATCH
from facegallery.paths import demo_folder, weights_folder
from facegallery.ui.scanning import Scanning
from facegallery.ui.watching import Watching
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.spoken import spoken

if TYPE_CHECKING:
    from facegallery.jobs.scan_report import ScanReport

Answer = TypeVar("Answer")

REFRESH_SECONDS = 3.0  # while a scan runs, screens ask again this often
# With so many photos it is a second more: reading them all again must not take the scan's time.
REFRESHED_A_SECOND = 10_000
FEW_FACES = 1_000  # so many take 50 MB at most while suggestions are made: the window has them
HELPER_RESTS_AFTER_MS = 60_000  # a process that does nothing need not be there


class Session(QObject):
    """The open library for the screens. Lives on the window's thread; one per window.

    What background work needs is imported when it runs, on its thread: the window is up sooner.

    db: a connection that cannot write, for the queries of screens (each under 50 ms).
    Signals: changed() when anything in the catalog changed and screens should ask again,
    said(words) after an action, for a toast with Undo, noted(words) for news without Undo,
    failed(FaceGalleryError), progressed(Progress) and scanning_changed(bool) for scans,
    search_asked(str) from what is on every screen: a face's menu.
    under_hand tells whether the user does something just now: no scan changes a page then.
    """

    changed = Signal()
    said = Signal(str)
    noted = Signal(str)
    failed = Signal(object)
    progressed = Signal(object)
    scanning_changed = Signal(bool)
    search_asked = Signal(str)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        library.prepare()
        self.db: Catalog = library.connect(read_only=True)
        self.scans = Scanning(library, self)
        self._watching = Watching(self)
        self._may_watch = False
        self._left_out = left_out.paths(self.db)
        self._actions = JobThread("actions", self)
        self._suggestions = JobThread("suggest", self)
        self._questions = JobThread("questions", self)
        self._helper = Helper()  # groups and suggests: all embeddings are in its memory
        self._rest = QTimer(self, singleShot=True, interval=HELPER_RESTS_AFTER_MS)
        self._rest.timeout.connect(self._on_rest)
        self._refreshed = 0.0
        self.under_hand: Callable[[], bool] = lambda: False
        self.asked = 0  # actions that were asked for, undo and redo among them
        self.version = 0  # how many of them have ended: what they changed is in the catalog
        self.last_action: int | None = None  # the journal's number of what was performed last
        self._suggest_again = False
        for lane in (self.scans, self._actions, self._suggestions, self._questions):
            lane.failed.connect(self.failed)
        self.scans.progressed.connect(self._on_progress)
        self.scans.busy_changed.connect(self.scanning_changed)
        self.scans.scanned.connect(self._on_scanned)
        self.scans.stopped.connect(self._on_stopped)
        self.scans.halted.connect(self._group_what_is_there)
        self._watching.happened.connect(self.scans.look_at)
        self._watching.not_watched.connect(self._on_not_watched)
        self.changed.connect(self._follow_folders)

    @property
    def scanning(self) -> bool:
        """Tell whether a scan runs, waits, or is held."""
        return self.scans.busy

    def perform(self, action: Action, then: Callable[[], None] | None = None) -> None:
        """Do an action off this thread; afterwards say what was done, refresh, and call then."""

        def work(_report: Report, _cancel: CancelToken) -> object:
            with self.library.open() as db:
                return perform.perform(db, action), journal.last_done(db)

        def done(result: object) -> None:
            words, recorded = cast(tuple[str, journal.Action | None], result)
            self.version += 1
            self.last_action = None if recorded is None else recorded.id
            self.said.emit(spoken(words))
            self._after_change()
            if then is not None:
                then()

        self.asked += 1
        self._actions.run(work, done, self._on_action_failed)

    def undo(self) -> None:
        """Take back the last action."""
        self._step(perform.undo, self.tr("Undone: {0}"), self.tr("There is nothing to undo."))

    def redo(self) -> None:
        """Do again what was undone last."""
        self._step(
            perform.redo, self.tr("Done again: {0}"), self.tr("There is nothing to do again.")
        )

    def step_to(self, action_id: int) -> None:
        """Undo everything back to an action, or redo everything up to it."""

        def work(_report: Report, _cancel: CancelToken) -> object:
            with self.library.open() as db:
                return perform.step_to(db, action_id)

        def done(steps: object) -> None:
            self.version += 1
            if steps:
                changes = counts.changes(cast(int, steps))
                self.noted.emit(self.tr("Undone or done again: {0}").format(changes))
                self._after_change()

        self.asked += 1
        self._actions.run(work, done, self._on_action_failed)

    def add_folders(self, paths: Sequence[Path]) -> None:
        """Add folders to the library and scan them."""
        self.scan([path.expanduser().absolute() for path in paths])

    def add_demo_album(self) -> None:
        """Make the demo album, and scan it as any other folder."""

        def work(_report: Report, cancel: CancelToken) -> Path:
            from facegallery.jobs.demo_album import make_demo_album

            return self._helper.call(cancel, make_demo_album, demo_folder())

        self._actions.run(work, lambda folder: self.scan([cast(Path, folder)]))

    def remove_folder(self, folder_id: int) -> None:
        """Take a folder out of the library; what is known of its photos is kept."""

        def work(_report: Report, _cancel: CancelToken) -> None:
            with self.library.open() as db:
                folders.remove(db, folder_id)

        self._actions.run(work, lambda _result: self.changed.emit())

    def relocate_folder(self, folder_id: int, path: Path) -> None:
        """Note that a folder lies at another path now, and look what is there."""

        def work(_report: Report, _cancel: CancelToken) -> None:
            with self.library.open() as db:
                folders.relocate(db, folder_id, path)

        def done(_result: object) -> None:
            self.changed.emit()
            self.scan([path])

        self._actions.run(work, done)

    def try_again(self) -> None:
        """Look again at every file that could not be read."""

        def work(_report: Report, _cancel: CancelToken) -> None:
            with self.library.open() as db:
                folders.try_again(db)

        self._actions.run(work, lambda _result: self.scan())

    def erase_faces(self, keep_names: bool, keep_copy: bool) -> None:
        """Erase all that is known of faces; see jobs.erase_faces."""

        def work(_report: Report, _cancel: CancelToken) -> None:
            from facegallery.jobs.erase_faces import erase_faces

            erase_faces(self.library, keep_names=keep_names, keep_copy=keep_copy)

        def done(_result: object) -> None:
            self.noted.emit(self.tr("All face data is erased."))
            self.changed.emit()

        self._actions.run(work, done)

    def look_for_faces_again(self) -> None:
        """Look for faces in all photos, as if they were new."""

        def work(_report: Report, _cancel: CancelToken) -> None:
            from facegallery.jobs.erase_faces import look_again

            look_again(self.library)

        self._actions.run(work, lambda _result: self.scan())

    def use_model(self, name: str) -> None:
        """Change the library to another detector or recognizer; shown and stopped as a scan is."""

        def work(report: Report, cancel: CancelToken) -> str:
            from facegallery.jobs import change_models

            change = change_models.use(self.library, name, weights_folder(), report, cancel)
            return change.words()

        def done(words: object) -> None:
            self.noted.emit(spoken(cast(str, words)))
            self._after_change()

        def stopped() -> None:
            self.noted.emit(
                self.tr(
                    "The change was stopped. What is done is kept, and Settings takes it up again."
                )
            )
            self._group_what_is_there()

        self.scans.run(work, done, stopped)

    def ask_beside(
        self,
        question: Callable[[], Answer],
        then: Callable[[Answer], None],
        failed: Failed | None = None,
        *,
        of_faces: bool = False,
    ) -> None:
        """Call then(question()), asked in the helper's process; for what takes time or memory.

        question: picklable, a functools.partial for example. failed: for errors, else `failed`
        tells them. of_faces: it reads all embeddings, and of few faces may be asked here.
        """

        def work(_report: Report, cancel: CancelToken) -> object:
            if of_faces:
                return self._with_all_faces(cancel, question)
            return self._helper.call(cancel, question)

        self._questions.run(work, cast(Done, then), failed)
        self._rest.start()

    def scan(self, paths: Sequence[Path] | None = None) -> None:
        """Scan folders in the background; all folders of the library where none are given."""
        self.scans.ask(paths)

    def start_watching(self) -> None:
        """Look what has changed since last time, and watch from now on, unless switched off."""
        self._may_watch = True
        if scan_settings.is_on(self.db, WATCH) and folders.paths(self.db):
            self.scans.look_at_all()
        else:  # a scan would copy the catalog, as it does once a day
            self._actions.run(lambda _report, _cancel: backups.copy_of_today(self.library))
        self._follow_folders()

    def switch(self, setting: str, *, on: bool) -> None:
        """Switch one of jobs.scan_settings."""

        def work(_report: Report, _cancel: CancelToken) -> None:
            with self.library.open() as db:
                scan_settings.switch(db, setting, on=on)

        def done(_result: object) -> None:
            self.scans.settings_changed()
            if setting == WATCH:
                self.start_watching()

        self._actions.run(work, done)

    def use_cluster(self, address: str) -> None:
        """Have photos looked at by a Dask cluster from the next scan on; "" for this machine."""

        def work(_report: Report, _cancel: CancelToken) -> None:
            with self.library.open() as db:
                scan_settings.set_cluster(db, address)

        self._actions.run(work)

    def close(self) -> None:
        """Stop all work and close the library; called once, before the window goes."""
        for lane in (self._watching, self.scans, self._actions, self._suggestions, self._questions):
            lane.close()
        self._rest.stop()
        self._helper.rest()
        self.db.close()

    def _step(self, step: Step, words: str, nothing: str) -> None:
        def work(_report: Report, _cancel: CancelToken) -> object:
            with self.library.open() as db:
                return step(db)

        def done(result: object) -> None:
            self.version += 1
            self.noted.emit(nothing if result is None else words.format(spoken(cast(str, result))))
            if result is not None:
                self._after_change()

        self.asked += 1
        self._actions.run(work, done, self._on_action_failed)

    def _on_rest(self) -> None:
        """End the helper's process, off this thread: that takes a moment."""
        if self._suggestions.busy or self._questions.busy:
            self._rest.start()
        else:
            self._suggestions.run(lambda _report, _cancel: self._helper.rest())

    def _on_action_failed(self, error: object) -> None:
        self.version += 1
        self.failed.emit(error)

    def _after_change(self) -> None:
        self.changed.emit()
        if self._suggestions.busy:  # one pass for all actions that come while it runs
            self._suggest_again = True
        else:
            self._suggest()

    def _suggest(self) -> None:
        def work(_report: Report, cancel: CancelToken) -> object:
            from facegallery.jobs.strictness import catch_up

            return self._with_all_faces(cancel, partial(catch_up, self.library))

        def done(changes: object) -> None:
            if changes:
                self.changed.emit()
            if self._suggest_again:
                self._suggest_again = False
                self._suggest()

        self._suggestions.run(work, done)
        self._rest.start()

    def _with_all_faces(self, cancel: CancelToken, work: Callable[[], object]) -> object:
        """Return what work that reads all embeddings returns; in the helper where they are many."""
        with self.library.open(read_only=True) as db:
            few = properties.status(db).faces <= FEW_FACES
        if few:  # at once: starting a process would take longer
            return work()
        return self._helper.call(cancel, work)

    def _on_progress(self, progress: Progress) -> None:
        self.progressed.emit(progress)
        if self._may_refresh():
            self._refreshed = monotonic()
            self.changed.emit()

    def _may_refresh(self) -> bool:
        """Tell whether screens may ask again while a scan goes on."""
        waited = monotonic() - self._refreshed
        if waited < REFRESH_SECONDS or self.under_hand():
            return False
        return waited > properties.photos_about(self.db) / REFRESHED_A_SECOND

    def _on_scanned(self, result: "ScanReport", asked: bool) -> None:
        if asked or result.has_news:
            self.noted.emit(spoken(result.words()))
        self.changed.emit()

    def _on_not_watched(self, words: str) -> None:
        self.noted.emit(spoken(words))

    def _follow_folders(self) -> None:
        """Watch the folders that there are now; scan what is no longer left out."""
        watches = self._may_watch and scan_settings.is_on(self.db, WATCH)
        self._watching.watch(folders.paths(self.db) if watches else [])
        before, self._left_out = self._left_out, left_out.paths(self.db)
        if let_in := before - self._left_out:
            self.scans.look_at(let_in)

    def _on_stopped(self) -> None:
        self.noted.emit(
            self.tr("The scan was stopped. What was found is kept; the next one goes on there.")
        )
        self._group_what_is_there()

    def _group_what_is_there(self) -> None:
        """Group what stopped work has found, so that its faces can be named at once."""

        def work(_report: Report, cancel: CancelToken) -> object:
            from facegallery.jobs.regroup import regroup_here

            return self._helper.call(cancel, regroup_here, self.library)

        self._suggestions.run(work, lambda _result: self._after_change())
        self._rest.start()
