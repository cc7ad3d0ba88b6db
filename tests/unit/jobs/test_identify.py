import numpy as np
import pytest

from facegallery.catalog import assignments, people, properties
from facegallery.catalog.database import transaction
from facegallery.domain.errors import ModelUnavailable, NobodyToCompareWith
from facegallery.jobs.identify import Question, chosen_classifier, identify
from facegallery.vision.model_files import write_record
from facegallery.vision.registry import CLASSIFIERS
from tests.made import add_photo, detected

FIRST, SECOND, _ = CLASSIFIERS


def install(name, folder):
    for file in CLASSIFIERS[name].files:
        (folder / file.name).touch()


def test_an_installed_classifier_is_taken_the_first_one_of_several(tmp_path):
    assert chosen_classifier(None, tmp_path) is None
    install(SECOND, tmp_path)
    assert chosen_classifier(None, tmp_path) == SECOND
    install(FIRST, tmp_path)
    assert chosen_classifier(None, tmp_path) == FIRST
    assert chosen_classifier(SECOND, tmp_path) == SECOND


def test_one_asked_for_by_name_must_be_there(tmp_path):
    with pytest.raises(ModelUnavailable, match=f"models install {FIRST}"):
        chosen_classifier(FIRST, tmp_path)
    with pytest.raises(ModelUnavailable, match="it is not one of"):
        chosen_classifier("sface", tmp_path)


def test_with_neither_people_nor_a_classifier_it_says_what_to_do(library, tmp_path, portraits):
    with pytest.raises(NobodyToCompareWith) as error:
        identify(library, Question(portraits["hopper"]), tmp_path)
    assert "facegallery name" in str(error.value)
    assert f"facegallery models install {FIRST}" in str(error.value)


def test_a_damaged_classifier_does_not_keep_the_people_back(library, tmp_path, portraits):
    with library.open() as db:
        properties.set_value(db, "detector", "yunet")
        properties.set_value(db, "recognizer", "sface")
        add_photo(db, "ada.jpg", [detected(vector=np.eye(128, dtype=np.float32)[0])])
        with transaction(db):
            db.execute("update embeddings set model = 'sface'")
            ids = [row[0] for row in db.execute("select id from faces")]
            assignments.confirm(db, ids, people.add(db, "Ada"))
    weights = tmp_path / "weights"
    weights.mkdir()
    for file in CLASSIFIERS[FIRST].files:
        (weights / file.name).write_bytes(b"half a download")
        write_record(weights / file.name, "0" * 64)
    found = identify(library, Question(portraits["hopper"]), weights)
    assert [person.name for person in found.faces[0].people] == ["Ada"]
    assert found.faces[0].classes == ()
    assert found.problem is not None
    assert FIRST in found.problem
    with pytest.raises(ModelUnavailable, match=FIRST):
        identify(library, Question(portraits["hopper"], classifier=FIRST), weights)
