"""Names go from library to library through a file, by jobs and on the command line."""

import json

import pytest

from facegallery.actions import perform
from facegallery.actions.people import NameFaces
from facegallery.catalog import people
from facegallery.catalog.library import Library
from facegallery.cli.main import run
from facegallery.domain.errors import NotPossible
from facegallery.jobs.names import bring_in, export_names, look_into
from tests.made import add_faces_of


@pytest.fixture
def libraries(tmp_path):
    """One library with names, and one with the same photos and none."""
    made = [Library(tmp_path / name) for name in ("one", "other")]
    for library in made:
        library.prepare()
        with library.open() as db:
            ids = add_faces_of(db, 1, 3)
    with made[0].open() as db:
        perform.perform(db, NameFaces(tuple(ids), "Ann"))
    return made


def test_names_come_out_of_a_file_as_one_action(libraries, tmp_path):
    one, other = libraries
    file = tmp_path / "names.json"
    assert export_names(one, file).faces == 3
    names, found = look_into(other, file)
    assert (found.new, found.faces, found.photos) == (1, 3, 3)
    assert bring_in(other, names).found == found
    with other.open() as db:
        assert people.with_name(db, "Ann")[0].faces == 3
        assert perform.undo(db) == "Brought in 1 person with 3 faces"
        assert not people.names(db)
    bring_in(other, names)
    with pytest.raises(NotPossible):
        bring_in(other, names)


def test_the_command_line_does_both(libraries, tmp_path, capsys):
    one, other = ([f"--library={library.folder}"] for library in libraries)
    file = str(tmp_path / "names.json")
    assert run([*one, "names", "export", file]) == 0
    assert "Wrote 1 people and 3 decided faces" in capsys.readouterr().out
    assert run([*other, "names", "import", file, "--dry-run", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["new"] == 1
    assert run([*other, "names", "import", file]) == 0
    assert "Photos: 3 of 3" in capsys.readouterr().out
    assert run([*other, "names", "import", file]) == 1
    assert "known already" in capsys.readouterr().err
    assert run([*other, "names", "import", str(tmp_path / "nowhere.json")]) == 1
    assert "cannot be read" in capsys.readouterr().err
