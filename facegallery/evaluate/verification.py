"""How well distances tell same pairs from different ones: LFW's protocol, and rates at a limit.

Protocol: Huang, Ramesh, Berg and Learned-Miller, "Labeled Faces in the Wild", UMass Amherst
TR 07-49 (2007): ten-fold cross-validation, each fold judged at the threshold best for the others.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FALSE_ACCEPT_RATES = ("0.01", "0.001")


@dataclass(frozen=True, slots=True)
class PairsScore:
    """How right "same or different" is on labelled pairs.

    accuracy, std: mean over the folds, and its standard deviation (divided by folds - 1).
    threshold: cosine distance up to which a pair is the same, mean over the folds.
    tar: true accept rate by false accept rate ("0.01"). failures: pairs with a picture without a
        face; they are judged different.
    """

    pairs: int
    accuracy: float
    std: float
    threshold: float
    tar: dict[str, float]
    failures: int

    def to_json(self) -> dict[str, object]:
        """Return the figures as the command line prints them."""
        return {
            "pairs": self.pairs,
            "accuracy": self.accuracy,
            "std": self.std,
            "threshold": self.threshold,
            "tar": dict(self.tar),
            "failures": self.failures,
        }


def score_pairs(
    distances: NDArray[np.float32], same: NDArray[np.bool_], folds: NDArray[np.int64]
) -> PairsScore:
    """Return accuracy, threshold and rates for pairs with cosine distances (N,), NaN for failed.

    same: (N,) the truth. folds: (N,) which part each pair belongs to; two parts or more.
    """
    failed = np.isnan(distances)
    compared = np.where(failed, np.inf, distances).astype(np.float64)
    accuracies, thresholds = [], []
    for fold in np.unique(folds):
        inside = folds == fold
        threshold = best_threshold(compared[~inside], same[~inside])
        thresholds.append(threshold)
        accuracies.append(np.mean((compared[inside] <= threshold) == same[inside]))
    return PairsScore(
        pairs=len(distances),
        accuracy=float(np.mean(accuracies)),
        std=float(np.std(accuracies, ddof=1)),
        threshold=float(np.mean(thresholds)),
        tar={rate: true_accept_rate(compared, same, float(rate)) for rate in FALSE_ACCEPT_RATES},
        failures=int(np.count_nonzero(failed)),
    )


def best_threshold(distances: NDArray[np.float64], same: NDArray[np.bool_]) -> float:
    """Return the distance up to which calling pairs the same is right most often.

    It lies midway between two pairs' distances; of several equally good ones the middle one is
    taken, because those at the ends lean on single pairs. Infinite distances are never the same.
    """
    finite = np.isfinite(distances)
    order = np.argsort(distances[finite], kind="stable")
    ranked, hits = distances[finite][order], same[finite][order]
    # Right so far when the first k are called the same, the rest different, less a constant.
    gain = np.concatenate([[0], np.cumsum(np.where(hits, 1, -1))])
    edges = np.concatenate([[0.0], ranked, [2.0]])
    # A cut between equal distances is none.
    gain[1:-1][ranked[1:] == ranked[:-1]] = -len(distances) - 1
    ties = np.flatnonzero(gain == gain.max())
    cut = ties[len(ties) // 2]
    return float((edges[cut] + edges[cut + 1]) / 2)


def roc(
    distances: NDArray[np.floating], same: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the false and the true accept rates (K,) at every threshold, both rising from 0.

    distances: (N,) of the pairs, NaN for failed ones, which are never accepted.
    """
    order = np.argsort(distances, kind="stable")  # NaN comes last
    ranked, hits = distances[order], same[order]
    # Where the next distance is another one: a threshold between equal distances is none.
    ends = np.flatnonzero(np.isfinite(ranked) & (np.append(ranked[1:], np.nan) != ranked))
    accepted = [
        np.concatenate([[0], np.cumsum(kind)[ends]]) / max(1, np.count_nonzero(kind))
        for kind in (~hits, hits)
    ]
    return accepted[0], accepted[1]


def accept_rates(
    distances: NDArray[np.floating], same: NDArray[np.bool_], threshold: float
) -> tuple[float, float]:
    """Return the false and the true accept rate where pairs up to a distance are the same."""
    accepted = np.where(np.isnan(distances), np.inf, distances) <= threshold
    different = accepted[~same].mean() if not same.all() else 0.0
    return float(different), float(accepted[same].mean() if same.any() else 0.0)


def true_accept_rate(
    distances: NDArray[np.float64], same: NDArray[np.bool_], false_accept_rate: float
) -> float:
    """Return the share of same pairs accepted where at most this share of different ones is."""
    different = np.sort(distances[~same])
    allowed = int(false_accept_rate * len(different) + 1e-9)  # 0.01 * 300 is 3, not 2.99...
    limit = different[allowed] if allowed < len(different) else np.inf
    return float(np.mean(distances[same] < limit)) if same.any() else 0.0
