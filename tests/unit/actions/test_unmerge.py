import json
import random

import pytest

from facegallery.actions.details import Describe
from facegallery.actions.faces import Confirm, Move, NotAFace, Reject, TakeOut
from facegallery.actions.facts import Different
from facegallery.actions.people import Hide, Merge, Name, NameFaces, Who
from facegallery.actions.perform import perform, redo, undo
from facegallery.actions.photos import BeThere
from facegallery.actions.unmerge import Unmerge
from facegallery.catalog import (
    assignments,
    differences,
    groups,
    merges,
    people,
    presences,
    same_faces,
)
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import FaceGalleryError, NoSuchMerge
from tests.made import add_faces_of

P1, P2, P3 = (Who("person", number) for number in (1, 2, 3))
G4, G5 = Who("group", 4), Who("group", 5)


@pytest.fixture
def db(catalog: Catalog) -> Catalog:
    """Ann (p1, faces 1-4), Ben (p2, 5-7), Cyd (p3, 8-9), groups g4 of 10-12 and g5 of 13-14."""
    sizes = {1: 4, 2: 3, 3: 2, 4: 3, 5: 2}
    groups.save_all(catalog, {n: add_faces_of(catalog, n, count) for n, count in sizes.items()})
    for number, name in ((1, "Ann"), (2, "Ben"), (3, "Cyd")):
        perform(catalog, Name(Who("group", number), name))
    return catalog


def decisions(db: Catalog) -> str:
    """Every row that holds what the user said of faces and people, but who is different."""
    tables = ("people", "assignments", "other_names", "group_faces", "groups", "presences")
    return json.dumps(
        {table: sorted(map(str, db.query(f"select * from {table}"))) for table in tables}
    )


def test_a_merge_of_people_taken_apart_leaves_every_row_as_it_was(db):
    perform(db, Describe(2, "1990", "of Rome", ("Benny",), True))
    perform(db, Describe(1, notes="of Oslo", other_names=("Nan",)))
    perform(db, Reject((1, 13), 2))
    perform(db, Confirm((1,), 1))
    perform(db, Reject((5, 14), 1))
    perform(db, Confirm((5,), 2))
    perform(db, Different((P2, P3)))
    before = decisions(db)
    perform(db, Merge((P1, P2), name="Ben", cover_face=5))
    card = people.person(db, 1)
    assert (card.name, card.cover_face, card.birth_date) == ("Ben", 5, "1990")
    assert (card.notes, card.other_names) == ("of Oslo\n\nof Rome", ("Benny", "Nan"))
    assert differences.people(db) == {(1, 3)}
    (merge,) = merges.of_person(db, 1)
    assert perform(db, Unmerge(merge.id)) == "Took Ben apart from Ann: 3 faces came back"
    assert decisions(db) == before
    assert differences.people(db) == {(1, 2), (2, 3)}
    assert merges.listed(db) == []


def test_a_group_comes_back_out_of_a_person_and_is_not_asked_about_again(db):
    perform(db, Merge((P1, G4)))
    words = perform(db, Unmerge(merges.of_person(db, 1)[0].id))
    assert words == "Took a group of 3 faces apart from Ann: 3 faces came back"
    assert groups.face_ids(db, 4) == [10, 11, 12]
    assert people.person(db, 1).faces == 4
    assert assignments.rejections(db) == [(10, 1), (11, 1), (12, 1)]


def test_a_joined_group_comes_apart_also_after_it_was_named(db):
    perform(db, Merge((G4, G5)))
    perform(db, Name(G4, "Dan"))
    (merge,) = merges.of_person(db, 4)
    words = perform(db, Unmerge(merge.id))
    assert words == "Took a group of 2 faces apart from Dan: 2 faces came back"
    assert groups.face_ids(db, 5) == [13, 14]
    assert people.person(db, 4).faces == 3


def test_joined_groups_come_apart_for_good(db):
    perform(db, Merge((G4, G5)))
    (merge,) = merges.of_group(db, 4)
    perform(db, Unmerge(merge.id))
    assert (groups.face_ids(db, 4), groups.face_ids(db, 5)) == ([10, 11, 12], [13, 14])
    assert differences.faces(db) == [[frozenset({10, 11, 12}), frozenset({13, 14})]]
    assert not any({10, 13} == set(pair) for pair in same_faces.pairs(db))


def test_what_was_said_since_stays(db):
    perform(db, Merge((P1, P2)))
    perform(db, Move((5,), 3))
    perform(db, Reject((6,), 1))
    perform(db, Confirm((13,), 1))
    words = perform(db, Unmerge(merges.of_person(db, 1)[0].id))
    assert words == (
        "Took Ben apart from Ann: 1 face came back, 2 faces stayed where you put them since"
    )
    assert assignments.confirmed_person(db, 5) == 3
    assert assignments.confirmed_person(db, 6) is None
    assert (6, 1) in assignments.rejections(db)
    assert assignments.confirmed_person(db, 7) == 2
    assert assignments.confirmed_person(db, 13) == 1


def test_a_name_given_since_stays(db):
    perform(db, Merge((P1, P2), name="Annie"))
    perform(db, Name(P1, "Anna"))
    perform(db, Unmerge(merges.of_person(db, 1)[0].id))
    assert [people.person(db, number).name for number in (1, 2)] == ["Anna", "Ben"]


def test_a_merge_comes_apart_out_of_whom_its_person_was_merged_into(db):
    perform(db, Merge((P2, P3)))
    perform(db, Merge((P1, P2)))
    assert [one.name for one in merges.of_person(db, 1)] == ["Ben", "Cyd"]
    words = perform(db, Unmerge(merges.of_person(db, 1)[1].id))
    assert words == "Took Cyd apart from Ann: 2 faces came back"
    perform(db, Unmerge(merges.of_person(db, 1)[0].id))
    assert [people.person(db, number).faces for number in (1, 2, 3)] == [4, 3, 2]


def test_the_later_merge_can_come_apart_first(db):
    perform(db, Merge((P2, P3)))
    perform(db, Merge((P1, P2)))
    for merge in merges.listed(db):
        perform(db, Unmerge(merge.id))
    assert [people.person(db, number).faces for number in (1, 2, 3)] == [4, 3, 2]


def test_taking_apart_is_undone_and_done_again_and_not_done_twice(db):
    perform(db, Merge((P1, P2)))
    merged = decisions(db)
    (merge,) = merges.listed(db)
    perform(db, Unmerge(merge.id))
    apart = decisions(db)
    undo(db)
    assert decisions(db) == merged
    assert merges.listed(db) == [merge]
    redo(db)
    assert decisions(db) == apart
    with pytest.raises(NoSuchMerge):
        perform(db, Unmerge(merge.id))


@pytest.mark.parametrize("seed", range(2))
def test_a_merge_comes_apart_after_fifty_other_actions(db, seed):
    perform(db, Merge((P1, P2)))
    (merge,) = merges.listed(db)
    chance = random.Random(seed)
    done = 0
    while done < 50:
        face = chance.randrange(1, 15)
        try:
            perform(db, _random_action(chance, face))
        except FaceGalleryError:
            continue
        done += 1
    held = {face: assignments.confirmed_person(db, face) for face in range(1, 15)}
    perform(db, Unmerge(merge.id))
    for face in range(1, 15):
        mine = face in (5, 6, 7) and held[face] == 1
        assert assignments.confirmed_person(db, face) == (2 if mine else held[face]), face
    for _ in range(51):
        undo(db)
    assert people.person(db, 1).faces == 7


def _random_action(chance, face):
    return chance.choice(
        [
            Move((face,), 3),
            Reject((face,), chance.choice([1, 3])),
            NotAFace((face,)),
            Hide((P1,), hidden=chance.random() < 0.5),
            Describe(1, notes=str(face)),
            TakeOut((face,)),
            NameFaces((face,), f"Person {face}", new=True),
        ]
    )


def test_what_is_said_again_of_who_stays_is_theirs_after_the_merge_came_apart(db):
    perform(db, Reject((10, 13), 2))
    perform(db, BeThere((1, 9), 2))
    perform(db, Merge((P1, P2)))
    (merge,) = merges.listed(db)
    perform(db, Reject((10,), 1))
    perform(db, BeThere((9,), 1))
    perform(db, Unmerge(merge.id))
    assert set(assignments.rejections(db)) == {(10, 1), (10, 2), (13, 2)}
    assert presences.listed(db) == {(9, 1), (1, 2), (9, 2)}


def test_merges_of_merges_come_apart_into_what_was_said_of_each(db):
    perform(db, Different((P2, P3)))
    for person, (face, photo) in {1: (10, 5), 2: (11, 6), 3: (12, 7)}.items():
        perform(db, Reject((face,), person))
        perform(db, BeThere((photo,), person))
    said = set(assignments.rejections(db)), presences.listed(db)
    perform(db, Merge((P2, P3)))
    perform(db, Merge((P1, P2)))
    later, first = merges.listed(db)
    perform(db, Unmerge(first.id))
    assert differences.people(db) == {(1, 3)}
    perform(db, Move((8,), 1))  # once Cyd's: Ben does not take it along
    perform(db, Unmerge(later.id))
    assert (set(assignments.rejections(db)) - {(8, 3)}, presences.listed(db)) == said
    assert assignments.confirmed_person(db, 8) == 1
    assert differences.people(db) == {(1, 2), (1, 3), (2, 3)}


def test_what_one_part_confirmed_and_the_other_refused_is_each_ones_own(db):
    perform(db, Reject((1,), 2))  # Ann's face is not Ben's
    perform(db, Merge((P3, P1, P2)))
    first, second = sorted(merges.listed(db), key=lambda merge: merge.id)
    perform(db, Unmerge(first.id))
    assert (1, 3) in assignments.rejections(db)  # Ben is part of Cyd
    perform(db, Unmerge(second.id))
    assert assignments.rejections(db) == [(1, 2)]
    assert assignments.confirmed_person(db, 1) == 1


def test_a_refusal_that_a_merge_ended_does_not_come_back_to_others_than_it_was_said_of(db):
    perform(db, Reject((1,), 2))
    perform(db, Merge((P3, P2)))
    perform(db, Merge((P3, P1)))
    first, second = sorted(merges.listed(db), key=lambda merge: merge.id)
    perform(db, Unmerge(first.id))
    perform(db, Unmerge(second.id))
    assert assignments.rejections(db) == [(1, 2)]


def test_what_two_parts_refused_stays_refused_while_one_of_them_is_there(db):
    perform(db, Reject((10,), 1))
    perform(db, Reject((10,), 2))
    perform(db, Merge((P3, P1, P2)))
    first, second = sorted(merges.listed(db), key=lambda merge: merge.id)
    perform(db, Unmerge(first.id))
    assert set(assignments.rejections(db)) == {(10, 1), (10, 3)}
    perform(db, Unmerge(second.id))
    assert set(assignments.rejections(db)) == {(10, 1), (10, 2)}
