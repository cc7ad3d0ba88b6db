"""The order of the questions, whatever the catalog tells meanwhile."""

import pytest

from facegallery.domain.face import Box, Face
from facegallery.domain.person import PersonOrGroup
from facegallery.jobs.review import Question
from facegallery.ui.review.asked import Asked
from facegallery.ui.review.deck import Deck

ADA = PersonOrGroup("person", 1, "Ada", 4, 4, hidden=False)


def face(number):
    box = Box(0.1, 0.1, 0.1, 0.1)
    nobody = (None, None, None, None, None)
    return Face(number, number, b"", "", None, box, 1, 1, True, False, *nobody)


def asked(kind, *who, faces=(1, 2)):
    shown = tuple(tuple(face(number) for number in faces) for _who in who)
    return Asked(Question(kind, who, (tuple(faces),), 1.0, 0.5, "why"), shown)


def group(number):
    return PersonOrGroup("group", number, None, 3, 3, hidden=False)


WHO = {number: asked("who", group(number), faces=(number,)) for number in range(1, 6)}
SAME = asked("same", group(1), group(2), faces=(1, 2))
ROW = asked("more", ADA, faces=(11, 12, 13))


@pytest.fixture
def deck():
    made = Deck()
    made.take([SAME, ROW, WHO[1], WHO[3]], 0, gone=False)
    return made


def coming(deck):
    return [each.id for each in deck.following]


def test_the_best_question_is_asked_and_stays_when_better_ones_come(deck):
    assert deck.current is SAME
    assert not deck.take([WHO[5], ROW, SAME], 0, gone=False)
    assert deck.current is SAME
    assert coming(deck) == ["who:g5", "more:p1"]


def test_an_answer_voids_other_questions_about_the_same_groups(deck):
    step = deck.answer()
    assert step.asked is SAME and deck.current is ROW
    assert coming(deck) == ["who:g3"]


def test_an_answer_that_is_not_written_yet_is_not_asked_again(deck):
    step = deck.answer()
    deck.take([SAME, ROW, WHO[3]], 0, gone=False)
    assert deck.current is ROW and coming(deck) == ["who:g3"]
    step.version = 2
    deck.take([SAME, ROW, WHO[3]], 1, gone=False)  # read before it was written
    assert coming(deck) == ["who:g3"]


def written(step, version, action):
    step.version, step.action = version, action


def test_an_answer_that_was_taken_back_is_asked_at_once(deck):
    written(deck.answer(), 1, 7)
    assert deck.actions == [7]
    assert deck.take([ROW, WHO[3]], 2, gone=False, undone=[7])
    assert deck.current is SAME and deck.answered == 0
    assert coming(deck) == ["more:p1", "who:g3"]


def test_two_answers_that_were_taken_back_come_in_their_order(deck):
    written(deck.answer(), 1, 7)
    written(deck.answer(), 2, 8)
    deck.take([WHO[3], ROW, SAME], 4, gone=False, undone=[7, 8])
    assert deck.current is SAME and coming(deck) == ["more:p1", "who:g3"]


def test_another_row_about_the_same_person_is_another_question(deck):
    written(deck.answer(), 1, 7)
    deck.take([ROW, WHO[3]], 1, gone=False)
    written(deck.answer(), 2, 8)
    other = asked("more", ADA, faces=(21, 22))
    deck.take([WHO[3], other], 2, gone=False)
    assert deck.current.id == "who:g3" and coming(deck) == ["more:p1"]


def test_some_faces_of_a_row_are_answered_and_the_rest_is_still_asked(deck):
    deck.answer().version = 1
    step = deck.answer(frozenset({12}))
    assert deck.current.face_ids == {11, 13}
    deck.take([ROW, WHO[3]], 1, gone=False)  # not written yet
    assert deck.current.face_ids == {11, 13}
    written(step, 2, 8)
    deck.take([asked("more", ADA, faces=(11, 13)), WHO[3]], 2, gone=False)
    assert deck.current.face_ids == {11, 13}
    deck.take([ROW, WHO[3]], 3, gone=False, undone=[8])
    assert deck.current.face_ids == {11, 12, 13}


def test_what_is_skipped_waits_until_it_is_asked_for(deck):
    deck.skip()
    assert deck.current is ROW
    deck.take([SAME, ROW, WHO[3]], 0, gone=False)
    assert "same:g1:g2" not in coming(deck) and deck.hidden_at(0) == 1
    deck.step_back()
    assert deck.current is SAME and coming(deck)[0] == "more:p1"
    for _question in range(3):
        deck.skip()
    assert deck.current is None
    deck.unskip_all()
    assert deck.skipped == 0 and deck.current is SAME


def test_a_question_that_makes_no_sense_any_more_goes(deck):
    assert deck.take([ROW], 0, gone=True)
    assert deck.current is ROW
    deck.take([], 0, gone=True)
    assert deck.current is None


def test_what_could_not_be_written_is_asked_again(deck):
    deck.answer()
    deck.forget_unwritten()
    assert deck.current is SAME and deck.answered == 0 and coming(deck)[0] == "more:p1"
