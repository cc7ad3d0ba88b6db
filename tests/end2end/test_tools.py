"""The tutorials' tools on two portraits that come inside packages: needs only the checkout."""

import json

import numpy as np
import pytest
from PIL import Image, ImageOps

BOX_KEYS = {"box", "landmarks", "score", "quality"}


@pytest.fixture(scope="module")
def both(portraits, tmp_path_factory):
    """Hopper and the mirrored astronaut in one photo, in this order."""
    pictures = [Image.open(portraits[name]).convert("RGB") for name in ("hopper", "astronaut")]
    left, right = pictures[0], ImageOps.mirror(pictures[1])
    photo = Image.new("RGB", (left.width + right.width, max(left.height, right.height)))
    photo.paste(left, (0, 0))
    photo.paste(right, (left.width, 0))
    path = tmp_path_factory.mktemp("both") / "both.jpg"
    photo.save(path, quality=95)
    return path


@pytest.fixture(scope="module")
def no_face(tmp_path_factory):
    path = tmp_path_factory.mktemp("plain") / "plain.png"
    Image.new("RGB", (300, 200), "teal").save(path)
    return path


def pixels(path):
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB")).astype(int)


def test_verify_all_compares_every_face_with_every_face(program, portraits, both, no_face):
    found = program.json("verify", portraits["astronaut"], both, "--all")
    assert [(one["first"]["face"], one["second"]["face"]) for one in found] == [(1, 1), (1, 2)]
    assert [one["match"] for one in found] == [False, True]
    assert all(one["threshold"] == found[0]["threshold"] for one in found)
    assert set(found[0]["first"]) > BOX_KEYS
    assert f"No face was found in {no_face}." in program.fails("verify", both, no_face, "--all")


def test_compare_finds_the_pairs_and_draws_them(program, portraits, both, tmp_path):
    drawn = tmp_path / "pairs.png"
    found = program.json("compare", portraits["astronaut"], both, "--draw", drawn)
    (pair,) = found["pairs"]
    assert (pair["first"]["face"], pair["second"]["face"]) == (1, 2)
    assert 0 <= pair["distance"] < found["threshold"]
    assert found["only_first"] == []
    assert [face["face"] for face in found["only_second"]] == [1]
    assert found["recognizer"] == "sface"
    with Image.open(drawn) as image:
        assert image.width > 1.5 * image.height


def test_explain_tells_and_draws_the_distance(program, portraits, both, tmp_path):
    drawn = tmp_path / "why.jpg"
    found = program.json("explain", portraits["hopper"], portraits["astronaut"], "--draw", drawn)
    one, other = (np.array(found[side]["embedding"]) for side in ("first", "second"))
    assert len(one) == len(other) == found["dimensions"] == 128
    assert found["distance"] == pytest.approx(np.sum((one - other) ** 2) / 2, abs=1e-5)
    assert not found["match"]
    assert pixels(drawn).shape == (1500, 1800, 3)


def test_detect_draws_into_a_file_or_a_folder_and_never_over_a_photo(program, portraits, tmp_path):
    drawn, folder = tmp_path / "drawn.png", tmp_path / "drawn"
    (seen,) = program.json("detect", portraits["hopper"], "--draw", drawn)
    original, picture = pixels(portraits["hopper"]), pixels(drawn)
    assert picture.shape == original.shape == (seen["height"], seen["width"], 3)
    x, y, width, _height = seen["faces"][0]["box"]
    changed = np.abs(picture - original).max(axis=2) > 60
    rows, columns = np.nonzero(changed)
    assert columns.min() == pytest.approx(x * seen["width"], abs=8)
    assert columns.max() == pytest.approx((x + width) * seen["width"], abs=8)
    assert rows.min() == pytest.approx(y * seen["height"], abs=8)
    for across, down in seen["faces"][0]["landmarks"]:
        assert changed[round(down * seen["height"]), round(across * seen["width"])]

    program.json("detect", *portraits.values(), "--draw", folder)
    assert sorted(path.name for path in folder.iterdir()) == ["astronaut.jpg", "hopper.jpg"]
    before = portraits["hopper"].read_bytes()
    for place in (portraits["hopper"], portraits["hopper"].parent):
        assert "one of the photos" in program.fails("detect", portraits["hopper"], "--draw", place)
    assert portraits["hopper"].read_bytes() == before


def test_identify_names_the_people_of_the_library(program, photo_folder, both):
    assert "There is nobody to compare with" in program.fails("identify", both)
    with Image.open(photo_folder / "astronaut.jpg") as picture:
        ImageOps.mirror(picture).save(photo_folder / "again.jpg")
    program.json("scan", photo_folder)
    program.json("name", program.json("people")[0]["id"], "Eileen Collins")
    found = program.json("identify", both)
    assert (found["recognizer"], found["classifier"]) == ("sface", None)
    hopper, collins = found["faces"]
    ((candidate,), (stranger,)) = collins["people"], hopper["people"]
    assert (candidate["id"], candidate["name"]) == (stranger["id"], stranger["name"])
    assert candidate["distance"] < found["threshold"] < stranger["distance"]
    assert (candidate["match"], stranger["match"]) == (True, False)
    assert set(collins) > BOX_KEYS
    shown = program.run("identify", both, "--top", "1")
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.count("likely") == 1
    assert "facegallery models install vggface2-resnet50-classifier" in shown.stdout
    assert "its weights" in program.fails(
        "identify", both, "--classifier", "vggface-vgg16-classifier"
    )


def test_evaluate_compares_models_in_one_table_and_one_plot(program, portraits, tmp_path):
    for name, file in portraits.items():
        (tmp_path / "faces" / name).mkdir(parents=True)
        with Image.open(file) as picture:
            for number in (1, 2):
                dark = picture.point(lambda value, n=number: value * (1 - 0.1 * n))
                dark.save(tmp_path / "faces" / name / f"{name}_{number:04d}.jpg")
    pairs, images, plot = tmp_path / "pairs.txt", tmp_path / "faces", tmp_path / "plot.png"
    pairs.write_text(
        "2\nastronaut\t1\t2\nhopper\t1\t2\nastronaut\t1\thopper\t1\nhopper\t2\tastronaut\t2\n"
    )
    judged = ["pairs", pairs, "--images", images, "--detector", "mtcnn,yunet", "--plot", plot]
    found = program.json("evaluate", *judged)
    assert [(one["detector"], one["recognizer"]) for one in found] == [
        ("mtcnn", "sface"),
        ("yunet", "sface"),
    ]
    assert [one["accuracy"] for one in found] == [1.0, 1.0]
    assert pixels(plot).shape == (960, 1350, 3)

    done = program.run("evaluate", "grouping", images, "--detector", "yunet", "--plot", plot)
    titles, _, row = done.stdout.splitlines()
    assert titles.split()[:5] == ["detector", "recognizer", "faces", "people", "groups"]
    assert row.split()[:5] == ["yunet", "sface", "4", "2", "2"]
    assert pixels(plot).shape == (960, 1350, 3)

    truth = tmp_path / "truth.json"
    boxes = {"hopper": [0.347, 0.182, 0.338, 0.367], "astronaut": [0.352, 0.127, 0.165, 0.21]}
    truth.write_text(
        json.dumps(
            [
                {"path": str(portraits[name]), "width": 512, "height": 512, "faces": [{"box": box}]}
                for name, box in boxes.items()
            ]
        )
    )
    judged = ["detection", truth, "--images", portraits["hopper"].parent, "--plot", plot]
    found = program.json("evaluate", *judged)
    assert (found["faces"], found["recall"], found["false"]) == (2, 1.0, 0)
    assert pixels(plot).shape == (960, 1350, 3)


@pytest.mark.parametrize(
    "command",
    [
        ("detect", "{photo}", "--draw"),
        ("explain", "{photo}", "{photo}", "--draw"),
        ("evaluate", "grouping", "{folder}", "--plot"),
    ],
)
def test_a_picture_that_cannot_be_written_is_told_before_any_work(program, portraits, command):
    photo = portraits["hopper"]
    words = [word.format(photo=photo, folder=photo.parent) for word in command]
    said = program.fails(*words, photo.with_suffix(".gif"))
    assert said.startswith(f"The picture {photo.with_suffix('.gif')} cannot be written: its name")
