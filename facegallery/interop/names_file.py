"""A file of all names and decisions, as JSON that people can read: docs/names-file.md tells it."""

import json
import math
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from facegallery.domain.errors import NamesFileTooNew, NamesFileUnreadable, NamesNotWritten
from facegallery.domain.face import Box
from facegallery.domain.names import DecidedFace, DecidedPhoto, NamedPerson, Names
from facegallery.domain.words import sentence

FORMAT, VERSION = "facegallery-names", 1
HASH_BYTES = 32
_DIGITS = 5  # of a fraction: a tenth of a pixel of a photo 10,000 pixels wide
_LARGEST = 2**62
_Item = TypeVar("_Item")


def write(file: Path, names: Names) -> None:
    """Write a file of names, whole or not at all. Raises NamesNotWritten."""
    part = file.with_name(f"{file.name}.part")
    try:
        try:
            with part.open("w", encoding="utf-8", newline="\n") as written:
                written.writelines(_lines(names))
                written.flush()
                os.fsync(written.fileno())
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise NamesNotWritten(str(file), error.strerror or str(error)) from error


def read(file: Path) -> Names:
    """Return what a file of names holds. Raises NamesFileUnreadable or NamesFileTooNew."""
    try:
        whole = json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise NamesFileUnreadable(str(file), error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        reason = sentence("it is no JSON, or was cut off")
        raise NamesFileUnreadable(str(file), reason) from error
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise NamesFileUnreadable(str(file), sentence("it is no file of names"))
    version = whole.get("version")
    if isinstance(version, int) and version > VERSION:
        raise NamesFileTooNew(str(file))
    try:
        return _names(whole)
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError) as error:
        reason = sentence("something in it is not as it was written ({0})", str(error))
        raise NamesFileUnreadable(str(file), reason) from error


# Writing: one person and one photo a line, so that two files can be compared line by line


def _lines(names: Names) -> Iterator[str]:
    head = {
        "format": FORMAT,
        "version": VERSION,
        "made_by": names.made_by,
        "made_at": names.made_at,
    }
    for key, value in head.items():
        yield f"{'{' if key == 'format' else ' '}{json.dumps(key)}: {_json(value)},\n"
    yield from _list("people", map(_person_out, names.people))
    yield from _list("photos", map(_photo_out, names.photos))
    yield from _list("different_faces", ([list(s) for s in sides] for sides in names.different))
    yield from _list("same_faces", map(list, names.same), end="}\n")


def _list(name: str, values: Iterable[object], end: str = ",\n") -> Iterator[str]:
    yield f" {json.dumps(name)}: ["
    comma = "\n"
    for value in values:
        yield f"{comma}  {_json(value)}"
        comma = ",\n"
    yield f"]{end}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _said(values: Mapping[str, object]) -> dict[str, object]:
    """Return what there is something to say of: no empty lists, texts or noes."""
    return {key: value for key, value in values.items() if value not in (None, "", [], False)}


def _person_out(person: NamedPerson) -> dict[str, object]:
    return {"id": person.id, "name": person.name} | _said(
        {
            "other_names": list(person.other_names),
            "birth_date": person.birth_date,
            "notes": person.notes,
            "favourite": person.favourite,
            "hidden": person.hidden,
            "different_from": list(person.different_from),
            "cover_face": person.cover,
        }
    )


def _photo_out(photo: DecidedPhoto) -> dict[str, object]:
    facts = {
        "path": photo.path,
        "folder": photo.folder,
        "hash": photo.content_hash.hex(),
        "bytes": photo.size_bytes,
        "size": [photo.width, photo.height],
    }
    return facts | _said(
        {
            "hidden": photo.hidden,
            "favourite": photo.favourite,
            "may_show_twice": photo.twice,
            "present": list(photo.present),
            "faces": [_face_out(face) for face in photo.faces],
        }
    )


def _face_out(face: DecidedFace) -> dict[str, object]:
    said = _said(
        {
            "person": face.person,
            "not": list(face.rejected),
            "not_a_face": not face.is_face,
            "hidden": face.hidden,
            "drawn": face.drawn,
        }
    )
    return {
        "id": face.id,
        "box": [round(number, _DIGITS) for number in face.box],
        **said,
        "landmarks": [round(number, _DIGITS) for number in face.landmarks],
        "score": round(face.score, 3),
        "quality": round(face.quality, 3),
    }


# Reading: nothing is believed that a stranger could have written into it


def _names(whole: Mapping[str, Any]) -> Names:
    people = tuple(map(_person_in, whole["people"]))
    photos = tuple(map(_photo_in, whole["photos"]))
    known = {person.id for person in people}
    faces = [face for photo in photos for face in photo.faces]
    face_ids = {face.id for face in faces}
    _require(len(known) == len(people), "a person's id is there twice")
    _require(len(face_ids) == len(faces), "a face's id is there twice")
    named = {face.person for face in faces} - {None}
    named.update(number for face in faces for number in face.rejected)
    named.update(number for photo in photos for number in photo.present)
    named.update(number for person in people for number in person.different_from)
    _require(named <= known, "a person is missing")
    different = tuple(
        tuple(_numbers(side) for side in sides) for sides in whole.get("different_faces", [])
    )
    same = tuple(_numbers(one) for one in whole.get("same_faces", []))
    told = {number for sides in different for side in sides for number in side}
    _require(told.union(*same) <= face_ids, "a face is missing")
    return Names(people, photos, different, same, _text(whole, "made_at"), _text(whole, "made_by"))


def _person_in(value: Mapping[str, Any]) -> NamedPerson:
    cover, born = value.get("cover_face"), value.get("birth_date")
    return NamedPerson(
        _number(value["id"]),
        _required_text(value["name"]),
        tuple(map(_required_text, value.get("other_names", []))),
        None if born is None else _required_text(born),
        _text(value, "notes"),
        value.get("favourite") is True,
        value.get("hidden") is True,
        _numbers(value.get("different_from", [])),
        None if cover is None else _number(cover),
    )


def _photo_in(value: Mapping[str, Any]) -> DecidedPhoto:
    content_hash = bytes.fromhex(_required_text(value["hash"]))
    _require(len(content_hash) == HASH_BYTES, "a hash has another length")
    width, height = map(_number, value["size"])
    return DecidedPhoto(
        content_hash,
        _text(value, "folder"),
        _text(value, "path"),
        _number(value["bytes"]),
        width,
        height,
        value.get("hidden") is True,
        value.get("favourite") is True,
        value.get("may_show_twice") is True,
        _numbers(value.get("present", [])),
        tuple(map(_face_in, value.get("faces", []))),
    )


def _face_in(value: Mapping[str, Any]) -> DecidedFace:
    x, y, width, height = map(_fraction, value["box"])
    _require(width > 0 and height > 0, "a box is empty")
    _require(x + width <= 1.001 and y + height <= 1.001, "a box is not in its photo")
    landmarks = tuple(map(_near_fraction, value.get("landmarks", [])))
    _require(len(landmarks) in (0, 10), "landmarks are not five points")
    person = value.get("person")
    return DecidedFace(
        _number(value["id"]),
        Box(x, y, width, height),
        None if person is None else _number(person),
        _numbers(value.get("not", [])),
        value.get("not_a_face") is not True,
        value.get("hidden") is True,
        value.get("drawn") is True,
        landmarks,
        _fraction(value.get("score", 0.0)),
        _fraction(value.get("quality", 0.0)),
    )


def _require(holds: bool, what: str) -> None:
    if not holds:
        raise ValueError(what)


def _text(value: Mapping[str, Any], key: str) -> str:
    return _required_text(value.get(key, ""))


def _required_text(value: object) -> str:
    _require(isinstance(value, str), "a text is none")
    text = str(value)
    text.encode()  # lone surrogates, which no database takes, raise UnicodeEncodeError
    return text


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < _LARGEST:
        raise ValueError("a number is none")
    return value


def _numbers(values: Iterable[object]) -> tuple[int, ...]:
    return _each(_number, values)


def _each(read_one: Callable[[object], _Item], values: Iterable[object]) -> tuple[_Item, ...]:
    return tuple(dict.fromkeys(read_one(value) for value in values))


def _fraction(value: object) -> float:
    number = _near_fraction(value)
    _require(0 <= number <= 1, "a fraction is not between 0 and 1")
    return number


def _near_fraction(value: object) -> float:
    """Return a fraction that may lie some way outside: landmarks of a face at the edge do."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError("a fraction is none")
    _require(math.isfinite(value) and abs(value) < 10, "a fraction is far outside")
    return float(value)
