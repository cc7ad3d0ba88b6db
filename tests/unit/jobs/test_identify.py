import pytest

from facegallery.domain.errors import ModelUnavailable, NobodyToCompareWith
from facegallery.jobs.identify import Question, chosen_classifier, identify
from facegallery.vision.registry import CLASSIFIERS

FIRST, SECOND, _ = CLASSIFIERS


def install(name, folder):
    for file in CLASSIFIERS[name].files:
        (folder / file.name).touch()


def test_an_installed_classifier_is_taken_the_first_one_of_several(tmp_path):
    assert chosen_classifier(None, tmp_path) is None
    install(SECOND, tmp_path)
    assert chosen_classifier(None, tmp_path) == SECOND
    install(FIRST, tmp_path)
    assert chosen_classifier(None, tmp_path) == FIRST
    assert chosen_classifier(SECOND, tmp_path) == SECOND


def test_one_asked_for_by_name_must_be_there(tmp_path):
    with pytest.raises(ModelUnavailable, match=f"models install {FIRST}"):
        chosen_classifier(FIRST, tmp_path)
    with pytest.raises(ModelUnavailable, match="it is not one of"):
        chosen_classifier("sface", tmp_path)


def test_with_neither_people_nor_a_classifier_it_says_what_to_do(library, tmp_path, portraits):
    with pytest.raises(NobodyToCompareWith) as error:
        identify(library, Question(portraits["hopper"]), tmp_path)
    assert "facegallery name" in str(error.value)
    assert f"facegallery models install {FIRST}" in str(error.value)
