"""Tests of facegallery.evaluate.detection."""

from hypothesis import given
from hypothesis import strategies as st

from facegallery.domain.face import Box
from facegallery.evaluate.detection import Labels, match_faces, score_detection

LEFT, RIGHT = Box(0.1, 0.1, 0.2, 0.2), Box(0.6, 0.1, 0.2, 0.2)
NEAR_LEFT = Box(0.12, 0.1, 0.2, 0.2)
NOWHERE = Box(0.4, 0.7, 0.1, 0.1)


def test_a_face_found_is_right_where_it_shares_half_of_a_labelled_one():
    verdicts = match_faces(Labels((LEFT, RIGHT)), [(NEAR_LEFT, 0.9), (NOWHERE, 0.95)])
    assert verdicts == [(0.95, False), (0.9, True)]


def test_a_face_found_twice_is_right_once():
    assert match_faces(Labels((LEFT,)), [(NEAR_LEFT, 0.8), (LEFT, 0.7)]) == [
        (0.8, True),
        (0.7, False),
    ]


def test_what_nobody_could_judge_counts_neither_way():
    assert match_faces(Labels((), ignored=(LEFT,)), [(NEAR_LEFT, 0.8), (NOWHERE, 0.7)]) == [
        (0.7, False)
    ]


def test_counts_are_at_the_threshold_and_the_curve_goes_below():
    labels = [Labels((LEFT, RIGHT)), Labels(())]
    seen = [[(LEFT, 0.9), (RIGHT, 0.5)], [(NOWHERE, 0.6)]]
    score = score_detection(labels, seen, "some", threshold=0.6)
    assert (score.photos, score.faces, score.found, score.false) == (2, 2, 1, 1)
    assert (score.recall, score.precision) == (0.5, 0.5)
    assert [(p.score, p.recall, p.false) for p in score.curve] == [
        (0.9, 0.5, 0),
        (0.6, 0.5, 1),
        (0.5, 1.0, 1),
    ]
    assert (score.at(0.55).recall, score.at(0.95).recall) == (0.5, 0)
    assert score.to_json()["curve"][0] == {"score": 0.9, "recall": 0.5, "false": 0}


def test_no_faces_anywhere():
    score = score_detection([Labels(())], [[]], "some", threshold=0.5)
    assert (score.recall, score.precision, score.curve) == (1, 1, ())


boxes = st.builds(Box, *[st.floats(0, 0.5)] * 2, *[st.floats(0.01, 0.5)] * 2)


@given(st.lists(boxes, max_size=6), st.lists(st.tuples(boxes, st.floats(0, 1)), max_size=9))
def test_a_curve_only_rises_and_ends_with_all_that_was_seen(faces, seen):
    score = score_detection([Labels(tuple(faces))], [seen], "some", threshold=0)
    falses = [point.false for point in score.curve]
    recalls = [point.recall for point in score.curve]
    assert falses == sorted(falses)
    assert recalls == sorted(recalls)
    assert score.found + score.false == len(seen)
    assert score.found <= len(faces)
