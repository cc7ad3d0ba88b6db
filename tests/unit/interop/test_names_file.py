"""A file of names says the same when it is read again, and garbage in it is refused."""

import json

import pytest

from facegallery.domain.errors import NamesFileTooNew, NamesFileUnreadable, NamesNotWritten
from facegallery.domain.face import Box
from facegallery.domain.names import DecidedFace, DecidedPhoto, NamedPerson, Names
from facegallery.interop import names_file

POINTS = (0.1, 0.2, 0.3, 0.2, 0.2, 0.3, 0.15, 0.4, 0.25, 0.4)
NAMES = Names(
    (
        NamedPerson(1, "Zoë “Z” Ångström", ("Zed",), "1984", "Two\nlines", True, True, (2,), 7),
        NamedPerson(2, "李小龙"),
    ),
    (
        DecidedPhoto(
            bytes(range(32)),
            "/home/me/Pictures",
            "2015/Summer & more/a.jpg",
            123_456,
            *(4000, 3000),
            *(True, True, True),
            (2,),
            (
                DecidedFace(7, Box(0.1, 0.2, 0.3, 0.4), 1, (2,), landmarks=POINTS, score=0.99),
                DecidedFace(8, Box(0.5, 0.2, 0.3, 0.4), None, (), False, True, True, POINTS),
            ),
        ),
        DecidedPhoto(bytes(32), "", "", 1, 10, 10),
    ),
    (((7,), (8,)),),
    ((7, 8),),
    "2026-11-22T17:00:00Z",
    "FaceGallery 0.1.0",
)


def written(tmp_path):
    file = tmp_path / "names.json"
    names_file.write(file, NAMES)
    return file


def test_what_is_read_is_what_was_written(tmp_path):
    file = written(tmp_path)
    assert names_file.read(file) == NAMES
    assert [entry.name for entry in tmp_path.iterdir()] == ["names.json"]


def test_people_can_read_it(tmp_path):
    lines = written(tmp_path).read_text(encoding="utf-8").splitlines()
    assert any("李小龙" in line for line in lines)
    assert sum("Summer & more/a.jpg" in line for line in lines) == 1  # one photo, one line


def test_names_without_anything_are_a_file_too(tmp_path):
    file = tmp_path / "names.json"
    names_file.write(file, Names())
    assert names_file.read(file) == Names()


def change(value, *path_and_new):
    """Set a value deep in JSON: path, then the new one."""
    *path, last, new = path_and_new
    for key in path:
        value = value[key]
    value[last] = new


@pytest.mark.parametrize(
    "where",
    [
        ("people", 0, "name", 5),
        ("people", 0, "name", "\ud800"),
        ("people", 0, "id", -1),
        ("people", 0, "id", 2),
        ("people", 0, "different_from", [99]),
        ("people", 0, 5),
        ("people", {"1": "Ann"}),
        ("photos", 0, "hash", "zz"),
        ("photos", 0, "hash", "00"),
        ("photos", 0, "size", [1, 2, 3]),
        ("photos", 0, "bytes", True),
        ("photos", 0, "bytes", 10**30),
        ("photos", 0, "present", [7]),
        ("photos", 0, "faces", 0, "box", [0.1, 0.2, 0.3]),
        ("photos", 0, "faces", 0, "box", [0.1, 0.2, 0.3, float("nan")]),
        ("photos", 0, "faces", 0, "box", [0.9, 0.2, 0.3, 0.1]),
        ("photos", 0, "faces", 0, "box", [0.1, 0.2, 0, 0.1]),
        ("photos", 0, "faces", 0, "box", [0.1, 0.2, 10**400, 0.1]),
        ("photos", 0, "faces", 0, "person", 99),
        ("photos", 0, "faces", 0, "id", 8),
        ("photos", 0, "faces", 0, "landmarks", [0.1]),
        ("different_faces", [[[7], [99]]]),
        ("same_faces", [[7, 99]]),
        ("format", "other"),
    ],
)
def test_garbage_is_refused_with_the_file_named(tmp_path, where):
    file = written(tmp_path)
    whole = json.loads(file.read_text(encoding="utf-8"))
    change(whole, *where)
    file.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(NamesFileUnreadable, match=r"names\.json"):
        names_file.read(file)


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff\xfe", b"[" * 100_000, b"null"])
def test_what_is_no_such_file_is_refused(tmp_path, content):
    file = tmp_path / "names.json"
    file.write_bytes(content)
    with pytest.raises(NamesFileUnreadable):
        names_file.read(file)
    with pytest.raises(NamesFileUnreadable):
        names_file.read(tmp_path / "nowhere.json")


def test_a_newer_file_is_refused_as_such(tmp_path):
    file = written(tmp_path)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"version": 1', '"version": 2'), encoding="utf-8")
    with pytest.raises(NamesFileTooNew):
        names_file.read(file)


def test_a_file_there_is_replaced_whole_or_not_at_all(tmp_path):
    file = written(tmp_path)
    names_file.write(file, Names())
    assert names_file.read(file) == Names()
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(NamesNotWritten):
        names_file.write(tmp_path / "folder.json", NAMES)
    with pytest.raises(NamesNotWritten):
        names_file.write(tmp_path / "nowhere" / "names.json", NAMES)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["folder.json", "names.json"]
