"""Tests of facegallery.vision.quality."""

from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import Image

from facegallery.jobs.analyse import known_models
from facegallery.vision.align import aligned_face
from facegallery.vision.quality import quality, quality_as_seen
from tests.bench.quality import measure, worth


@pytest.fixture(scope="module")
def face(astronaut, mtcnn):
    (found,) = mtcnn.detect(astronaut)
    return found


def judged(image, face):
    return quality(face, aligned_face(image, face), (image.shape[1], image.shape[0]))


def test_a_good_portrait_has_the_best_quality(astronaut, face):
    assert judged(astronaut, face) > 0.95


def test_the_smaller_the_worse(astronaut, face):
    found = []
    for width in (400, 300, 200, 160, 120):
        image = Image.fromarray(astronaut).resize((width, width), Image.Resampling.BOX)
        found.append(judged(np.asarray(image), face))
    assert found == sorted(found, reverse=True)
    assert found[0] > 0.8
    assert found[-1] < 0.1


def test_the_more_blurred_the_worse(astronaut, face):
    found = [judged(cv2.GaussianBlur(astronaut, (0, 0), blur), face) for blur in (1, 2, 3, 5, 9)]
    assert found == sorted(found, reverse=True)
    assert found[0] > 0.7
    assert found[-1] < 0.1


@pytest.mark.parametrize(("brightness", "most"), [(0.1, 0.6), (0.02, 0.05), (6.0, 0.2)])
def test_darkness_and_glare_cost(astronaut, face, brightness, most):
    image = np.clip(astronaut * brightness, 0, 255).astype(np.uint8)
    assert judged(image, face) < most


def test_a_turned_head_costs(astronaut, face):
    aligned = aligned_face(astronaut, face)
    points = face.landmarks.copy()
    found = []
    for shift in (0, 0.02, 0.03, 0.05, 0.07):
        points[2, 0] = face.landmarks[2, 0] + shift
        found.append(quality(replace(face, landmarks=points.copy()), aligned, (512, 512)))
    assert found == sorted(found, reverse=True)
    assert found[-1] == 0


def test_tilting_the_camera_costs_nothing(astronaut, face):
    turned = np.rot90(astronaut).copy()
    points = np.stack([face.landmarks[:, 1], 1 - face.landmarks[:, 0]], axis=1)
    assert judged(turned, replace(face, landmarks=points)) == pytest.approx(
        judged(astronaut, face), abs=0.05
    )


def test_a_doubtful_score_costs(astronaut, face):
    assert judged(astronaut, replace(face, score=0.55)) < 0.2


def test_landmarks_that_coincide_are_no_face_to_recognise(astronaut, face):
    points = np.full((5, 2), 0.4, np.float32)
    assert judged(astronaut, replace(face, landmarks=points)) == 0


def test_what_the_recognizer_sees_counts_most():
    assert quality_as_seen(1, 1) == 1
    assert quality_as_seen(0, 1) == quality_as_seen(1, 0) == 0
    assert quality_as_seen(0.5, 1) > quality_as_seen(1, 0.5)


def test_a_face_that_is_half_hidden_has_less_quality(astronaut, tmp_path):
    engine = known_models("mtcnn", "sface", tmp_path).engine()
    hidden = astronaut.copy()
    hidden[:, 225:300] = 90
    (whole,), (half,) = engine.find_faces(astronaut), engine.find_faces(hidden)
    assert half.quality < 0.6 * whole.quality


@pytest.mark.slow
def test_leaving_out_the_worst_faces_helps_more_than_leaving_out_any(shared, tmp_path):
    models = known_models("mtcnn", "sface", tmp_path)
    found = measure(shared / "lfw" / "images", models, people=250, spoiled=0.35)
    assert found.without_worst < found.without_any.min() < found.everything


def test_the_measure_sees_through_made_up_quality():
    rng = np.random.default_rng(seed=1)
    owners = np.repeat(np.arange(100), 3)
    vectors = np.eye(100)[owners] + rng.normal(0, 0.05, (300, 100))
    spoiled = np.arange(0, 300, 20)
    vectors[spoiled] = rng.normal(0, 1, (15, 100))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    right = np.ones(300)
    right[spoiled] = 0
    told = worth(vectors, owners, right)
    assert told.without_worst == 0 < told.without_any.min()
    assert worth(vectors, owners, 1 - right).without_worst > 0.05
