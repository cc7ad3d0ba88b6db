"""Folders of the library from the command line: removed, relocated, restored, left out."""

import shutil
import signal
import time


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
        "Folders in the window, or facegallery folders, lists them.\n"
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


def test_a_folder_whose_drive_is_no_longer_mounted_is_away(program, photo_folder, tmp_path):
    program.json("scan", photo_folder)
    drive = tmp_path / "drive"
    photo_folder.rename(drive)
    photo_folder.mkdir()  # the place where it was mounted stays
    assert "The drive may be unplugged" in program.fails("scan", photo_folder)
    (folder,) = program.json("folders")
    assert (folder["reachable"], folder["photos"], folder["missing"]) == (False, 2, 2)
    assert len(program.json("faces")) == 2
    photo_folder.rmdir()
    drive.rename(photo_folder)
    again = program.json("scan", photo_folder)["photos"]
    assert (again["unchanged"], again["back"], again["missing"]) == (2, 2, 0)
    assert program.json("folders")[0]["reachable"]


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


def test_watching_adds_takes_away_and_ends_with_ctrl_c(program, photo_folder):
    hopper, away = photo_folder / "hopper.jpg", photo_folder.parent / "hopper.jpg"
    hopper.rename(away)
    running = program.start("scan", photo_folder, "--watch", "--json")
    try:
        wait_for(running, lambda: program.json("status")["faces"] == 1)
        away.rename(hopper)
        wait_for(running, lambda: program.json("status")["faces"] == 2)
        hopper.unlink()
        wait_for(running, lambda: program.json("folders")[0]["missing"] == 1)
    finally:
        running.send_signal(signal.SIGINT)
        _, complaints = running.communicate(timeout=60)
    assert (running.returncode, complaints) == (0, "")


def test_what_is_left_out_goes_and_comes_back(program, photo_folder):
    work = photo_folder / "work"
    work.mkdir()
    (photo_folder / "hopper.jpg").rename(work / "hopper.jpg")
    program.json("scan", photo_folder)
    program.run("leave-out", work)
    assert program.json("status")["photos"] == 1
    assert "left out" in program.run("folders").stdout
    assert program.json("scan", photo_folder)["photos"]["found"] == 1
    program.json("let-in", work)
    assert program.json("scan", photo_folder)["photos"]["new"] == 1
    assert program.json("status")["photos"] == 2
    assert "whole folder" in program.fails("leave-out", photo_folder)


def wait_for(running, condition):
    """Wait while the program runs, a minute at most."""
    until = time.monotonic() + 60
    while not condition():
        assert running.poll() is None and time.monotonic() < until
