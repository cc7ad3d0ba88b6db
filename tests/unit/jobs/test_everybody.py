from facegallery.actions.people import Name, Who
from facegallery.actions.perform import perform
from facegallery.catalog import groups, people
from facegallery.catalog.library import Library
from facegallery.jobs import everybody
from tests.made import add_faces_of


def fill(library):
    """Put three people, one of them hidden, and a group into a library."""
    with library.open() as db:
        found = [add_faces_of(db, number, 3) for number in range(4)]
        groups.save_all(db, dict(enumerate(found, start=1)))
        for number, name in enumerate(("Ann", "Ben", "Cid"), start=1):
            perform(db, Name(Who("group", number), name))
        people.set_hidden(db, people.with_name(db, "Cid")[0].number, hidden=True)


def test_what_has_not_changed_is_the_same_object_again(library):
    fill(library)
    with library.open() as db:
        first = everybody.read(db)
        assert [card.name for card in first.cards] == ["Ann", "Ben", "Cid", None]
        assert first.whole and not first.newest
        people.rename(db, first.cards[1].number, "Benno")
        again = everybody.read(db, first.by_who)
    same = [card is first.by_who[who] for who, card in again.by_who.items()]
    assert same == [True, False, True, True]


def test_when_the_newest_photo_was_taken_is_read_on_demand(library):
    fill(library)
    with library.open() as db:
        assert set(everybody.read(db, newest=True).newest) == set(everybody.read(db).by_who)


def test_the_people_come_before_the_groups(library):
    fill(library)
    found = everybody.begin_to_read(library).result()
    assert found is not None and not found.whole
    assert [card.name for card in found.cards] == ["Ann", "Ben", "Cid"]
    assert list(found.by_who.values()) == found.cards


def test_where_nobody_has_a_name_the_groups_come_at_once(library):
    with library.open() as db:
        groups.save_all(db, {1: add_faces_of(db, 1, 3)})
    found = everybody.begin_to_read(library).result()
    assert found is not None and found.whole
    assert [card.kind for card in found.cards] == ["group"]


def test_a_library_that_is_not_there_or_not_ready_is_left_to_others(tmp_path, library):
    nowhere = Library(tmp_path / "nowhere")
    assert everybody.begin_to_read(nowhere).result() is None
    assert not nowhere.folder.exists()
    library.doubt_file.touch()
    assert everybody.begin_to_read(library).result() is None
    library.doubt_file.unlink()
    with library.open() as db:
        db.execute("delete from _sqlite_migrations where id > 1")
    assert everybody.begin_to_read(library).result() is None
    library.catalog_file.write_bytes(b"torn" * 5000)
    assert everybody.begin_to_read(library).result() is None
