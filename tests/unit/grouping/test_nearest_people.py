import numpy as np
import pytest

from facegallery.grouping.nearest_people import nearest_people
from facegallery.grouping.suggestions import SuggestionRules
from facegallery.grouping.units import People

RULES = SuggestionRules()


def vectors(*rows):
    made = np.zeros((len(rows), 8), np.float32)
    for place, row in enumerate(rows):
        made[place, : len(row)] = row
    return made / np.linalg.norm(made, axis=1, keepdims=True)


def people(ids, rows):
    count = len(ids)
    return People(
        vectors(*rows),
        np.array(ids),
        np.arange(count),
        np.linspace(0.5, 1, count, dtype=np.float32),
    )


def test_people_come_by_the_mean_of_their_best_faces():
    # Person 7 has two near faces, person 3 a nearer one and two far ones.
    known = people([7, 3, 7, 3, 3], [(1, 0.2), (1, 0.1), (1, 0.3), (0, 1), (0, 0, 1)])
    ((first, second),) = nearest_people(vectors((1,)), known, RULES, top=5)
    assert (first.person_id, second.person_id) == (7, 3)
    faces = known.vectors[:, 0]
    assert first.likeness == pytest.approx(np.mean(faces[[0, 2]]))
    assert second.likeness == pytest.approx(np.mean(faces[[1, 3, 4]]))
    assert first.likely
    assert not second.likely


def test_only_who_is_near_and_ahead_is_likely():
    far = nearest_people(vectors((0, 0, 1)), people([1], [(1, 0, 0.3)]), RULES, top=1)
    assert not far[0][0].likely
    twins = people([1, 2], [(1, 0.2), (1, 0, 0.2)])
    assert [near.likely for near in nearest_people(vectors((1,)), twins, RULES, top=2)[0]] == [
        False,
        False,
    ]


def test_every_face_gets_its_own_people_and_no_more_than_asked_for():
    known = people([1, 2, 3], [(1,), (0, 1), (0, 0, 1)])
    found = nearest_people(vectors((1, 0.1), (0.1, 0, 1)), known, RULES, top=2)
    assert [[near.person_id for near in row] for row in found] == [[1, 2], [3, 1]]


def test_without_people_there_is_nobody():
    nobody = People(
        np.empty((0, 8), np.float32), np.empty(0, np.int64), np.empty(0, np.int64),
        np.empty(0, np.float32),
    )  # fmt: skip
    assert nearest_people(vectors((1,), (0, 1)), nobody, RULES, top=3) == [[], []]
