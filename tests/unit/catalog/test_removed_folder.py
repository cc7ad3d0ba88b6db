"""What a folder that the user took out of the library leaves behind, and brings back."""

import pytest

from facegallery.catalog import assignments, faces, folders, groups, people, photos, properties
from tests.made import add_photo, detected

HOME, ABROAD = "/home", "/abroad"


@pytest.fixture
def album(catalog):
    """Ann in two photos of each folder; a group of one face in each; another group abroad only."""
    ann = people.add(catalog, "Ann")
    for folder in (HOME, ABROAD):
        for number in range(2):
            name = f"{folder[1:]} {number}.jpg"
            found = [detected(0.1), detected(0.4), detected(0.7)]
            photo_id = add_photo(catalog, name, found, folder=folder)
            assignments.confirm(catalog, [faces.of_photo(catalog, photo_id)[0].id], ann)
    shown = [[face.id for face in faces.of_photo(catalog, number)] for number in (1, 2, 3, 4)]
    groups.save_all(
        catalog,
        {1: [shown[0][1], shown[2][1]], 2: [shown[2][2], shown[3][2]]},
    )
    return catalog


def cards(db):
    return {card.id: (card.faces, card.photos) for card in people.listed(db)}


def remove(db, path):
    folders.remove(db, next(folder.id for folder in folders.listed(db) if folder.path == path))


def add_again(db):
    for number in range(2):
        add_photo(
            db, f"abroad {number}.jpg", [detected(0.1), detected(0.4), detected(0.7)], folder=ABROAD
        )


def test_counts_and_pages_are_of_the_photos_in_the_library(album):
    assert cards(album) == {"p1": (4, 4), "g1": (2, 2), "g2": (2, 2)}
    remove(album, ABROAD)
    assert cards(album) == {"p1": (2, 2), "g1": (1, 1)}
    assert len(faces.of_person(album, 1)) == len(faces.ids_of_person(album, 1)) == 2
    assert len(photos.of_person(album, 1)) == 2
    assert len(faces.ids_of_group(album, 1)) == 1
    assert {face.photo_id for face in faces.without_group(album)} == {1, 2}
    counted = properties.status(album)
    assert (counted.photos, counted.faces, counted.groups) == (2, 6, 1)


def test_everything_comes_back_with_the_folder(album):
    before = cards(album), faces.listed(album), properties.status(album)
    remove(album, ABROAD)
    add_again(album)
    assert (cards(album), faces.listed(album), properties.status(album)) == before


def test_the_bytes_of_a_removed_photo_are_still_known(album):
    size = len("abroad 0.jpg")
    known = photos.hashes_of_size(album, size)
    remove(album, ABROAD)
    assert photos.hashes_of_size(album, size) == known
    assert len(known) == 2


def test_a_cover_is_a_face_that_is_in_the_library(album):
    remove(album, HOME)
    assert people.person(album, 1).cover_path.startswith(ABROAD)
    assert people.group(album, 1).cover_path.startswith(ABROAD)


def test_a_photo_stays_while_one_of_its_files_does(album):
    add_photo(album, "abroad 0.jpg", [detected(0.1), detected(0.4), detected(0.7)], folder="/copy")
    remove(album, ABROAD)
    assert cards(album) == {"p1": (3, 3), "g1": (2, 2), "g2": (1, 1)}
