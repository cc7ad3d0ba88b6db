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
from PIL import Image, ImageEnhance, ImageOps
from sklearn.datasets import load_sample_image

NAMES = ("Eileen Collins", "Grace Hopper")
_FIRST_DAY = datetime(2021, 5, 1, 10, 30)


def make_free_album(folder: Path) -> dict[str, tuple[str, ...]]:
    """Write the album; return who is in each photo, by the file's name."""
    folder.mkdir(parents=True, exist_ok=True)
    shown = {}
    for number, (image, names) in enumerate(_photos()):
        taken = _FIRST_DAY + timedelta(days=9 * number, minutes=47 * number)
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
            yield _as_elsewhere(portrait, turn), (name,)
        if turn % 2:
            yield _beside(*(_as_elsewhere(one, turn + 1) for one in portraits.values())), NAMES


def _as_elsewhere(portrait: Image.Image, turn: int) -> Image.Image:
    """The portrait as another camera might have taken it; the face stays in the picture."""
    width, height = portrait.size
    cut = 0.03 * turn
    image = portrait.crop(
        (int(cut * width), 0, int((1 - cut) * width), int((1 - 1.5 * cut) * height))
    )
    if turn % 2:
        image = ImageOps.mirror(image)
    if turn == 3:
        image = ImageOps.grayscale(image).convert("RGB")
    image = ImageEnhance.Brightness(image).enhance(0.85 + 0.07 * turn)
    return image.resize((3 * image.width, 3 * image.height), Image.Resampling.LANCZOS)


def _beside(left: Image.Image, right: Image.Image) -> Image.Image:
    right = right.resize((right.width * left.height // right.height, left.height))
    both = Image.new("RGB", (left.width + right.width, left.height))
    both.paste(left, (0, 0))
    both.paste(right, (left.width, 0))
    return both
