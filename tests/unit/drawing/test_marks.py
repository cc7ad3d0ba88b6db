import numpy as np
import pytest
from PIL import Image

from facegallery.domain.face import Box
from facegallery.drawing.marks import Mark, draw_marks, line_width, to_pixels

LANDMARKS = np.array([[0.45, 0.45], [0.55, 0.45], [0.5, 0.5], [0.46, 0.55], [0.54, 0.55]])
GREY = (128, 128, 128)


def changed(image):
    """Return which pixels of a grey picture were drawn on."""
    return (np.asarray(image) != GREY).any(axis=2)


def test_outline_and_landmarks_are_where_the_face_is():
    image = Image.new("RGB", (600, 400), GREY)
    draw_marks(image, [Mark(Box(0.4, 0.35, 0.2, 0.3), LANDMARKS, colour=(0, 255, 0))])
    drawn = changed(image)
    rows, columns = np.nonzero(drawn)
    assert (columns.min(), columns.max()) == pytest.approx((240, 360), abs=6)
    assert (rows.min(), rows.max()) == pytest.approx((140, 260), abs=6)
    for x, y in LANDMARKS:
        assert drawn[round(y * 400), round(x * 600)]
    assert not drawn[150, 300]  # inside the face, but on none of its landmarks
    assert image.getpixel((240, 200))[1] > 180


def test_words_cover_no_face_where_there_is_room():
    image = Image.new("RGB", (600, 400), GREY)
    boxes = [Box(0.1, 0.3, 0.2, 0.4), Box(0.4, 0.3, 0.2, 0.4), Box(0.7, 0.3, 0.2, 0.4)]
    draw_marks(image, [Mark(box, words=("score 1.00", "quality 0.9")) for box in boxes])
    drawn = changed(image)
    for box in boxes:
        left, top, right, bottom = (round(end) for end in to_pixels(box, image.size))
        assert not drawn[top + 8 : bottom - 8, left + 8 : right - 8].any()
    assert drawn[300:, :].any()


@pytest.mark.parametrize("size", [(1, 1), (3, 500), (500, 3), (40, 40)])
def test_any_picture_can_be_drawn_on(size):
    image = Image.new("RGB", size, GREY)
    face = Mark(Box(-0.1, 0.2, 1.3, 0.9), LANDMARKS * 3, words=("score 1.00",))
    draw_marks(image, [face, Mark(Box(0.99, 0.99, 1e-6, 1e-6)), Mark(Box(2, 2, 1, 1))])
    assert image.size == size


def test_lines_grow_with_the_picture():
    assert line_width((6000, 4000)) > 3 * line_width((1000, 1500)) > 0
