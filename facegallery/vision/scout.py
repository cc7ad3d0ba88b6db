"""Where the faces of a photo are, whichever way up, roughly: the first step of both detectors.

YuNet looks at a copy of the photo and lets even faint signs pass. Each place is then looked at
closely, at a size that suits YuNet best and turned by quarters, which tells faces from the rest,
small ones from none, and which way up they are. Only where faces turn out to lie on their side or
head is the whole copy searched again, turned likewise: most photos have none.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from facegallery.vision.boxes import overlaps
from facegallery.vision.close_looks import Halves, look_closely
from facegallery.vision.found_faces import FoundFaces, joined
from facegallery.vision.turning import (
    quarters_to_upright,
    turn_to_upright,
    turned,
    turned_back,
)
from facegallery.vision.yunet_network import YunetNetwork

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]

FAINT = 0.06  # score on the copy from which a place is looked at closely
MOST_PLACES = 32  # of faint signs; noise and foliage give hundreds
SURE = 0.75  # score from which a face counts without a close look
SAMPLE = 12  # so many of the sure ones are looked at closely: are they upright?
TURNED = 0.75  # score at a close look from which a face is believed to be turned
UNTILTED = 7  # degrees that landmarks may be tilted and be believed
TILT_SEEN = 0.4
"""Share of a face's tilt that YuNet's landmarks show: of 30 to 45 degrees, 10 to 22."""
DOUBTFUL = 0.88  # best score by quarters below which a face may be tilted between them
QUARTERS = np.array([[0], [90], [180], [270]], np.float32)  # degrees of four close looks
BETWEEN = QUARTERS + 45
TIE = 0.05  # by so much a turned face must score higher than the upright one
SAME_FACE = 0.3  # overlap
GLIMPSE_SIDE = 480
"""Long side of the copy that is looked at turned where no face stands upright: a face is found
there from 3.5 % of the photo's length on, and a smaller one if its faint signs led to it."""
GLIMPSE = 0.5  # score there that makes the search of the turned copy worth while


class Scout:
    """Finds where faces are with YuNet."""

    def __init__(self, model: str, threads: int = 1) -> None:
        """Load YuNet; raises ModelUnavailable for `model` where it is missing."""
        self._network = YunetNetwork(model, threads)

    def find(self, image: Image, copy: Image) -> FoundFaces:
        """Return faces in pixels of the copy, surest first, from any score on.

        image: (H, W, 3) RGB; copy: the same, reduced by working_copy.
        """
        size = copy.shape[1], copy.shape[0]
        upright = self._look(Halves(image), copy)
        stands = quarters_to_upright(upright.turns) == 0
        found = [upright.chosen(stands)]
        for quarters in self._turns(copy, upright):
            there = self._look(Halves(turned(image, quarters)), turned(copy, quarters))
            standing = there.chosen(
                (quarters_to_upright(there.turns) == 0) & (there.scores >= TURNED)
            )
            found.append(turned_back(standing, quarters, size))
        faces = joined(*found)
        # What seems to lie but is seen in no turned copy is a face that leans over.
        leaning = upright.chosen(~stands & (upright.scores >= TURNED))
        seen = overlaps(leaning.boxes, faces.boxes).max(axis=1, initial=0) > SAME_FACE
        return joined(faces, leaning.chosen(~seen)).apart(SAME_FACE)

    def _turns(self, copy: Image, upright: FoundFaces) -> list[int]:
        """Return the quarters by which the copy must be turned to see all faces."""
        quarters = quarters_to_upright(upright.turns)
        turns = set(quarters[upright.scores >= TURNED].tolist())
        if not turns:
            scale = min(1.0, GLIMPSE_SIDE / max(copy.shape[:2]))
            size = max(1, round(copy.shape[1] * scale)), max(1, round(copy.shape[0] * scale))
            small = np.asarray(cv2.resize(copy, size, interpolation=cv2.INTER_AREA), np.uint8)
            for number in (1, 2, 3):
                if len(self._network.find(turned(small, number), GLIMPSE)):
                    turns.add(number)
        return sorted(turns - {0})

    def _look(self, photo: Halves, copy: Image) -> FoundFaces:
        """Return the faces of a copy, the doubtful ones and a sample of the others looked at."""
        faint = self._network.find(copy, FAINT)
        number = np.arange(len(faint))
        sure = int(np.count_nonzero(faint.scores >= SURE))
        checked = (number < SAMPLE) | ((number >= sure) & (number < sure + MOST_PLACES))
        looked_at = self._closely(photo, copy, faint.chosen(checked))
        rest = faint.chosen(~checked & (number < sure))
        if (quarters_to_upright(looked_at.turns[looked_at.scores >= TURNED]) != 0).any():
            rest = self._closely(photo, copy, rest)
        return joined(looked_at, rest)

    def _closely(self, photo: Halves, copy: Image, faces: FoundFaces) -> FoundFaces:
        """Return the faces, in pixels of the copy, at the turn that shows each best.

        Those of which no turn shows anything are left out.
        """
        upright = FoundFaces(
            faces.boxes, faces.landmarks, faces.scores, turn_to_upright(faces.landmarks)
        )
        looks = self._looks(photo, copy, faces, QUARTERS)
        best = _best(looks)
        # A face that is sure, and upright, is placed better by the look at the whole copy.
        stays = (faces.scores >= SURE) & (looks[0].scores >= best.scores - TIE)
        best = _where(stays, upright, best)
        doubtful = (best.scores > 0) & (best.scores < DOUBTFUL)
        if doubtful.any():
            before = best.chosen(doubtful)
            between = self._looks(photo, copy, before, BETWEEN)
            better = [_where(look.scores >= TURNED, look, before) for look in between]
            best = joined(best.chosen(~doubtful), _best([before, *better]))
        best = best.chosen(best.scores > 0)
        return self._untilted(photo, copy, best)

    def _untilted(self, photo: Halves, copy: Image, faces: FoundFaces) -> FoundFaces:
        """Return the faces with the landmarks of a look at the tilt that they seem to have."""
        nearest = np.rint(faces.turns / 45) * 45
        tilt = faces.turns - nearest
        tilted = np.abs(tilt) > UNTILTED
        if not tilted.any():
            return faces
        before = faces.chosen(tilted)
        turns = (nearest + tilt / TILT_SEEN)[tilted]
        (look,) = self._looks(photo, copy, before, turns[None])
        after = _where(look.scores >= before.scores, look, before)
        return joined(faces.chosen(~tilted), after)

    def _looks(
        self, photo: Halves, copy: Image, faces: FoundFaces, turns: Floats
    ) -> list[FoundFaces]:
        """Return close looks at faces in pixels of the copy; turns: (looks, 1 or N) degrees."""
        x = photo.image.shape[1] / copy.shape[1]
        y = photo.image.shape[0] / copy.shape[0]
        boxes = faces.boxes * np.array([x, y, x, y], np.float32)
        each = np.broadcast_to(turns, (len(turns), len(faces)))
        looks = look_closely(self._network, photo, boxes, each)
        return [look.enlarged(1 / x, 1 / y) for look in looks]


def _best(looks: list[FoundFaces]) -> FoundFaces:
    """Return for each place the look with the highest score; looks: in step."""
    best = looks[0]
    for look in looks[1:]:
        best = _where(best.scores >= look.scores, best, look)
    return best


def _where(first: NDArray[np.bool_], faces: FoundFaces, others: FoundFaces) -> FoundFaces:
    """Return faces where `first` is true, others elsewhere; all in step."""
    return FoundFaces(
        np.where(first[:, None], faces.boxes, others.boxes),
        np.where(first[:, None, None], faces.landmarks, others.landmarks),
        np.where(first, faces.scores, others.scores),
        np.where(first, faces.turns, others.turns),
    )
