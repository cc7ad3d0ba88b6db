import pytest

from facegallery.domain.query.nodes import EVERYTHING, NOTHING
from facegallery.domain.query.parse import parse
from facegallery.domain.query.simplify import simplified

NAMES = ((1, "Anna"), (2, "Ben"))


def simple(text):
    return simplified(parse(text, NAMES).node)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("-favourite: no", "favourite: yes"),
        ("-rating: >=4", "rating: 0..3"),
        ("-people: 0", "people: >=1"),
        ("-faces: 2..3", "faces: 0..1 or faces: >=4"),
        ("-(anna or rating: 0)", "-anna rating: >=1"),
        ("-(anna -ben)", "-anna or ben"),
        ("-(-(anna))", "anna"),
        ("rating: >=2 anna rating: <=3", "rating: 2..3 anna"),
        ("faces: >=1 people: 2 -faces: >5", "faces: 1..5 people: 2"),
    ],
)
def test_what_is_excluded_becomes_what_is_left(asked, meant):
    assert simple(asked) == simple(meant)


@pytest.mark.parametrize(
    "text",
    [
        "anna -anna",
        "-faces: >=0",
        "people: 0 ben",
        "anna (ben -ben)",
        "-(anna or -anna)",
        "rating: 0 rating: >=4",
        "faces: 3.. anna faces: <2",
        "only: anna people: 2",
        "only-named: anna ben people: >=3",
        "only: anna -anna",
        "only: anna people: 0",
    ],
)
def test_what_contradicts_itself_finds_nothing(text):
    assert simple(text) == NOTHING


@pytest.mark.parametrize("text", ["anna or -anna", "rating: >=0", "-(anna -anna)", ""])
def test_what_is_always_so_finds_everything(text):
    assert simple(text) == EVERYTHING
