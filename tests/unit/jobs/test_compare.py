import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from facegallery.domain.face import Box, DetectedFace
from facegallery.jobs.compare import Comparison, best_pairs, distances_between
from facegallery.jobs.measure import Look

SHAPES = st.tuples(st.integers(1, 5), st.integers(1, 5))
DISTANCES = SHAPES.flatmap(
    lambda shape: arrays(np.float32, shape, elements=st.floats(0, 2, width=32))
)


def face(vector, side=0.1):
    embedding = np.array(vector, np.float32)
    embedding /= np.linalg.norm(embedding)
    return DetectedFace(
        Box(0.1, 0.1, side, side), np.zeros((5, 2), np.float32), 1.0, 1.0, embedding
    )


def test_distances_are_cosine_distances():
    distances = distances_between(
        [face([1, 0]), face([0, 1]), face([-1, 0])], [face([2, 0]), face([1, 1])]
    )
    half = 1 - np.sqrt(0.5)
    assert distances == pytest.approx(np.array([[0, half], [1, half], [2, 2 - half]]), abs=1e-6)


def test_the_best_pairs_are_not_the_nearest_one_after_the_other():
    # Taking 0.1 first would leave the other two apart.
    distances = np.array([[0.1, 0.2], [0.2, 0.9]], np.float32)
    assert best_pairs(distances, 0.5) == [(0, 1), (1, 0)]


def test_nothing_beyond_the_threshold_is_a_pair_nor_spoils_one():
    distances = np.array([[0.3, 0.4], [0.6, 1.5]], np.float32)
    assert best_pairs(distances, 0.5) == [(0, 0)]
    assert best_pairs(distances + 1, 0.5) == []
    assert best_pairs(np.array([[0.5]], np.float32), 0.5) == [(0, 0)]


@settings(max_examples=60, deadline=None)
@given(DISTANCES, st.floats(0.05, 1.5))
def test_pairs_are_one_to_one_and_no_pair_is_left_that_could_be_added(distances, threshold):
    pairs = best_pairs(distances, threshold)
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    assert len(rows) == len(columns) == len(pairs)
    assert all(float(distances[pair]) <= threshold for pair in pairs)
    left = [
        float(distances[row, column])
        for row in set(range(distances.shape[0])) - rows
        for column in set(range(distances.shape[1])) - columns
    ]
    assert all(distance >= threshold - 1e-9 for distance in left)


def test_the_largest_faces_are_those_that_verify_compares():
    first = Look("a.jpg", 10, 10, (face([1, 0]), face([0, 1], side=0.3)))
    second = Look("b.jpg", 10, 10, (face([0, 1], side=0.2), face([1, 0])))
    distances = distances_between(first.faces, second.faces)
    found = Comparison(first, second, distances, ((1, 0),), 0.5, "sface")
    assert found.largest == (1, 0)
    assert found.distance(1, 0) == pytest.approx(0)
    assert found.match(1, 0)
    assert not found.match(0, 0)
