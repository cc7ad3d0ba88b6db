"""Tests of facegallery.evaluate.labelled_faces."""

import json

import pytest

from facegallery.domain.errors import FaceLabelsInvalid
from facegallery.domain.face import Box
from facegallery.evaluate.labelled_faces import parse_labels

WIDER = """0--Parade/first.jpg
2
10 20 30 40 0 0 0 0 0 0
50 60 20 20 2 0 0 1 0 0
0--Parade/none.jpg
0
0 0 0 0 0 0 0 0 0 0
last.jpg
1
1 2 0 4 0 0 0 0 0 0
"""


def test_what_detect_prints_is_read():
    printed = [{"path": "/a/b.jpg", "width": 9, "faces": [{"box": [0.1, 0.2, 0.3, 0.4]}]}]
    (photo,) = parse_labels(json.dumps(printed), "t")
    assert photo.path == "/a/b.jpg"
    assert photo.labels(100, 50).faces == (Box(0.1, 0.2, 0.3, 0.4),)


def test_the_truth_of_an_album_is_read():
    album = {"people": ["A"], "photos": [{"path": "b.jpg", "faces": []}]}
    assert parse_labels(json.dumps(album), "t")[0].labels(1, 1).faces == ()


def test_wider_face_is_read_in_pixels_and_its_invalid_faces_are_ignored():
    first, none, last = parse_labels(WIDER, "t")
    labels = first.labels(100, 200)
    assert labels.faces == (Box(0.1, 0.1, 0.3, 0.2),)
    assert labels.ignored == (Box(0.5, 0.3, 0.2, 0.1),)
    assert none.faces == ()
    assert (last.path, last.faces) == ("last.jpg", ())


def test_a_photo_without_faces_may_lack_its_row_of_zeros():
    photos = parse_labels("a.jpg\n0\nb.jpg\n1\n1 2 3 4\n", "t")
    assert [len(photo.faces) for photo in photos] == [0, 1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "names no photos"),
        ("[]", "names no photos"),
        ("[{]", "line 1 is not JSON"),
        ('[{"path": "a.jpg"}]', "must be a list"),
        ('[{"path": 3, "faces": []}]', "must be a list"),
        ('[{"path": "a", "faces": [{"box": [1, 2, 3]}]}]', "must be a list"),
        ("a.jpg\nmany\n", "line 2 should hold a photo's number of faces"),
        ("a.jpg\n", "at the end"),
        ("a.jpg\n2\n1 2 3 4\n", "at the end"),
        ("a.jpg\n1\n1 2 x 4\n", "line 3 should hold x, y, width and height"),
    ],
)
def test_what_is_wrong_is_said(text, words):
    with pytest.raises(FaceLabelsInvalid, match=words):
        parse_labels(text, "labels.txt")
