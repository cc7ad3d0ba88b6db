"""The Compare page: which faces of one photo appear in another one."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from facegallery import paths
from facegallery.catalog import properties
from facegallery.domain.errors import FaceGalleryError
from facegallery.domain.progress import CancelToken, Progress, Report
from facegallery.drawing.saving import check_place
from facegallery.jobs.analyse import Models, known_models
from facegallery.jobs.compare import Comparison, compare
from facegallery.jobs.decoder import Decoder
from facegallery.jobs.decoder_requests import Whole
from facegallery.jobs.draw import draw_comparison
from facegallery.jobs.helper import Helper
from facegallery.jobs.job_thread import JobThread
from facegallery.jobs.pool import TASK_SECONDS
from facegallery.ui.session import Session
from facegallery.ui.tools.pair_rows import PairRows
from facegallery.ui.tools.pair_view import GAP, PairView
from facegallery.ui.viewer.photo_loader import decode
from facegallery.ui.widgets.buttons import push_button
from facegallery.ui.widgets.counts import decimal
from facegallery.ui.widgets.spoken import spoken_error
from facegallery.ui.widgets.style import SPACING
from facegallery.vision import registry

LONGEST = 1400  # pixels of a photo as it is shown, at most: 8 MB, sharp enough for half a window
ROWS_HEIGHT = 216
RESTS_AFTER_MS = 120_000
"""So long after a comparison the process with the models, some 300 MB, waits for another one."""


class ComparePage(QWidget):
    """Choose or drop two photos; their faces are compared by the library's models."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._decoder = Decoder()
        self._lane = JobThread("compare", self)
        self._helper = Helper(TASK_SECONDS)  # its models stay loaded between two comparisons
        self._rest = QTimer(self, singleShot=True, interval=RESTS_AFTER_MS)
        self._rest.timeout.connect(self._on_rest)
        self.photos: list[Path | None] = [None, None]
        self.comparison: Comparison | None = None
        self.names = [QLabel(), QLabel()]
        self.choosers = [
            push_button(
                "photos",
                self.tr("Left photo…"),
                self.tr("Choose the photo on the left"),
                key="Alt+L",
            ),
            push_button(
                "photos",
                self.tr("Right photo…"),
                self.tr("Choose the photo on the right"),
                key="Alt+R",
            ),
        ]
        self.save = push_button(
            "save", self.tr("Save picture…"), self.tr("Save both photos with the lines (Ctrl+S)")
        )
        self.save.setShortcut("Ctrl+S")
        self.view = PairView(self)
        self.words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.rows = PairRows(self)
        self._lay_out()
        for side, chooser in enumerate(self.choosers):
            chooser.clicked.connect(partial(self._choose, side))
        self.view.chosen.connect(self._choose)
        self.view.dropped.connect(self._on_dropped)
        self.save.clicked.connect(self._save)
        self._lane.progressed.connect(self._on_progress)
        self._show()

    def show_photos(self, photos: Sequence[Path]) -> None:
        """Compare these two."""
        for side, path in enumerate(photos[:2]):
            self._set(side, path)
        self._start()

    def close_threads(self) -> None:
        """End what is being compared."""
        self._rest.stop()
        self._decoder.close()
        self._helper.rest()  # what the lane waits for ends at once
        self._lane.close()
        self._helper.rest()  # where it had just started one more

    # Choosing

    def _choose(self, side: int) -> None:
        folder = next((str(path.parent) for path in self.photos if path), str(Path.home()))
        chosen, _kind = QFileDialog.getOpenFileName(self, self.tr("Choose a photo"), folder)
        if chosen:
            self._set(side, Path(chosen))
            self._start()

    def _on_dropped(self, side: int, files: list[Path]) -> None:
        if len(files) > 1:
            self.show_photos(files)
        else:
            self._set(side, files[0])
            self._start()

    def _set(self, side: int, path: Path) -> None:
        self.photos[side] = path
        self.view.show_side(side, None, self.tr("Opening {0}").format(path.name))

    # Working: in a lane of its own, where the newest wish ends the one before

    def _start(self) -> None:
        self._lane.cancel()
        self.comparison = None
        for side, path in enumerate(self.photos):
            if path is not None and self.view.picture(side) is None:
                self._lane.run(
                    partial(self._decode, path),
                    partial(self._on_decoded, side, path),
                    partial(self._on_unreadable, side, path),
                )
        first, second = self.photos
        if first is not None and second is not None:
            self.words.setText(self.tr("Comparing"))
            self._rest.start()
            self._lane.run(
                partial(self._compare, first, second),
                partial(self._on_compared, first, second),
                self._on_failed,
            )
        self._show()

    def _decode(self, path: Path, _report: Report, _cancel: CancelToken) -> QImage:
        found = decode(self._decoder, Whole(str(path), LONGEST, LONGEST))
        if isinstance(found, FaceGalleryError):
            raise found
        return found

    def _compare(
        self, first: Path, second: Path, report: Report, cancel: CancelToken
    ) -> Comparison:
        return compare(first, second, self._models(), report, cancel, pool=self._helper.pool())

    def _on_rest(self) -> None:
        """End the helper's process, off this thread: that takes a moment."""
        if self._lane.busy:
            self._rest.start()
        else:
            self._lane.run(lambda _report, _cancel: self._helper.rest())

    def _models(self) -> Models:
        """Return the library's models, else those that a new library gets."""
        weights = paths.weights_folder()
        with self._session.library.open(read_only=True) as db:
            detector, recognizer = (
                properties.value(db, name) for name in ("detector", "recognizer")
            )
        return known_models(
            detector or registry.DEFAULT_DETECTOR,
            recognizer or registry.best_recognizer(weights),
            weights,
        )

    def _on_progress(self, progress: Progress) -> None:
        total = f": {progress.done} / {progress.total}" if progress.total else ""
        self.words.setText(f"{progress.doing}{total}")

    def _on_decoded(self, side: int, path: Path, image: object) -> None:
        if self.photos[side] == path and isinstance(image, QImage):
            self.view.show_side(side, QPixmap.fromImage(image), "")
            self._show()

    def _on_unreadable(self, side: int, path: Path, error: FaceGalleryError) -> None:
        if self.photos[side] == path:
            self.view.show_side(side, None, f"{path.name}\n{error}")

    def _on_compared(self, first: Path, second: Path, found: object) -> None:
        if self.photos == [first, second] and isinstance(found, Comparison):
            self.comparison = found
            self._show()

    def _on_failed(self, error: FaceGalleryError) -> None:
        self.words.setText(spoken_error(error))

    # Showing

    def _show(self) -> None:
        for side, path in enumerate(self.photos):
            self.names[side].setText(path.name if path else "")
            self.names[side].setToolTip(str(path) if path else "")
            if path is None:
                hint = self.tr("Drop a photo here, or click to choose one")
                self.view.show_side(side, None, hint)
        found = self.comparison
        self.view.show_comparison(found)
        self.rows.show_comparison(found, (self.view.picture(0), self.view.picture(1)))
        self.rows.setVisible(found is not None)
        self.save.setEnabled(found is not None)
        if found is not None:
            self.words.setText(self._summary(found))
        elif None in self.photos:
            self.words.setText(
                self.tr(
                    "Faces of one person are joined by a line. The photos need not be in the "
                    "library, and nothing is added to it."
                )
            )

    def _summary(self, found: Comparison) -> str:
        pairs, recognizer = len(found.pairs), registry.RECOGNIZERS[found.recognizer]
        if pairs == 0:
            words = self.tr("Nobody is in both photos.")
        elif pairs == 1:
            words = self.tr("One person is in both photos.")
        else:
            words = self.tr("{0} people are in both photos.").format(pairs)
        numbers = self.tr("Up to a distance of {0} by {1}, two faces count as one person's.")
        name = recognizer.title.split(",")[0]
        return f"{words} {numbers.format(decimal(found.threshold, 3), name)}"

    def _save(self) -> None:
        found = self.comparison
        if found is None:
            return
        chosen, _kind = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the picture"),
            str(Path.home() / "comparison.png"),
            self.tr("Pictures (*.png *.jpg *.webp *.tif)"),
        )
        if not chosen:
            return
        place = Path(chosen)
        place = place if place.suffix else place.with_suffix(".png")
        try:
            check_place(place, [path for path in self.photos if path])
        except FaceGalleryError as error:
            self._session.failed.emit(error)
            return
        self.save.setEnabled(False)
        self.words.setText(self.tr("Saving {0}").format(place))
        self._session.ask_beside(
            partial(draw_comparison, found, place),
            lambda _nothing: self._on_saved(place),
            self._on_not_saved,
        )

    def _on_saved(self, place: Path) -> None:
        self._session.noted.emit(self.tr("Saved {0}.").format(place))
        self._show()

    def _on_not_saved(self, error: FaceGalleryError) -> None:
        self._session.failed.emit(error)
        self._show()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Compare two photos"))
        self.setAccessibleName(title.text())
        title.setProperty("look", "title")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self.save)
        sides = QHBoxLayout()
        sides.setSpacing(GAP)
        for name, chooser in zip(self.names, self.choosers, strict=True):
            name.setProperty("look", "strong")
            name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            side = QHBoxLayout()
            side.setSpacing(SPACING)
            side.addWidget(name, 1)
            side.addWidget(chooser)
            sides.addLayout(side, 1)
        self.words.setProperty("look", "muted")
        self.rows.setFixedHeight(ROWS_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACING, 3 * SPACING, 3 * SPACING, 2 * SPACING)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(sides)
        column.addWidget(self.view, 1)
        column.addWidget(self.words)
        column.addWidget(self.rows)
