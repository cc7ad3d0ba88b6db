import numpy as np
import pytest
from PIL import Image

from facegallery.domain.face import Box
from facegallery.drawing.beside import ALONE, HIGHEST, PAIRS, WIDEST, Link, Side, beside

BOXES = (Box(0.2, 0.3, 0.1, 0.2), Box(0.6, 0.5, 0.1, 0.2))


def side(width, height, boxes=BOXES):
    return Side(Image.new("RGB", (width, height), (90, 90, 90)), "a name.jpg", boxes)


def has_colour(picture, colour):
    return (np.abs(np.asarray(picture).astype(int) - colour).max(axis=2) < 12).any()


@pytest.mark.parametrize("boxes", [BOXES, ()])
def test_pairs_and_lone_faces_have_colours_of_their_own(boxes):
    links = [Link(0, 1, "0.312")] if boxes else []
    picture = beside(side(600, 450, boxes), side(400, 600, boxes), links, "note")
    assert has_colour(picture, PAIRS[0]) == bool(links)
    assert has_colour(picture, ALONE) == bool(boxes)
    assert not has_colour(picture, PAIRS[1])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((20, 20), (20, 20)),
        ((6000, 4000), (40, 60)),
        ((1, 3000), (1, 3000)),
        ((9000, 700), (5000, 700)),
        ((3000, 1), (1, 3000)),
    ],
)
def test_photos_of_any_size_fit(first, second):
    picture = beside(side(*first), side(*second), [Link(0, 0, "0.1"), Link(1, 1, "0.2")], "n" * 400)
    assert picture.width <= 1.1 * WIDEST
    assert picture.height <= 2 * HIGHEST
    assert picture.width >= 600


def test_panoramas_are_put_above_one_another():
    above = beside(side(4000, 500), side(4000, 500), [], "")
    across = beside(side(400, 300), side(400, 300), [], "")
    assert above.height > 2 * above.width * 500 / 4000
    assert across.width > 2 * across.height


def test_more_pairs_than_colours_are_drawn():
    boxes = tuple(Box(0.02 + 0.05 * place, 0.4, 0.03, 0.05) for place in range(19))
    links = [Link(place, 18 - place, f"0.{place}") for place in range(19)]
    picture = beside(side(900, 450, boxes), side(900, 450, boxes), links, "")
    assert all(has_colour(picture, colour) for colour in PAIRS)
    assert not has_colour(picture, ALONE)
