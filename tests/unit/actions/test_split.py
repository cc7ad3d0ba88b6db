import pytest

from facegallery.actions.faces import Confirm, TakeOut
from facegallery.actions.people import Merge, Name, Who
from facegallery.actions.perform import perform, undo
from facegallery.actions.split import Split
from facegallery.catalog import assignments, differences, groups, people, same_faces
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NameTaken, NotPossible
from tests.made import add_faces_of

P1, G2 = Who("person", 1), Who("group", 2)


@pytest.fixture
def db(catalog: Catalog) -> Catalog:
    """Ann (p1, faces 1-6) and a group g2 of faces 7-11."""
    made = {number: add_faces_of(catalog, number, count) for number, count in ((1, 6), (2, 5))}
    groups.save_all(catalog, made)
    perform(catalog, Name(Who("group", 1), "Ann"))
    return catalog


def test_a_group_split_is_a_fact_about_its_faces(db):
    words = perform(db, Split(G2, ((7, 8), (10, 11))))
    assert words == "Took a group of 2 faces apart from a group"
    assert groups.face_ids(db, 2) == [7, 8, 9]  # nothing was said of 9
    assert groups.face_ids(db, 3) == [10, 11]
    assert differences.faces(db) == [[frozenset({7, 8, 9}), frozenset({10, 11})]]
    assert same_faces.pairs(db) == [(7, 8), (7, 9), (10, 11)]
    undo(db)
    assert groups.face_ids(db, 2) == [7, 8, 9, 10, 11]
    assert differences.faces(db) == same_faces.pairs(db) == []


def test_a_persons_other_part_is_refused_to_them_and_gets_a_name(db):
    words = perform(db, Split(P1, ((1, 2, 3), (4, 5), (6,)), ("Ben",)))
    assert words == "Took Ben and a group of 1 face apart from Ann"
    assert [people.person(db, number).faces for number in (1, 2)] == [3, 2]
    assert sorted(assignments.rejections(db)) == [(4, 1), (5, 1), (6, 1)]
    assert differences.people(db) == {(1, 2)}
    assert differences.faces(db) == [[frozenset({4, 5}), frozenset({6})]]


def test_groups_that_were_called_one_person_and_split_are_two(db):
    perform(db, Split(G2, ((7, 8), (9, 10, 11))))
    perform(db, Merge((G2, Who("group", 3))))
    assert differences.faces(db) == []
    perform(db, Split(G2, ((7, 8), (9, 10, 11))))
    assert same_faces.pairs(db) == [(7, 8), (9, 10), (9, 11)]


@pytest.mark.parametrize(
    "parts", [((7, 8),), ((7,), ()), ((7,), (7, 8)), ((7,), (1,)), ()], ids=str
)
def test_each_face_is_in_one_part(db, parts):
    with pytest.raises(NotPossible):
        perform(db, Split(G2, parts))


def test_a_name_that_is_taken_is_not_given_by_chance(db):
    with pytest.raises(NameTaken):
        perform(db, Split(G2, ((7, 8, 9), (10, 11)), ("ann",)))
    perform(db, Split(G2, ((7, 8, 9), (10, 11)), ("Ann",), new=True))
    assert [card.faces for card in people.with_name(db, "ann")] == [6, 2]


def test_faces_of_one_part_are_one_person_whatever_was_said_of_them_before(db):
    perform(db, TakeOut((7,)))
    perform(db, Confirm((7, 8), 1))
    perform(db, Split(P1, ((1, 2, 3, 4, 5, 6), (7, 8))))
    assert differences.faces(db) == []
    assert same_faces.pairs(db) == [(7, 8)]
