"""Every answer has its words."""

from dataclasses import replace

import pytest

from facegallery.catalog import faces
from facegallery.jobs.why import NearPerson, Obstacle, Why
from facegallery.ui.widgets import why_words


@pytest.fixture
def lone(db):
    """An answer about a face that is nobody's."""
    face = faces.of_group(db, 1)[0]
    return Why(face, "sface", compared=True, judged=1, line=0.55, low_quality=False, margin=0.05)


def near(name, distance, obstacle=None, person_id=1):
    return NearPerson(person_id, name, distance, obstacle)


def test_all_obstacles_have_words_of_their_own():
    words = [why_words.but(near("Ada", 0.5, obstacle)) for obstacle in Obstacle]
    assert len(set(words)) == len(Obstacle)
    assert not any("{" in each for each in words)


@pytest.mark.parametrize(
    ("distance", "words"), [(0.4, "quite sure"), (0.5, "fairly sure"), (0.56, "not sure")]
)
def test_how_sure_follows_from_the_line(lone, distance, words):
    assert why_words.how_sure(distance, lone) == words


def test_nobody_to_compare_with_and_nobody_near(lone):
    assert "name somebody first" in why_words.verdict(lone)
    far = replace(lone, people=(near("Ada", 0.9, Obstacle.TOO_FAR),))
    assert why_words.verdict(far) == "It is like Ada most of all, but not enough like Ada."
    soon = replace(lone, people=(near("Ada", 0.3),))
    assert why_words.verdict(soon) == "It looks like Ada, and will be suggested."


def test_a_confirmed_face_that_looks_like_somebody_else_says_so(db, lone):
    face = faces.of_person(db, 1)[0]
    mine, other = near("Ada Lovelace", 0.5), near("Grace", 0.2, person_id=2)
    answer = replace(lone, face=face, people=(other, mine))
    assert why_words.verdict(answer).endswith("It looks more like Grace, though.")
    assert [why_words.person_words(answer, each) for each in answer.people] == [
        "like this face",
        "you said so",
    ]
    unlike = replace(answer, people=(near("Ada Lovelace", 0.8),))
    assert "does not look much like" in why_words.verdict(unlike)


def test_groups_and_poor_pictures_are_noted(lone):
    assert why_words.notes(lone) == []
    both = replace(lone, judged=3, low_quality=True)
    assert "2 other faces" in why_words.notes(both)[0]
    assert "too blurred" in why_words.notes(both)[1]
