"""Files that say where the faces of an album are and who they show."""

import json
from dataclasses import dataclass

from facegallery.domain.errors import FaceLabelsInvalid
from facegallery.domain.face import Box


@dataclass(frozen=True, slots=True)
class NamedFace:
    """One face. path: of its photo, from the album's folder. box: fractions of the photo."""

    path: str
    person: str
    box: Box


def parse_named_faces(text: str, name: str) -> list[NamedFace]:
    """Return the faces of {"photos": [{"path", "faces": [{"person", "box"}]}]}, in its order.

    name: of the file, for the error's sentence. Raises FaceLabelsInvalid.
    """
    try:
        return [
            NamedFace(str(photo["path"]), str(face["person"]), Box(*map(float, face["box"])))
            for photo in json.loads(text)["photos"]
            for face in photo["faces"]
        ]
    except json.JSONDecodeError as error:
        raise FaceLabelsInvalid(name, f"line {error.lineno} is not JSON") from error
    except (KeyError, TypeError, ValueError) as error:
        reason = 'it must be {"photos": [{"path", "faces": [{"person", "box"}]}]}'
        raise FaceLabelsInvalid(name, reason) from error
