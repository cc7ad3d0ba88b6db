"""A small album to try the program with, made on the spot of two portraits in the public domain.

resources/demo/SOURCES.md tells whose they are. The portraits appear as they might in other photos:
cropped, mirrored, brighter and darker, in black and white, two in one; with dates over some years.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from PIL import Image, ImageEnhance, ImageOps

from facegallery.paths import resources

FACES = ("collins.jpg", "hopper.jpg")
TURNS = 7  # photos of each of the two; every third time one of both together
FIRST_DAY = datetime(2019, 5, 1, 10, 30)
STEP = timedelta(days=73, minutes=47)
_EXIF_PART, _TAKEN = 0x8769, 0x9003


def make_demo_album(folder: Path) -> Path:
    """Write the album into a folder, made where it is not there; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, image in enumerate(_photos()):
        taken = FIRST_DAY + number * STEP
        exif = Image.Exif()
        exif.get_ifd(_EXIF_PART)[_TAKEN] = taken.strftime("%Y:%m:%d %H:%M:%S")
        image.save(folder / f"demo {number + 1:02d}.jpg", quality=92, exif=exif)
    return folder


def _photos() -> Iterator[Image.Image]:
    portraits = []
    for name in FACES:
        with Image.open(resources() / "demo" / name) as file:
            portraits.append(file.convert("RGB"))
    for turn in range(TURNS):
        for portrait in portraits:
            yield as_elsewhere(portrait, turn)
        if turn % 3 == 1:
            yield beside(*(as_elsewhere(portrait, turn + 1) for portrait in portraits))


def as_elsewhere(portrait: Image.Image, turn: int) -> Image.Image:
    """Return the portrait as another camera might have taken it; the face stays in the picture."""
    width, height = portrait.size
    cut = 0.03 * turn
    image = portrait.crop(
        (int(cut * width), 0, int((1 - cut) * width), int((1 - 1.5 * cut) * height))
    )
    if turn % 2:
        image = ImageOps.mirror(image)
    if turn == 3:
        image = ImageOps.grayscale(image).convert("RGB")
    image = ImageEnhance.Brightness(image).enhance(0.85 + 0.06 * turn)
    return image.resize((2 * image.width, 2 * image.height), Image.Resampling.LANCZOS)


def beside(left: Image.Image, right: Image.Image) -> Image.Image:
    """Return one photo of both, as high as the left one."""
    right = right.resize((right.width * left.height // right.height, left.height))
    both = Image.new("RGB", (left.width + right.width, left.height))
    both.paste(left, (0, 0))
    both.paste(right, (left.width, 0))
    return both
