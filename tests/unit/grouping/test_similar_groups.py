import numpy as np
import pytest

from facegallery.grouping.similar_groups import MOST_PARTNERS, similar_groups
from facegallery.grouping.units import Faces
from tests.made import person_vector


@pytest.fixture
def faces():
    """Groups 4 and 9 of made-up person 1, group 6 of person 2, two faces each, and a lone one."""
    vectors = np.stack(
        [person_vector(who, 0.05, seed) for seed, who in enumerate([1, 1, 1, 1, 2, 2, 1])]
    )
    return Faces(vectors, np.arange(7), np.array([4, 4, 9, 9, 6, 6, -1]))


def test_groups_as_like_as_that_are_pairs(faces):
    ((one, other, likeness),) = similar_groups(faces, 0.5, 0.05)
    assert (one, other) == (4, 9)
    assert likeness > 0.9


def test_groups_that_were_told_apart_or_share_photos_are_no_pair(faces):
    assert similar_groups(faces, 0.5, 0.05, [(0, 2)]) == []
    together = Faces(faces.vectors, np.array([0, 1, 0, 3, 4, 5, 6]), faces.labels)
    assert similar_groups(together, 0.5, 0.05) == []


def test_one_group_is_not_asked_about_without_end():
    vectors = np.stack([person_vector(1, 0.05, seed) for seed in range(20)])
    alike = Faces(vectors, np.arange(20), np.repeat(np.arange(10), 2))
    found = similar_groups(alike, 0.5, 0.05)
    partners = np.bincount([label for one, other, _ in found for label in (one, other)])
    assert partners.max() == MOST_PARTNERS
