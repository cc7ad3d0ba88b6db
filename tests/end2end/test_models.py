"""Models from the command line: what there is, and changing a library's recognizer."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from facegallery.catalog import embeddings
from facegallery.catalog.library import Library
from facegallery.vision.registry import RECOGNIZERS
from tests.free_album import make_free_album

ROOT = Path(__file__).resolve().parents[2]
NEW = "vggface2-resnet50"


def test_models_are_listed_and_errors_say_what_to_do(program, tmp_path):
    listed = program.json("models")
    assert [set(model) for model in listed] == [
        {"name", "installed", "dimensions", "licence", "source"}
    ] * len(listed)
    by_name = {model["name"]: model for model in listed}
    assert by_name["sface"]["installed"]
    assert by_name["sface"]["dimensions"] == 128
    assert by_name["mtcnn"]["dimensions"] is None
    assert not by_name[NEW]["installed"]
    assert by_name[NEW]["source"].startswith("https://")
    assert "built in" in program.run("models").stdout
    assert "built in" in program.fails("models", "install", "sface")
    assert "built in" in program.fails("models", "remove", "mtcnn")
    assert "not installed" in program.fails("models", "remove", NEW)
    assert "models install" in program.fails("models", "use", NEW)
    missing = tmp_path / "away.h5"
    assert str(missing) in program.fails("models", "install", NEW, "--from", missing)
    assert "it is not one of" in program.fails("models", "use", "facenet")
    program.fails("models", "install", code=2)


@pytest.fixture(scope="module")
def weights(tmp_path_factory):
    """Random weights of the right layout."""
    file = tmp_path_factory.mktemp("weights") / RECOGNIZERS[NEW].files[0].name
    script = ROOT / "tests/unit/jobs/make_weights.py"
    subprocess.run(
        [sys.executable, str(script), str(file)], cwd=ROOT, check=True, capture_output=True
    )
    return file


def kept(program):
    """What no change of models may touch: faces, their places, and whose they are."""
    return [
        (face["id"], face["photo"], face["box"], face["person"], face["state"] == "confirmed")
        for face in sorted(program.json("faces"), key=lambda face: face["id"])
    ]


def embedded(library, model):
    with library.open(read_only=True) as db:
        return set(embeddings.of_model(db, model).face_ids.tolist())


def vectors(library):
    """The embeddings by NEW, by the photo and the place of the face."""
    with library.open(read_only=True) as db:
        rows = db.execute(
            """select path, x, y, vector from embeddings join faces on face_id = faces.id
            join files using (photo_id) where model = ?""",
            (NEW,),
        ).fetchall()
    return {(path, x, y): np.frombuffer(vector, np.float32) for path, x, y, vector in rows}


def assert_alike(embedded_later, embedded_by_a_scan):
    """The faces of other photos that one was embedded together with make no difference."""
    assert embedded_later.keys() == embedded_by_a_scan.keys()
    for face, vector in embedded_later.items():
        np.testing.assert_allclose(vector, embedded_by_a_scan[face], atol=1e-4)


def without(library, model):
    with library.open(read_only=True) as db:
        return embeddings.photos_without(db, model)


@pytest.mark.slow
def test_another_recognizer_costs_no_name_and_can_be_stopped_anywhere(program, weights, tmp_path):
    album = tmp_path / "album"
    make_free_album(album)
    scanned = program.json("scan", album)
    person = program.json("people")[0]["id"]
    done = program.json("name", person, "Somebody")["done"]
    before, people = kept(program), program.json("people")
    library = Library(program.library)
    models = Path(program.environment["HOME"]) / "FaceGallery" / "models"
    models.mkdir(parents=True)
    shutil.copy(weights, models)

    running = program.start("models", "use", NEW, "--workers", "1")
    while not embedded(library, NEW):
        with suppress(subprocess.TimeoutExpired):
            raise AssertionError(running.communicate(timeout=0.2))
    os.killpg(running.pid, signal.SIGKILL)
    running.communicate()
    status = program.json("status")
    assert (status["recognizer"], status["next_recognizer"]) == ("sface", NEW)
    have = embedded(library, NEW)
    assert 0 < len(have) < scanned["faces"]
    assert (kept(program), program.json("people")) == (before, people)

    away = tmp_path / "away.jpg"
    lost = next(Path(photo) for number, photo, *_ in before if number not in have)
    shutil.move(lost, away)
    # Takes the change up again, and does not wait for that photo.
    program.json("scan", album, "--workers", "1")
    status = program.json("status")
    assert (status["recognizer"], status["next_recognizer"]) == (NEW, None)
    assert status["device"]
    assert kept(program) == before
    assert without(library, NEW) == 1
    assert "works with" in program.fails("models", "remove", NEW)

    shutil.move(away, lost)
    program.json("scan", album, "--workers", "1")
    assert without(library, NEW) == 0
    assert kept(program) == before

    again = replace(program, library=tmp_path / "again")
    again.json("scan", album, "--recognizer", NEW, "--workers", "1")
    assert_alike(vectors(library), vectors(Library(again.library)))

    assert program.json("undo")["done"] == f"Undone: {done}"
    assert program.json("redo")["done"] == f"Done again: {done}"
    assert kept(program) == before
    assert "sface now" in program.json("models", "use", "sface")["done"]
    assert program.json("status")["recognizer"] == "sface"
    assert kept(program) == before
    program.json("models", "remove", NEW)
    assert list(models.glob("*.h5*")) == []


@pytest.mark.slow
def test_another_detector_keeps_names_of_the_faces_it_finds_again(program, tmp_path):
    album = tmp_path / "album"
    make_free_album(album)
    program.json("scan", album)
    person = program.json("people")[0]["id"]
    program.json("name", person, "Somebody")
    before = {face["id"]: face["person"] for face in program.json("faces") if face["person"]}
    assert "yunet now" in program.json("models", "use", "yunet")["done"]
    after = {face["id"]: face["person"] for face in program.json("faces")}
    assert {face_id: after[face_id] for face_id in before} == before
    status = program.json("status")
    assert (status["detector"], status["recognizer"]) == ("yunet", "sface")
