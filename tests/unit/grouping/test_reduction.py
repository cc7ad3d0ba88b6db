import numpy as np
import pytest

from facegallery.evaluate.made_faces import made_faces
from facegallery.grouping import reduction
from facegallery.grouping.groups import group_faces
from facegallery.grouping.rules import GroupingRules
from tests.unit.grouping.crowd import crowd, partition


@pytest.fixture
def few_are_many(monkeypatch):
    monkeypatch.setattr(reduction, "SAMPLE", 600)


def test_similarities_stay_within_a_hundredth(few_are_many):
    vectors = made_faces(1_500, seed=2, dimensions=2_048).vectors
    order = np.random.default_rng(0).permutation(1_500)
    short = reduction.in_order(vectors, order)
    assert short.shape[1] <= reduction.MOST
    assert np.allclose(np.linalg.norm(short, axis=1), 1, atol=1e-5)
    before, after = vectors[order] @ vectors[order].T, short @ short.T
    assert np.sqrt(np.mean((before - after) ** 2)) < 0.01
    assert np.abs(before - after).max() < 0.05


def test_groups_of_long_embeddings_are_those_of_short_ones(few_are_many):
    short, long = made_faces(1_500, seed=2), made_faces(1_500, seed=2, dimensions=2_048)
    photos, quality = np.arange(1_500), np.ones(1_500, np.float32)
    labels = [group_faces(one.vectors, photos, quality, GroupingRules()) for one in (short, long)]
    together, apart = (len(partition(one) ^ partition(labels[1])) for one in labels[::-1])
    assert together == 0
    assert apart <= 0.05 * len(partition(labels[0]))


def test_short_or_few_embeddings_are_left_as_they_are(few_are_many):
    vectors, _ = crowd(4, 20)
    order = np.arange(80)[::-1]
    assert np.array_equal(reduction.in_order(vectors, order), vectors[order])
    few = made_faces(50, dimensions=2_048).vectors
    assert np.array_equal(reduction.in_order(few, np.arange(50)), few)
