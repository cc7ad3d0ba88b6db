"""Where the faces of a photo are, whichever way up, roughly: the first step of both detectors.

YuNet looks at a copy of the photo and lets even faint signs pass. Each place is then looked at
closely, at a size that suits YuNet best and turned by quarters, which tells faces from the rest,
small ones from none, and which way up they are. Only where faces turn out to lie on their side or
head is the whole copy searched again, turned likewise: most photos have none. A large photo in
which nothing is found is searched more carefully: a small face on its side gives hardly a sign.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from facegallery.vision.boxes import overlaps
from facegallery.vision.close_looks import look_closely
from facegallery.vision.found_faces import FoundFaces, joined
from facegallery.vision.halves import Halves
from facegallery.vision.mtcnn_cascade import OutputNetwork
from facegallery.vision.turned_faces import examine
from facegallery.vision.turning import (
    quarters_to_upright,
    turn_to_upright,
    turned,
    turned_back,
)
from facegallery.vision.working_copy import LARGE_PHOTO
from facegallery.vision.yunet_network import YunetNetwork

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]

FAINT = 0.06  # score on the copy from which a place is looked at closely
MOST_PLACES = 32  # of faint signs; noise and foliage give hundreds
FAINTEST = 0.02  # likewise in a large photo where no face was found
AGAIN = 16  # of these faintest signs in each turned copy
SMALL = 64  # pixels of their longer side at most: a glimpse shows larger faces
WORTH_A_LOOK = 0.25  # best score of eight close looks from which a second eight are worth it
CONFIRMED = 0.7  # probability by MTCNN's last network from which a face found so is believed
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

    def __init__(self, model: str, onet: OutputNetwork, threads: int = 1) -> None:
        """Load YuNet; raises ModelUnavailable for `model` where it is missing.

        onet: has the last word on faces to which a first look gives no sign.
        """
        self._network = YunetNetwork(model, threads)
        self._onet = onet

    def find(self, photo: Halves, copy: Image) -> FoundFaces:
        """Return faces in pixels of the copy, surest first, from any score on.

        copy: the photo, reduced by working_copy.
        """
        image, size = photo.image, (copy.shape[1], copy.shape[0])
        seen = self._look(photo, copy)
        turns = self._turns(copy, seen)
        large = image.shape[0] * image.shape[1] >= LARGE_PHOTO
        if large and not turns and not (seen.scores >= TURNED).any():
            seen = joined(seen, self._look_again(photo, copy))
            turns = _turns_of(seen)
        stands = quarters_to_upright(seen.turns) == 0
        found = [seen.chosen(stands)]
        for quarters in turns:
            there = self._look(Halves(turned(image, quarters)), turned(copy, quarters))
            standing = there.chosen(
                (quarters_to_upright(there.turns) == 0) & (there.scores >= TURNED)
            )
            found.append(turned_back(standing, quarters, size))
        faces = joined(*found)
        # What seems to lie but is seen in no turned copy is a face that leans over.
        leaning = seen.chosen(~stands & (seen.scores >= TURNED))
        surer = faces.chosen(faces.scores >= TURNED)
        again = overlaps(leaning.boxes, surer.boxes).max(axis=1, initial=0) > SAME_FACE
        return joined(faces, leaning.chosen(~again)).apart(SAME_FACE)

    def _turns(self, copy: Image, seen: FoundFaces) -> list[int]:
        """Return the quarters by which the copy must be turned to see all faces."""
        if (seen.scores >= TURNED).any():
            return _turns_of(seen)
        scale = min(1.0, GLIMPSE_SIDE / max(copy.shape[:2]))
        size = max(1, round(copy.shape[1] * scale)), max(1, round(copy.shape[0] * scale))
        small = np.asarray(cv2.resize(copy, size, interpolation=cv2.INTER_AREA), np.uint8)
        return [
            number
            for number in (1, 2, 3)
            if len(self._network.find(turned(small, number), GLIMPSE))
        ]

    def _look_again(self, photo: Halves, copy: Image) -> FoundFaces:
        """Return faces, whichever way up, to which a first look at the copy gave too faint a sign.

        Signs come from the copy turned by each quarter; their places, which may be off by half a
        face, are looked at twice, the second time from where the first saw most.
        """
        size = copy.shape[1], copy.shape[0]
        signs = [
            turned_back(self._network.find(turned(copy, quarters), FAINTEST), quarters, size)
            for quarters in range(4)
        ]
        small = [some.chosen(_longer_sides(some.boxes) <= SMALL) for some in signs]
        places = joined(*(some.chosen(np.arange(len(some)) < AGAIN) for some in small))
        places = places.apart(SAME_FACE)
        eighths = np.concatenate([QUARTERS, BETWEEN])
        for least in (WORTH_A_LOOK, TURNED):
            places = _best(self._looks(photo, copy, places, eighths))
            places = places.chosen(places.scores >= least).apart(SAME_FACE)
        places = self._untilted(photo, copy, places)
        x, y = photo.image.shape[1] / copy.shape[1], photo.image.shape[0] / copy.shape[0]
        believed = examine(self._onet, photo, places.enlarged(x, y)).scores >= CONFIRMED
        return places.chosen(believed)

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


def _turns_of(faces: FoundFaces) -> list[int]:
    """Return by how many quarters the copy must be turned for those that do not stand."""
    quarters = quarters_to_upright(faces.turns[faces.scores >= TURNED])
    return [int(number) for number in np.unique(quarters) if number]


def _longer_sides(boxes: Floats) -> Floats:
    return np.asarray((boxes[:, 2:] - boxes[:, :2]).max(axis=1))


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
