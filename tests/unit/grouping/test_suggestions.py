from dataclasses import replace

import numpy as np
import pytest

from facegallery.grouping.suggestions import SuggestionRules, suggest
from facegallery.grouping.units import Faces, People
from tests.made import person_vector

ANN, BEN = 11, 12
NONE = frozenset()


def vectors_of(*people, spread=0.02):
    return np.stack([person_vector(who, spread, seed) for seed, who in enumerate(people)])


@pytest.fixture
def known():
    """Ann (looks like made-up person 1) in photos 1-3, Ben (person 2) in photos 4-5."""
    return People(
        vectors_of(1, 1, 1, 2, 2),
        np.array([ANN, ANN, ANN, BEN, BEN]),
        np.arange(1, 6),
        np.full(5, 0.9, np.float32),
    )


def asked(known, *faces, labels=None, photos=None, rejected=NONE, rules=None):
    vectors = vectors_of(*faces) if isinstance(faces[0], int) else np.stack(faces)
    count = len(vectors)
    free = Faces(
        vectors,
        np.arange(100, 100 + count) if photos is None else np.array(photos),
        np.full(count, -1) if labels is None else np.array(labels),
    )
    found = suggest(free, known, rejected, rules or SuggestionRules())
    return [(row, person) for row, person, _ in found.faces]


def test_faces_are_suggested_to_whom_they_look_like_and_strangers_to_nobody(known):
    assert asked(known, 1, 2, 3) == [(0, ANN), (1, BEN)]


def test_nobody_is_suggested_who_is_in_the_photo_already(known):
    assert asked(known, 1, 1, photos=[2, 50]) == [(1, ANN)]


def test_a_rejected_pair_never_comes_back(known):
    assert asked(known, 1, 1, rejected={(0, ANN)}) == [(1, ANN)]


def test_a_group_is_judged_as_a_whole(known):
    doubtful = 0.42 * person_vector(1) + 0.91 * person_vector(5)
    alone = asked(known, doubtful / np.linalg.norm(doubtful))
    together = asked(known, doubtful / np.linalg.norm(doubtful), person_vector(1), labels=[0, 0])
    assert alone == []
    assert together == [(0, ANN), (1, ANN)]


def test_a_group_with_a_no_must_convince_face_by_face(known):
    doubtful = 0.42 * person_vector(1) + 0.91 * person_vector(5)
    faces = [doubtful / np.linalg.norm(doubtful), person_vector(1), person_vector(1, seed=5)]
    assert asked(known, *faces, labels=[0, 0, 0], rejected={(1, ANN)}) == [(2, ANN)]


def test_a_no_for_one_kind_of_face_leaves_the_others_to_their_own_likeness(known):
    no = 0.45 * person_vector(1) + 0.89 * person_vector(5)
    doubtful = 0.42 * person_vector(1) + 0.91 * person_vector(6)
    faces = [face / np.linalg.norm(face) for face in (no, doubtful, person_vector(1))]
    assert asked(known, *faces, labels=[0, 0, 0]) == [(0, ANN), (1, ANN), (2, ANN)]
    assert asked(known, *faces, labels=[0, 0, 0], rejected={(0, ANN)}) == [(2, ANN)]


def test_faces_like_a_rejected_one_do_not_come_back_either(known):
    stranger = 0.6 * person_vector(1) + 0.8 * person_vector(5)
    faces = [stranger + 0.01 * person_vector(6 + seed) for seed in range(3)]
    faces = [face / np.linalg.norm(face) for face in faces]
    assert asked(known, *faces) == [(0, ANN), (1, ANN), (2, ANN)]
    assert asked(known, *faces, labels=[0, 0, 0]) == [(0, ANN), (1, ANN), (2, ANN)]
    assert asked(known, *faces, rejected={(1, ANN)}) == []
    assert asked(known, *faces, labels=[0, 0, 0], rejected={(1, ANN)}) == []


def test_a_group_often_photographed_with_a_person_is_somebody_else(known):
    assert asked(known, 1, 1, 1, labels=[0, 0, 0]) == [(0, ANN), (1, ANN), (2, ANN)]
    assert asked(known, 1, 1, 1, labels=[0, 0, 0], photos=[2, 50, 51]) == []


def test_of_a_large_group_only_the_face_beside_the_person_is_left_out(known):
    photos = [2, *range(50, 69)]
    found = asked(known, *[1] * 20, labels=[0] * 20, photos=photos)
    assert found == [(row, ANN) for row in range(1, 20)]


def test_of_two_faces_in_one_photo_the_more_alike_is_suggested(known):
    less = 0.8 * person_vector(1) + 0.6 * person_vector(5)
    faces = [less / np.linalg.norm(less), person_vector(1)]
    assert asked(known, *faces, photos=[50, 50]) == [(1, ANN)]


def test_between_siblings_nothing_is_said(known):
    between = person_vector(1) + person_vector(2)
    assert asked(known, between / np.linalg.norm(between)) == []


def test_a_sibling_in_the_photo_does_not_stand_in_the_way(known):
    between = person_vector(1) + person_vector(2)
    assert asked(known, between / np.linalg.norm(between), photos=[4]) == [(0, ANN)]


def test_a_no_for_somebody_without_examples_is_no_obstacle(known):
    assert asked(known, 1, 2, rejected={(0, 99)}) == [(0, ANN), (1, BEN)]


def test_one_of_several_looks_is_enough():
    looks = People(
        np.stack([person_vector(who, seed=seed) for who in (1, 2) for seed in range(4)]),
        np.full(8, ANN),
        np.arange(8),
        np.full(8, 0.9, np.float32),
    )
    assert asked(looks, 1, 2, 3) == [(0, ANN), (1, ANN)]


def test_with_nobody_known_or_nothing_to_suggest_there_is_nothing(known):
    nobody = People(*(part[:0] for part in (known.vectors, known.person_ids, known.photo_ids)),
                    known.quality[:0])  # fmt: skip
    assert asked(nobody, 1) == []
    none = Faces(known.vectors[:0], known.photo_ids[:0], known.person_ids[:0])
    assert suggest(none, known, NONE, SuggestionRules()).faces == ()


def test_nobody_is_suggested_for_a_photo_taken_before_their_birth(known):
    days = np.array(["1979-05-01", "1981-05-01"], "datetime64[D]")
    free = Faces(vectors_of(1, 1), np.array([100, 101]), np.array([-1, -1]), days)
    people = replace(known, born={ANN: np.datetime64("1980-01-01", "D")})
    assert [row for row, _, _ in suggest(free, people, NONE, SuggestionRules()).faces] == [1]


def looking_like(who: int, likeness: float, stranger: int) -> np.ndarray:
    """Somebody as like a made-up person as that: a brother, who has a look of his own."""
    vector = likeness * person_vector(who, 0) + np.sqrt(1 - likeness**2) * person_vector(
        stranger, 0
    )
    return vector.astype(np.float32)


def test_each_no_moves_the_bound_towards_the_brother_who_was_refused(known):
    brother = looking_like(1, 0.62, 9)
    stranger, own = looking_like(1, 0.52, 8), looking_like(1, 0.80, 7)
    assert asked(known, brother, stranger, own) == [(0, ANN), (1, ANN), (2, ANN)]
    assert asked(known, brother, stranger, own, rejected={(0, ANN)}) == [(2, ANN)]


def test_groups_that_are_nobodys_clearly_are_asked_about(known):
    doubtful = looking_like(1, 0.35, 9)
    free = Faces(np.stack([doubtful, doubtful]), np.array([100, 101]), np.array([7, 7]))
    found = suggest(free, known, NONE, SuggestionRules())
    assert found.faces == ()
    ((label, person, likeness),) = found.groups
    assert (label, person) == (7, ANN)
    assert likeness == pytest.approx(0.35, abs=0.03)
    assert suggest(free, known, {(0, ANN)}, SuggestionRules()).groups == ()


def test_the_child_stays_known_beside_a_thousand_photos_of_the_adult(known):
    """Made-up persons 1 and 3 are Ann grown up and as a child: 300 clear faces and 4 others."""
    drawn = np.random.default_rng(1)
    adult = np.stack([person_vector(1, 0.05, seed) for seed in range(300)])
    child = np.stack([person_vector(3, 0.05, seed) for seed in range(4)])
    looks = People(
        np.concatenate([adult, child, known.vectors[3:]]),
        np.array([ANN] * 304 + [BEN] * 2),
        np.arange(306),
        np.concatenate([drawn.uniform(0.7, 1, 300), [0.4] * 4, [0.9, 0.9]]).astype(np.float32),
    )
    years = np.concatenate([drawn.integers(2005, 2025, 300), [1990] * 4, [0, 0]])
    assert asked(looks, 3, 1, photos=[900, 901]) == [(1, ANN)]
    taken = (years - 1970).astype("datetime64[Y]").astype("datetime64[D]")
    assert asked(replace(looks, taken=taken), 3, 1, photos=[900, 901]) == [(0, ANN), (1, ANN)]


def days(*years):
    return np.array([f"{year}-06-01" for year in years], "datetime64[D]")


def test_of_siblings_the_one_who_looked_like_that_at_the_time_is_meant():
    """Made-up person 1 is what both look like at six: Ann in 1990, Ben ten years later."""
    ann = [looking_like(1, 0.9, 5), looking_like(1, 0.9, 6), person_vector(2)]
    ben = [looking_like(1, 0.9, 7), looking_like(1, 0.9, 8), person_vector(3)]
    known = People(
        np.stack(ann + ben),
        np.array([ANN] * 3 + [BEN] * 3),
        np.arange(6),
        np.full(6, 0.9, np.float32),
        taken=days(1990, 1990, 2000, 2000, 2000, 1990),
    )
    children = np.stack([person_vector(1, 0.02, 60), person_vector(1, 0.02, 61)])
    photos, alone = np.array([100, 101]), np.array([-1, -1])
    undated = Faces(children, photos, alone)
    assert suggest(undated, known, NONE, SuggestionRules(best=2)).faces == ()
    found = suggest(replace(undated, taken=days(1990, 2000)), known, NONE, SuggestionRules(best=2))
    assert [face[:2] for face in found.faces] == [(0, ANN), (1, BEN)]
    together = replace(undated, taken=days(1999, 2000), labels=np.array([4, 4]))
    found = suggest(together, known, NONE, SuggestionRules(best=2))
    assert [face[:2] for face in found.faces] == [(0, BEN), (1, BEN)]


def test_whoever_is_known_from_another_time_only_is_found_as_before(known):
    later = replace(known, taken=days(*[1970] * 5))
    free = Faces(vectors_of(1, 2), np.array([100, 101]), np.array([-1, -1]), days(2020, 2020))
    found = suggest(free, later, NONE, SuggestionRules())
    assert [face[:2] for face in found.faces] == [(0, ANN), (1, BEN)]
