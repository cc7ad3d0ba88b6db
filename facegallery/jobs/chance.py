"""How likely two are one person, by their likeness; what asking is worth rests on it.

Measured with SFace in November 2026, twelve albums of 40 people of LFW, a third of each named, and
300 strangers: of the groups as like a person as 0.29 to 0.32 one in twelve was theirs, of those
from 0.32 to 0.35 one in three, from 0.40 on nearly all. Two groups not joined at up to 0.35 were
two people, all of 800.
"""

import math

from facegallery.grouping.rules import GroupingRules

EVEN_BELOW = 0.05  # below the line from which nobody is asked half of the answers are yes
STEEPNESS = 0.025  # how quickly that share changes with likeness


def chance_of(likeness: float, line: float, spread: float) -> float:
    """Return how likely two with this likeness are one person, 0..1.

    line: the likeness from which nobody is asked. spread: of the recognizer, SFace's being 1.
    """
    above = (likeness - line) / spread + EVEN_BELOW
    return 1 / (1 + math.exp(-above / STEEPNESS))


def joined_from(rules: GroupingRules) -> float:
    """Return the average similarity from which even two small groups are joined unasked."""
    return rules.merge_similarity + rules.evidence
