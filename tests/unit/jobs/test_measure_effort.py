import json

import numpy as np
import pytest

from facegallery.catalog import assignments, faces, people, properties
from facegallery.catalog.library import Library
from facegallery.domain.errors import NoLabelledPhotos
from facegallery.domain.progress import CancelToken, no_report
from facegallery.jobs.measure_effort import (
    PLAYERS,
    measure_effort,
    name_everybody,
    truth_of,
)
from facegallery.jobs.regroup import regroup_here
from tests.made import DIMENSIONS, add_photo, detected, person_vector


def vector(person, spread=0.02, seed=0):
    """As long as SFace's, of which the average face is known."""
    return np.pad(person_vector(person, spread, seed), (0, 128 - DIMENSIONS))


@pytest.fixture
def album(tmp_path):
    """An album of three people, two of whom are beside each other at times, and strangers."""
    library = Library(tmp_path / "library")
    library.prepare()
    folder = tmp_path / "photos"
    folder.mkdir()
    truth = []
    with library.open() as db:
        properties.set_value(db, "recognizer", "sface")
        for number in range(24):
            who = [number % 3] if number % 4 else [number % 3, (number + 1) % 3]
            shown = [
                detected(0.1 + 0.4 * place, vector(one, seed=number))
                for place, one in enumerate(who)
            ]
            stranger = [detected(0.8, vector(5 + number % 11, 0.2, number))]
            add_photo(db, f"{number}.jpg", shown + stranger * (number % 5 == 0), folder=str(folder))
            labels = [
                {"person": f"person {one}", "box": [0.1 + 0.4 * place, 0.2, 0.15, 0.2]}
                for place, one in enumerate(who)
            ]
            truth.append({"path": f"{number}.jpg", "faces": labels})
    (folder / "truth.json").write_text(json.dumps({"photos": truth}))
    regroup_here(library)
    return library, folder


@pytest.mark.parametrize(("player", "most"), [("usual", 6), ("careful", 9)])
def test_a_played_user_names_everybody_right(album, player, most):
    library, folder = album
    measured = name_everybody(library, folder, no_report, CancelToken(), PLAYERS[player])
    figures = measured.to_json()
    assert set(figures) == {*figures["baseline"], "baseline"}
    assert (figures["people"], figures["faces"], figures["wrong"]) == (3, 30, 0.0)
    assert figures["actions"] == sum(measured.kinds.values()) <= most
    assert figures["baseline"]["actions"] >= 3
    assert measured.effort.right >= 0.99
    with library.open() as db:
        assert {name for _, name in people.names(db)} == {f"person {one}" for one in range(3)}
        assert len(assignments.confirmed(db)) >= 30


def test_the_truth_of_a_folder_for_each_person_is_the_central_face(tmp_path):
    library = Library(tmp_path / "library")
    library.prepare()
    folder = tmp_path / "people"
    (folder / "ann").mkdir(parents=True)
    (folder / "ann" / "1.jpg").write_bytes(b"")
    with library.open() as db:
        shown = [detected(0.0), detected(0.42), detected(0.8)]
        add_photo(db, "ann/1.jpg", shown, folder=str(folder))
        middle = next(face.id for face in faces.listed(db) if face.box.x == 0.42)
        assert truth_of(db, folder) == {middle: "ann"}
        assert truth_of(db, folder / "ann" / "..") == {middle: "ann"}


def test_without_labelled_photos_nothing_is_begun(tmp_path):
    with pytest.raises(NoLabelledPhotos):
        measure_effort(tmp_path)
