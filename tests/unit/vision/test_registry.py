"""Tests of facegallery.vision.registry."""

import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from facegallery.domain.errors import ModelUnavailable
from facegallery.vision.registry import (
    CLASSIFIERS,
    DEFAULT_DETECTOR,
    DETECTORS,
    MODELS,
    RECOGNIZERS,
    best_recognizer,
    classifier_info,
    detector_info,
    model_info,
    recognizer_info,
)

RESNET = RECOGNIZERS["vggface2-resnet50"]
ROOT = Path(__file__).resolve().parents[3]
OURS = {"sface", "vggface2-resnet50", "vggface2-senet50", "vggface-vgg16"}
DEEPFACE = {
    "VGG-Face", "Facenet", "Facenet512", "OpenFace", "DeepID", "ArcFace", "Dlib", "SFace",
    "GhostFaceNet", "Buffalo_L",
}  # fmt: skip


def test_models_are_listed_by_their_names():
    assert set(RECOGNIZERS) == OURS | {f"deepface:{name}" for name in DEEPFACE}
    assert set(DETECTORS) == {"mtcnn", "yunet"} | {
        f"deepface:{name}" for name in ("retinaface", "opencv", "ssd", "dlib")
    }
    for known in (DETECTORS, RECOGNIZERS, CLASSIFIERS):
        assert all(info.name == name for name, info in known.items())
    assert detector_info(DEFAULT_DETECTOR).name == "mtcnn"
    assert len(MODELS) == len(DETECTORS) + len(RECOGNIZERS) + len(CLASSIFIERS)


@pytest.mark.parametrize("info", MODELS.values(), ids=lambda info: info.name)
def test_every_number_says_where_it_comes_from(info):
    numbers = {
        field.name
        for field in fields(info)
        if isinstance(getattr(info, field.name), float | int) or field.name == "input_size"
    }
    assert numbers == set(info.origins)


@pytest.mark.parametrize("info", MODELS.values(), ids=lambda info: info.name)
def test_every_model_says_what_it_takes_and_where_it_comes_from(info):
    assert info.colour_order in ("RGB", "BGR")
    assert info.normalisation
    assert info.licence
    assert info.source.startswith("https://")
    assert info.files
    for file in info.files:
        assert file.url is None or file.url.startswith("https://")
        assert file.url or file.inside
        # What comes with a package has a hash that we know; of a release nobody published any.
        assert (file.sha256 is None) == (file.size_bytes is None) == (file.url is not None)


@pytest.mark.parametrize("info", RECOGNIZERS.values(), ids=lambda i: i.name)
def test_grouping_is_stricter_than_comparing_two_faces(info):
    assert 0 < info.group_distance < info.same_person_distance < 1
    assert 0 < info.merge_similarity < 1
    assert 0 < info.suggest_similarity < 1
    assert info.distance.startswith("cosine")


def test_centred_thresholds_say_that_they_are():
    origins = RECOGNIZERS["sface"].origins
    assert "centred" in origins["merge_similarity"]
    assert "grouping/" in origins["merge_similarity"]
    assert "grouping/" in origins["suggest_similarity"]


@pytest.mark.parametrize("look_up", [detector_info, recognizer_info])
def test_an_unknown_name_is_answered_with_those_that_there_are(look_up):
    known = DETECTORS if look_up is detector_info else RECOGNIZERS
    with pytest.raises(ModelUnavailable, match=", ".join(known)) as error:
        look_up("facenet")
    assert "The model facenet cannot be used" in str(error.value)


@pytest.mark.parametrize("look_up", [classifier_info, model_info])
def test_classifiers_are_models_too(look_up):
    name = "vggface2-resnet50-classifier"
    assert look_up(name) is CLASSIFIERS[name]
    with pytest.raises(ModelUnavailable, match=name):
        look_up("nobody")


def test_vggface2_is_best_where_its_weights_are(tmp_path):
    assert best_recognizer(tmp_path) == "sface"
    (tmp_path / RESNET.files[0].name).touch()
    assert best_recognizer(tmp_path) == "vggface2-resnet50"


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
