import numpy as np
import skimage.data
from PIL import Image

from facegallery.domain.looks import alike_groups, difference_hash


def look(image):
    return difference_hash(np.asarray(image.convert("L").resize((9, 8), Image.Resampling.BOX)))


def pictures():
    return [
        Image.fromarray(getattr(skimage.data, name)())
        for name in ("astronaut", "coffee", "chelsea", "rocket", "camera", "brick")
    ]


def test_a_photo_made_smaller_or_brighter_looks_the_same_and_others_do_not():
    found = pictures()
    looks = [look(image) for image in found]
    looks += [look(image.resize((300, 200))) for image in found[:2]]
    looks.append(look(found[2].point(lambda value: min(255, int(value * 1.1)))))
    days = [f"20{10 + number}-01-01T00:00:00" for number in range(len(looks))]
    assert alike_groups(looks, days) == [[0, 6], [1, 7], [2, 8]]


def test_within_seconds_more_may_differ():
    one = 0x0F0F_F0F0_3C3C_AA55
    moved = one ^ 0b1011_0110_0100
    seconds = ["2015-01-01T00:00:00", "2015-01-01T00:00:05"]
    days = ["2015-01-01T00:00:00", "2015-01-02T00:00:00"]
    assert alike_groups([one, moved], seconds) == [[0, 1]]
    assert alike_groups([one, moved], days) == []


def test_plain_walls_are_not_copies_of_each_other():
    walls = [0, 0, 1]
    days = [f"201{number}-01-01T00:00:00" for number in range(3)]
    assert alike_groups(walls, days) == []
