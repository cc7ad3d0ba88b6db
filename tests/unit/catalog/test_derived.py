import pytest

from facegallery.actions.faces import Confirm, Move, NotAFace, Reject
from facegallery.actions.people import Hide, Merge, Name, NameFaces, Who
from facegallery.actions.perform import perform, redo, undo
from facegallery.actions.photos import BeThere
from facegallery.actions.unmerge import Unmerge
from facegallery.catalog import assignments, groups, merges
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog
from facegallery.catalog.search_tables import COUNTED, fill_derived
from facegallery.domain.person import Suggestion

MANY = 1_203  # faces: more than one statement takes, and not a round number of statements
TABLES = ("people", "groups", "group_faces", "assignments", "faces", "merges", "merged_faces")


@pytest.fixture
def many(catalog: Catalog) -> Catalog:
    """Two groups, of many faces each, a face of each in every photo."""
    with transaction(catalog):
        catalog.execute(f"""with recursive numbers (n) as
                (values (1) union all select n + 1 from numbers where n < {MANY})
            insert into photos (content_hash, width, height, format, taken_at, taken_at_source,
                added_at, in_library)
            select randomblob(32), 4, 3, 'JPEG', '2015-0' || (1 + n % 9), 'exif', '', 1
            from numbers""")
        for left in (0.1, 0.6):
            catalog.execute(
                """insert into faces (photo_id, x, y, width, height, landmarks, score, quality)
                select id, ?, 0.2, 0.1, 0.1, zeroblob(40), 0.9, 0.123456789012345 from photos""",
                (left,),
            )
    groups.save_all(catalog, {1: range(1, MANY + 1), 2: range(MANY + 1, 2 * MANY + 1)})
    return catalog


def derived_of(db: Catalog) -> list[list[tuple]]:
    counts = f"select id, {', '.join(COUNTED)} from photos order by id"
    shown = "select * from appearances order by person_id, photo_id"
    return [db.execute(sql).fetchall() for sql in (counts, shown)]


def derived_anew(db: Catalog) -> list[list[tuple]]:
    with transaction(db):
        db.execute("delete from appearances")
        fill_derived(db)
        return derived_of(db)


def snapshot(db: Catalog) -> list[list[tuple]]:
    rows = {table: f"select * from {table} order by 1, 2, 3" for table in TABLES}
    return [db.execute(sql).fetchall() for sql in rows.values()]


def test_what_is_derived_and_undone_is_right_after_each_of_many_actions(many):
    db, every = many, tuple(range(1, MANY + 1))
    states = [(snapshot(db), derived_of(db))]
    for action in (
        Name(Who("group", 1), "Ada"),
        Reject(every[:7], 1),
        Confirm(every, 1),
        BeThere((5, 6), 1),
        Name(Who("group", 2), "Ben"),
        NotAFace(every),
        NotAFace(every, is_face=True),
        Move(tuple(face + MANY for face in every[:1_000]), 1),
        NameFaces(every[3:900], "Cleo"),
        Hide((Who("person", 2),)),
        Merge((Who("person", 1), Who("person", 2))),
    ):
        perform(db, action)
        states.append((snapshot(db), derived_of(db)))
        assert states[-1][1] == derived_anew(db)
    perform(db, Unmerge(merges.listed(db)[0].id))
    assert derived_of(db) == derived_anew(db)
    undo(db)
    for before in reversed(states[:-1]):
        assert undo(db)
        assert (snapshot(db), derived_of(db)) == before
    for after in states[1:]:
        assert redo(db)
        assert (snapshot(db), derived_of(db)) == after
    for table in ("derive_later", "to_derive"):
        assert not db.execute(f"select * from {table}").fetchall()


def test_what_is_changed_outside_an_action_is_derived_at_once(many):
    perform(many, Name(Who("group", 1), "Ada"))
    many.execute("delete from assignments where face_id = 4")
    many.execute("update faces set is_face = 0 where id = 5")
    many.execute("insert into presences (photo_id, person_id, made_at) values (4, 1, '')")
    assert derived_of(many) == derived_anew(many)


def test_suggestions_count_as_soon_as_they_are_made_and_gone(many):
    perform(many, Name(Who("group", 1), "Ada"))
    found = [Suggestion(face, 1, 0.123 + face / 10_000) for face in range(MANY + 1, 2 * MANY)]
    assert assignments.replace_suggestions(many, found) == MANY - 1
    assert derived_of(many) == derived_anew(many)
    assert assignments.replace_suggestions(many, found) == 0
    assert assignments.replace_suggestions(many, found[:5]) == MANY - 6
    assert derived_of(many) == derived_anew(many)


def test_an_action_that_fails_leaves_nothing_to_derive(many):
    with pytest.raises(ValueError, match="tables"), transaction(many):
        perform(many, Name(Who("group", 1), "Ada"))
        raise ValueError("tables")
    assert derived_of(many) == derived_anew(many)
    many.execute("delete from faces where id = 1")
    assert derived_of(many) == derived_anew(many)
