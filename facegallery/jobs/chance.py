"""How likely two are one person, by their likeness; what asking is worth rests on it.

Measured with SFace in November 2026, twelve albums of 40 people of LFW, a third of each named, and
300 strangers: of the groups as like a person as 0.29 to 0.32 one in twelve was theirs, of those
from 0.32 to 0.35 one in three, from 0.40 on nearly all. Two groups not joined at up to 0.35 were
two people, all of 800.
"""

import math
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from facegallery.grouping.rules import GroupingRules

Likeness = TypeVar("Likeness", float, NDArray[np.floating])

EVEN_BELOW = 0.05  # below the line from which nobody is asked half of the answers are yes
STEEPNESS = 0.025  # how quickly that share changes with likeness


def chance_of(likeness: Likeness, line: float, spread: float) -> Likeness:
    """Return how likely two with this likeness are one person, 0..1; of an array, of each of it.

    line: the likeness from which nobody is asked. spread: of the recognizer, SFace's being 1.
    """
    above = (likeness - line) / spread + EVEN_BELOW
    exp = np.exp if isinstance(likeness, np.ndarray) else math.exp  # of one number ten times faster
    chance: Likeness = 1 / (1 + exp(-above / STEEPNESS))
    return chance


def joined_from(rules: GroupingRules) -> float:
    """Return the average similarity from which even two small groups are joined unasked."""
    return rules.merge_similarity + rules.evidence
