"""Run by test_classify_vggface: random weights, through our path and plainly.

Usage: random_classifiers.py FOLDER NAME... Writes FOLDER/NAME.npz for each classifier named, and
FOLDER/NAME.json with what `decode` and the package itself give, and what is said to other files.
"""

import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path.cwd()))

from facegallery.domain.errors import ModelUnavailable
from facegallery.vision.classify_vggface import load_classifier
from facegallery.vision.keras_vggface_import import keras_vggface
from facegallery.vision.registry import CLASSIFIERS
from facegallery.vision.vggface_network import ARCHITECTURES


def main(folder: Path, names: list[str]) -> None:
    for name in names:
        info = CLASSIFIERS[name]
        weights, labels = (folder / file.name for file in info.files)
        np.save(labels, np.array([f" Person_No._{number}" for number in range(info.classes)]))
        found = answers(name, weights)
        np.savez(folder / f"{name}.npz", **found)
        classifier = load_classifier(name, folder)
        said = {"decoded": classifier.decode(found["ours"], top=3)}
        np.save(labels, np.array(["too", "few"]))
        load_classifier.cache_clear()
        said["few_labels"] = refusal(name, folder)
        labels.write_text("no names")
        said["no_labels"] = refusal(name, folder)
        (folder / f"{name}.json").write_text(json.dumps(said))
        weights.unlink()  # up to 580 MB


def answers(name: str, weights: Path) -> dict:
    architecture, version = ARCHITECTURES[name.removesuffix("-classifier")]
    package = keras_vggface(name)
    network = package.vggface.VGGFace(include_top=True, model=architecture, weights=None)
    network.save_weights(str(weights))
    random = np.random.default_rng(seed=9)
    crops = list(random.integers(0, 256, (2, 224, 224, 3), np.uint8))
    pixels = package.utils.preprocess_input(np.stack(crops).astype(np.float32), version=version)
    expected = network.predict(pixels, verbose=0)
    return {"expected": expected, "ours": load_classifier(name, weights.parent).classify(crops)}


def refusal(name: str, folder: Path) -> str:
    try:
        load_classifier(name, folder)
    except ModelUnavailable as error:
        return str(error)
    return "nothing"


main(Path(sys.argv[1]), sys.argv[2:])
