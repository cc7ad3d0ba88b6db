"""Which photos look nearly the same, by their difference hashes of 64 bits.

The difference hash tells for each of 8 by 8 places whether the next one to the right is brighter:
it stays when a photo is made smaller, saved again or a little brighter (the "dHash" of N. Krawetz).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from facegallery.domain.face import EYES_CLOSED

SAME_BITS = 3  # of 64 that may differ anywhere: one photo saved twice
BURST_BITS = 12  # that may differ within seconds: people move
BURST_SECONDS = 20
_PARTS = 4  # of 16 bits: of 3 differing bits one part at least has none
_MOST_OF_ONE_LOOK = 200  # in a bucket: more are blank pages, not copies of a photo
_LEAST_CONTRAST = 6  # bits that must be set, and unset: a plain wall is like every other

# Of a photo's worth beside others of its burst. A face with closed eyes counts a quarter of one
# with open eyes: less than any blur that leaves it recognisable, more than one that is not there.
_CLOSED = 0.25
_UNKNOWN = 0.9  # nobody has looked: most eyes are open
_CLEAR = 0.3  # quality from which it is told that somebody's eyes are closed
_KNOWN_PERSON = 3  # times as much as a stranger's face
_STEPS = 10  # photos nearer than a tenth of the best are as good: the larger one is taken


def faces_worth(faces: Iterable[tuple[float, float | None, bool]]) -> float:
    """Return how well a photo shows its people, to compare it with others of the same moment.

    faces: of each the quality 0..1, how open the eyes are (0..1, None: unknown), and whether it is
    somebody known. Large, sharp and frontal faces have a high quality.
    """
    return sum(
        quality
        * (_CLOSED + (1 - _CLOSED) * (_UNKNOWN if eyes_open is None else eyes_open))
        * (_KNOWN_PERSON if known else 1)
        for quality, eyes_open, known in faces
    )


def eyes_closed(faces: Iterable[tuple[float, float | None, bool]]) -> bool:
    """Tell whether somebody's eyes are closed; of faces too poor to be sure nothing is said."""
    return any(
        quality >= _CLEAR and eyes_open is not None and eyes_open < EYES_CLOSED
        for quality, eyes_open, _known in faces
    )


def rank(worth: float, best: float) -> int:
    """Return how good a photo's faces are beside the best of its group, in tenths of that."""
    return round(_STEPS * worth / best) if best > 0 else 0


def difference_hash(grey: NDArray[np.uint8]) -> int:
    """Return the hash of a picture of (8, 9) grey values, as a signed number of 64 bits."""
    brighter = grey[:, 1:].astype(np.int16) > grey[:, :-1]
    bits = np.packbits(brighter.reshape(-1))
    return int.from_bytes(bits.tobytes(), "big", signed=True)


def alike_groups(hashes: Sequence[int], taken_at: Sequence[str]) -> list[list[int]]:
    """Return places of photos that look alike, two or more each.

    taken_at: ISO dates in ascending order, of the photos in the same order as the hashes.
    """
    parents = list(range(len(hashes)))
    for first, second in [*_bursts(hashes, taken_at), *_copies(hashes)]:
        parents[_root(parents, first)] = _root(parents, second)
    groups: dict[int, list[int]] = defaultdict(list)
    for place in range(len(hashes)):
        groups[_root(parents, place)].append(place)
    return [group for group in groups.values() if len(group) > 1]


def _root(parents: list[int], place: int) -> int:
    while parents[place] != place:
        parents[place] = parents[parents[place]]
        place = parents[place]
    return place


def _apart(one: int, other: int) -> int:
    return ((one ^ other) & (2**64 - 1)).bit_count()


def _has_contrast(look: int) -> bool:
    bits = (look & (2**64 - 1)).bit_count()
    return _LEAST_CONTRAST <= bits <= 64 - _LEAST_CONTRAST


def _bursts(hashes: Sequence[int], taken_at: Sequence[str]) -> list[tuple[int, int]]:
    found = []
    plain = [not _has_contrast(look) for look in hashes]
    moments = [datetime.fromisoformat(moment[:19]) for moment in taken_at]
    for place in range(1, len(hashes)):
        near = (moments[place] - moments[place - 1]).total_seconds() <= BURST_SECONDS
        if near and not plain[place] and _apart(hashes[place], hashes[place - 1]) <= BURST_BITS:
            found.append((place - 1, place))
    return found


def _copies(hashes: Sequence[int]) -> list[tuple[int, int]]:
    buckets: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, look in enumerate(hashes):
        if _has_contrast(look):
            whole = look & (2**64 - 1)
            for part in range(_PARTS):
                buckets[part, whole >> (16 * part) & 0xFFFF].append(place)
    found = []
    for places in buckets.values():
        if 1 < len(places) <= _MOST_OF_ONE_LOOK:
            for number, first in enumerate(places):
                found += [
                    (first, second)
                    for second in places[number + 1 :]
                    if _apart(hashes[first], hashes[second]) <= SAME_BITS
                ]
    return found
