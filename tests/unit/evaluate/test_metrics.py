from itertools import combinations

import numpy as np
import pytest

from facegallery.evaluate.metrics import bcubed, pairwise, score_groups


def counted(labels, truth):
    """The figures by their definitions: every pair, and every face, looked at one by one."""
    count = len(labels)
    alone = [label if label >= 0 else -1 - row for row, label in enumerate(labels)]
    together = {(a, b) for a, b in combinations(range(count), 2) if alone[a] == alone[b]}
    same = {(a, b) for a, b in combinations(range(count), 2) if truth[a] == truth[b]}
    precision, recall = [], []
    for row in range(count):
        group = [other for other in range(count) if alone[other] == alone[row]]
        person = [other for other in range(count) if truth[other] == truth[row]]
        both = len(set(group) & set(person))
        precision.append(both / len(group))
        recall.append(both / len(person))
    return (
        len(together & same) / len(together),
        len(together & same) / len(same),
        sum(precision) / count,
        sum(recall) / count,
    )


@pytest.mark.parametrize("seed", range(5))
def test_the_figures_are_those_of_the_definitions(seed):
    random = np.random.default_rng(seed)
    truth = random.integers(0, 6, 40) * 100
    labels = np.where(random.random(40) < 0.6, truth // 100, random.integers(-1, 8, 40))
    expected = counted(labels.tolist(), truth.tolist())
    by_pairs, by_faces = pairwise(labels, truth), bcubed(labels, truth)
    assert [
        by_pairs.precision, by_pairs.recall, by_faces.precision, by_faces.recall,
    ] == pytest.approx(expected)  # fmt: skip
    assert by_pairs.f == pytest.approx(2 * expected[0] * expected[1] / (expected[0] + expected[1]))


def test_a_face_in_no_group_is_a_group_of_its_own():
    truth = np.array([1, 1, 1, 1])
    assert pairwise(np.array([0, 0, -1, -1]), truth).recall == pytest.approx(1 / 6)
    assert bcubed(np.array([0, 0, -1, -1]), truth).recall == pytest.approx((0.5 * 2 + 0.25 * 2) / 4)
    assert bcubed(np.array([0, 0, -1, -1]), truth).precision == 1


def test_perfect_groups_score_one_and_none_at_all_zero():
    truth = np.array([4, 4, 9, 9])
    assert pairwise(np.array([1, 1, 0, 0]), truth).f == 1
    assert bcubed(np.array([1, 1, 0, 0]), truth).f == 1
    assert pairwise(np.array([0, 1, 0, 1]), truth).f == 0


def test_nothing_to_judge_is_perfect():
    nothing = np.empty(0, np.int64)
    assert pairwise(nothing, nothing).f == bcubed(nothing, nothing).f == 1


def test_a_million_faces_take_no_table_of_people_by_groups():
    truth = np.repeat(np.arange(250_000), 4)
    labels = np.where(np.arange(1_000_000) % 4 == 3, -1, truth)
    assert pairwise(labels, truth).recall == pytest.approx(0.5)
    assert bcubed(labels, truth).recall == pytest.approx((9 / 16) + 1 / 16)


def test_the_json_is_as_the_command_line_promises():
    score = score_groups(np.array([0, 0, 1, 1, -1]), np.array([7, 7, 8, 8, 8]), 0.5)
    assert score.to_json() == {
        "people": 2,
        "faces": 5,
        "groups": 2,
        "pairwise": {"precision": 1.0, "recall": 0.5, "f": pytest.approx(2 / 3)},
        "bcubed": {
            "precision": 1.0,
            "recall": pytest.approx((2 + 4 / 3 + 1 / 3) / 5),
            "f": pytest.approx(2 * (11 / 15) / (1 + 11 / 15)),
        },
        "seconds": 0.5,
    }
