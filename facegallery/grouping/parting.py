"""Faces of one group or person that are several people's: which parts they fall into.

The normalized cut of Shi and Malik, "Normalized cuts and image segmentation", PAMI 2000, on the
graph of similarities: of all cuts in two, the one that parts what is least alike for what stays
together. On mixes of two of LFW's people with 4 to 30 photos each it puts every face right for
200 random pairs, for the 60 pairs who look most alike, and for the Bush brothers and the Williams
sisters; average linkage and k-means each fail on some (SFace, November 2026).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MOST_CUT = 600  # faces that are cut; of more the others go to the part they are most like
ROUNDS = 10  # of moving faces to the part they are most like

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """A proposal. labels: (N,) the part of each face, 0 for the largest, and so on.

    sureness: (N,) how much more like its own part than the next a face is; low on the border.
    likeness: average similarity of the two parts that are most alike; 1 where there is one part.
    """

    labels: NDArray[np.int64]
    sureness: Floats
    likeness: float


def propose_parts(vectors: Floats, photo_ids: NDArray[np.int64], parts: int = 2) -> Parts:
    """Return the faces in that many parts, in fewer where there are fewer faces.

    vectors: (N, D) of length 1, centred. photo_ids: (N,); two faces of one photo are two people,
    so that nothing binds them.
    """
    chosen = _evenly(len(vectors), MOST_CUT)
    similarity = _affinity(vectors[chosen], photo_ids[chosen])
    some = np.zeros(len(chosen), np.int64)
    for part in range(1, min(parts, len(chosen))):
        _cut_weakest(similarity, some, part)
    labels = _spread(vectors, chosen, some)
    return _described(vectors, labels)


def _evenly(count: int, most: int) -> NDArray[np.int64]:
    return np.unique(np.linspace(0, count - 1, min(count, most)).astype(np.int64))


def _affinity(vectors: Floats, photo_ids: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return how strongly each two faces are bound: more like ones far more."""
    affinity: NDArray[np.float64] = np.square(
        np.clip(vectors @ vectors.T, 0, None), dtype=np.float64
    )
    affinity[photo_ids[:, None] == photo_ids[None, :]] = 0.0
    affinity += 1e-9  # so that a face like no other has somewhere to belong
    np.fill_diagonal(affinity, 0.0)
    return affinity


def _cut_weakest(affinity: NDArray[np.float64], labels: NDArray[np.int64], new: int) -> None:
    """Cut the part that holds together least in two; its second half gets the label `new`."""
    cuts = []
    for part in np.unique(labels).tolist():
        rows = np.flatnonzero(labels == part)
        if len(rows) > 1:
            cost, second = _normalized_cut(affinity[np.ix_(rows, rows)])
            cuts.append((cost, part, rows[second]))
    _cost, _part, gone = min(cuts, key=lambda cut: cut[:2])
    labels[gone] = new


def _normalized_cut(affinity: NDArray[np.float64]) -> tuple[float, NDArray[np.intp]]:
    """Return the least normalized cut along the second eigenvector, and one side's rows."""
    degree = affinity.sum(axis=1)
    scale = 1 / np.sqrt(degree)
    vectors = np.linalg.eigh(affinity * scale[:, None] * scale[None, :])[1]
    order = np.argsort(vectors[:, -2] * scale, kind="stable")
    ordered = affinity[np.ix_(order, order)]
    inside = np.diag(np.cumsum(np.cumsum(ordered, axis=0), axis=1))[:-1]
    volume = np.cumsum(degree[order])
    cut = volume[:-1] - inside
    cost = cut / volume[:-1] + cut / (volume[-1] - volume[:-1])
    best = int(np.argmin(cost))
    return float(cost[best]), order[best + 1 :]


def _spread(
    vectors: Floats, chosen: NDArray[np.int64], some: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the part of every face, those not cut by likeness to the parts."""
    if len(chosen) == len(vectors):
        return some
    means = _means(vectors[chosen], some)
    labels = np.asarray((vectors @ means.T).argmax(axis=1), np.int64)
    labels[chosen] = some
    for _ in range(ROUNDS):
        moved = np.asarray((vectors @ _means(vectors, labels).T).argmax(axis=1), np.int64)
        if len(np.unique(moved)) < len(means) or np.array_equal(moved, labels):
            break
        labels = moved
    return labels


def _means(vectors: Floats, labels: NDArray[np.int64]) -> Floats:
    """Return the mean direction of each part, 0 and up, as unit vectors."""
    sums = np.zeros((int(labels.max()) + 1, vectors.shape[1]), np.float32)
    np.add.at(sums, labels, vectors)
    return np.asarray(sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9))


def _described(vectors: Floats, labels: NDArray[np.int64]) -> Parts:
    sizes = np.bincount(labels)
    rank = np.empty(len(sizes), np.int64)
    rank[np.argsort(-sizes, kind="stable")] = np.arange(len(sizes))
    labels = rank[labels]
    likeness = vectors @ _means(vectors, labels).T
    own = likeness[np.arange(len(labels)), labels].copy()
    likeness[np.arange(len(labels)), labels] = -np.inf
    other = likeness.max(axis=1) if likeness.shape[1] > 1 else np.zeros_like(own)
    return Parts(labels, np.asarray(own - other, np.float32), _nearest_parts(vectors, labels))


def _nearest_parts(vectors: Floats, labels: NDArray[np.int64]) -> float:
    """Return the average similarity of the two parts that are most alike."""
    count = int(labels.max()) + 1
    if count < 2:
        return 1.0
    means = np.stack([vectors[labels == part].mean(axis=0) for part in range(count)])
    between = means @ means.T
    np.fill_diagonal(between, -1.0)
    return float(between.max())
