"""Why two faces count as one person's or not: crops, embeddings, differences, distance."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from facegallery.drawing.labels import fitting
from facegallery.drawing.plots import DOTS_PER_INCH, to_image

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SAME, DIFFERENT = "#2e933c", "#d1495b"
_FIRST, _SECOND, _DIFFERENCE = "#1f77b4", "#8e5ea2", "#e08e1b"
_FARTHEST = 1.4  # the scale's end; strangers are about 1 apart


@dataclass(frozen=True, slots=True, eq=False)
class SeenFace:
    """A face as the recognizer got it: (H, W, 3) RGB pixels; and made of it: (D,) of length 1."""

    caption: str
    crop: NDArray[np.uint8]
    embedding: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far two faces are apart by cosine distance, and up to where they are one person's."""

    distance: float
    threshold: float
    recognizer: str

    @property
    def words(self) -> str:
        """The verdict in a few words."""
        return "the same person" if self.distance <= self.threshold else "two different people"


def draw_explanation(first: SeenFace, second: SeenFace, verdict: Verdict) -> Image.Image:
    """Return the explanation as one RGB picture of 1800 x 1500 pixels."""
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    layout = ConstrainedLayoutEngine(w_pad=0.15, h_pad=0.15)  # inches of margin
    figure = Figure(figsize=(12, 10), dpi=DOTS_PER_INCH, layout=layout)
    grid = figure.add_gridspec(4, 4, height_ratios=(3.1, 1.2, 1.2, 1.2))
    for place, face, colour in ((0, first, _FIRST), (1, second, _SECOND)):
        _draw_crop(figure.add_subplot(grid[0, place]), face, colour)
    _draw_scale(figure.add_subplot(grid[0, 2:]), verdict)
    highest = 1.05 * float(max(np.abs(first.embedding).max(), np.abs(second.embedding).max()))
    rows = [figure.add_subplot(grid[row, :]) for row in (1, 2, 3)]
    for axes, face, colour in ((rows[0], first, _FIRST), (rows[1], second, _SECOND)):
        _draw_bars(axes, face.embedding, colour, f"{face.caption}: embedding")
        axes.set_ylim(-highest if face.embedding.min() < 0 else 0, highest)
    squares = (first.embedding - second.embedding) ** 2
    _draw_bars(
        rows[2],
        squares,
        _DIFFERENCE,
        f"Squared differences: their sum, {squares.sum():.3f}, is twice the distance",
    )
    rows[2].set_xlabel(f"the {len(squares):,} numbers that {verdict.recognizer} makes of a face")
    return to_image(figure)


def _draw_crop(axes: "Axes", face: SeenFace, colour: str) -> None:
    height, width = face.crop.shape[:2]
    axes.imshow(face.crop, interpolation="bilinear")
    caption = fitting(face.caption, pixels=11, width=150)  # points: the crop's width
    axes.set_title(caption, fontsize=11, parse_math=False)
    axes.set_xlabel(f"as the recognizer sees it: {width} x {height}", fontsize=9)
    axes.set_xticks([])
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set_color(colour)
        spine.set_linewidth(3)


def _draw_bars(axes: "Axes", values: NDArray[np.floating], colour: str, title: str) -> None:
    axes.stairs(values, np.arange(len(values) + 1), fill=True, color=colour)
    axes.set_title(title, loc="left", fontsize=10, parse_math=False)
    axes.set_xlim(0, len(values))
    axes.axhline(0, color="#444444", linewidth=0.6)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.tick_params(labelsize=8)


def _draw_scale(axes: "Axes", verdict: Verdict) -> None:
    """Draw the distance on a scale that changes colour at the threshold."""
    end = max(_FARTHEST, verdict.distance * 1.1)
    colour = SAME if verdict.distance <= verdict.threshold else DIFFERENT
    axes.barh(0, verdict.threshold, height=0.5, color=SAME, alpha=0.3)
    axes.barh(
        0, end - verdict.threshold, left=verdict.threshold, height=0.5, color=DIFFERENT, alpha=0.3
    )
    axes.plot([verdict.threshold] * 2, [-0.32, 0.32], color="#222222", linewidth=1.5)
    axes.plot(
        verdict.distance,
        0,
        "D",
        markersize=13,
        color=colour,
        markeredgecolor="white",
        clip_on=False,
    )
    middle = verdict.threshold / 2, (verdict.threshold + end) / 2
    for x, words, shade in ((middle[0], "the same", SAME), (middle[1], "different", DIFFERENT)):
        axes.text(x, -0.42, words, ha="center", va="top", color=shade, fontsize=11)
    axes.text(
        verdict.threshold, 0.38, f"threshold {verdict.threshold:.3f}", ha="center", fontsize=9
    )
    axes.text(
        min(max(verdict.distance, 0.17 * end), 0.83 * end),  # inside the picture
        0.62,
        f"distance {verdict.distance:.3f}",
        ha="center",
        color=colour,
        fontweight="bold",
        fontsize=13,
    )
    axes.set_title(
        f"{verdict.words[0].upper()}{verdict.words[1:]}, says {verdict.recognizer}",
        fontsize=15,
        fontweight="bold",
        color=colour,
        pad=14,
    )
    axes.set_xlim(0, end)
    axes.set_ylim(-1.3, 1.1)
    axes.set_yticks([])
    axes.set_xlabel("cosine distance")
    axes.spines[["top", "right", "left"]].set_visible(False)
