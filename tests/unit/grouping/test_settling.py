import numpy as np
import pytest

from facegallery.grouping.rules import GroupingRules
from facegallery.grouping.settling import settle
from tests.unit.grouping.crowd import crowd

RULES = GroupingRules()
NOBODY_APART = np.empty((0, 2), np.int64)


@pytest.fixture
def people():
    """Vectors of three people with eight faces each, one after the other, photos, who they are."""
    vectors, truth = crowd(3, 8, spread=0.8)
    order = np.argsort(truth, kind="stable")
    return vectors[order], np.arange(24), truth[order]


def test_a_face_that_came_to_the_wrong_group_goes_where_it_is_at_home(people):
    vectors, photos, truth = people
    labels = truth.copy()
    labels[[2, 12]] = 2
    settled = settle(vectors, photos, labels, NOBODY_APART, RULES)
    assert settled.tolist() == truth.tolist()
    assert labels[2] == 2  # what was given is as it was


def test_who_is_in_the_right_group_or_in_none_stays_there(people):
    vectors, photos, truth = people
    labels = np.where(np.arange(24) % 8 == 3, -1, truth)
    assert settle(vectors, photos, labels, NOBODY_APART, RULES).tolist() == labels.tolist()


def test_two_faces_never_make_a_group_that_others_come_to(people):
    vectors, photos, truth = people
    labels = truth.copy()
    labels[:8] = 1
    labels[:2] = 0
    assert settle(vectors, photos, labels, NOBODY_APART, RULES).tolist() == labels.tolist()


def test_nobody_comes_where_another_face_of_the_photo_is(people):
    vectors, photos, truth = people
    labels = truth.copy()
    labels[2] = 1
    photos = photos.copy()
    photos[2] = photos[5]
    assert settle(vectors, photos, labels, NOBODY_APART, RULES).tolist() == labels.tolist()


def test_two_faces_of_a_photo_change_places(people):
    vectors, photos, truth = people
    labels = truth.copy()
    labels[[2, 12]] = labels[[12, 2]]
    photos = photos.copy()
    photos[2] = photos[12]
    settled = settle(vectors, photos, labels, NOBODY_APART, RULES)
    assert settled.tolist() == truth.tolist()


def test_nobody_comes_to_a_group_with_who_was_told_apart_from_them(people):
    vectors, photos, truth = people
    labels = truth.copy()
    labels[[2, 12]] = 2
    settled = settle(vectors, photos, labels, np.array([[2, 5], [20, 21]]), RULES)
    assert settled[2] == 2
    assert settled[12] == truth[12]


def test_faces_in_another_order_come_to_the_same_groups():
    vectors, truth = crowd(6, 12, spread=1.3, seed=3)
    random = np.random.default_rng(0)
    photos, labels = random.integers(0, 40, 72), truth.astype(np.int64)
    wrong = random.choice(72, 20, replace=False)
    labels[wrong] = random.integers(0, 6, 20)
    order = random.permutation(72)
    settled = settle(vectors, photos, labels, NOBODY_APART, RULES)
    shuffled = settle(vectors[order], photos[order], labels[order], NOBODY_APART, RULES)
    assert shuffled.tolist() == settled[order].tolist()
    assert (settled == truth).sum() > (labels == truth).sum()
