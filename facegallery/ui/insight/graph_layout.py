"""Where people stand in a graph: near whom they are seen with, and not on each other."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

STEPS = 300
BOX_STEPS, PUSH = 400, 0.4
_START, _END = 0.12, 0.004  # how far a place moves in one step, of the width; first and last


def layout(
    count: int, edges: Sequence[tuple[int, int, float]], seed: int = 3
) -> NDArray[np.float64]:
    """Return (count, 2) places within 0..1, the same for the same edges.

    edges: two numbers of nodes and how strongly they pull each other, above 0. Springs pull what
    is connected, everything pushes everything else away (Fruchterman and Reingold, 1991).
    """
    if count == 0:
        return np.empty((0, 2))
    angles = 2 * np.pi * np.arange(count) / count
    places = np.stack([np.cos(angles), np.sin(angles)], axis=1) / 2
    places += np.random.default_rng(seed).normal(0, 0.01, places.shape)
    pull = np.zeros((count, count))
    for first, second, weight in edges:
        pull[first, second] = pull[second, first] = weight
    if pull.max() > 0:
        pull = np.sqrt(pull / pull.max())
    ideal = 0.9 / np.sqrt(count)
    for step in range(STEPS):
        away = places[:, None] - places[None]
        distance = np.maximum(np.linalg.norm(away, axis=2), 1e-3)
        force = ideal**2 / distance**2 - pull * distance / ideal
        np.fill_diagonal(force, 0)
        move = (away * force[..., None]).sum(axis=1) - 0.4 * places
        length = np.maximum(np.linalg.norm(move, axis=1, keepdims=True), 1e-9)
        most = _START + (_END - _START) * step / STEPS
        places += move / length * np.minimum(length, most)
    places = _lying(places)
    for _ in range(2):  # apart, and once more after they were stretched
        places = _apart(_stretched(places))
    return _stretched(places)


def _stretched(places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return places from 0 to 1 both ways; all in one line, as two always are, in the middle."""
    low, wide = places.min(axis=0), np.ptp(places, axis=0)
    spread: NDArray[np.float64] = np.where(
        wide > 1e-6, (places - low) / np.maximum(wide, 1e-9), 0.5
    )
    return spread


def _lying(places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return places turned so that they are widest from left to right, as windows are."""
    offsets = places - places.mean(axis=0)
    _spreads, axes = np.linalg.eigh(offsets.T @ offsets)
    along = axes[:, 1] * (1 if axes[0, 1] >= 0 else -1)
    turned: NDArray[np.float64] = offsets @ np.array([along, [-along[1], along[0]]]).T
    return turned


def _apart(places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Push those aside that would lie on each other; names stand below, so up and down counts."""
    least = min(0.24, 0.85 / np.sqrt(len(places)))
    for _ in range(200):
        away = places[:, None] - places[None]
        distance = np.maximum(np.linalg.norm(away, axis=2), 1e-6)
        push = np.maximum(least - distance, 0) / 2
        np.fill_diagonal(push, 0)
        if not push.any():
            break
        places = places + (away / distance[..., None] * push[..., None]).sum(axis=1) * 0.5
    return places


def boxes_apart(
    middles: NDArray[np.float64], sizes: NDArray[np.float64], room: tuple[float, float]
) -> NDArray[np.float64]:
    """Return middles (N, 2) of boxes so that no box lies on another, where there is room for that.

    sizes: (N, 2) widths and heights. room: within which the boxes stay, from (0, 0).
    """
    places = middles.copy()
    if not len(places):
        return places
    least = (sizes[:, None] + sizes[None]) / 2
    lowest, highest = sizes / 2, np.maximum(np.array(room) - sizes / 2, sizes / 2)
    chance = np.random.default_rng(0)
    for _ in range(BOX_STEPS):
        places = np.clip(places, lowest, highest)
        away = (places[:, None] - places[None]) / least
        over = 1 - np.abs(away).max(axis=2)  # above 0: on each other
        np.fill_diagonal(over, 0)
        if over.max() <= 0.005:
            break
        away += chance.normal(0, 0.05, away.shape)  # none is held fast between two others
        length = np.maximum(np.linalg.norm(away, axis=2, keepdims=True), 1e-6)
        push = np.maximum(over, 0)[..., None] * away / length * least
        places += push.sum(axis=1) * PUSH
    return np.clip(places, lowest, highest)
