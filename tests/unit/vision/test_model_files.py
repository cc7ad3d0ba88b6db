"""Tests of facegallery.vision.model_files."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from facegallery.domain.errors import ModelUnavailable
from facegallery.vision import model_files
from facegallery.vision.registry import CLASSIFIERS, DETECTORS, RECOGNIZERS

RESNET = RECOGNIZERS["vggface2-resnet50"]
FILE = RESNET.files[0]
CONTENT = b"some weights"


@pytest.fixture
def weights(tmp_path):
    """A folder of weights with one file in it."""
    (tmp_path / FILE.name).write_bytes(CONTENT)
    return tmp_path


@pytest.mark.parametrize("info", [RECOGNIZERS["sface"], DETECTORS["mtcnn"], DETECTORS["yunet"]])
def test_what_comes_with_packages_is_built_in_and_as_we_know_it(info, tmp_path):
    assert info.built_in
    assert model_files.is_installed(info, tmp_path)
    paths = model_files.checked_files(info, tmp_path)
    assert [path.stat().st_size for path in paths] == [file.size_bytes for file in info.files]


def test_what_is_not_there_is_named_with_the_command_that_fetches_it(tmp_path):
    assert not RESNET.built_in
    assert not model_files.is_installed(RESNET, tmp_path)
    with pytest.raises(ModelUnavailable, match=f"{FILE.name}, are not on this machine") as error:
        model_files.require(RESNET, tmp_path)
    assert "facegallery models install vggface2-resnet50" in str(error.value)


def test_a_model_of_several_files_needs_all_of_them(tmp_path):
    info = CLASSIFIERS["vggface2-resnet50-classifier"]
    (tmp_path / info.files[0].name).touch()
    assert model_files.missing_files(info, tmp_path) == [info.files[1]]
    (tmp_path / info.files[1].name).touch()
    assert model_files.is_installed(info, tmp_path)


def test_the_folder_of_weights_comes_before_the_caches_of_others(weights, monkeypatch, tmp_path):
    assert model_files.found_file(FILE, weights) == weights / FILE.name
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "models" / "vggface").mkdir(parents=True)
    (elsewhere / "models" / "vggface" / FILE.name).touch()
    monkeypatch.setenv("KERAS_HOME", str(elsewhere))
    assert model_files.found_file(FILE, weights) == weights / FILE.name


@pytest.mark.parametrize("keras_home", [None, "elsewhere"])
def test_weights_that_keras_vggface_once_downloaded_count_too(tmp_path, monkeypatch, keras_home):
    cache = Path.home() / ".keras"
    if keras_home is not None:
        cache = tmp_path / keras_home
        monkeypatch.setenv("KERAS_HOME", str(cache))
    file = cache / "models" / "vggface" / FILE.name
    file.parent.mkdir(parents=True)
    file.touch()
    assert model_files.found_file(FILE, tmp_path / "empty") == file


@pytest.mark.parametrize("deepface_home", [None, "elsewhere"])
def test_weights_that_deepface_once_downloaded_count_too(tmp_path, monkeypatch, deepface_home):
    home = Path.home()
    if deepface_home is not None:
        home = tmp_path / deepface_home
        monkeypatch.setenv("DEEPFACE_HOME", str(home))
    file = home / ".deepface" / "weights" / "facenet_weights.onnx"
    file.parent.mkdir(parents=True)
    file.touch()
    wanted = RECOGNIZERS["deepface:Facenet"].files[0]
    assert model_files.found_file(wanted, tmp_path / "empty") == file


def test_a_file_without_a_record_is_taken_as_it_is(weights):
    assert model_files.checked_files(RESNET, weights) == [weights / FILE.name]


def test_a_recorded_hash_is_checked_from_then_on(weights):
    file = weights / FILE.name
    model_files.write_record(file, hashlib.sha256(CONTENT).hexdigest())
    assert model_files.recorded_hash(file) == hashlib.sha256(CONTENT).hexdigest()
    assert model_files.checked_files(RESNET, weights) == [file]
    file.write_bytes(b"other weights")
    with pytest.raises(ModelUnavailable, match="damaged or changed since it was installed"):
        model_files.checked_files(RESNET, weights)


def test_a_known_hash_is_checked_without_a_record(weights):
    known = replace(RESNET, files=(replace(FILE, sha256="0" * 64),))
    with pytest.raises(ModelUnavailable, match="damaged or changed"):
        model_files.checked_files(known, weights)


def test_a_damaged_record_is_no_record(weights):
    model_files.record_of(weights / FILE.name).write_text("")
    assert model_files.recorded_hash(weights / FILE.name) is None


def test_hashing_tells_how_far_it_is(weights):
    steps: list[int] = []
    assert model_files.hash_of(weights / FILE.name, steps.append) == (
        hashlib.sha256(CONTENT).hexdigest()
    )
    assert sum(steps) == len(CONTENT)


def test_a_missing_extra_is_named_with_the_one_command(tmp_path):
    info = replace(RECOGNIZERS["deepface:Facenet"], extra_modules=("nosuchpackage",))
    assert not model_files.is_installed(info, tmp_path)
    with pytest.raises(ModelUnavailable, match='pip install "facegallery\\[deepface\\]"'):
        model_files.require(info, tmp_path)


def test_missing_packages_beyond_the_extra_are_named(tmp_path):
    info = replace(RESNET, modules=("nosuchpackage",))
    with pytest.raises(ModelUnavailable, match="pip install nosuchpackage"):
        model_files.require(info, tmp_path)
