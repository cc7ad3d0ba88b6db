"""How much work it is to name a library, measured on photos of which it is known who they show."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from facegallery.catalog import embeddings, faces, files, properties
from facegallery.catalog.library import Catalog, Library
from facegallery.domain.errors import NoFaceFound
from facegallery.domain.progress import CancelToken, Progress, Report, no_report
from facegallery.evaluate.effort import Effort, by_hand
from facegallery.evaluate.folders import people_images
from facegallery.evaluate.named_faces import parse_named_faces
from facegallery.grouping.centring import centred
from facegallery.jobs.careful_player import CarefulPlayer
from facegallery.jobs.effort import Player, play
from facegallery.jobs.machine import all_cores
from facegallery.jobs.measure import from_middle
from facegallery.jobs.regroup import rules_of
from facegallery.jobs.scan import scan
from facegallery.jobs.scan_report import ScanOptions
from facegallery.paths import absolute
from facegallery.scan.names import is_photo_name

PLAYERS: dict[str, type[Player]] = {"usual": Player, "careful": CarefulPlayer}
"""Users who are played, by what they are called."""

TRUTH = "truth.json"  # beside an album's photos, says who is where in them
LEAST_OVERLAP = 0.3  # of a face found with a labelled one; boxes are drawn more or less tightly


@dataclass(frozen=True, slots=True)
class MeasuredEffort:
    """The user's effort, what the actions were, and the effort without the program's help.

    baseline: DBSCAN at one distance, each group named, the rest mended by hand.
    """

    effort: Effort
    kinds: Counter[str]
    baseline: Effort

    def to_json(self) -> dict[str, object]:
        """Return the figures as the command line prints them."""
        return {**self.effort.to_json(), "baseline": self.baseline.to_json()}


def measure_effort(
    folder: Path,
    options: ScanOptions | None = None,
    report: Report = no_report,
    cancel: CancelToken | None = None,
    player: type[Player] = Player,
) -> MeasuredEffort:
    """Scan a folder into a library of its own, and name everybody in it as a user would.

    folder: an album with a truth.json, or a folder of pictures for each person, where the central
    face of each is the person and all others are strangers. Raises FolderUnreachable,
    NoLabelledPhotos, FaceLabelsInvalid, NoFaceFound and what `scan` does.
    """
    cancel = cancel or CancelToken()
    if not (folder / TRUTH).is_file():
        people_images(folder, is_photo_name)  # before hours of work: are there any?
    with TemporaryDirectory(prefix="facegallery-", ignore_cleanup_errors=True) as place:
        library = Library(Path(place))
        library.prepare()
        scan(library, [folder], options, report, cancel)
        return name_everybody(library, folder, report, cancel, player)


def name_everybody(
    library: Library,
    folder: Path,
    report: Report,
    cancel: CancelToken,
    player: type[Player] = Player,
) -> MeasuredEffort:
    """Measure the effort on a library that holds nothing but the folder, and no names."""
    with library.open() as db:
        truth = truth_of(db, folder)
        if not truth:
            raise NoFaceFound(str(folder))
        report(Progress("Grouping with DBSCAN"))
        baseline = _baseline(db, truth)
    effort, kinds = play(library, truth, player, report, cancel)
    return MeasuredEffort(effort, kinds, baseline)


def truth_of(db: Catalog, folder: Path) -> dict[int, str]:
    """Return whom the faces of a scanned folder show, by face id, of those where that is known."""
    folder = absolute(folder)  # as scans note paths
    known = files.below(db, folder)
    photo_ids = {path: file.photo_id for path, file in known.items() if file.photo_id is not None}
    if (folder / TRUTH).is_file():
        return _labelled(db, folder, photo_ids)
    truth = {}
    for person, path in people_images(folder, is_photo_name):
        shown = faces.of_photo(db, photo_ids[str(path)]) if str(path) in photo_ids else []
        if shown:
            truth[min(shown, key=lambda face: from_middle(face.box)).id] = person
    return truth


def _labelled(db: Catalog, folder: Path, photo_ids: dict[str, int]) -> dict[int, str]:
    truth: dict[int, str] = {}
    text = (folder / TRUTH).read_text(encoding="utf-8")
    for label in parse_named_faces(text, TRUTH):
        photo_id = photo_ids.get(str(folder / label.path))
        found = faces.of_photo(db, photo_id) if photo_id is not None else []
        free = [face for face in found if face.id not in truth]
        best = max(free, key=lambda face: face.box.overlap(label.box), default=None)
        if best is not None and best.box.overlap(label.box) >= LEAST_OVERLAP:
            truth[best.id] = label.person
    return truth


def _baseline(db: Catalog, truth: dict[int, str]) -> Effort:
    """Return the effort with scikit-learn's DBSCAN at the distance that our own grouping has."""
    from sklearn.cluster import DBSCAN

    recognizer = properties.value(db, embeddings.RECOGNIZER) or ""
    known = embeddings.of_model(db, recognizer)
    distance = rules_of(recognizer).distance
    with all_cores():
        labels = DBSCAN(eps=distance, min_samples=2, metric="cosine").fit_predict(
            centred(known.vectors, recognizer)
        )
    return by_hand(labels, known.face_ids.tolist(), truth)
