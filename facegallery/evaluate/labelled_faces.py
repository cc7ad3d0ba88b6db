"""Files that say where the faces of photos are: our own JSON, or WIDER FACE's text."""

import json
from collections import deque
from dataclasses import dataclass
from typing import Any

from facegallery.domain.errors import FaceLabelsInvalid
from facegallery.domain.face import Box
from facegallery.evaluate.detection import Labels

Lines = deque[tuple[int | str, str]]  # with their numbers

BOX_NUMBERS = 4
INVALID = 7  # position of WIDER FACE's mark for faces too poor to be judged


@dataclass(frozen=True, slots=True)
class LabelledPhoto:
    """The labels of one photo. path: as the file has it. in_pixels: its boxes are not fractions."""

    path: str
    faces: tuple[Box, ...]
    ignored: tuple[Box, ...] = ()
    in_pixels: bool = False

    def labels(self, width: int, height: int) -> Labels:
        """Return the labels as fractions of the upright photo of this size."""
        if not self.in_pixels:
            return Labels(self.faces, self.ignored)
        return Labels(
            tuple(_fraction(box, width, height) for box in self.faces),
            tuple(_fraction(box, width, height) for box in self.ignored),
        )


def parse_labels(text: str, name: str) -> list[LabelledPhoto]:
    """Return the photos of a file in its order. name: of the file, for the error's sentence.

    JSON as `detect --json` prints it, [{"path", "faces": [{"box"}]}], or an object with such a
    list under "photos"; else the text format of WIDER FACE: a line with the path, a line with the
    number of faces, then a line a face: x y width height in pixels, and six marks, of which one
    says that the face is not to be judged. Raises FaceLabelsInvalid.
    """
    text = text.removeprefix("\ufeff")  # Windows editors mark UTF-8 with it
    photos = _from_json(text, name) if text.lstrip()[:1] in ("[", "{") else _from_wider(text, name)
    if not photos:
        raise FaceLabelsInvalid(name, "it names no photos")
    return photos


def _from_json(text: str, name: str) -> list[LabelledPhoto]:
    try:
        value = json.loads(text)
        entries = value["photos"] if isinstance(value, dict) else value
        return [
            LabelledPhoto(_path(entry["path"]), tuple(_box(face["box"]) for face in entry["faces"]))
            for entry in entries
        ]
    except json.JSONDecodeError as error:
        raise FaceLabelsInvalid(name, f"line {error.lineno} is not JSON") from error
    except (KeyError, TypeError, ValueError) as error:
        reason = 'it must be a list of {"path", "faces": [{"box": [x, y, width, height]}]}'
        raise FaceLabelsInvalid(name, reason) from error


def _path(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _box(value: Any) -> Box:
    x, y, width, height = (float(side) for side in value)
    return Box(x, y, width, height)


def _from_wider(text: str, name: str) -> list[LabelledPhoto]:
    lines: Lines = deque(line for line in enumerate(text.splitlines(), start=1) if line[1].strip())
    photos = []
    while lines:
        _, path = lines.popleft()
        rows = [row for row in _rows(lines, name) if min(row[2:BOX_NUMBERS]) > 0]
        photos.append(
            LabelledPhoto(
                path.strip(),
                tuple(Box(*row[:BOX_NUMBERS]) for row in rows if not _is_ignored(row)),
                tuple(Box(*row[:BOX_NUMBERS]) for row in rows if _is_ignored(row)),
                in_pixels=True,
            )
        )
    return photos


def _rows(lines: Lines, name: str) -> list[list[float]]:
    """Return the rows of numbers of one photo, of which the next line says how many there are."""
    number, text = lines.popleft() if lines else ("at the end", "")
    if not text.strip().isdecimal():
        raise FaceLabelsInvalid(name, f"line {number} should hold a photo's number of faces")
    count = int(text)
    if count == 0 and lines and _numbers(lines[0][1]):
        lines.popleft()  # WIDER FACE gives a photo without faces one row of zeros
    rows = []
    for _ in range(count):
        number, text = lines.popleft() if lines else ("at the end", "")
        row = _numbers(text)
        if not row:
            raise FaceLabelsInvalid(name, f"line {number} should hold x, y, width and height")
        rows.append(row)
    return rows


def _numbers(line: str) -> list[float]:
    """Return the numbers of a face's line, none where it is no such line."""
    try:
        numbers = [float(field) for field in line.split()]
    except ValueError:
        return []
    return numbers if len(numbers) >= BOX_NUMBERS else []


def _is_ignored(row: list[float]) -> bool:
    return len(row) > INVALID and row[INVALID] != 0


def _fraction(box: Box, width: int, height: int) -> Box:
    return Box(box.x / width, box.y / height, box.width / width, box.height / height)
