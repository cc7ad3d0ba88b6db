"""Tests of facegallery.jobs.change_recognizer; with real models: tests/end2end/test_models.py."""

import pytest

from facegallery.catalog import embeddings, properties
from facegallery.domain.errors import ModelUnavailable
from facegallery.domain.progress import CancelToken, no_report
from facegallery.jobs.change_recognizer import (
    choose_recognizer,
    embed_what_is_back,
    finish_change,
)
from facegallery.jobs.pool import worker_pool
from facegallery.vision.registry import RECOGNIZERS
from tests.made import add_faces_of

NEW = "vggface2-resnet50"


@pytest.fixture
def weights(tmp_path):
    """A folder in which the weights of NEW are said to be."""
    (tmp_path / RECOGNIZERS[NEW].files[0].name).touch()
    return tmp_path


def at_work(db, name):
    properties.set_value(db, embeddings.RECOGNIZER, name)


def test_a_new_library_works_with_what_is_asked_for_or_the_best(catalog, tmp_path, weights):
    assert choose_recognizer(catalog, "sface", weights) == "sface"
    assert choose_recognizer(catalog, None, weights) == NEW
    assert choose_recognizer(catalog, None, tmp_path / "empty") == "sface"
    assert embeddings.change(catalog) is None


def test_another_one_is_to_come_while_the_old_one_works(catalog, weights):
    at_work(catalog, "sface")
    assert choose_recognizer(catalog, NEW, weights) == "sface"
    assert embeddings.change(catalog).recognizer == NEW
    assert choose_recognizer(catalog, None, weights) == "sface"
    assert choose_recognizer(catalog, "sface", weights) == "sface"
    assert embeddings.change(catalog) is None


def test_one_that_can_no_longer_work_gives_way_to_the_one_to_come(catalog, tmp_path):
    at_work(catalog, NEW)
    assert choose_recognizer(catalog, "sface", tmp_path) == "sface"
    assert embeddings.change(catalog).recognizer == "sface"


@pytest.mark.parametrize("name", ["facenet", NEW])
def test_one_that_cannot_work_changes_nothing(catalog, tmp_path, name):
    at_work(catalog, "sface")
    with pytest.raises(ModelUnavailable, match=name):
        choose_recognizer(catalog, name, tmp_path)
    assert embeddings.change(catalog) is None


def test_it_switches_when_every_face_that_can_be_had_is_embedded(catalog, tmp_path):
    """The photos of these faces are not on this machine: nothing waits for them."""
    at_work(catalog, NEW)
    add_faces_of(catalog, person=1, count=2)
    catalog.execute("delete from embeddings")
    catalog.execute("update files set missing = 1")
    properties.set_value(catalog, properties.GROUPED, "as they are")
    with worker_pool(1) as pool:
        embed_what_is_back(catalog, tmp_path, pool, no_report, CancelToken())
        assert not finish_change(catalog, tmp_path, pool, no_report, CancelToken())
        choose_recognizer(catalog, "sface", tmp_path)
        assert finish_change(catalog, tmp_path, pool, no_report, CancelToken())
    assert properties.value(catalog, embeddings.RECOGNIZER) == "sface"
    assert properties.value(catalog, embeddings.PREVIOUS) == NEW
    assert properties.value(catalog, properties.GROUPED) == ""
    assert embeddings.photos_without(catalog, "sface") == 2
