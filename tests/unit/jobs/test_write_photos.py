"""The writer with an executor that runs in this thread and workers that do what a test says."""

from concurrent.futures import Future
from pathlib import Path

import pytest

from facegallery.catalog import faces, files, folders, photos
from facegallery.domain.errors import Cancelled, ModelUnavailable
from facegallery.domain.photo import FoundFile, PhotoAnalysis, PhotoFacts
from facegallery.domain.progress import CancelToken, no_report
from facegallery.domain.words import Sentence, sentence
from facegallery.jobs.analyse import Models
from facegallery.jobs.find_changes import Todo
from facegallery.jobs.pool import Pool
from facegallery.jobs.scan_report import ScanCounts
from facegallery.jobs.worker_process import TaskTookTooLong, WorkerDied
from facegallery.jobs.write_photos import NEVER, PhotoWriter
from tests.made import detected, person_vector

MODELS = Models("mtcnn", "sface", Path("/none"))
IN_EIGHTS = Models("mtcnn", "vggface2-resnet50", Path("/none"))
FACTS = PhotoFacts(40, 30, "JPEG", "2015-06-30T12:00:00", "exif")


class Workers(Pool):
    """Answers each path with what the test put there: an analysis, or an error to raise."""

    workers = 1

    def __init__(self, **answers):
        self.answers = answers

    def submit(self, fn, tasks):
        answers = [self.answers[Path(task.file.path).stem] for task in tasks]
        future = Future()
        if errors := [answer for answer in answers if isinstance(answer, BaseException)]:
            future.set_exception(errors[0])
        else:
            paths = (task.file.path for task in tasks)
            future.set_result([answer(path) for answer, path in zip(answers, paths, strict=True)])
        return future


def seen(content, *found):
    """A worker's answer for a photo with this content and these faces."""
    return lambda path: PhotoAnalysis(
        path,
        content_hash=bytes([content] * 32),
        facts=FACTS,
        faces=list(found),
        thumbnail=b"jpeg",
        crops=[b"jpeg"] * len(found),
    )


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "photos"
    made.mkdir()
    return made


def todo(db, folder, *names):
    """New files of a folder, which are made: a path that is gone counts as moved."""
    folder_id = folders.add(db, folder)
    for name in names:
        (folder / f"{name}.jpg").touch()
    return [Todo(folder_id, FoundFile(f"{folder}/{name}.jpg", 10, 1), None) for name in names]


def changed(db, folder, name, mtime_ns):
    """A file that the catalog knows, with another time."""
    path = f"{folder}/{name}.jpg"
    return [Todo(1, FoundFile(path, 11, mtime_ns), files.below(db, folder)[path])]


def write(library, db, workers, items, cancel=None, models=MODELS):
    counts = ScanCounts()
    writer = PhotoWriter(library, db, models, counts)
    try:
        writer.write_all(items, workers, no_report, cancel or CancelToken())
    finally:
        writer.close()
    return counts


def known(db, folder):
    """What the catalog has of the files of a folder, by name."""
    return {Path(path).stem: file for path, file in files.below(db, folder).items()}


def test_a_file_that_kills_or_stalls_its_worker_costs_only_itself(library, catalog, folder):
    workers = Workers(
        good=seen(1, detected(vector=person_vector(1))),
        crash=WorkerDied(-11),
        stall=TaskTookTooLong(),
        also=seen(2),
    )
    counts = write(
        library, catalog, workers, todo(catalog, folder, "good", "crash", "stall", "also")
    )
    assert (counts.new, counts.failed) == (2, 2)
    assert [
        (Path(failed.path).stem, failed.reason) for failed in folders.failed_files(catalog)
    ] == [
        ("crash", "the program crashed on reading it"),
        ("stall", "reading it took too long"),
    ]


def test_a_reason_keeps_what_it_was_made_of_to_be_said_in_another_language(
    library, catalog, folder
):
    reason = sentence("it claims {0} x {1} pixels, more than can be opened safely", 40, 30)
    workers = Workers(bomb=lambda path: PhotoAnalysis(path, failure=reason))
    write(library, catalog, workers, todo(catalog, folder, "bomb"))
    (failed,) = folders.failed_files(catalog)
    assert isinstance(failed.reason, Sentence)
    assert failed.reason.parts == ("40", "30")


@pytest.mark.parametrize("culprit", [WorkerDied(-11), TaskTookTooLong(), ZeroDivisionError("0")])
def test_of_photos_looked_at_together_only_the_culprit_fails(library, catalog, folder, culprit):
    names = [f"{number:02}" for number in range(40)]
    bundles = []

    class Asked(Workers):
        def submit(self, fn, tasks):
            bundles.append([Path(task.file.path).stem for task in tasks])
            return super().submit(fn, tasks)

    workers = Asked(**{name: seen(int(name)) for name in names} | {"05": culprit})
    counts = write(library, catalog, workers, todo(catalog, folder, *names), models=IN_EIGHTS)
    assert (counts.new, counts.failed) == (39, 1)
    assert [Path(failed.path).stem for failed in folders.failed_files(catalog)] == ["05"]
    found = known(catalog, folder)
    assert [found[name].photo_id for name in names if name != "05"] == list(range(1, 40))
    assert bundles[0] == names[:8]
    assert [name for (name, *more) in bundles if not more and name < "08"] == names[:8]


def test_the_last_photos_are_spread_over_the_workers(library, catalog, folder):
    sizes = []

    class Two(Workers):
        workers = 2

        def submit(self, fn, tasks):
            sizes.append(len(tasks))
            return super().submit(fn, tasks)

    names = [f"{number:02}" for number in range(50)]
    workers = Two(**{name: seen(int(name)) for name in names})
    write(library, catalog, workers, todo(catalog, folder, *names), models=IN_EIGHTS)
    assert sizes[:3] == [8, 8, 8]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-4:] == [1, 1, 1, 1]


def test_a_bug_of_ours_is_tried_again_by_the_next_scan(library, catalog, folder):
    workers = Workers(good=seen(1), bug=ZeroDivisionError("division by zero"))
    write(library, catalog, workers, todo(catalog, folder, "good", "bug"))
    assert known(catalog, folder)["bug"].mtime_ns == NEVER
    assert known(catalog, folder)["good"].mtime_ns == 1


def test_a_model_that_cannot_work_stops_the_scan_and_blames_no_photo(library, catalog, folder):
    workers = Workers(good=seen(1), bad=ModelUnavailable("sface", "its file is damaged"))
    with pytest.raises(ModelUnavailable, match="its file is damaged"):
        write(library, catalog, workers, todo(catalog, folder, "good", "bad"))
    assert list(known(catalog, folder)) == ["good"]


def test_what_was_done_before_a_cancel_is_kept(library, catalog, folder):
    cancel = CancelToken()

    def last(path):
        cancel.set()
        return seen(2)(path)

    workers = Workers(first=seen(1), last=last)
    with pytest.raises(Cancelled):
        write(library, catalog, workers, todo(catalog, folder, "first", "last"), cancel)
    assert set(known(catalog, folder)) <= {"first", "last"}


def test_copies_are_one_photo_at_two_paths(library, catalog, folder):
    copy = seen(1, detected(vector=person_vector(1)))
    counts = write(library, catalog, Workers(a=copy, b=copy), todo(catalog, folder, "a", "b"))
    assert counts.new == 2
    assert {file.photo_id for file in known(catalog, folder).values()} == {1}
    assert len(faces.listed(catalog)) == 1


def test_a_moved_file_keeps_its_photo_and_its_old_path_is_forgotten(library, catalog, folder):
    face = detected(vector=person_vector(1))
    write(library, catalog, Workers(old=seen(1, face)), todo(catalog, folder, "old"))
    (folder / "old.jpg").unlink()
    found = write(
        library,
        catalog,
        Workers(new=lambda path: PhotoAnalysis(path, content_hash=bytes([1] * 32), known=True)),
        todo(catalog, folder, "new"),
    )
    assert (found.moved, found.new) == (1, 0)
    assert list(known(catalog, folder)) == ["new"]
    assert len(faces.listed(catalog)) == 1


def test_a_photo_edited_in_place_stays_the_same_photo(library, catalog, folder):
    write(library, catalog, Workers(a=seen(1, detected(0.1))), todo(catalog, folder, "a"))
    (face,) = faces.listed(catalog)
    edited = changed(catalog, folder, "a", 2)
    counts = write(library, catalog, Workers(a=seen(2, detected(0.12))), edited)
    assert counts.changed == 1
    assert [(again.id, again.photo_id) for again in faces.listed(catalog)] == [(face.id, 1)]
    assert photos.by_hash(catalog, bytes([1] * 32)) is None


def test_an_edited_copy_becomes_a_photo_of_its_own(library, catalog, folder):
    copy = seen(1, detected())
    write(library, catalog, Workers(a=copy, b=copy), todo(catalog, folder, "a", "b"))
    edited = changed(catalog, folder, "b", 2)
    write(library, catalog, Workers(b=seen(2, detected())), edited)
    assert {name: file.photo_id for name, file in known(catalog, folder).items()} == {
        "a": 1,
        "b": 2,
    }


def test_a_touched_file_is_unchanged(library, catalog, folder):
    write(library, catalog, Workers(a=seen(1)), todo(catalog, folder, "a"))
    same = Workers(a=lambda path: PhotoAnalysis(path, content_hash=bytes([1] * 32), known=True))
    counts = write(library, catalog, same, changed(catalog, folder, "a", 99))
    assert (counts.unchanged, counts.changed) == (1, 0)
    assert known(catalog, folder)["a"].mtime_ns == 99


def test_a_worker_is_told_the_bytes_of_photos_whose_folder_was_removed(library, catalog, folder):
    tasks = []

    class Asked(Workers):
        def submit(self, fn, asked):
            tasks.extend(asked)
            return super().submit(fn, asked)

    workers = Asked(photo=seen(1, detected(vector=person_vector(1))))
    write(library, catalog, workers, todo(catalog, folder, "photo"))
    before = faces.listed(catalog)
    folders.remove(catalog, 1)
    assert faces.listed(catalog) == []
    workers.answers["photo"] = lambda path: PhotoAnalysis(
        path, content_hash=bytes([1] * 32), known=True
    )
    write(library, catalog, workers, todo(catalog, folder, "photo"))
    assert [task.known_hashes for task in tasks] == [frozenset(), {bytes([1] * 32)}]
    assert faces.listed(catalog) == before


def test_a_file_that_went_away_meanwhile_is_missing_and_keeps_its_photo(library, catalog, folder):
    items = todo(catalog, folder, "a", "b")
    write(library, catalog, Workers(a=seen(1, detected()), b=seen(2)), items[:1])
    (folder / "a.jpg").unlink()
    (folder / "b.jpg").unlink()
    gone = lambda path: PhotoAnalysis(path, failure="it is gone")  # noqa: E731
    again = changed(catalog, folder, "a", 2)
    counts = write(library, catalog, Workers(a=gone, b=gone), [*again, items[1]])
    assert (counts.missing, counts.failed) == (1, 0)
    (known,) = files.below(catalog, folder).values()
    assert known.missing and known.photo_id is not None


def test_a_photo_that_cannot_be_read_now_stays_what_it_is_known_as(library, catalog, folder):
    (item,) = todo(catalog, folder, "a")
    write(library, catalog, Workers(a=seen(1, detected())), [item])
    known = files.below(catalog, folder)[item.file.path]
    again = Todo(item.folder_id, FoundFile(*known[:3]), known)  # by another detector, say
    failed = lambda path: PhotoAnalysis(path, failure="the drive reports an error")  # noqa: E731
    assert write(library, catalog, Workers(a=failed), [again]).failed == 1
    assert files.below(catalog, folder)[item.file.path] == known


def test_photos_of_the_folder_that_is_looked_at_come_first(library, catalog, folder, tmp_path):
    below = folder / "wedding"
    below.mkdir()
    items = todo(catalog, folder, *"abc") + todo(catalog, below, *"de")
    order = []

    class Asked(Workers):
        def submit(self, fn, tasks):
            order.extend(Path(task.file.path).stem for task in tasks)
            return super().submit(fn, tasks)

    writer = PhotoWriter(library, catalog, MODELS, ScanCounts())
    workers = Asked(**{name: seen(number) for number, name in enumerate("abcde")})
    looked_at = iter(["", "", str(below), str(below), str(below), "", ""])
    writer.write_all(items, workers, no_report, CancelToken(), lambda: next(looked_at, ""))
    writer.close()
    assert order == ["a", "b", "d", "e", "c"]
