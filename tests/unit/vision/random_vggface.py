"""Run by test_recognize_vggface: embeddings by random weights, through our path and plainly.

Usage: random_vggface.py FOLDER. Writes FOLDER/NAME.npz for each of the recognizers, and
FOLDER/refusals.txt with what is said to files that do not fit.
"""

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path.cwd()))

from facegallery.domain.errors import ModelUnavailable
from facegallery.vision.keras_vggface_import import keras_vggface
from facegallery.vision.recognize_vggface import VggfaceRecognizer
from facegallery.vision.registry import RECOGNIZERS
from facegallery.vision.vggface_network import ARCHITECTURES


def main(folder: Path) -> None:
    for name in ARCHITECTURES:
        np.savez(folder / f"{name}.npz", **answers(name, folder / f"{name}.h5"))
    said = refusals("vggface2-resnet50", folder)
    (folder / "refusals.txt").write_text("\n".join(said))


def answers(name: str, file: Path) -> dict:
    info, (architecture, version) = RECOGNIZERS[name], ARCHITECTURES[name]
    package = keras_vggface(name)
    random = np.random.default_rng(seed=9)
    crops = list(random.integers(0, 256, (info.faces_at_once + 1, 224, 224, 3), np.uint8))
    pixels = package.utils.preprocess_input(np.stack(crops).astype(np.float32), version=version)
    other, network = (
        package.vggface.VGGFace(
            include_top=False,
            model=architecture,
            weights=None,
            input_shape=(224, 224, 3),
            pooling="avg",
        )
        for _ in range(2)
    )
    network.save_weights(str(file))
    ours = VggfaceRecognizer(info, file)
    return {
        "dimensions": info.dimensions,
        "expected": predicted(network, pixels),
        "other_weights": predicted(other, pixels[:2]),
        "ours": ours.embed(crops),
        "alone": np.concatenate([ours.embed([crop]) for crop in crops[:2]]),
    }


def predicted(network, pixels):
    found = network.predict(pixels, verbose=0)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def refusals(name: str, folder: Path) -> list[str]:
    """What is said to the weights of two other networks, to half a file, and to a text."""
    whole = (folder / f"{name}.h5").read_bytes()
    (folder / "half.h5").write_bytes(whole[: len(whole) // 2])
    (folder / "text.h5").write_text("not weights")
    said = []
    for file in ("vggface2-senet50.h5", "vggface-vgg16.h5", "half.h5", "text.h5"):
        try:
            VggfaceRecognizer(RECOGNIZERS[name], folder / file)
        except ModelUnavailable as error:
            said.append(str(error))
    return said


main(Path(sys.argv[1]))
