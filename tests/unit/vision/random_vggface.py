"""Run by test_recognize_vggface: embeddings by random weights, through our path and plainly.

Usage: random_vggface.py FOLDER. Writes FOLDER/NAME.npz for each of the recognizers.
"""

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path.cwd()))

from facegallery.domain.errors import ModelUnavailable
from facegallery.vision.keras_vggface_import import keras_vggface
from facegallery.vision.recognize_vggface import FACES_AT_ONCE, MODELS, VggfaceRecognizer
from facegallery.vision.registry import RECOGNIZERS


def main(folder: Path) -> None:
    for name in MODELS:
        (folder / name).mkdir()
        np.savez(folder / f"{name}.npz", **answers(name, folder / name))


def answers(name: str, folder: Path) -> dict:
    info, (architecture, version) = RECOGNIZERS[name], MODELS[name]
    package = keras_vggface(name)
    files = [folder / f"{number}.h5" for number in range(2)]
    for file in files:
        network = random_network(package, architecture)
        network.save_weights(str(file))
    random = np.random.default_rng(seed=9)
    crops = list(random.integers(0, 256, (FACES_AT_ONCE + 1, 224, 224, 3), np.uint8))
    pixels = package.utils.preprocess_input(np.stack(crops).astype(np.float32), version=version)
    expected = network.predict(pixels, verbose=0)
    ours = VggfaceRecognizer(info, files[1])
    return {
        "dimensions": info.dimensions,
        "expected": expected / np.linalg.norm(expected, axis=1, keepdims=True),
        "ours": ours.embed(crops),
        "alone": np.concatenate([ours.embed([crop]) for crop in crops[:2]]),
        "other_weights": VggfaceRecognizer(info, files[0]).embed(crops[:2]),
        "refusals": refusals(package, name, folder),
    }


def random_network(package, architecture):
    return package.vggface.VGGFace(
        include_top=False,
        model=architecture,
        weights=None,
        input_shape=(224, 224, 3),
        pooling="avg",
    )


def refusals(package, name: str, folder: Path) -> list[str]:
    """What is said to the weights of another network, to half a file, and to a text."""
    another = "resnet50" if name != "vggface2-resnet50" else "senet50"
    random_network(package, another).save_weights(str(folder / "another.h5"))
    whole = (folder / "0.h5").read_bytes()
    (folder / "half.h5").write_bytes(whole[: len(whole) // 2])
    (folder / "text.h5").write_text("not weights")
    said = []
    for file in ("another.h5", "half.h5", "text.h5"):
        try:
            VggfaceRecognizer(RECOGNIZERS[name], folder / file)
        except ModelUnavailable as error:
            said.append(str(error))
    return said


main(Path(sys.argv[1]))
