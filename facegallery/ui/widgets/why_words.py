"""Why a face is whose it is, or nobody's, in plain words."""

from PySide6.QtCore import QCoreApplication

from facegallery.domain.face import EYES_CLOSED, Face
from facegallery.domain.person import CONFIRMED, SUGGESTED
from facegallery.jobs.why import NearPerson, Obstacle, Why
from facegallery.ui.widgets.counts import written

QUITE_SURE = 3  # margins nearer than the line; for words only, nothing is decided by it


def heading(face: Face) -> str:
    """Return the question that is answered."""
    if face.state == CONFIRMED:
        return _tr("Why {0}?").format(face.person_name)
    if face.state == SUGGESTED:
        return _tr("Why perhaps {0}?").format(face.person_name)
    return _tr("Why nobody yet?")


def verdict(why: Why) -> str:
    """Return the answer in a sentence or two."""
    face, people = why.face, why.people
    if not why.compared:
        return _tr(
            "This face has not been described by the model at work yet: its photo could not be "
            "opened. A scan does it when the photo is back."
        )
    if face.state == CONFIRMED:
        return _confirmed(face, people, why.line)
    if not people:
        return _tr("There is nobody to compare it with yet: name somebody first.")
    near = people[0]
    if face.state == SUGGESTED:
        return _tr("It looks like {0}: {1}. Only your yes makes it so.").format(
            face.person_name, how_sure(_distance_to(face, people), why)
        )
    if near.obstacle is None:
        return _tr("It looks like {0}, and will be suggested.").format(near.name)
    return _tr("It is like {0} most of all, but {1}.").format(near.name, but(near))


def notes(why: Why) -> list[str]:
    """Return what else there is to know of how the face was judged."""
    found = []
    if why.compared and why.judged > 1:
        found.append(
            _tr("It was judged together with the {0} other faces of its group.").format(
                written(why.judged - 1)
            )
            if why.judged > 2
            else _tr("It was judged together with the other face of its group.")
        )
    if why.low_quality:
        found.append(_tr("It is too small or too blurred to start a group; it can only join one."))
    if why.face.eyes_open is not None and why.face.eyes_open < EYES_CLOSED:
        found.append(_tr("Its eyes seem to be closed."))
    return found


def how_sure(distance: float, why: Why) -> str:
    """Return how sure a likeness is."""
    if distance <= why.line - QUITE_SURE * why.margin:
        return _tr("quite sure")
    return _tr("fairly sure") if distance <= why.line else _tr("not sure")


def but(near: NearPerson) -> str:
    """Return what keeps a face from being suggested to a person, as a clause."""
    words = {
        None: _tr("nothing speaks against it"),
        Obstacle.REJECTED: _tr("you said that it is not {0}"),
        Obstacle.IN_PHOTO: _tr("{0} is in this photo already"),
        Obstacle.GROUP_APART: _tr("others of its group are in photos with {0}"),
        Obstacle.UNBORN: _tr("{0} was not born when the photo was taken"),
        Obstacle.TOO_FAR: _tr("not enough like {0}"),
        Obstacle.OTHER_NEARER: _tr("somebody else is nearer"),
        Obstacle.NOT_CLEAR: _tr("somebody else is nearly as near"),
        Obstacle.LEARNED: _tr("you said no to others who are nearly as like {0}"),
        Obstacle.LIKE_REJECTED: _tr("it is more like a face of which you said: not {0}"),
        Obstacle.OTHER_FACE: _tr("another face in this photo is more like {0}"),
    }
    return words[near.obstacle].format(near.name)


def person_words(why: Why, near: NearPerson) -> str:
    """Return what is to be said of one of the nearest people."""
    face = why.face
    if face.person_id == near.person_id and face.state == CONFIRMED:
        return _tr("you said so")
    if face.state == CONFIRMED:
        return _tr("like this face") if near.distance <= why.line else _tr("not like this face")
    return how_sure(near.distance, why) if near.obstacle is None else but(near)


def _confirmed(face: Face, people: tuple[NearPerson, ...], line: float) -> str:
    said = _tr("You said that this is {0}.").format(face.person_name)
    own = next((near for near in people if near.person_id == face.person_id), None)
    if people and people[0].person_id != face.person_id and people[0].distance <= line:
        return f"{said} " + _tr("It looks more like {0}, though.").format(people[0].name)
    if own is None:
        return said
    if own.distance <= line:
        return f"{said} " + _tr("It looks like the other confirmed faces.")
    return f"{said} " + _tr("It does not look much like the other confirmed faces.")


def _distance_to(face: Face, people: tuple[NearPerson, ...]) -> float:
    """Return how far the suggested person is; by the suggestion where others are nearer."""
    near = (person.distance for person in people if person.person_id == face.person_id)
    return next(near, 1 - (face.similarity or 0.0))


def _tr(text: str) -> str:
    return QCoreApplication.translate("why", text)
