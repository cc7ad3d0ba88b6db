"""A made album with known truth: faces, groups, names and search against it; moves and kills."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from facegallery.catalog import properties
from facegallery.catalog.library import Library
from facegallery.domain.face import Box

pytestmark = pytest.mark.slow
PHOTOS, PEOPLE = 80, 10


@pytest.fixture(scope="module")
def album(shared, tmp_path_factory):
    """A folder of photos, and what truth.json says of it."""
    folder = tmp_path_factory.mktemp("album")
    subprocess.run(
        [
            sys.executable, shared / "tools" / "make_album.py",
            "--faces", shared / "lfw" / "images", "--out", folder,
            "--photos", str(PHOTOS), "--people", str(PEOPLE), "--seed", "11", "--size", "2000x1500",
        ],
        check=True,
    )  # fmt: skip
    return folder, json.loads((folder / "truth.json").read_text())


@pytest.fixture(scope="module")
def scanned(album, new_program):
    """The program after a scan of the album, and what scan said."""
    program = new_program()
    return program, program.json("scan", album[0])


def people_of_faces(program, folder, truth):
    """Return the true person of each face found (None for none), by face id."""
    shown = {str(folder / photo["path"]): photo["faces"] for photo in truth["photos"]}
    return {face["id"]: best_match(face, shown[face["photo"]]) for face in program.json("faces")}


def best_match(face, faces):
    box = Box(*face["box"])
    overlaps = [(Box(*known["box"]).overlap(box), known["person"]) for known in faces]
    overlap, person = max(overlaps, default=(0, None))
    return person if overlap > 0.3 else None


def name_by_truth(program, true_person):
    """Name every group as most of its faces truly are, as a user would; return what was named."""
    named = {}
    groups = [card["id"] for card in program.json("people") if card["kind"] == "group"]
    for group in groups:
        counts = Counter(true_person[face["id"]] for face in program.json("faces", "--of", group))
        person = counts.most_common(1)[0][0]
        if person is None:
            program.json("hide", group)
        elif person in named:
            program.json("merge", named[person], group)
        else:
            program.json("name", group, person)
            cards = program.json("people")
            named[person] = next(card["id"] for card in cards if card["name"] == person)
    return named


def test_faces_groups_names_and_search_against_the_truth(album, scanned):
    folder, truth = album
    program, result = scanned
    assert result["photos"]["new"] == result["photos"]["found"] == PHOTOS
    assert result["failures"] == []

    true_person = people_of_faces(program, folder, truth)
    pasted = sum(len(photo["faces"]) for photo in truth["photos"])
    assert sum(person is not None for person in true_person.values()) >= 0.98 * pasted

    named = name_by_truth(program, true_person)
    assert len(named) >= PEOPLE - 1
    hits = wrong = missed = 0
    found_faces = {(face["photo"], true_person[face["id"]]) for face in program.json("faces")}
    for person in named:
        expected = {path for path, who in found_faces if who == person}
        found = {photo["path"] for photo in program.json("search", person.replace("_", " "))}
        hits += len(expected & found)
        wrong += len(found - expected)
        missed += len(expected - found)
    assert wrong <= 0.01 * hits
    assert missed <= 0.03 * hits
    two = [name for name, _ in Counter(w for _, w in found_faces if w in named).most_common(2)]
    both = {photo["path"] for photo in program.json("search", f'"{two[0]}" "{two[1]}"')}
    each = [{photo["path"] for photo in program.json("search", f'"{name}"')} for name in two]
    assert both == each[0] & each[1]

    dates = [photo["taken_at"] for photo in program.json("search")]
    assert sorted(dates, reverse=True) == dates
    assert sorted(dates) == sorted(photo["taken_at"] for photo in truth["photos"])


def test_a_second_scan_and_a_moved_folder_change_nothing_but_paths(album, scanned, tmp_path):
    folder, _ = album
    program, _ = scanned
    people, faces = program.json("people", "--all"), program.json("faces")
    again = program.json("scan", folder)
    assert again["photos"]["unchanged"] == PHOTOS
    assert program.json("people", "--all") == people
    assert program.json("faces") == faces

    moved = tmp_path / "elsewhere"
    shutil.move(folder, moved)
    try:
        assert program.json("scan", moved)["photos"]["moved"] == PHOTOS
        assert program.json("people", "--all") == people
        for before, after in zip(faces, program.json("faces"), strict=True):
            assert after["photo"] == before["photo"].replace(str(folder), str(moved))
            assert {**after, "photo": ""} == {**before, "photo": ""}
        (moved / "away").mkdir()
        assert program.json("scan", moved)["photos"]["missing"] == 0
    finally:
        shutil.move(moved, folder)
    program.json("scan", folder)
    assert program.json("faces") == faces


def test_missing_photos_keep_their_names_and_come_back(album, scanned, tmp_path):
    folder, truth = album
    program, _ = scanned
    photo = folder / next(p["path"] for p in truth["photos"] if len(p["faces"]) == 1)
    faces = program.json("faces")
    shutil.move(photo, tmp_path / photo.name)
    assert program.json("scan", folder)["photos"]["missing"] == 1
    assert program.json("faces") == faces
    shutil.move(tmp_path / photo.name, photo)
    assert program.json("scan", folder)["photos"]["missing"] == 0
    assert program.json("faces") == faces


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_scan_loses_nothing_that_was_committed(album, scanned, new_program):
    folder, _ = album
    program = new_program()
    for photos_at_least in (1, 10):
        running = program.start("scan", folder, "--workers", 1)
        wait_for_photos(program, running, photos_at_least)
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
        committed = {face["photo"] for face in program.json("faces")}
        assert committed
    result = program.json("scan", folder)
    assert result["photos"]["unchanged"] >= photos_at_least
    assert same_result(program, scanned[0])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_ctrl_c_stops_a_scan_and_the_next_one_goes_on(album, scanned, new_program):
    folder, _ = album
    program = new_program()
    running = program.start("scan", folder, "--workers", 1)
    wait_for_photos(program, running, 1)
    running.send_signal(signal.SIGINT)
    out, errors = running.communicate(timeout=60)
    assert running.returncode == 130
    assert out == ""
    assert errors.endswith("Stopped. What was done is kept; the next scan goes on from there.\n")
    done = len({face["photo"] for face in program.json("faces")})
    result = program.json("scan", folder)
    assert result["photos"]["unchanged"] >= done > 0
    assert same_result(program, scanned[0])


def wait_for_photos(program, running, count):
    """Wait until a running scan has committed this many photos."""
    library = Library(program.library)
    while running.poll() is None:
        with suppress(subprocess.TimeoutExpired):
            running.wait(0.02)
        if not library.catalog_file.exists():
            continue
        with suppress(sqlite3.OperationalError), library.open(read_only=True) as db:
            if properties.status(db).photos >= count:
                return
    raise AssertionError(f"the scan ended before it could be stopped: {running.communicate()}")


def same_result(one, other):
    return faces_by_place(one) == faces_by_place(other)


def faces_by_place(program):
    return sorted((Path(f["photo"]).name, f["box"], f["quality"]) for f in program.json("faces"))
