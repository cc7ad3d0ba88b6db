import numpy as np

from facegallery.grouping.parting import MOST_CUT, propose_parts
from tests.made import person_vector


def faces_of(*people, spread=0.1):
    return np.stack([person_vector(who, spread, seed) for seed, who in enumerate(people)])


def partition(labels):
    return {frozenset(np.flatnonzero(labels == part).tolist()) for part in np.unique(labels)}


def own_photos(vectors):
    return np.arange(len(vectors))


def test_two_people_fall_into_two_parts_the_larger_one_first():
    vectors = faces_of(2, 1, 1, 2, 1, 1, 1)
    found = propose_parts(vectors, own_photos(vectors))
    assert found.labels.tolist() == [1, 0, 0, 1, 0, 0, 0]
    assert abs(found.likeness) < 0.3


def test_three_people_fall_into_three_parts():
    vectors = faces_of(1, 2, 3, 1, 2, 3, 1, 2, 1)
    found = propose_parts(vectors, own_photos(vectors), parts=3)
    assert found.labels.tolist() == [0, 1, 2, 0, 1, 2, 0, 1, 0]


def test_a_face_between_two_people_is_the_least_sure():
    between = person_vector(1) + 0.9 * person_vector(2)
    vectors = np.vstack([faces_of(1, 1, 1, 2, 2, 2), between / np.linalg.norm(between)])
    found = propose_parts(vectors.astype(np.float32), own_photos(vectors))
    assert int(np.argmin(found.sureness)) == 6
    assert found.labels[6] == found.labels[0]


def test_of_very_many_faces_all_get_their_part():
    people = [1 + (number % 3 == 0) for number in range(2 * MOST_CUT)]
    vectors = faces_of(*people)
    found = propose_parts(vectors, own_photos(vectors))
    assert partition(found.labels) == partition(np.array(people))


def test_the_same_faces_in_another_order_make_the_same_parts():
    vectors = faces_of(1, 2, 1, 1, 2, 1, 2, spread=0.3)
    order = np.random.default_rng(0).permutation(len(vectors))
    there = partition(propose_parts(vectors, own_photos(vectors)).labels)
    again = partition(propose_parts(vectors[order], own_photos(vectors)).labels)
    assert {frozenset(order[list(part)].tolist()) for part in again} == there


def test_the_same_picture_many_times_and_a_lone_face_do_not_fail():
    same = np.repeat(faces_of(1), 5, axis=0)
    assert propose_parts(same, np.zeros(5)).labels.max() == 1
    assert propose_parts(same[:1], np.zeros(1)).labels.tolist() == [0]
