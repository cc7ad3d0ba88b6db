import pytest

from facegallery.catalog import faces, properties, search
from facegallery.domain.errors import NoSuchFace
from facegallery.jobs import likeness
from tests.made import MODELS, add_faces_of, add_photo, detected, person_vector


@pytest.fixture
def two_people(catalog):
    """Three photos of a person, and one with a face that is somewhat like theirs."""
    properties.set_value(catalog, "recognizer", MODELS[1])
    one = add_faces_of(catalog, 1, 3)
    add_faces_of(catalog, 2, 3)
    mixed = person_vector(1) + 0.5 * person_vector(2)
    mixed /= (mixed @ mixed) ** 0.5
    photo_id = add_photo(catalog, "mixed.jpg", [detected(vector=mixed)], "2020-01-01T00:00:00")
    return one, photo_id


def found(library, catalog, text, **page):
    query = search.query(catalog, text)
    return likeness.run(catalog, query, likeness.find(library, catalog, query), **page)


def test_photos_come_likest_first_in_pages(library, catalog, two_people):
    (first, *_), mixed = two_people
    photos = found(library, catalog, f"like: {first}")
    assert photos[0].id == faces.by_id(catalog, first).photo_id
    assert len(photos) == 4
    assert photos[-1].id == mixed
    page = found(library, catalog, f"like: {first}", limit=2)
    rest = found(library, catalog, f"like: {first}", after=page[-1])
    assert page + rest == photos


def test_likeness_goes_with_other_conditions(library, catalog, two_people):
    (first, *_), mixed = two_people
    assert [p.id for p in found(library, catalog, f"like: {first} date: 2020")] == [mixed]
    others = found(library, catalog, f"-like: {first}")
    assert len(others) == 3
    query = search.query(catalog, f"like: {first}")
    alike = likeness.find(library, catalog, query)
    assert search.count(catalog, query, alike.photos).photos == 4


def test_an_unknown_face_is_told(library, catalog, two_people):
    with pytest.raises(NoSuchFace):
        found(library, catalog, "like: 9999")


def test_in_an_empty_library_nothing_is_alike(library, catalog):
    assert found(library, catalog, "like: 1") == []
