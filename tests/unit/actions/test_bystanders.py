"""Everybody without a name in photos or a folder is hidden in one go, and comes back."""

from pathlib import Path

import pytest

from facegallery.actions import perform
from facegallery.actions.bystanders import HideUnnamed, ShowFaces
from facegallery.actions.people import NameFaces
from facegallery.catalog import assignments, faces, photos
from facegallery.cli.main import run
from facegallery.domain.errors import NotPossible
from facegallery.domain.person import Suggestion
from tests.made import add_photo, detected


@pytest.fixture
def album(catalog):
    """Two folders of two photos with three faces each; the first of each photo is Ann's."""
    ids = {}
    for name in ("wedding/1.jpg", "wedding/2.jpg", "weddings/3.jpg", "4.jpg"):
        ids[name] = add_photo(catalog, name, [detected(x) for x in (0.1, 0.4, 0.7)])
    named = tuple(faces.of_photo(catalog, photo_id)[0].id for photo_id in ids.values())
    perform.perform(catalog, NameFaces(named, "Ann"))
    return ids


def hidden(db):
    return {
        photo.path.removeprefix("/photos/"): [face.hidden for face in faces.of_photo(db, photo.id)]
        for photo in photos.page(db)
    }


def test_those_of_chosen_photos_are_hidden_and_nobody_else(catalog, album):
    words = perform.perform(catalog, HideUnnamed((album["wedding/1.jpg"], album["4.jpg"])))
    assert words == "Hid 4 faces without a name in 2 photos"
    assert hidden(catalog)["4.jpg"] == [False, True, True]
    assert hidden(catalog)["wedding/2.jpg"] == [False] * 3
    perform.undo(catalog)
    assert not any(any(some) for some in hidden(catalog).values())


def test_those_of_a_folder_are_hidden_and_of_none_that_is_called_alike(catalog, album):
    folder = Path("/photos/wedding")
    perform.perform(catalog, HideUnnamed(folder=folder))
    assert sum(map(sum, hidden(catalog).values())) == 4
    assert hidden(catalog)["weddings/3.jpg"] == [False] * 3
    with pytest.raises(NotPossible):
        perform.perform(catalog, HideUnnamed(folder=folder))
    words = perform.perform(catalog, HideUnnamed(folder=folder, hidden=False))
    assert words == "Showed 4 faces without a name in 2 photos again"
    assert not any(any(some) for some in hidden(catalog).values())
    with pytest.raises(NotPossible):
        perform.perform(catalog, HideUnnamed(folder=folder, hidden=False))


def test_who_may_be_somebody_known_stays(catalog, album):
    photo_id = album["4.jpg"]
    maybe = faces.of_photo(catalog, photo_id)[1].id
    assignments.replace_suggestions(catalog, [Suggestion(maybe, 1, 0.6)])
    words = perform.perform(catalog, HideUnnamed((photo_id,)))
    assert words == "Hid 1 face without a name in 1 photo; 1 that may be somebody you know stay"
    assert hidden(catalog)["4.jpg"] == [False, False, True]


def test_single_ones_come_back(catalog, album):
    perform.perform(catalog, HideUnnamed((album["4.jpg"],)))
    face = faces.of_photo(catalog, album["4.jpg"])[2]
    assert [face.id for face in faces.hidden(catalog)] == [face.id, face.id - 1]
    assert perform.perform(catalog, ShowFaces((face.id,))) == "Showed 1 face again"
    assert hidden(catalog)["4.jpg"] == [False, True, False]


def test_the_command_line_takes_photos_and_folders(library, catalog, album, capsys):
    command = [f"--library={library.folder}", "hide-unnamed"]
    assert run([*command, "/photos/wedding", "/photos/4.jpg"]) == 0
    assert sum(map(sum, hidden(catalog).values())) == 6
    assert run([*command, "--show", "/photos/wedding/1.jpg"]) == 0
    assert "Showed 2 faces without a name in 1 photo again" in capsys.readouterr().out
    assert run([*command, "/elsewhere"]) == 1
