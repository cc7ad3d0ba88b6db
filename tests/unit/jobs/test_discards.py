"""What is like what the user threw out is asked about as one row, and each answer is kept."""

import numpy as np
import pytest

from facegallery.actions import perform
from facegallery.actions.faces import NotAFace
from facegallery.actions.people import Hide, Name, NameFaces, Who
from facegallery.catalog import faces, groups, likely, properties
from facegallery.catalog.likely import LikelySame
from facegallery.cli.main import run
from facegallery.jobs import review
from facegallery.jobs.suggest import refresh_suggestions
from tests.made import MODELS, add_faces_of, add_photo, detected, person_vector


def wide(person, seed):
    """An embedding as long as the recognizer's, of made-up person `person`."""
    return np.concatenate([np.zeros(112, np.float32), person_vector(person, seed=seed)])


@pytest.fixture
def statues(library, catalog):
    """Five faces of a statue, four of somebody else; nobody is in a group."""
    properties.set_value(catalog, "recognizer", MODELS[1])
    for person, number in ((1, 5), (2, 4)):
        for seed in range(number):
            add_photo(catalog, f"{person}-{seed}.jpg", [detected(vector=wide(person, seed))])
    return list(range(1, 6))


def asked(library, kind):
    refresh_suggestions(library)
    return [one for one in review.questions(library) if one.kind == kind]


def test_pictures_like_one_that_is_no_face_are_asked_about_together(library, catalog, statues):
    assert asked(library, "not-face") == []
    perform.perform(catalog, NotAFace((statues[0],)))
    (question,) = asked(library, "not-face")
    assert set(question.face_ids[0]) == set(statues[1:])
    assert question.worth == 4 and question.id == "not-face"
    assert "picture that you called not a face" in question.why
    perform.perform(catalog, review.yes(question))
    assert asked(library, "not-face") == []
    assert len(faces.not_faces(catalog)) == 5
    perform.undo(catalog)
    (at_once,) = [one for one in review.questions(library) if one.kind == "not-face"]
    assert set(at_once.face_ids[0]) == set(question.face_ids[0])  # before anything is computed
    (again,) = asked(library, "not-face")
    assert again == question
    perform.undo(catalog)
    assert asked(library, "not-face") == []


def test_they_are_answered_singly_and_a_no_is_for_good(library, catalog, statues):
    perform.perform(catalog, NotAFace((statues[0],)))
    (question,) = asked(library, "not-face")
    words = perform.perform(catalog, review.no(question, statues[1:3]))
    assert words == "Noted that 2 pictures are faces"
    (rest,) = asked(library, "not-face")
    assert set(rest.face_ids[0]) == set(statues[3:])
    perform.perform(catalog, review.not_sure(rest, statues[3:4]))
    perform.perform(catalog, review.yes(rest, statues[4:]))
    assert asked(library, "not-face") == []
    assert faces.by_id(catalog, statues[1]).is_face and faces.by_id(catalog, statues[3]).is_face
    perform.undo(catalog)
    perform.undo(catalog)
    (rest,) = asked(library, "not-face")
    assert set(rest.face_ids[0]) == set(statues[3:])


def test_what_was_called_a_face_outlives_a_detector_that_misses_it(library, catalog, statues):
    perform.perform(catalog, NotAFace((statues[0],)))
    (question,) = asked(library, "not-face")
    perform.perform(catalog, review.no(question, [statues[1]]))
    for face_id in statues[1:3]:
        photo_id = faces.by_id(catalog, face_id).photo_id
        faces.replace(catalog, photo_id, [], MODELS[1], same_content=True)
    assert faces.by_id(catalog, statues[1]) and not faces.by_id(catalog, statues[2])


def test_nobody_who_has_a_name_is_asked_about(library, catalog, statues):
    perform.perform(catalog, NameFaces(tuple(statues[2:]), "Nefertiti"))
    perform.perform(catalog, NotAFace((statues[0],)))
    for question in asked(library, "not-face"):
        assert not set(question.face_ids[0]) & set(statues[2:])


@pytest.fixture
def strangers(library, catalog):
    """Three groups of one stranger, and one of somebody else; the machine finds the three alike."""
    properties.set_value(catalog, "recognizer", MODELS[1])
    found = add_faces_of(catalog, 1, 6)
    made = [groups.make(catalog, n + 1, found[2 * n : 2 * n + 2]) for n in range(3)]
    groups.make(catalog, 9, add_faces_of(catalog, 2, 4))
    likely.save_same(
        catalog,
        [LikelySame(1, 2, None, 0.9), LikelySame(1, 3, None, 0.8), LikelySame(1, 9, None, 0.1)],
    )
    return made


def hide_questions(library):
    return [one for one in review.questions(library) if one.kind == "hide"]


def test_groups_like_a_hidden_one_are_hidden_together(library, catalog, strangers):
    assert hide_questions(library) == []
    perform.perform(catalog, Hide((Who("group", 1),)))
    (question,) = hide_questions(library)
    assert [groups.of_each(catalog, [face])[face] for face in question.face_ids[0]] == [2, 3]
    assert question.worth == 4
    words = perform.perform(catalog, review.yes(question))
    assert words == "Hid 2 people and groups"
    assert hide_questions(library) == []
    perform.undo(catalog)
    assert hide_questions(library) == [question]


def test_a_group_that_is_to_be_shown_is_not_asked_about_again(library, catalog, strangers):
    perform.perform(catalog, Hide((Who("group", 1),)))
    (question,) = hide_questions(library)
    first, second = question.face_ids[0]
    perform.perform(catalog, review.no(question, [first]))
    (rest,) = hide_questions(library)
    assert rest.face_ids == ((second,),)
    perform.perform(catalog, review.not_sure(rest))
    assert hide_questions(library) == []
    perform.undo(catalog)
    assert hide_questions(library) == [rest]


def test_the_command_line_asks_and_answers(library, catalog, statues, capsys):
    perform.perform(catalog, NotAFace((statues[0],)))
    refresh_suggestions(library)
    command = [f"--library={library.folder}", "review"]
    assert run(command) == 0
    assert "4 more that are no faces?" in capsys.readouterr().out
    assert run([*command, "not-face", "--yes", "--faces", str(statues[1])]) == 0
    assert len(faces.not_faces(catalog)) == 2


@pytest.fixture
def guests(library, catalog):
    """Six groups of two faces each, 1 to 6, nobody like anybody, and a large one, 7."""
    properties.set_value(catalog, "recognizer", MODELS[1])
    for number in range(1, 7):
        groups.make(catalog, number, add_faces_of(catalog, number, 2))
    groups.make(catalog, 7, add_faces_of(catalog, 7, 4))


def groups_asked(catalog, question):
    found = groups.of_each(catalog, question.face_ids[0])
    return sorted(found[face] for face in question.face_ids[0])


def test_who_hides_small_groups_is_asked_about_the_others_in_one_row(library, catalog, guests):
    for number in (1, 2):
        perform.perform(catalog, Hide((Who("group", number),)))
    assert hide_questions(library) == []
    perform.perform(catalog, Hide((Who("group", 3),)))
    (question,) = hide_questions(library)
    assert groups_asked(catalog, question) == [4, 5, 6]
    assert question.worth == 6
    assert question.why == "You hid others with as few photos, and named hardly any of these."
    assert [one.id for one in review.questions(library)] == ["hide", "who:g7"]
    kept = next(face for face in question.face_ids[0] if groups.of_each(catalog, [face])[face] == 5)
    perform.perform(catalog, review.no(question, [kept]))
    perform.perform(catalog, review.yes(*hide_questions(library)))
    assert [one.id for one in review.questions(library)] == ["who:g7", "who:g5"]


def test_who_names_small_groups_is_asked_who_they_are(library, catalog, guests):
    perform.perform(catalog, Name(Who("group", 4), "Ida", new=True))
    perform.perform(catalog, Name(Who("group", 5), "Ole", new=True))
    perform.perform(catalog, Hide((Who("group", 1), Who("group", 2), Who("group", 3))))
    assert hide_questions(library) == []
