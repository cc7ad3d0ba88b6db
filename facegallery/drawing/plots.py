"""Curves of measurements, drawn by matplotlib."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

DOTS_PER_INCH = 150
COLOURS = ("#1f77b4", "#d1495b", "#2e933c", "#8e5ea2", "#e08e1b", "#17949c", "#6d6d6d", "#b5651d")


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """One line. name: for the legend. mark: the point to mark, and what it is, for the legend.

    kin: lines of equal kin have one colour; dashed tells them apart.
    """

    name: str
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    mark: tuple[float, float] | None = None
    mark_words: str = ""
    kin: str = ""
    dashed: bool = False
    steps: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A diagram's words and the ranges of its axes; None: as the curves need."""

    title: str
    x_words: str
    y_words: str
    x_range: tuple[float, float] | None = None
    y_range: tuple[float, float] | None = None
    x_log: bool = False
    y_log: bool = False
    x_whole: bool = False  # only whole numbers make sense


def draw_chart(chart: Chart, curves: Sequence[Curve]) -> Image.Image:
    """Return a diagram of curves as an RGB picture of 1350 x 960 pixels."""
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    figure = Figure(figsize=(9, 6.4), dpi=DOTS_PER_INCH, layout="constrained")
    axes = figure.add_subplot()
    _draw_curves(axes, curves)
    axes.set_title(chart.title, loc="left", fontweight="bold")
    axes.set_xlabel(chart.x_words)
    axes.set_ylabel(chart.y_words)
    if chart.x_log:
        axes.set_xscale("log")
    if chart.y_log:
        axes.set_yscale("log")
    if chart.x_whole:
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    if chart.x_range is not None:
        axes.set_xlim(*chart.x_range)
    if chart.y_range is not None:
        axes.set_ylim(*chart.y_range)
    axes.grid(visible=True, which="both", alpha=0.25)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, loc="lower right" if chart.x_log and not chart.y_log else "best")
    return to_image(figure)


def to_image(figure: "Figure") -> Image.Image:
    """Return what a figure shows as an RGB picture."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    canvas: Any = FigureCanvasAgg(figure)  # whose methods have no types
    with warnings.catch_warnings():
        # A file's name may have letters that the font lacks: they are drawn as boxes.
        warnings.filterwarnings("ignore", "Glyph")
        canvas.draw()
    return Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")


def _draw_curves(axes: "Axes", curves: Sequence[Curve]) -> None:
    fresh = count()
    colours: dict[str, str] = {}
    for curve in curves:
        kin = curve.kin or curve.name
        if kin not in colours:
            colours[kin] = COLOURS[next(fresh) % len(COLOURS)]
        axes.plot(
            curve.x,
            curve.y,
            color=colours[kin],
            label=curve.name,
            linestyle="--" if curve.dashed else "-",
            linewidth=1.8,
            drawstyle="steps-post" if curve.steps else "default",
        )
        if curve.mark is not None:
            axes.plot(
                *curve.mark,
                marker="o",
                markersize=8,
                color=colours[kin],
                markeredgecolor="white",
                markeredgewidth=1.5,
                linestyle="none",
                label=curve.mark_words or None,
                clip_on=False,
                zorder=5,
            )
