"""Tests of facegallery.vision.keras_vggface_import."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

CODE = """
import sys
from facegallery.vision.keras_vggface_import import keras_vggface
package = keras_vggface("vggface2-resnet50")
assert not {"keras.engine", "keras.utils.data_utils", "keras_applications"} & set(sys.modules)
import keras
assert keras.__version__ >= "3", keras
assert keras_vggface("vggface2-senet50") == package
print(package.vggface.__name__, package.utils.__name__)
"""


@pytest.mark.slow
def test_the_package_is_imported_and_keras_left_as_it_was():
    found = subprocess.run(
        [sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "keras_vggface.vggface keras_vggface.utils"
