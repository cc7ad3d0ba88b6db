import pytest

from facegallery.actions.facts import Different
from facegallery.actions.people import Merge, Name, Who
from facegallery.actions.perform import perform, undo
from facegallery.catalog import differences, groups
from facegallery.catalog.erase import erase_faces
from facegallery.catalog.library import MIGRATIONS, Library
from facegallery.catalog.migrating import Migrations
from tests.made import add_faces_of

G1, G2, G3 = (Who("group", number) for number in (1, 2, 3))
P1, P2, P3 = (Who("person", number) for number in (1, 2, 3))


@pytest.fixture
def db(catalog):
    """Groups g1 of faces 1 and 2, g2 of 3 and 4, g3 of 5 and 6."""
    groups.save_all(catalog, {number: add_faces_of(catalog, number, 2) for number in (1, 2, 3)})
    return catalog


def test_merging_two_of_three_who_are_different_keeps_what_was_said_of_the_third(db):
    perform(db, Different((G1, G2, G3)))
    perform(db, Merge((G1, G2)))
    assert differences.faces(db) == [[frozenset({1, 2, 3, 4}), frozenset({5, 6})]]
    perform(db, Merge((G1, G3)))
    assert differences.faces(db) == []
    undo(db)
    undo(db)
    sides = [frozenset({1, 2}), frozenset({3, 4}), frozenset({5, 6})]
    assert differences.faces(db) == [sides]


def test_people_stay_different_as_they_become_part_of_others(db):
    for number, group in enumerate((G1, G2, G3), start=1):
        perform(db, Name(group, f"Person {number}"))
    perform(db, Different((P2, P3)))
    perform(db, Merge((P1, P2)))
    assert differences.people(db) == {(1, 3)}
    erase_faces(db, people=False)  # with the merges
    assert differences.people(db) == {(1, 3)}


def test_a_library_of_before_keeps_who_is_different(tmp_path, monkeypatch):
    before = Migrations("facegallery")
    names = list(MIGRATIONS.all)[: list(MIGRATIONS.all).index("different_people_as_said")]
    before.all = {name: MIGRATIONS.all[name] for name in names}
    library = Library(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("facegallery.catalog.library.MIGRATIONS", before)
        library.prepare()
    with library.open() as db:
        for name in ("Ann", "Cyd", "Dan"):  # Ben, 4, is part of Ann, and was not Dan
            db.execute("insert into people (name, made_at) values (?, '')", (name,))
        db.execute("insert into different_people values (1, 2), (1, 3)")
        db.execute(
            """insert into merges (kind, number, into_kind, into_number, gone, before, made_at)
            values ('person', 4, 'person', 1, '{"name": "Ben", "different": [3]}',
                '{"different": [2]}', '')"""
        )
    library.prepare()
    with library.open() as db:
        assert differences.people(db) == {(1, 2), (1, 3)}
        db.execute("delete from merges")
        db.execute("insert into people (id, name, made_at) values (4, 'Ben', '')")
        assert differences.people(db) >= {(1, 2), (3, 4)}
