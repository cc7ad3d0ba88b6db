"""Tests of facegallery.vision.check_model; files that do not fit: see test_install_weights."""

import pytest

from facegallery.domain.errors import ModelUnavailable
from facegallery.vision.check_model import check_model, expect


@pytest.mark.parametrize("name", ["sface", "mtcnn", "yunet"])
def test_what_is_built_in_works(name, tmp_path):
    check_model(name, tmp_path)


@pytest.mark.parametrize("name", ["vggface2-resnet50", "vggface2-resnet50-classifier"])
def test_missing_files_are_named(name, tmp_path):
    with pytest.raises(ModelUnavailable, match="are not on this machine"):
        check_model(name, tmp_path)


def test_a_network_with_other_outputs_is_refused():
    expect("model", 128, 128)
    with pytest.raises(ModelUnavailable, match="gives 512 numbers a face instead of 128"):
        expect("model", 512, 128)
