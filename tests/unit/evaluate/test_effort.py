import numpy as np

from facegallery.evaluate.effort import Goal, by_hand, most_shown

TRUTH = {1: "ann", 2: "ann", 3: "ann", 4: "bob", 5: "bob", 6: "bob", 7: "cid", 8: "cid"}


def effort_of(*groups, stranger=()):
    faces = [*TRUTH, *stranger]
    labels = {face: label for label, group in enumerate(groups) for face in group}
    return by_hand(np.array([labels.get(face, -1) for face in faces]), faces, TRUTH)


def test_only_people_with_three_faces_are_to_be_named():
    goal = Goal(TRUTH)
    assert goal.people == {"ann", "bob"}
    assert goal.faces == {1, 2, 3, 4, 5, 6}


def test_right_groups_cost_a_name_each():
    effort = effort_of((1, 2, 3), (4, 5, 6))
    assert effort.to_json() == {
        "people": 2,
        "faces": 6,
        "actions": 2,
        "per_person": 1.0,
        "per_1000_faces": 2_000 / 6,
        "wrong": 0.0,
    }
    assert effort.right == 1.0


def test_each_wrong_face_and_each_lone_one_costs_an_action():
    assert effort_of((1, 2, 3, 4), (5, 6)).actions == 3
    assert effort_of((1, 2, 3), (4, 5)).actions == 3  # bob's third face is in no group


def test_a_strangers_group_is_passed_over_and_lone_strangers_cost_nothing():
    assert effort_of((91, 92, 93, 94), (1, 2, 3), (4, 5, 6), stranger=(91, 92, 93, 94)).actions == 3
    assert effort_of((1, 2, 3), (4, 5, 6), stranger=(91,)).actions == 2


def test_it_ends_when_enough_is_named_right():
    assert effort_of((1, 2, 3), (4, 5, 6), (7, 8)).actions == 2


def test_what_is_named_wrong_is_told():
    goal = Goal(TRUTH)
    score = goal.score({1: "ann", 2: "bob", 99: "bob", 4: "bob"}, 7)
    assert (score.right, score.wrong, score.actions) == (2 / 6, 2 / 4, 7)
    assert not goal.is_reached({1: "ann"})


def test_most_of_a_group_says_who_it_is():
    assert most_shown([1, 2, 4], TRUTH) == "ann"
    assert most_shown([1, 98, 99], TRUTH) is None
    assert most_shown([1, 4, 99], TRUTH) == "ann"  # a known person before nobody, then by name
