import pytest

from facegallery.actions.people import Name, SetCover, Who
from facegallery.actions.perform import perform
from facegallery.actions.split import Split
from facegallery.catalog import groups, likely, properties
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog, Library
from facegallery.domain.errors import NotPossible
from facegallery.jobs.regroup import regroup_here
from facegallery.jobs.split import propose_split
from tests.made import add_faces_of

RECOGNIZER = "vggface2-resnet50"  # its embeddings are compared as they are, of any length


@pytest.fixture
def mixed(catalog: Catalog) -> Catalog:
    """A group g1 of two people, faces 1-6 and 7-10, and a group g2 of one, faces 11-18."""
    properties.set_value(catalog, "recognizer", RECOGNIZER)
    made = add_faces_of(catalog, 1, 6) + add_faces_of(catalog, 2, 4)
    groups.save_all(catalog, {1: made, 2: add_faces_of(catalog, 3, 8)})
    with transaction(catalog):
        catalog.execute("update embeddings set model = ?", (RECOGNIZER,))
    return catalog


def test_a_split_is_proposed_done_and_obeyed_by_the_next_grouping(mixed, library: Library):
    proposal = propose_split(library, Who("group", 1))
    assert [sorted(part) for part in proposal.parts] == [[1, 2, 3, 4, 5, 6], [7, 8, 9, 10]]
    assert proposal.why.startswith("6 faces and 4 faces of this group: the parts are ")
    assert "two people, most likely" in proposal.why
    perform(mixed, Split(Who("group", 1), proposal.parts))
    assert regroup_here(library) == 0
    assert groups.face_ids(mixed, 1) == [1, 2, 3, 4, 5, 6]


def test_the_name_stays_with_the_face_on_the_card(mixed, library: Library):
    perform(mixed, Name(Who("group", 1), "Ann"))
    perform(mixed, SetCover(1, 9))
    proposal = propose_split(library, Who("person", 1))
    assert [sorted(part) for part in proposal.parts] == [[7, 8, 9, 10], [1, 2, 3, 4, 5, 6]]
    assert proposal.why.startswith("4 faces and 6 faces of Ann: ")


def test_a_split_against_all_likeness_is_obeyed(mixed, library: Library):
    perform(mixed, Split(Who("group", 1), ((1, 2, 3), (4, 5, 6, 7, 8, 9, 10))))
    regroup_here(library)
    labels = groups.of_each(mixed, range(1, 11))
    assert {labels.get(face) for face in (1, 2, 3)} == {1}
    assert 1 not in {labels.get(face) for face in range(4, 11)}


def test_a_person_of_two_people_is_asked_about_and_one_of_one_is_not(mixed, library: Library):
    perform(mixed, Name(Who("group", 1), "Ann"))
    perform(mixed, Name(Who("group", 2), "Ben"))
    regroup_here(library)
    (found,) = likely.mixed(mixed)
    assert (found.kind, found.number, found.smaller) == ("person", 1, 4)


def test_too_few_faces_are_said_to_be(mixed, library: Library):
    with pytest.raises(NotPossible, match="too few faces to make 11 parts"):
        propose_split(library, Who("group", 1), parts=11)
