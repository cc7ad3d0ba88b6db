import numpy as np
from PIL import Image

from facegallery.drawing.fonts import font
from facegallery.drawing.labels import draw_label, fitting, free_place, label_size, plate_at


def test_the_size_is_that_of_what_is_drawn():
    image = Image.new("RGB", (300, 200), "white")
    draw_label(image, (50, 60), ["score 0.98", "quality 0.7"], 16, (255, 255, 255))
    rows, columns = np.nonzero(np.asarray(image.convert("L")) < 250)
    width, height = label_size(["score 0.98", "quality 0.7"], 16)
    assert (columns.min(), rows.min()) == (50, 60)
    assert (columns.max() - 49, rows.max() - 59) == (width, height)


def test_more_and_longer_lines_need_more_room():
    narrow, low = label_size(["a"], 16)
    wide, high = label_size(["a", "much longer"], 16)
    assert wide > narrow
    assert high > 1.5 * low


def test_the_first_free_place_is_taken():
    taken = [(0, 0, 10, 10)]
    assert free_place([(5, 5), (20, 0), (40, 0)], (10, 10), taken) == (20, 0)


def test_where_no_place_is_free_the_least_is_covered():
    taken = [(0, 0, 30, 30)]
    assert free_place([(5, 5), (25, 0), (15, 0)], (10, 10), taken) == (25, 0)


def test_a_plate_has_its_corner_at_its_place():
    assert plate_at((3, 4), (10, 20)) == (3, 4, 13, 24)


def test_a_long_text_keeps_its_ends():
    text = "a very long name of a file.jpg"
    short = fitting(text, 12, 100)
    assert font(12).getlength(short) <= 100 < font(12).getlength(text)
    assert short.startswith("a ver")
    assert short.endswith(".jpg")
    assert fitting(text, 12, 1000) == text
    assert fitting("", 12, 1) == ""
