"""The numbers that grouping and suggestions go by. Similarities depend on the model.

The defaults are SFace's, for centred embeddings (see centring), chosen in November 2026 on LFW's
development half (9,523 faces of 4,038 people) and on 560 albums of 300 photos made of it.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Counts = NDArray[np.int64]

LIBRARY = 1_000  # faces; merge_similarity is meant for a library of this size
SMALLEST_LIBRARY = 300  # faces; below, merge_similarity falls no further


@dataclass(frozen=True, slots=True)
class GroupingRules:
    """When faces are one group.

    distance: DBSCAN's eps, cosine distance. From 0.25 to 0.40 the groups are the same; from 0.45
        on single faces lead from one sibling to the other (pairwise F falls from 0.998 to 0.982).
    merge_similarity: average cosine similarity down to which groups are merged.
    chance: how much more it must be in a library with ten times the faces. The best of ten times
        as many strangers is so much more similar: SFace's false matches fall tenfold every 0.05.
        With it LFW and an album of 25 people both come out right; without, one or the other.
    evidence: how much more similar lone faces must be, as one similarity says less than the
        average of many: the share 1/n of it for an item of n faces, the mean of both items'.
    variety: how much more similar groups with many looks must be. Their average leaves little to
        chance: between groups of one person it is 0.39 or more, between the Bush brothers' 0.35;
        a single look of someone can be as far as 0.25 from the rest. The share is the variance
        within the group that has less, 0 for a lone face, about 0.35 for many looks.
    more_at_home: how much more like another group, on average, a face must be to move there once
        the groups are there. Of LFW's faces none moves; of families' nearly all that are wrong do.
    least_quality: faces below are left out at first and attached to one group at the end. Of
        different faces 10 to 14 pixels wide, one pair in 20 to 250 is as similar as two photos of
        one person; at 24 pixels, which is about quality 0.1, one in 12,000.
    shared_photos: share of a group's faces that may be in a photo with another of them (a mirror,
        a collage) before the group counts as two people. The faces too many are left out.
    """

    distance: float = 0.35
    merge_similarity: float = 0.28
    chance: float = 0.05
    evidence: float = 0.1
    variety: float = 0.15
    more_at_home: float = 0.03
    least_quality: float = 0.1
    shared_photos: float = 0.05

    def least_similarity(self, library: int) -> float:
        """Return the average similarity that groups need at the very least among so many faces."""
        tenfold = math.log10(max(library, SMALLEST_LIBRARY) / LIBRARY)
        return self.merge_similarity + self.chance * tenfold

    def extra_similarity(
        self,
        faces: Counts | int,
        other_faces: Counts | int,
        variances: Floats | float,
        other_variances: Floats | float,
    ) -> NDArray[np.float64]:
        """Return what pairs of items need beyond least_similarity.

        faces, other_faces: how many each of the two has. variances: 1 less the squared length of
        the mean of each one's vectors. Arrays of one shape, or numbers.
        """
        few = self.evidence * (1 / np.asarray(faces) + 1 / np.asarray(other_faces)) / 2
        return few + self.variety * np.minimum(variances, other_variances)
