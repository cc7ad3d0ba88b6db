import pytest

from facegallery.domain.errors import FaceLabelsInvalid
from facegallery.domain.face import Box
from facegallery.evaluate.named_faces import NamedFace, parse_named_faces


def test_faces_come_with_their_person_and_photo():
    text = """{"people": ["ann"], "photos": [
        {"path": "2012/a.jpg", "faces": [{"person": "ann", "box": [0.1, 0.2, 0.3, 0.4]}]},
        {"path": "b.jpg", "faces": []}]}"""
    assert parse_named_faces(text, "truth.json") == [
        NamedFace("2012/a.jpg", "ann", Box(0.1, 0.2, 0.3, 0.4))
    ]


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"photos": [{"path": "a"}]}', '{"photos": [{"faces": [{}], "path": ""}]}']
)
def test_anything_else_is_refused_with_the_files_name(text):
    with pytest.raises(FaceLabelsInvalid, match=r"truth\.json"):
        parse_named_faces(text, "truth.json")
