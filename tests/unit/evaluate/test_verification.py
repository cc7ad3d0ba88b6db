import numpy as np
import pytest

from facegallery.evaluate.verification import (
    accept_rates,
    best_threshold,
    roc,
    score_pairs,
    true_accept_rate,
)


def pairs_of(same_distances, different_distances, folds=10):
    distances = np.array([*same_distances, *different_distances], np.float32)
    same = np.repeat([True, False], [len(same_distances), len(different_distances)])
    fold = np.concatenate(
        [
            np.arange(len(part)) * folds // len(part)
            for part in (same_distances, different_distances)
        ]
    )
    return distances, same, fold


def test_pairs_that_are_apart_are_all_right():
    score = score_pairs(*pairs_of(np.linspace(0.1, 0.4, 50), np.linspace(0.6, 0.9, 50)))
    assert score.to_json() == {
        "pairs": 100,
        "accuracy": 1.0,
        "std": 0.0,
        "threshold": pytest.approx(0.5),
        "tar": {"0.01": 1.0, "0.001": 1.0},
        "failures": 0,
    }


def test_each_fold_is_judged_by_the_threshold_of_the_others():
    # One fold is right at 0.3, the other at 0.7: neither threshold is any good for the other.
    same, different = np.repeat([0.2, 0.6], 20), np.repeat([0.4, 0.8], 20)
    score = score_pairs(*pairs_of(same, different, folds=2))
    assert score.accuracy == pytest.approx(0.5)
    assert score.threshold == pytest.approx(0.5)


def test_the_spread_is_that_between_folds():
    same, different = np.full(10, 0.2), np.full(10, 0.8)
    same[0], different[0] = 0.8, 0.2  # in fold 0 alone, same and different have changed places
    score = score_pairs(*pairs_of(same, different))
    assert score.accuracy == pytest.approx(0.9)
    assert score.std == pytest.approx(np.std([0] + [1] * 9, ddof=1))


def test_a_failed_pair_is_different_and_counted():
    same, different = np.full(20, 0.2), np.full(20, 0.8)
    same[3] = different[7] = np.nan
    score = score_pairs(*pairs_of(same, different))
    assert score.failures == 2
    assert score.accuracy == pytest.approx(39 / 40)
    assert score.tar == {"0.01": 0.95, "0.001": 0.95}


def test_pairs_that_all_failed_are_half_right():
    score = score_pairs(*pairs_of(np.full(20, np.nan), np.full(20, np.nan)))
    assert (score.accuracy, score.failures) == (0.5, 40)


@pytest.mark.parametrize("seed", range(4))
def test_no_other_threshold_is_better(seed):
    random = np.random.default_rng(seed)
    distances = np.round(np.concatenate([random.normal(0.4, 0.15, 60), random.normal(0.7, 0.15, 60)
                                         ]), 2)  # rounded: with ties  # fmt: skip
    same = np.repeat([True, False], 60)
    tried = [np.mean((distances <= step) == same) for step in np.arange(-0.005, 1.5, 0.01)]
    assert np.mean((distances <= best_threshold(distances, same)) == same) == max(tried)


def test_the_rate_of_false_accepts_is_kept():
    different = np.arange(1, 1001) / 1000
    same = np.full(10, 0.0105)
    same[0] = 0.0005
    distances, truth, _ = pairs_of(same, different)
    # At 1 % ten of the different ones, up to 0.010, may be accepted, but not the eleventh.
    assert true_accept_rate(distances, truth, 0.01) == 1
    assert true_accept_rate(distances, truth, 0.009) == pytest.approx(0.1)
    assert true_accept_rate(distances, truth, 0.0) == pytest.approx(0.1)


def test_the_roc_rises_from_nothing_to_what_can_be_accepted():
    same = np.array([True, True, False, True, False, False])
    distances = np.array([0.1, 0.3, 0.3, np.nan, 0.8, np.nan], np.float32)
    false, true = roc(distances, same)
    # A threshold between the two pairs at 0.3 is none; failed pairs are never accepted.
    assert false == pytest.approx([0, 0, 1 / 3, 2 / 3])
    assert true == pytest.approx([0, 1 / 3, 2 / 3, 2 / 3])


def test_the_rates_at_a_threshold_are_on_the_roc():
    random = np.random.default_rng(3)
    distances, truth, _ = pairs_of(random.normal(0.4, 0.2, 70), random.normal(0.7, 0.2, 50))
    distances[::9] = np.nan
    points = set(zip(*roc(distances, truth), strict=True))
    for threshold in (-1.0, 0.3, 0.55, 2.0):
        assert accept_rates(distances, truth, threshold) in points
    assert accept_rates(distances, truth, 2.0)[1] == pytest.approx(
        np.mean(~np.isnan(distances[truth]))
    )
