"""The letters in pictures: DejaVu Sans, which comes with matplotlib and knows most alphabets."""

from functools import lru_cache
from pathlib import Path

from PIL import ImageFont


@lru_cache(maxsize=64)
def font(pixels: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Return the font at a height in pixels."""
    from matplotlib import get_data_path  # 0.1 s: only where something is drawn

    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return ImageFont.truetype(str(Path(get_data_path()) / "fonts/ttf" / name), pixels)
