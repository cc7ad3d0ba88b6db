"""FaceGallery: a private people album for the photos on your own machine."""

import os

__version__ = "0.1.0"

# ONNX Runtime from 1.29 on tells Microsoft of the models and of the machine, unless this is set
# before it is imported: here, so that no process of ours comes before it.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
