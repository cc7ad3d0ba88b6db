"""What the user says while suggestions are made, and between two turns of writing them."""

from facegallery.actions.faces import NotAFace
from facegallery.actions.people import Name, Who
from facegallery.actions.perform import perform
from facegallery.catalog import assignments, groups, people, turns
from facegallery.domain.person import Suggestion
from tests.made import add_faces_of


def test_what_was_called_no_face_meanwhile_is_not_suggested(catalog):
    groups.save_all(catalog, {1: add_faces_of(catalog, 1, 2)})
    perform(catalog, Name(Who("group", 1), "Ann"))
    one, other = add_faces_of(catalog, 1, 2, first=2)
    perform(catalog, NotAFace((one,)))
    found = [Suggestion(one, 1, 0.8), Suggestion(other, 1, 0.7)]
    assert assignments.replace_suggestions(catalog, found) == 1
    assert assignments.face_ids(catalog, 1, "suggested") == [other]


def test_what_the_user_answers_between_two_turns_is_not_asked_again(catalog, monkeypatch):
    ids = add_faces_of(catalog, 1, 3 * turns.FIRST_TURN)
    ann, bob = people.add(catalog, "Ann"), people.add(catalog, "Bob")

    def answer(_seconds):
        assignments.confirm(catalog, [ids[-1]], bob)
        assignments.reject(catalog, [ids[-2]], ann)

    monkeypatch.setattr(turns, "sleep", answer)
    assignments.replace_suggestions(catalog, [Suggestion(face, ann, 0.5) for face in ids])
    assert assignments.face_ids(catalog, ann, "suggested") == ids[:-2]
