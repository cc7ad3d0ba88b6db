"""Photos with labelled faces for the detectors: ordinary, small, turned, in hard light, none."""

import importlib.util
import io
import json
from pathlib import Path

import numpy as np
import skimage.data
from PIL import Image, ImageDraw, ImageFilter

from tests.bench.album import SHARED

FACE = (0.5, 0.505, 0.40, 0.47)  # middle and size of the face in LFW's pictures
PRESS = {  # read off the pictures: x, y, width, height of the face
    "biden.jpg": (0.44, 0.08, 0.29, 0.18),
    "obama.jpg": (0.41, 0.08, 0.26, 0.29),
    "obama2.jpg": (0.32, 0.19, 0.43, 0.33),
    "obama3.jpg": (0.45, 0.11, 0.19, 0.15),
    "obama_partial_face.jpg": (0, 0.07, 0.39, 0.30),
}
FACELESS = (
    "brick", "cat", "clock", "coffee", "coins", "colorwheel", "grass", "gravel", "horse",
    "hubble_deep_field", "immunohistochemistry", "moon", "page", "retina", "rocket", "text",
)  # fmt: skip


def make(folder: Path) -> dict[str, list[dict]]:
    """Write photos to the folder; return for each kind the labels as detect --json has them."""
    rng = np.random.default_rng(seed=22)
    maker = Maker(rng)
    kinds = {
        "ordinary": (maker.photo((2000, 1500), n, 0.05, 0.15) for n in (1, 1, 2, 3, 4, 6) * 5),
        "small": (maker.photo((6000, 4000), n, 0.010, 0.015) for n in (1, 1, 1, 12) * 2),
        "sideways": (
            maker.photo((2000, 1500), 3, 0.06, 0.2, turn=turn) for turn in (90, 180, 270) * 3
        ),
        "tilted": (
            maker.photo((2000, 1500), 3, 0.06, 0.2, turn=turn) for turn in (-45, -30, 30, 45) * 2
        ),
        "hard light": (
            maker.photo((1600, 1200), 2, 0.12, 0.25, light=light) for light in LIGHTS * 3
        ),
        "faceless": ((picture, []) for picture in faceless(rng)),
    }
    labels = {}
    for kind, photos in kinds.items():
        labels[kind] = []
        for number, (image, boxes) in enumerate(photos):
            path = folder / f"{kind} {number}.jpg"
            image.save(path, quality=90)
            faces = [{"box": box} for box in boxes]
            labels[kind].append({"path": path.name, "faces": faces})
    for name, box in PRESS.items():
        labels["ordinary"].append(
            {"path": str(SHARED / "photos" / "press" / name), "faces": [{"box": box}]}
        )
    return labels


def write(labels: list[dict], file: Path) -> Path:
    file.write_text(json.dumps(labels))
    return file


class Maker:
    """Makes photos of faces of ../shared, pasted into made backgrounds."""

    def __init__(self, rng: np.random.Generator) -> None:
        spec = importlib.util.spec_from_file_location(
            "make_album", SHARED / "tools" / "make_album.py"
        )
        self._album = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self._album)
        self._rng = rng
        self._pictures = sorted((SHARED / "lfw" / "images").rglob("*_0001.jpg"))

    def photo(self, size, count, least, most, *, turn=0.0, light=None):
        """A photo with faces of least to most of its width, each turned by so many degrees."""
        width, height = size
        image = self._album.background(self._rng, size)
        sides = self._rng.uniform(least, most, count) * width / FACE[2]
        cell = int(max(sides) * (1.42 if turn % 90 else 1)) + 1
        places = [
            (x, y)
            for x in range(0, max(1, width - cell + 1), cell)
            for y in range(0, max(1, height - cell + 1), cell)
        ]
        boxes = []
        for place in self._rng.permutation(len(places))[:count]:
            side = int(sides[len(boxes)])
            tile, mask = self._tile(side, turn)
            x, y = (place + (cell - tile.width) // 2 for place in places[place])
            if light:
                tile = light(tile)
            image.paste(tile, (x, y), mask)
            boxes.append(_box(x + tile.width / 2, y + tile.height / 2, side, turn, size))
        return image, boxes

    def _tile(self, side: int, turn: float):
        path = self._pictures[self._rng.integers(len(self._pictures))]
        tile, mask = self._album.appearance(self._rng, path, side)
        resample = Image.Resampling.BICUBIC
        return tile.rotate(turn, resample, expand=True), mask.rotate(turn, resample, expand=True)


def _box(x: float, y: float, side: float, turn: float, size: tuple[int, int]) -> list[float]:
    """The box of a face in a tile with its middle at x, y, turned counterclockwise."""
    angle = np.radians(turn)
    off = np.array([FACE[0] - 0.5, FACE[1] - 0.5]) * side
    x += np.cos(angle) * off[0] + np.sin(angle) * off[1]
    y += -np.sin(angle) * off[0] + np.cos(angle) * off[1]
    wide, high = FACE[2] * side, FACE[3] * side
    across, down = abs(np.cos(angle)), abs(np.sin(angle))
    box_width, box_height = across * wide + down * high, down * wide + across * high
    box_width, box_height = np.array([box_width, box_height]) * np.sqrt(
        wide * high / (box_width * box_height)
    )
    left, top = (x - box_width / 2) / size[0], (y - box_height / 2) / size[1]
    return [float(n) for n in (left, top, box_width / size[0], box_height / size[1])]


def dark(tile: Image.Image) -> Image.Image:
    return tile.point(lambda value: value * 0.12)


def bright(tile: Image.Image) -> Image.Image:
    return tile.point(lambda value: min(255, value * 2.2 + 30))


def from_the_side(tile: Image.Image) -> Image.Image:
    ramp = np.linspace(0.05, 1.3, tile.width)[None, :, None]
    return Image.fromarray(np.clip(np.asarray(tile) * ramp, 0, 255).astype(np.uint8))


def gamma(tile: Image.Image) -> Image.Image:
    return tile.point(lambda value: 255 * (value / 255) ** 2.5)


def noisy(tile: Image.Image) -> Image.Image:
    rng = np.random.default_rng(seed=tile.width)
    noise = rng.normal(0, 25, (tile.height, tile.width, 3))
    return Image.fromarray(np.clip(np.asarray(tile) * 0.4 + noise, 0, 255).astype(np.uint8))


LIGHTS = (dark, bright, from_the_side, gamma, noisy)


def faceless(rng: np.random.Generator):
    """Animals, things, textures and drawings, none of which has a face of a human."""
    for name in FACELESS:
        pixels = getattr(skimage.data, name)()
        if pixels.dtype != np.uint8:
            pixels = (pixels * 255).astype(np.uint8)
        image = Image.fromarray(pixels).convert("RGB")
        yield image
        scale = 1600 / max(image.size)
        yield image.resize([round(side * scale) for side in image.size], Image.Resampling.BICUBIC)
    for _ in range(6):
        yield drawing(rng)
    yield Image.fromarray(rng.integers(0, 256, (960, 1280, 3), np.uint8))
    leaves = Image.fromarray(rng.integers(0, 256, (96, 128, 3), np.uint8))
    yield leaves.resize((1280, 960), Image.Resampling.BICUBIC).filter(ImageFilter.SHARPEN)


def drawing(rng: np.random.Generator) -> Image.Image:
    """Rectangles, ellipses and lines at random."""
    image = Image.new("RGB", (1280, 960), tuple(rng.integers(100, 256, 3).tolist()))
    draw = ImageDraw.Draw(image)
    for _ in range(60):
        x, y = rng.integers(0, 1280), rng.integers(0, 960)
        wide, high = rng.integers(10, 300, 2)
        colour = tuple(rng.integers(0, 256, 3).tolist())
        shape = (draw.rectangle, draw.ellipse)[rng.integers(2)]
        shape([x, y, x + wide, y + high], fill=colour, outline=(0, 0, 0))
        draw.line([x, y, x + high, y - wide], fill=colour, width=int(rng.integers(1, 9)))
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=85)
    return Image.open(buffer)
