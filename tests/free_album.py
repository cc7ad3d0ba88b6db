"""A small album that anybody may show: portraits in the public domain and photos of things.

All come inside packages that the tests use anyway: Eileen Collins and Grace Hopper (NASA, US Navy),
and photos of scikit-image and scikit-learn. Portraits appear as they might in other photos:
cropped, mirrored, brighter, in black and white, two in one.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import matplotlib.cbook
import numpy as np
import skimage.data
from PIL import Image
from sklearn.datasets import load_sample_image

from facegallery.jobs.demo_album import as_elsewhere, beside

NAMES = ("Eileen Collins", "Grace Hopper")
_FIRST_DAY = datetime(2021, 5, 3, 10, 30)
_IN_A_YEAR = 11  # photos


def make_free_album(folder: Path) -> dict[str, tuple[str, ...]]:
    """Write the album; return who is in each photo, by the file's name."""
    folder.mkdir(parents=True, exist_ok=True)
    shown = {}
    for number, (image, names) in enumerate(_photos()):
        years = number // _IN_A_YEAR  # so that there are months with several photos, and two years
        taken = _FIRST_DAY + timedelta(days=390 * years + number, minutes=47 * number)
        exif = Image.Exif()
        exif[0x010F], exif[0x0110] = "Canon", "EOS 70D"
        exif.get_ifd(0x8769)[0x9003] = taken.strftime("%Y:%m:%d %H:%M:%S")
        name = f"IMG_{4100 + 7 * number}.jpg"
        image.save(folder / name, quality=92, exif=exif)
        shown[name] = names
    return shown


def _photos() -> Iterator[tuple[Image.Image, tuple[str, ...]]]:
    with matplotlib.cbook.get_sample_data("grace_hopper.jpg") as file:
        hopper = Image.open(file).convert("RGB")
    portraits = dict(zip(NAMES, (Image.fromarray(skimage.data.astronaut()), hopper), strict=True))
    things = [
        Image.fromarray(np.asarray(pixels))
        for pixels in (
            skimage.data.chelsea(),
            load_sample_image("china.jpg"),
            skimage.data.coffee(),
            skimage.data.rocket(),
            load_sample_image("flower.jpg"),
            skimage.data.hubble_deep_field(),
        )
    ]
    for turn in range(6):
        yield things[turn], ()
        for name, portrait in portraits.items():
            yield as_elsewhere(portrait, turn), (name,)
        if turn % 2:
            yield beside(*(as_elsewhere(one, turn + 1) for one in portraits.values())), NAMES
