import pytest

from facegallery.actions.details import Describe, clean_birth_date
from facegallery.actions.people import Name, Who
from facegallery.actions.perform import perform, undo
from facegallery.catalog import groups, people, search
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NoSuchPerson, NotPossible
from tests.made import add_faces_of


@pytest.fixture
def db(catalog: Catalog) -> Catalog:
    """Ann (p1) with four faces."""
    groups.save_all(catalog, {1: add_faces_of(catalog, 1, 4)})
    perform(catalog, Name(Who("group", 1), "Ann"))
    return catalog


def test_what_is_told_of_a_person_is_kept_and_undone(db):
    before = people.person(db, 1)
    told = Describe(1, "1984-05-03", " met in Rome ", ("Annie", " Nan  Lee ", "Annie"), True)
    words = "Ann: born 1984-05-03, new notes, also called Annie, Nan Lee, a favourite"
    assert perform(db, told) == words
    card = people.person(db, 1)
    assert (card.birth_date, card.notes, card.favourite) == ("1984-05-03", "met in Rome", True)
    assert card.other_names == ("Annie", "Nan Lee")
    undo(db)
    assert people.person(db, 1) == before


def test_what_is_not_told_stays_and_empty_text_forgets(db):
    perform(db, Describe(1, "1984", "notes", ("Annie",)))
    perform(db, Describe(1, birth_date=""))
    perform(db, Describe(1, other_names=()))
    card = people.person(db, 1)
    assert (card.birth_date, card.notes, card.other_names) == (None, "notes", ())


def test_search_finds_other_names(db):
    perform(db, Describe(1, other_names=("Nan Lee", "Annie")))
    for text in ("nan", "nan lee", "annie", "ann"):
        query = search.query(db, text)
        assert [term.people for term in query.terms] == [(1,)], text
        assert len(search.run(db, query)) == 4


def test_a_favourite_comes_before_people_in_more_photos(db):
    groups.save_all(db, {2: add_faces_of(db, 2, 2)})
    perform(db, Name(Who("group", 2), "Ben"))
    assert [card.name for card in people.listed(db)] == ["Ann", "Ben"]
    perform(db, Describe(2, favourite=True))
    assert [card.name for card in people.listed(db)] == ["Ben", "Ann"]


@pytest.mark.parametrize(
    "date", ["84", "1984-5-3", "1984-02-30", "3000", "1066", "May", "\uff11984"]
)
def test_a_birth_date_must_be_one(date):
    with pytest.raises(NotPossible):
        clean_birth_date(date)


def test_something_must_be_said_of_somebody(db):
    with pytest.raises(NotPossible, match="Nothing was said"):
        perform(db, Describe(1))
    with pytest.raises(NoSuchPerson):
        perform(db, Describe(7, notes="x"))
