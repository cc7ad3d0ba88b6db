"""Embedding known faces again, with the real recognizer, in workers that a test can stop."""

from concurrent.futures import Future
from pathlib import Path

import numpy as np
import pytest

from facegallery.catalog import embeddings, faces, files, folders, photos
from facegallery.domain.errors import Cancelled, ModelUnavailable
from facegallery.domain.photo import FoundFile
from facegallery.domain.progress import CancelToken, no_report
from facegallery.imaging import source
from facegallery.jobs import bundles, embed_faces
from facegallery.jobs.analyse import Models, Task, analyse
from facegallery.jobs.embed_faces import embed_waiting
from facegallery.jobs.pool import Pool
from facegallery.jobs.worker_process import WorkerDied


class Here(Pool):
    """Works in this process; a path in `deadly` kills its worker. before: called with each task."""

    workers = 1

    def __init__(self, deadly=(), before=lambda task: None):
        self.deadly, self.before = deadly, before

    def submit(self, fn, task):
        future = Future()
        self.before(task)
        if any(photo.path.name in self.deadly for photo in task.photos):
            future.set_exception(WorkerDied(-11))
            return future
        try:
            future.set_result(fn(task))
        except ModelUnavailable as error:
            future.set_exception(error)
        return future


@pytest.fixture
def scanned(catalog, photo_folder, tmp_path):
    """A catalog of two portraits, found by yunet, embedded by sface; return those embeddings."""
    folder_id = folders.add(catalog, photo_folder)
    for path in sorted(photo_folder.iterdir()):
        stat = path.stat()
        file = FoundFile(str(path), stat.st_size, stat.st_mtime_ns)
        (seen,) = analyse([Task(file, frozenset(), Models("yunet", "sface", tmp_path))])
        photo_id = photos.save(
            catalog,
            source.content_hash(path.read_bytes()),
            stat.st_size,
            seen.facts,
            "yunet",
        )
        files.save(catalog, folder_id, file, photo_id)
        faces.replace(catalog, photo_id, seen.faces, "sface", same_content=False)
    found = embeddings.of_model(catalog, "sface")
    catalog.execute("delete from embeddings")
    return found


def run(db, folder, pool, cancel=None, recognizer="sface"):
    return embed_waiting(db, recognizer, folder, pool, no_report, cancel or CancelToken())


def test_embeddings_are_those_of_a_scan(catalog, scanned, tmp_path):
    assert run(catalog, tmp_path, Here()) == 2
    again = embeddings.of_model(catalog, "sface")
    assert again.face_ids.tolist() == scanned.face_ids.tolist()
    np.testing.assert_allclose(again.vectors, scanned.vectors, atol=1e-4)
    assert run(catalog, tmp_path, Here()) == 0


def test_a_photo_that_kills_its_worker_costs_only_itself(catalog, scanned, tmp_path):
    assert run(catalog, tmp_path, Here(deadly=("astronaut.jpg",))) == 1
    (left,) = embeddings.waiting_photos(catalog, "sface")
    assert left.path.name == "astronaut.jpg"


@pytest.mark.parametrize("change", [Path.unlink, lambda path: path.write_bytes(b"other")])
def test_a_file_that_is_gone_or_another_now_is_passed_over(
    catalog, scanned, tmp_path, photo_folder, change
):
    change(photo_folder / "hopper.jpg")
    assert run(catalog, tmp_path, Here()) == 1
    assert len(embeddings.waiting_photos(catalog, "sface")) == 1


def test_what_was_done_before_a_cancel_is_kept(catalog, scanned, tmp_path, monkeypatch):
    monkeypatch.setattr(embed_faces, "PHOTOS_AT_ONCE", 1)
    monkeypatch.setattr(bundles, "AHEAD_PHOTOS", 1)
    monkeypatch.setattr(bundles, "AHEAD_BUNDLES", 1)
    cancel, tasks = CancelToken(), []

    def stop_at_the_second(task):
        tasks.append(task)
        if len(tasks) == 2:
            cancel.set()

    with pytest.raises(Cancelled):
        run(catalog, tmp_path, Here(before=stop_at_the_second), cancel)
    assert len(embeddings.of_model(catalog, "sface").face_ids) == 1
    assert run(catalog, tmp_path, Here()) == 1


def test_a_model_that_cannot_work_is_an_error_and_no_photos_fault(catalog, scanned, tmp_path):
    with pytest.raises(ModelUnavailable, match="vggface2-resnet50"):
        run(catalog, tmp_path, Here(), recognizer="vggface2-resnet50")


def test_a_model_that_kills_every_worker_is_to_blame_itself(
    catalog, scanned, tmp_path, photo_folder, monkeypatch
):
    monkeypatch.setattr(embed_faces, "MOST_DEATHS", 2)
    deadly = Here(deadly=("astronaut.jpg", "hopper.jpg"))
    with pytest.raises(ModelUnavailable, match="crashes, or takes too long, on every photo"):
        run(catalog, tmp_path, deadly)
