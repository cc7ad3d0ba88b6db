"""Tests of facegallery.vision.registry."""

import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from facegallery.domain.errors import ModelUnavailable
from facegallery.vision.registry import (
    DEFAULT_DETECTOR,
    DETECTORS,
    RECOGNIZERS,
    best_recognizer,
    detector_info,
    recognizer_info,
    weights_file,
)

RESNET = RECOGNIZERS["vggface2-resnet50"]
ROOT = Path(__file__).resolve().parents[3]


def test_models_are_listed_by_their_names():
    assert set(DETECTORS) == {"mtcnn", "yunet"}
    assert set(RECOGNIZERS) == {"sface", "vggface2-resnet50", "vggface2-senet50", "vggface-vgg16"}
    for known in (DETECTORS, RECOGNIZERS):
        assert all(info.name == name for name, info in known.items())
    assert detector_info(DEFAULT_DETECTOR).name == "mtcnn"


@pytest.mark.parametrize("info", [*DETECTORS.values(), *RECOGNIZERS.values()], ids=lambda i: i.name)
def test_every_number_says_where_it_comes_from(info):
    numbers = {
        field.name for field in fields(info) if isinstance(getattr(info, field.name), float | int)
    }
    assert numbers == set(info.origins)


@pytest.mark.parametrize("info", RECOGNIZERS.values(), ids=lambda i: i.name)
def test_grouping_is_stricter_than_comparing_two_faces(info):
    assert 0 < info.group_distance < info.same_person_distance < 1
    assert 0 < info.merge_similarity < 1
    assert 0 < info.suggest_similarity < 1


@pytest.mark.parametrize("look_up", [detector_info, recognizer_info])
def test_an_unknown_name_is_answered_with_those_that_there_are(look_up):
    known = DETECTORS if look_up is detector_info else RECOGNIZERS
    with pytest.raises(ModelUnavailable, match=", ".join(known)) as error:
        look_up("facenet")
    assert "The model facenet cannot be used" in str(error.value)


def test_without_other_weights_the_built_in_recognizer_is_best(tmp_path):
    assert best_recognizer(tmp_path) == "sface"
    assert weights_file(RESNET, tmp_path) is None
    built_in = weights_file(RECOGNIZERS["sface"], tmp_path)
    assert built_in is not None
    assert built_in.stat().st_size > 10_000_000


def test_vggface2_is_best_where_its_weights_are(tmp_path):
    (tmp_path / RESNET.weights_file).touch()
    assert best_recognizer(tmp_path) == "vggface2-resnet50"
    assert weights_file(RESNET, tmp_path) == tmp_path / RESNET.weights_file


@pytest.mark.parametrize("keras_home", [None, "elsewhere"])
def test_weights_that_keras_vggface_once_downloaded_count_too(tmp_path, monkeypatch, keras_home):
    cache = Path.home() / ".keras"
    if keras_home is not None:
        cache = tmp_path / keras_home
        monkeypatch.setenv("KERAS_HOME", str(cache))
    file = cache / "models" / "vggface" / RESNET.weights_file
    file.parent.mkdir(parents=True)
    file.touch()
    assert weights_file(RESNET, tmp_path / "empty") == file
    assert best_recognizer(tmp_path / "empty") == "vggface2-resnet50"


def test_importing_it_loads_no_model_and_nothing_that_runs_one():
    code = (
        "import sys; import facegallery.vision.registry, facegallery.vision.engine;"
        "from pathlib import Path; facegallery.vision.registry.best_recognizer(Path('.'));"
        "print({'cv2', 'onnx', 'onnxruntime', 'tensorflow', 'joblib'} & set(sys.modules))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "set()"
