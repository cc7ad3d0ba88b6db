import shutil

import numpy as np
import pytest

from facegallery.catalog import files, folders, photos, properties
from facegallery.domain.errors import NotPossible, PhotoUnreadable
from facegallery.domain.face import Box
from facegallery.domain.photo import FoundFile
from facegallery.imaging import decode, exif, source
from facegallery.jobs.look_at_face import get_ready, look_at_face

FACE = Box(0.33, 0.13, 0.24, 0.3)  # the astronaut's, by hand


@pytest.fixture
def photo(library, portraits, tmp_path):
    """The astronaut as a photo of the library, without any face; returns id and path."""
    path = tmp_path / "astronaut.jpg"
    shutil.copy2(portraits["astronaut"], path)
    data, stat = source.read_file(str(path)), path.stat()
    with decode.open_photo(data) as image:
        facts = exif.read_facts(image, str(path), stat.st_mtime_ns)
    with library.open() as db:
        properties.set_value(db, "recognizer", "sface")
        folder_id = folders.add(db, tmp_path)
        photo_id = photos.save(db, source.content_hash(data), len(data), facts, "mtcnn")
        files.save(db, folder_id, FoundFile(str(path), len(data), stat.st_mtime_ns), photo_id)
    return photo_id, path


def test_a_drawn_face_gets_landmarks_quality_and_an_embedding(library, photo):
    get_ready(library)
    seen = look_at_face(library, photo[0], FACE)
    assert seen.recognizer == "sface"
    assert seen.face.box == FACE
    assert seen.face.score > 0.9
    assert seen.face.quality > 0.5
    assert seen.face.embedding.shape == (128,)
    assert np.linalg.norm(seen.face.embedding) == pytest.approx(1, abs=1e-4)


def test_a_box_of_a_few_pixels_is_refused(library, photo):
    with pytest.raises(NotPossible, match="too small"):
        look_at_face(library, photo[0], Box(0.5, 0.5, 0.01, 0.01))


def test_a_file_that_has_changed_is_not_taken_for_the_photo(library, photo, portraits):
    shutil.copy2(portraits["hopper"], photo[1])
    with pytest.raises(PhotoUnreadable, match="rescan"):
        look_at_face(library, photo[0], FACE)


def test_a_photo_that_is_not_there_is_told(library, photo):
    with pytest.raises(NotPossible):
        look_at_face(library, 99, FACE)
    photo[1].unlink()
    with pytest.raises(PhotoUnreadable):
        look_at_face(library, photo[0], FACE)
