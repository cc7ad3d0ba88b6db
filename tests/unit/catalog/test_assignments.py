from facegallery.actions.faces import NotAFace
from facegallery.actions.people import Name, Who
from facegallery.actions.perform import perform
from facegallery.catalog import assignments, groups
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
