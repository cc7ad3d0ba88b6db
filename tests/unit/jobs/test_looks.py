"""Tests of facegallery.jobs.looks: which photos look alike, and in which all eyes are open."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
import skimage.data
from PIL import Image

from facegallery.catalog import eyes, faces, folders, insight, photos
from facegallery.catalog.files import save as save_file
from facegallery.domain.face import EYES_CLOSED
from facegallery.domain.photo import FoundFile, PhotoFacts
from facegallery.imaging.source import content_hash
from facegallery.jobs.looks import find_alike
from facegallery.vision.engine import load_detector


@pytest.fixture
def burst(library, tmp_path):
    """Ids of three photos within seconds: the eyes closed, open, and closed again.

    As a library has them that was scanned before anybody looked at eyes; the first has the face
    with the highest quality.
    """
    pixels = skimage.data.astronaut()
    (found,) = load_detector("mtcnn", None, tmp_path).detect(pixels)
    made = []
    with library.open() as db:
        folder = folders.add(db, tmp_path)
        for second, quality in enumerate((0.9, 0.8, 0.85)):
            picture = pixels if second == 1 else with_lids_down(pixels, found)
            path = tmp_path / f"{second}.png"
            Image.fromarray(picture // 20 * 20 if second == 2 else picture).save(path)
            data = path.read_bytes()
            facts = PhotoFacts(512, 512, "PNG", f"2015-06-30T12:00:0{second}", "exif", None)
            photo_id = photos.save(db, content_hash(data), len(data), facts, "mtcnn", None)
            face = replace(found, quality=quality)
            faces.replace(db, photo_id, [face], "sface", same_content=True)
            save_file(db, folder, FoundFile(str(path), len(data), 1), photo_id)
            made.append(photo_id)
    return made


def with_lids_down(pixels: np.ndarray, face) -> np.ndarray:
    """The photo with skin over both eyes, and the line of the lashes below it."""
    closed = pixels.copy()
    places = face.landmarks * (pixels.shape[1], pixels.shape[0])
    wide = float(np.hypot(*(places[1] - places[0]))) / 35  # as in vision.align's template
    x, y = places[2]
    skin = np.median(
        pixels[int(y - 4) : int(y + 4), int(x - 9) : int(x + 9)].reshape(-1, 3), axis=0
    )
    for middle in places[:2]:
        at = tuple(np.rint(middle).astype(int).tolist())
        lashes = at[0], round(at[1] - 2 * wide)
        lid, line = ((round(11 * wide), round(6 * wide)), (round(9 * wide), round(5 * wide)))
        cv2.ellipse(closed, at, lid, 0, 0, 360, skin.tolist(), -1, cv2.LINE_AA)
        cv2.ellipse(closed, lashes, line, 0, 20, 160, (skin * 0.35).tolist(), 1, cv2.LINE_AA)
    return closed


def test_the_best_of_a_burst_has_open_eyes_in_a_library_of_before_too(library, burst):
    (group,) = find_alike(library)
    assert group.photo_ids == (burst[1], burst[0], burst[2])
    assert group.eyes_closed == {burst[0], burst[2]}
    with library.open(read_only=True) as db:
        seen = [faces.of_photo(db, photo_id)[0].eyes_open for photo_id in burst]
        assert [value < EYES_CLOSED for value in seen] == [True, False, True]
        assert eyes.unseen(db, burst) == []
        assert insight.alike(db) == [group]


def test_where_no_picture_of_a_face_can_be_had_the_rest_is_told(library, burst, tmp_path):
    find_alike(library)
    with library.open() as db:
        db.execute("update faces set eyes_open = null")
    library.thumbnails_file.unlink()
    for path in Path(tmp_path).glob("*.png"):
        path.unlink()
    (group,) = find_alike(library)
    assert group.photo_ids == (burst[0], burst[1], burst[2])  # by quality alone
    assert group.eyes_closed == frozenset()
