import numpy as np
import pytest

from facegallery.grouping.rules import GroupingRules


def test_ten_times_the_faces_need_a_little_more():
    rules = GroupingRules(merge_similarity=0.3, chance=0.05)
    assert rules.least_similarity(1_000) == pytest.approx(0.3)
    assert rules.least_similarity(100_000) == pytest.approx(0.4)
    assert rules.least_similarity(2) == rules.least_similarity(300) < 0.3


def test_lone_faces_need_more_than_groups_and_varied_groups_more_than_one_look():
    rules = GroupingRules(evidence=0.1, variety=0.2)
    sizes, variances = np.array([1, 1, 50, 50]), np.array([0.0, 0.4, 0.4, 0.0], np.float32)
    extra = rules.extra_similarity(sizes, np.array([1, 50, 50, 50]), variances, 0.3)
    assert extra == pytest.approx([0.1, 0.051 + 0.06, 0.002 + 0.06, 0.002])
