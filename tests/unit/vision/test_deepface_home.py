"""Tests of facegallery.vision.deepface_home."""

import os
from types import SimpleNamespace

import pytest

from facegallery.domain.errors import ModelUnavailable
from facegallery.vision import model_files
from facegallery.vision.deepface_home import build, device_of
from facegallery.vision.registry import DETECTORS, RECOGNIZERS


def session(*providers):
    return SimpleNamespace(model=SimpleNamespace(get_providers=lambda: list(providers)))


def test_the_device_is_the_first_provider_of_the_session():
    assert device_of(session("CPUExecutionProvider")) == "CPU"
    assert device_of(session("CUDAExecutionProvider", "CPUExecutionProvider")) == "GPU, CUDA"
    assert device_of(SimpleNamespace(model=object())) == "CPU"  # dlib's network says nothing


def test_a_missing_file_is_not_left_to_deepface_which_would_download_it(tmp_path):
    with pytest.raises(ModelUnavailable, match=r"facenet_weights\.onnx is missing"):
        build("facial_recognition", RECOGNIZERS["deepface:Facenet"], tmp_path)


def test_a_file_of_a_package_is_linked_to_where_deepface_looks(tmp_path):
    info = DETECTORS["deepface:dlib"]
    if not model_files.is_installed(info, tmp_path):
        pytest.skip('the extra is not installed: pip install "facegallery[deepface]"')
    build("face_detector", info, tmp_path)
    home = tmp_path / info.files[0].name
    assert home.stat().st_size == info.files[0].size_bytes
    assert list(home.parent.glob("*.[0-9]*")) == []
    assert "DEEPFACE_HOME" not in os.environ


def test_what_deepface_cannot_load_is_a_sentence(tmp_path):
    info = RECOGNIZERS["deepface:Facenet"]
    if not model_files.is_installed(DETECTORS["deepface:dlib"], tmp_path):
        pytest.skip('the extra is not installed: pip install "facegallery[deepface]"')
    file = tmp_path / info.files[0].name
    file.parent.mkdir(parents=True)
    file.write_bytes(b"no network")
    with pytest.raises(ModelUnavailable, match="deepface:Facenet cannot be used: deepface says"):
        build("facial_recognition", info, tmp_path)
