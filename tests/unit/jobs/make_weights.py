"""Run by tests: writes random weights of keras-vggface's own ResNet-50 to the file named."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path.cwd()))

from facegallery.vision.keras_vggface_import import keras_vggface

network = keras_vggface("resnet50").vggface.VGGFace(
    include_top=False, model="resnet50", weights=None, input_shape=(224, 224, 3), pooling="avg"
)
network.save_weights(sys.argv[1])
