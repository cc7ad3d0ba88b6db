"""How likely two are one person, by their likeness; and what asking is worth."""

import math

EVEN_BELOW = 0.08  # below the line of suggestions half of the questions are answered with yes
STEEPNESS = 0.03  # how quickly that share changes with likeness


def chance_of(likeness: float, line: float, spread: float) -> float:
    """Return how likely two with this likeness are one person, 0..1.

    line: the likeness from which nobody is asked. spread: of the recognizer, SFace's being 1.
    """
    above = (likeness - line) / spread + EVEN_BELOW
    return 1 / (1 + math.exp(-above / STEEPNESS))
