import pytest

from facegallery.actions.faces import Confirm
from facegallery.actions.people import Hide, Merge, Name, NameFaces, SetCover, Who, clean_name
from facegallery.actions.perform import perform, undo
from facegallery.catalog import assignments, faces, groups, people, same_faces
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NameTaken, NoSuchPerson, NotPossible
from facegallery.domain.person import Suggestion
from tests.made import add_faces_of

G1, G2, G3 = (Who("group", number) for number in (1, 2, 3))
P1, P2 = (Who("person", number) for number in (1, 2))


@pytest.fixture
def db(catalog: Catalog) -> Catalog:
    """Three groups: faces 1-4, 5-7 and 8-9."""
    made = {
        number: add_faces_of(catalog, number, count) for number, count in ((1, 4), (2, 3), (3, 2))
    }
    groups.save_all(catalog, made)
    return catalog


@pytest.mark.parametrize("text", ["", "x1", "p", "p-1", "p1.5", "12", "p\u0661", "p" + "9" * 30])
def test_an_id_that_is_none_is_named(text):
    with pytest.raises(NoSuchPerson, match="There is no person or group"):
        Who.parse(text)


def test_naming_a_group_makes_a_person_of_all_its_faces(db):
    assert perform(db, Name(G1, "  Ann\u00a0 Lee ")) == "Named 4 faces Ann Lee"
    card = people.person(db, 1)
    assert (card.name, card.faces, card.photos, card.id) == ("Ann Lee", 4, 4, "p1")
    assert people.group(db, 1) is None


def test_a_name_that_is_taken_changes_nothing_unless_a_second_one_is_wanted(db):
    perform(db, Name(G1, "Ann"))
    with pytest.raises(NameTaken, match=r"Ann is already the name of p1, who is in 4 photos"):
        perform(db, Name(G2, "ANN "))
    assert people.group(db, 2).faces == 3
    perform(db, Name(G2, "Ann", new=True))
    assert [card.faces for card in people.with_name(db, "ann")] == [4, 3]


def test_renaming_never_merges(db):
    perform(db, Name(G1, "Ann"))
    perform(db, Name(G2, "Ben"))
    with pytest.raises(NameTaken):
        perform(db, Name(P2, "Ann"))
    assert perform(db, Name(P2, "Bea")) == "Ben is now called Bea"
    assert perform(db, Name(P2, "bea")) == "Bea is now called bea"  # one's own name is not taken


@pytest.mark.parametrize("name", ["", "   ", "\n\t", "x" * 201])
def test_a_name_must_be_one(name):
    with pytest.raises(NotPossible):
        clean_name(name)


def test_merging_people_keeps_the_first_ones_name_and_takes_every_face(db):
    perform(db, Name(G1, "Ann"))
    perform(db, Name(G2, "Anna"))
    words = perform(db, Merge((P2, P1, G3)))
    assert words == "Merged Ann, a group of 2 faces into Anna"
    assert [(card.name, card.faces) for card in people.listed(db)] == [("Anna", 9)]
    undo(db)
    assert {(card.name, card.faces) for card in people.listed(db)} == {
        ("Ann", 4),
        ("Anna", 3),
        (None, 2),
    }


def test_a_named_person_survives_a_merge_whatever_the_order(db):
    perform(db, Name(G1, "Ann"))
    perform(db, Merge((G2, P1)))
    assert [(card.name, card.faces) for card in people.listed(db)] == [("Ann", 7), (None, 2)]


def test_a_no_for_one_of_two_merged_people_is_kept_and_a_yes_wins(db):
    perform(db, Name(G1, "Ann"))
    perform(db, Name(G2, "Anna"))
    assignments.reject(db, [8, 1], 2)
    perform(db, Merge((P1, P2)))
    assert assignments.rejections(db) == [(8, 1)]
    assert assignments.confirmed_person(db, 1) == 1


def test_merged_groups_are_remembered_as_pairs_of_faces(db):
    perform(db, Merge((G1, G3)))
    assert groups.face_ids(db, 1) == [1, 2, 3, 4, 8, 9]
    assert (1, 8) in same_faces.pairs(db)


def test_hidden_ones_are_found_again(db):
    perform(db, Name(G1, "Ann"))
    perform(db, Hide((P1, G2)))
    assert [card.id for card in people.listed(db)] == ["g3"]
    assert [(card.id, card.hidden) for card in people.listed(db, hidden=True)] == [
        ("p1", True),
        ("g2", True),
        ("g3", False),
    ]
    perform(db, Hide((P1, G2), hidden=False))
    assert len(people.listed(db)) == 3


def test_only_a_persons_own_face_can_be_the_cover(db):
    perform(db, Name(G1, "Ann"))
    perform(db, SetCover(1, 3))
    assert people.person(db, 1).cover_face == 3
    with pytest.raises(NotPossible, match="confirmed face of Ann"):
        perform(db, SetCover(1, 5))


def test_naming_chosen_faces_takes_them_from_whoever_had_them(db):
    perform(db, Name(G1, "Ann"))
    perform(db, NameFaces((1, 5), "Ben"))
    assert faces.by_id(db, 1).person_name == faces.by_id(db, 5).person_name == "Ben"
    assert (1, 1) in assignments.rejections(db)


def test_suggestions_show_as_such_on_the_cards(db):
    perform(db, Name(G1, "Ann"))
    assignments.replace_suggestions(db, [Suggestion(5, 1, 0.6), Suggestion(6, 1, 0.5)])
    assert people.person(db, 1).suggested == 2
    assert people.group(db, 2).maybe_name == "Ann"
    perform(db, Confirm((5,), 1))
    assert people.person(db, 1).suggested == 1
