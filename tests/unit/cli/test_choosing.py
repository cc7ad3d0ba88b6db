from argparse import Namespace

import pytest

from facegallery.cli.choosing import (
    all_detectors_asked,
    all_models_asked,
    detector_asked,
    models_asked,
)
from facegallery.domain.errors import ModelUnavailable


def names(models):
    return [(one.detector, one.recognizer) for one in models]


def test_without_a_wish_there_is_one_detector_and_one_recognizer():
    nothing = Namespace(detector=None, recognizer=None)
    assert names([models_asked(nothing)]) == [("mtcnn", "sface")]
    assert names(all_models_asked(nothing)) == [("mtcnn", "sface")]
    assert names([detector_asked(nothing)]) == names(all_detectors_asked(nothing))


@pytest.mark.parametrize("given", [["mtcnn,yunet"], ["mtcnn", "yunet"], ["mtcnn, yunet,", "mtcnn"]])
def test_several_are_given_with_commas_or_one_by_one(given):
    wishes = Namespace(detector=given, recognizer=["sface"])
    assert names(all_models_asked(wishes)) == [("mtcnn", "sface"), ("yunet", "sface")]
    assert names(all_detectors_asked(wishes)) == [("mtcnn", None), ("yunet", None)]


def test_one_that_cannot_work_is_told_before_any_work():
    with pytest.raises(ModelUnavailable, match="vggface-vgg16"):
        all_models_asked(Namespace(detector=None, recognizer=["sface,vggface-vgg16"]))
    with pytest.raises(ModelUnavailable, match="none"):
        all_detectors_asked(Namespace(detector=["yunet", "none"]))
