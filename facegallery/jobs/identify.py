"""Who is in a picture: by the people of the library, and by a classifier of famous people."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from facegallery.catalog import embeddings, people, photos, properties
from facegallery.catalog.library import Library
from facegallery.catalog.whose_faces import NOBODY
from facegallery.domain.errors import ModelUnavailable, NobodyToCompareWith, PhotoUnreadable
from facegallery.domain.face import DetectedFace
from facegallery.domain.progress import CancelToken, Progress, Report, no_report
from facegallery.grouping.centring import centred
from facegallery.grouping.nearest_people import NearPerson, nearest_people
from facegallery.grouping.suggestions import SuggestionRules
from facegallery.grouping.units import People
from facegallery.imaging import decode, source
from facegallery.jobs.analyse import Models, known_models
from facegallery.jobs.measure import Look, look_at, with_faces
from facegallery.jobs.pool import WorkerPool, worker_pool
from facegallery.jobs.suggest import suggestion_rules_of
from facegallery.jobs.two_sizes import decode_for_faces
from facegallery.jobs.worker_process import TaskTookTooLong, WorkerFailed
from facegallery.vision import model_files, registry

Classes = tuple[tuple[str, float], ...]  # names and probabilities, likeliest first


@dataclass(frozen=True, slots=True)
class Question:
    """A picture, and what to identify its faces with.

    detector, classifier: None for the default: the library's detector, an installed classifier.
    top: names a face at most.
    """

    image: Path
    top: int = 5
    detector: str | None = None
    classifier: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person of the library whom a face is like. distance: cosine, as suggestions measure it.

    match: near enough, and nearer than to others, that the person would be suggested.
    """

    id: str
    name: str
    distance: float
    match: bool


@dataclass(frozen=True, slots=True)
class IdentifiedFace:
    """A face, the people of the library nearest to it, and those a classifier takes it for."""

    face: DetectedFace
    people: tuple[Candidate, ...] = ()
    classes: Classes = ()


@dataclass(frozen=True, slots=True)
class Identified:
    """Who is in a picture.

    recognizer, threshold: that distances to the library's people are by, and the distance up to
    which one is a match; None where the library has no people. classifier: None where none is
    installed.
    """

    seen: Look
    faces: tuple[IdentifiedFace, ...]
    recognizer: str | None
    threshold: float | None
    classifier: str | None
    problem: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """The library's people: their confirmed faces, centred, and everybody's name."""

    recognizer: str
    people: People
    names: dict[int, str]

    @property
    def rules(self) -> SuggestionRules:
        return suggestion_rules_of(self.recognizer)


def identify(
    library: Library,
    question: Question,
    weights_folder: Path,
    report: Report = no_report,
    cancel: CancelToken | None = None,
) -> Identified:
    """Tell who is in a picture, for each face, left to right.

    Raises NobodyToCompareWith where the library has no people and no classifier is installed,
    PhotoUnreadable, NoFaceFound, and ModelUnavailable for what was asked for by name, or where it
    is the only one to ask.
    """
    classifier = chosen_classifier(question.classifier, weights_folder)
    known, detector = _known(library)
    if classifier is None and known is None:
        raise NobodyToCompareWith(next(iter(registry.CLASSIFIERS)))
    models = known_models(
        question.detector or detector or registry.DEFAULT_DETECTOR,
        None if known is None else known.recognizer,
        weights_folder,
    )
    with worker_pool(1) as pool:
        (seen,) = with_faces(look_at([question.image], models, pool, report, cancel))
        near = _nearest(seen, known, question.top)
        named: list[Classes] = [()] * len(seen.faces)
        problem = None
        try:
            named = _named(seen, classifier, models, question.top, pool, report)
        except ModelUnavailable as error:  # it must not keep the people back
            if known is None or question.classifier is not None:
                raise
            problem = str(error)
    return Identified(
        seen,
        tuple(
            IdentifiedFace(face, candidates, classes)
            for face, candidates, classes in zip(seen.faces, near, named, strict=True)
        ),
        None if known is None else known.recognizer,
        None if known is None else 1 - (known.rules.group_similarity + known.rules.lone_more),
        classifier,
        problem,
    )


def chosen_classifier(asked: str | None, weights_folder: Path) -> str | None:
    """Return the classifier to take: the one asked for, else the first installed, else None.

    Raises ModelUnavailable where the one asked for is not known or not installed.
    """
    if asked is not None:
        model_files.require(registry.classifier_info(asked), weights_folder)
        return asked
    installed = (
        name
        for name, info in registry.CLASSIFIERS.items()
        if model_files.is_installed(info, weights_folder)
    )
    return next(installed, None)


def _known(library: Library) -> tuple[_Known | None, str | None]:
    """Return the library's people, None where nobody is confirmed; and its detector."""
    with library.open(read_only=True) as db:
        detector, recognizer = (properties.value(db, name) for name in ("detector", "recognizer"))
        if recognizer is None:
            return None, detector
        found = embeddings.of_model(db, recognizer)
        names = dict(people.names(db))
        mine = found.person_ids != NOBODY
        taken = photos.days(db, found.photo_ids[mine])
    if not mine.any():
        return None, detector
    confirmed = People(
        centred(found.vectors[mine], recognizer),
        found.person_ids[mine],
        found.photo_ids[mine],
        found.quality[mine],
        taken=taken,
    )
    return _Known(recognizer, confirmed, names), detector


def _nearest(seen: Look, known: _Known | None, top: int) -> list[tuple[Candidate, ...]]:
    """Return the library's people nearest to each face."""
    if known is None:
        return [()] * len(seen.faces)
    vectors = np.stack([face.embedding for face in seen.faces if face.embedding is not None])
    found = nearest_people(centred(vectors, known.recognizer), known.people, known.rules, top)
    return [tuple(_candidate(near, known) for near in row) for row in found]


def _candidate(near: NearPerson, known: _Known) -> Candidate:
    distance = max(0.0, 1 - near.likeness)
    return Candidate(f"p{near.person_id}", known.names[near.person_id], distance, near.likely)


def _named(
    seen: Look,
    classifier: str | None,
    models: Models,
    top: int,
    pool: WorkerPool,
    report: Report,
) -> list[Classes]:
    """Return what the classifier takes each face for."""
    if classifier is None:
        return [()] * len(seen.faces)
    report(Progress("Asking the classifier"))
    task = pool.submit(_classify, seen.path, seen.faces, classifier, models.weights_folder, top)
    try:
        return task.result()
    except TaskTookTooLong as error:
        raise ModelUnavailable(classifier, "it took too long on this machine") from error
    except WorkerFailed as error:
        raise ModelUnavailable(classifier, "the program crashed while it worked") from error


def _classify(
    path: str, faces: tuple[DetectedFace, ...], classifier: str, weights_folder: Path, top: int
) -> list[Classes]:
    """Classify the faces of one picture; runs in a worker."""
    from facegallery.vision.classify_vggface import load_classifier  # models are for workers only

    try:
        with decode.open_photo(source.read_file(path)) as image:
            pixels = decode_for_faces(image).pixels
    except PhotoUnreadable as error:
        raise PhotoUnreadable(f"{path}: {error.args[0]}") from error
    model = load_classifier(classifier, weights_folder)
    probabilities = model.classify([model.crop(pixels, face) for face in faces])
    return [tuple(row) for row in model.decode(probabilities, top)]
