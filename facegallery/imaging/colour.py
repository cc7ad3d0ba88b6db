"""Every kind of pixel that image files hold, as 8-bit RGB in sRGB."""

import io
from functools import lru_cache

import numpy as np
from PIL import Image, ImageCms

_SRGB = ImageCms.createProfile("sRGB")
# What an ICC profile must describe to fit the pixels: Pillow's mode -> ICC colour space.
_SPACES = {"RGB": "RGB", "L": "GRAY", "CMYK": "CMYK"}
_KEPT_MODES = ("L", "RGB", "RGBA", "CMYK")


def to_reducible(image: Image.Image) -> Image.Image:
    """Return a loaded image as L, RGB, RGBA or CMYK of 8 bits: modes that can be scaled and mixed.

    Image.reduce cannot average palette indices, single bits or 16-bit numbers.
    """
    if image.mode.startswith(("I", "F")):
        return _from_numbers(image)
    if image.mode == "La":  # of TIFF; Pillow converts it to LA only
        image = image.convert("LA")
    if image.has_transparency_data:
        return image if image.mode == "RGBA" else image.convert("RGBA")
    if image.mode in _KEPT_MODES:
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def to_srgb(image: Image.Image, profile: object) -> Image.Image:
    """Return an image from to_reducible as RGB in sRGB; what is transparent becomes white.

    profile: the file's ICC profile as bytes. None, a broken one, and one that is made for another
    kind of pixels are ignored, as viewers do.
    """
    if image.mode == "RGBA":
        image = _over_white(image)
    if isinstance(profile, bytes):
        transform = _transform(profile, image.mode)
        if transform is not None:
            converted = ImageCms.applyTransform(image, transform)
            assert converted is not None  # None is for applyTransform's inPlace
            return converted
    return image if image.mode == "RGB" else image.convert("RGB")


def _from_numbers(image: Image.Image) -> Image.Image:
    """Return greys of 16-bit, 32-bit or floating point pixels as 8-bit L.

    16 bits use their full range. The others carry no range, so it is told from the largest value:
    1 (usual for floating point), 8 bits, 16 bits, or whatever it is.
    """
    values = np.asarray(image)
    if image.mode.startswith("I;16"):
        return Image.fromarray((values >> 8).astype(np.uint8))
    numbers = np.nan_to_num(values.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    largest = float(numbers.max(initial=0.0))
    if image.mode == "F" and largest <= 1.0:
        full = 1.0
    else:
        full = next((top for top in (255.0, 65535.0) if largest <= top), largest)
    scaled = np.clip(numbers * (255.0 / full), 0.0, 255.0)
    return Image.fromarray(np.rint(scaled).astype(np.uint8))


def _over_white(image: Image.Image) -> Image.Image:
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white


@lru_cache(maxsize=8)  # photos of one camera carry the same profile; building takes 5 ms and more
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    try:
        opened = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if opened.profile.xcolor_space.strip() != _SPACES[mode]:
            return None
        if "sRGB" in ImageCms.getProfileDescription(opened):
            return None  # most photos: nothing to do, and 50 ms saved
        return ImageCms.buildTransform(opened, _SRGB, mode, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
