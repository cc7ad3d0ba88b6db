"""The main job on two portraits that come inside packages: needs nothing but the checkout."""

import shutil
from pathlib import Path

import pytest
from filelock import FileLock
from PIL import Image, ImageOps

from facegallery import __version__


def test_from_a_folder_to_named_people_and_back(program, photo_folder, tmp_path):
    second = photo_folder / "astronaut at home.png"
    with Image.open(photo_folder / "astronaut.jpg") as picture:
        ImageOps.mirror(picture).resize((700, 700)).save(second)
    before = {path: path.read_bytes() for path in photo_folder.iterdir()}

    scanned = program.json("scan", photo_folder)
    assert scanned["photos"] == {
        "found": 3, "new": 3, "changed": 0, "unchanged": 0, "moved": 0, "missing": 0, "failed": 0,
        "back": 0,
    }  # fmt: skip
    assert (scanned["faces"], scanned["groups"], scanned["failures"]) == (3, 1, [])

    (group,) = program.json("people")
    assert (group["kind"], group["faces"], group["photos"]) == ("group", 2, 2)
    assert group["name"] is None
    assert program.json("name", group["id"], "Eileen Collins") == {
        "done": "Named 2 faces Eileen Collins"
    }
    lone = next(face for face in program.json("faces") if face["state"] is None)
    assert lone["photo"] == str(photo_folder / "hopper.jpg")
    assert (lone["person"], lone["group"]) == (None, None)

    found = program.json("search", "eileen collins")
    assert sorted(photo["path"] for photo in found) == sorted(
        [str(photo_folder / "astronaut.jpg"), str(second)]
    )
    assert found[0]["people"] == ["Eileen Collins"]
    assert len(program.json("search")) == 3
    assert program.json("search", "zorro") == []

    again = program.json("scan", photo_folder)
    assert again["photos"]["unchanged"] == 3
    assert program.json("search", "collins") == found

    moved = tmp_path / "moved"
    shutil.move(photo_folder, moved)
    assert program.json("scan", moved)["photos"]["moved"] == 3
    assert sorted(Path(p["path"]).name for p in program.json("search", "collins")) == [
        "astronaut at home.png",
        "astronaut.jpg",
    ]
    assert {path.name: path.read_bytes() for path in moved.iterdir()} == {
        path.name: data for path, data in before.items()
    }
    status = program.json("status")
    assert status == {
        "photos": 3, "faces": 3, "people": 1, "groups": 0, "detector": "mtcnn",
        "recognizer": "sface", "next_recognizer": None, "device": "CPU",
        "library": str(program.library), "version": __version__,
    }  # fmt: skip


def test_every_decision_can_be_taken_back_from_the_command_line(program, photo_folder):
    program.json("scan", photo_folder)
    hopper, astronaut = sorted(program.json("faces"), key=lambda f: f["photo"], reverse=True)
    assert "no person or group p1" in program.fails("confirm", hopper["id"], "p1")
    assert "nothing to undo" in program.fails("undo")
    # Lone faces are in no group, so the first person comes out of a group of two.
    assert program.json("people") == []
    assert "no group" in program.fails("take-out", hopper["id"])
    done = program.json("not-a-face", hopper["id"])["done"]
    assert done == "Noted that 1 picture is not a face"
    assert [face["id"] for face in program.json("faces")] == [astronaut["id"]]
    assert program.json("undo")["done"] == f"Undone: {done}"
    assert len(program.json("faces")) == 2
    assert program.json("faces", "--not-faces") == []
    assert program.json("redo")["done"] == f"Done again: {done}"
    assert len(program.json("faces")) == 1
    assert [face["id"] for face in program.json("faces", "--not-faces")] == [hopper["id"]]
    program.json("is-a-face", hopper["id"])
    assert len(program.json("faces")) == 2


def test_a_photo_edited_in_place_keeps_its_names(program, photo_folder):
    shutil.copy2(photo_folder / "astronaut.jpg", photo_folder / "twin.jpg")
    with Image.open(photo_folder / "twin.jpg") as picture:
        picture.save(photo_folder / "twin.jpg", quality=70)
    program.json("scan", photo_folder)
    program.json("name", program.json("people")[0]["id"], "Eileen")
    with Image.open(photo_folder / "twin.jpg") as picture:
        picture.point(lambda value: value * 0.8).save(photo_folder / "twin.jpg", quality=90)
    scanned = program.json("scan", photo_folder)
    assert (scanned["photos"]["changed"], scanned["photos"]["unchanged"]) == (1, 2)
    assert len(program.json("search", "eileen")) == 2
    assert all(face["state"] == "confirmed" for face in program.json("faces", "--of", "p1"))


def test_detect_gives_fractions_of_the_upright_photo(program, portraits, tmp_path):
    turned = tmp_path / "turned.jpg"
    with Image.open(portraits["astronaut"]) as picture:
        exif = Image.Exif()
        exif[0x0112] = 6
        picture.rotate(90, expand=True).save(turned, exif=exif, quality=95)
    upright, sideways = program.json("detect", portraits["astronaut"], turned)
    assert (upright["width"], upright["height"]) == (512, 512)
    (face,), (same,) = upright["faces"], sideways["faces"]
    assert face["box"] == pytest.approx(same["box"], abs=0.02)
    assert 0.3 < face["box"][0] < 0.5
    assert len(face["landmarks"]) == 5
    assert all(0 <= value <= 1 for point in face["landmarks"] for value in point)
    assert face["score"] > 0.9
    assert (tmp_path / "turned.jpg").exists()
    assert program.json("detect", portraits["astronaut"], "--detector", "yunet")[0]["faces"]


def test_verify_tells_one_person_from_two(program, portraits, tmp_path):
    mirrored = tmp_path / "mirrored.jpg"
    with Image.open(portraits["astronaut"]) as picture:
        ImageOps.mirror(picture).save(mirrored)
    same = program.json("verify", portraits["astronaut"], mirrored)
    other = program.json("verify", portraits["astronaut"], portraits["hopper"])
    assert same["match"]
    assert same["recognizer"] == "sface"
    assert same["distance"] < same["threshold"] < other["distance"]
    assert not other["match"]


def test_errors_are_one_sentence_and_exit_code_1_wrong_usage_is_2(program, portraits, tmp_path):
    text = tmp_path / "text.jpg"
    text.write_text("no picture")
    assert program.fails("scan", tmp_path / "away") == (
        f"The folder {tmp_path / 'away'} cannot be opened. Reconnect the drive or check the path. "
        "Names are kept.\n"
    )
    assert str(text) in program.fails("verify", text, portraits["hopper"])
    assert "mtcnn, yunet" in program.fails("scan", tmp_path, "--detector", "none")
    assert "vggface2-resnet50" in program.fails(
        "scan", tmp_path, "--recognizer", "vggface2-resnet50"
    )
    program.fails("scan", code=2)
    program.fails("nonsense", code=2)
    program.fails("scan", tmp_path, "--workers", "0", code=2)


def test_files_that_cannot_be_read_are_listed_and_stop_nothing(program, photo_folder):
    (photo_folder / "empty.jpg").write_bytes(b"")
    (photo_folder / "broken.jpg").write_bytes((photo_folder / "hopper.jpg").read_bytes()[:900])
    (photo_folder / "notes.txt").write_text("ignored")
    scanned = program.json("scan", photo_folder)
    assert (scanned["photos"]["found"], scanned["photos"]["failed"]) == (4, 2)
    assert [failure["path"] for failure in scanned["failures"]] == [
        str(photo_folder / "broken.jpg"),
        str(photo_folder / "empty.jpg"),
    ]
    assert all(failure["reason"] for failure in scanned["failures"])
    assert program.json("scan", photo_folder)["failures"] == scanned["failures"]


def test_two_scans_of_one_library_do_not_meet(program, photo_folder):
    program.library.mkdir(parents=True)
    with FileLock(program.library / "scan.lock"):
        assert "is being scanned already" in program.fails("scan", photo_folder)
    assert program.json("scan", photo_folder)["photos"]["new"] == 2


def test_evaluate_pairs_and_grouping(program, portraits, tmp_path):
    for name, file in portraits.items():
        (tmp_path / "faces" / name).mkdir(parents=True)
        with Image.open(file) as picture:
            for number in (1, 2, 3):
                turned = ImageOps.mirror(picture) if number == 2 else picture
                turned = turned.point(lambda value, n=number: value * (1 - 0.1 * n))
                turned.save(tmp_path / "faces" / name / f"{name}_{number:04d}.jpg")
    pairs = tmp_path / "pairs.txt"
    pairs.write_text(
        "2\nastronaut\t1\t2\nhopper\t1\t3\nastronaut\t1\thopper\t1\nhopper\t2\tastronaut\t3\n"
    )
    result = program.json("evaluate", "pairs", pairs, "--images", tmp_path / "faces")
    assert (result["pairs"], result["accuracy"], result["failures"]) == (4, 1.0, 0)
    assert set(result) == {"pairs", "accuracy", "std", "threshold", "tar", "failures"}
    grouped = program.json("evaluate", "grouping", tmp_path / "faces")
    assert (grouped["people"], grouped["faces"], grouped["groups"]) == (2, 6, 2)
    assert grouped["pairwise"] == {"precision": 1.0, "recall": 1.0, "f": 1.0}
    pairs.write_text("7 seven\n")
    assert "pairs.txt" in program.fails("evaluate", "pairs", pairs, "--images", tmp_path)
