from pathlib import Path

import pytest

from facegallery.catalog import (
    assignments,
    faces,
    files,
    folders,
    groups,
    people,
    photos,
    properties,
    search,
)
from facegallery.domain.person import Suggestion
from facegallery.domain.photo import FoundFile, PhotoFacts
from tests.made import add_photo, detected


def names(found):
    return [photo.name for photo in found]


@pytest.fixture
def album(catalog):
    """Three photos: ann+ben (2013), ann (2014), nobody (2015); ann is only suggested in 2014."""
    both = add_photo(catalog, "both.jpg", [detected(0.1), detected(0.5)], "2013-05-01T10:00:00")
    alone = add_photo(catalog, "alone.jpg", [detected(0.1)], "2014-05-01T10:00:00")
    add_photo(catalog, "nobody.jpg", [], "2015-05-01T10:00:00")
    ann, ben = people.add(catalog, "Ann Lee"), people.add(catalog, "Ben")
    first, second = faces.of_photo(catalog, both)
    assignments.confirm(catalog, [first.id], ann)
    assignments.confirm(catalog, [second.id], ben)
    lone = faces.of_photo(catalog, alone)[0]
    assignments.replace_suggestions(catalog, [Suggestion(lone.id, ann, 0.7)])
    return catalog


def found(db, text):
    return names(search.run(db, search.query(db, text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["nobody.jpg", "alone.jpg", "both.jpg"]),
        ("ann", ["alone.jpg", "both.jpg"]),
        ("ann ben", ["both.jpg"]),
        ('"ann lee" ben', ["both.jpg"]),
        ("ann zorro", []),
    ],
)
def test_search_finds_photos_with_everybody_named_newest_first(album, text, expected):
    assert found(album, text) == expected


def test_a_count_tells_what_rests_on_suggestions(album):
    counted = search.count(album, search.query(album, "ann"))
    assert (counted.photos, counted.suggested) == (2, 1)


def test_a_rejected_face_is_no_longer_found(album):
    assignments.reject(album, [3], 1)
    assert found(album, "ann") == ["both.jpg"]


def test_people_in_photos_are_named(album):
    assert photos.people_in(album, [1, 2, 3]) == {1: ["Ann Lee", "Ben"], 2: ["Ann Lee"], 3: []}


def test_pages_neither_repeat_nor_skip_even_with_equal_dates(catalog):
    for number in range(25):
        add_photo(catalog, f"{number}.jpg", [], f"2015-01-0{1 + number % 3}T10:00:00")
    pages, last = [], None
    while page := photos.page(catalog, last, limit=4):
        pages += page
        last = page[-1]
    assert len(pages) == len({photo.id for photo in pages}) == 25
    assert [photo.taken_at for photo in pages] == sorted(
        (photo.taken_at for photo in pages), reverse=True
    )


def test_photos_of_a_group(album):
    groups.save_all(album, {1: [3]})
    assert names(photos.of_group(album, 1)) == ["alone.jpg"]


def test_a_present_file_stands_for_a_photo_with_several(album):
    folder = folders.add(album, Path("/photos"))
    files.save(album, folder, FoundFile("/photos/a copy.jpg", 8, 1), 1)
    files.set_missing(album, ["/photos/a copy.jpg"], missing=True)
    photo = photos.by_id(album, 1)
    assert (photo.path, photo.missing) == ("/photos/both.jpg", False)
    files.set_missing(album, ["/photos/both.jpg"], missing=True)
    assert photos.by_id(album, 1).missing


def test_status_counts_what_is_in_the_library(album):
    files.set_missing(album, ["/photos/alone.jpg"], missing=True)
    counted = properties.status(album)
    assert (counted.photos, counted.missing, counted.faces, counted.people) == (3, 1, 3, 2)
    folders.remove(album, 1)
    assert properties.status(album).photos == properties.status(album).faces == 0


def test_stars_and_the_zone_are_kept_with_the_photo(catalog):
    facts = PhotoFacts(40, 30, "JPEG", "2015-06-30T12:00:00", "name", utc_offset=-570, rating=4)
    photo_id = photos.save(catalog, bytes(32), 7, facts, "mtcnn")
    files.save(catalog, folders.add(catalog, Path("/p")), FoundFile("/p/a.jpg", 7, 1), photo_id)
    photo = photos.by_id(catalog, photo_id)
    assert (photo.taken_at_source, photo.utc_offset, photo.rating) == ("name", -570, 4)
