"""Folders of the library from the command line: removed, relocated, restored, left out."""

import shutil


def names(program):
    return sorted(card["name"] or "" for card in program.json("people"))


def test_a_removed_folder_takes_its_photos_along_and_brings_the_names_back(program, photo_folder):
    program.json("scan", photo_folder)
    face = program.json("faces")[0]
    shutil.copytree(photo_folder, photo_folder.parent / "kept", copy_function=shutil.copy2)
    (photo_folder.parent / "kept" / "hopper.jpg").unlink()
    program.json("scan", photo_folder.parent / "kept")
    group = next(iter(program.json("people")), None)
    assert group is None  # two copies are one photo, and a lone face is no group
    before = program.json("faces")

    done = program.json("remove-folder", photo_folder)["done"]
    assert "No file was touched" in done
    assert [folder["path"] for folder in program.json("folders")] == [
        str(photo_folder.parent / "kept")
    ]
    (left,) = program.json("faces")
    assert left["photo"].startswith(str(photo_folder.parent / "kept"))
    assert len(program.json("search")) == program.json("status")["photos"] == 1

    assert program.json("scan", photo_folder)["photos"]["new"] == 2
    assert {face["id"] for face in program.json("faces")} == {face["id"] for face in before}
    assert face["id"] in {face["id"] for face in before}
    message = program.fails("remove-folder", "/nowhere")
    assert message == (
        "The folder /nowhere is not in the library. Nothing was changed. "
        "facegallery folders lists them.\n"
    )


def test_a_relocated_folder_is_there_without_reading_a_photo(program, photo_folder, tmp_path):
    program.json("scan", photo_folder)
    new = tmp_path / "new place"
    shutil.move(photo_folder, new)
    program.json("relocate-folder", photo_folder, new)
    assert {photo["path"] for photo in program.json("search")} == {
        str(new / "astronaut.jpg"),
        str(new / "hopper.jpg"),
    }
    assert program.json("scan", new)["photos"]["unchanged"] == 2
    assert "cannot be opened" in program.fails("relocate-folder", new, tmp_path / "not there")


def test_a_file_that_failed_is_read_again_when_asked(program, photo_folder):
    (photo_folder / "broken.jpg").write_bytes(b"")
    assert program.json("scan", photo_folder)["photos"]["failed"] == 1
    assert program.json("scan", photo_folder)["photos"]["failed"] == 1
    program.json("try-again")
    again = program.json("scan", photo_folder)
    assert (again["photos"]["failed"], again["photos"]["unchanged"]) == (1, 2)
    assert again["failures"][0]["reason"] == "it is empty"


def test_what_an_ignore_file_names_goes_out_of_the_library(program, photo_folder):
    program.json("scan", photo_folder)
    (photo_folder / ".facegalleryignore").write_text("hopper.*\n")
    again = program.json("scan", photo_folder)
    assert (again["photos"]["found"], again["photos"]["missing"]) == (1, 0)
    assert [photo["path"] for photo in program.json("search")] == [
        str(photo_folder / "astronaut.jpg")
    ]


def test_a_copy_of_the_catalog_brings_names_back(program, photo_folder):
    program.json("scan", photo_folder)
    assert len(program.json("restore")) == 1
    (program.library / "backups").rename(program.library / "elsewhere")
    face = program.json("faces")[0]
    program.json("scan", photo_folder)
    (copy,) = program.json("restore")
    assert copy["photos"] == 2
    program.json("not-a-face", face["id"])
    assert len(program.json("faces")) == 1
    program.json("restore", copy["name"])
    assert len(program.json("faces")) == 2
    assert "There is no copy nonsense" in program.fails("restore", "nonsense")
