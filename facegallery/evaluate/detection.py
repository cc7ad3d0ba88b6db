"""How well a detector finds labelled faces: recall against false faces, over its scores.

Matching is the customary one (Everingham et al., "The Pascal Visual Object Classes Challenge",
IJCV 88, 2010; Yang et al., "WIDER FACE", CVPR 2016): a face found is right where it shares half of
the union with a labelled face that no surer one has taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from facegallery.domain.face import Box

LEAST_OVERLAP = 0.5  # intersection over union


@dataclass(frozen=True, slots=True)
class Labels:
    """The faces of one photo, as somebody labelled them.

    faces: all that a detector must find. ignored: boxes that nobody could judge; to find them is
    neither right nor wrong. Fractions of the upright photo.
    """

    faces: tuple[Box, ...]
    ignored: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What taking all faces of at least this score gives. false: how many are none."""

    score: float
    recall: float
    false: int

    def to_json(self) -> dict[str, float]:
        """Return the figures as the command line prints them."""
        return {"score": self.score, "recall": self.recall, "false": self.false}


@dataclass(frozen=True, slots=True)
class DetectionScore:
    """How right a detector is at its own threshold, and at any other (curve, surest first).

    faces: labelled. found: of these. false: faces it sees where there are none.
    """

    photos: int
    faces: int
    found: int
    false: int
    detector: str
    curve: tuple[CurvePoint, ...]

    @property
    def recall(self) -> float:
        """Share of the labelled faces that are found; 1 where there are none."""
        return self.found / self.faces if self.faces else 1.0

    @property
    def precision(self) -> float:
        """Share of what is found that is a labelled face; 1 where nothing is found."""
        seen = self.found + self.false
        return self.found / seen if seen else 1.0

    def at(self, score: float) -> CurvePoint:
        """Return what taking all faces of at least this score gives."""
        surer = [point for point in self.curve if point.score >= score]
        last = surer[-1] if surer else CurvePoint(score, 0.0 if self.faces else 1.0, 0)
        return CurvePoint(score, last.recall, last.false)

    def to_json(self) -> dict[str, object]:
        """Return the figures as the command line prints them."""
        return {
            "photos": self.photos,
            "faces": self.faces,
            "found": self.found,
            "false": self.false,
            "recall": self.recall,
            "precision": self.precision,
            "detector": self.detector,
            "curve": [point.to_json() for point in self.curve],
        }


Seen = Sequence[tuple[Box, float]]  # the faces of one photo with their scores


def score_detection(
    labels: Sequence[Labels], seen: Sequence[Seen], detector: str, threshold: float
) -> DetectionScore:
    """Return how the faces seen agree with the labels; both have an item for each photo.

    seen: with scores below the threshold too, as far as the curve is to go. threshold: least
    score of what the detector gives out, for the counts beside the curve.
    """
    judged = [
        verdict
        for photo, faces in zip(labels, seen, strict=True)
        for verdict in match_faces(photo, faces)
    ]
    faces = sum(len(photo.faces) for photo in labels)
    counted = [right for score, right in judged if score >= threshold]
    return DetectionScore(
        photos=len(labels),
        faces=faces,
        found=sum(counted),
        false=len(counted) - sum(counted),
        detector=detector,
        curve=_curve(judged, faces),
    )


def match_faces(labels: Labels, seen: Seen) -> list[tuple[float, bool]]:
    """Return score and right or wrong of each face seen in a photo, surest first.

    What lies on ignored boxes only is left out.
    """
    free = list(labels.faces)
    verdicts = []
    for box, score in sorted(seen, key=lambda face: -face[1]):
        nearest = max(free, key=box.overlap, default=None)
        if nearest is not None and box.overlap(nearest) >= LEAST_OVERLAP:
            free.remove(nearest)
            verdicts.append((score, True))
        elif not any(box.overlap(other) >= LEAST_OVERLAP for other in labels.ignored):
            verdicts.append((score, False))
    return verdicts


def _curve(judged: list[tuple[float, bool]], faces: int) -> tuple[CurvePoint, ...]:
    """Return a point for each score at which something is seen, surest first."""
    ranked = sorted(judged, reverse=True)
    points = []
    found = false = 0
    for place, (score, right) in enumerate(ranked, start=1):
        found, false = found + right, false + (not right)
        if place == len(ranked) or ranked[place][0] < score:  # equal scores are one point
            points.append(CurvePoint(score, found / faces if faces else 1.0, false))
    return tuple(points)
