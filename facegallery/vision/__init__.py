"""From pixels to faces: detect, judge quality, align, and embed.

`registry` knows every model by name and imports nothing heavy. `engine.load_engine` gives the one
object that the rest of the program uses; only loading it imports ONNX Runtime, OpenCV and (for
the VGGFace models) TensorFlow, so it belongs in a worker process.

The way of a photo: scout tells where faces are on a copy of 1280 pixels, and which way up;
detect_yunet takes its word, detect_mtcnn asks mtcnn_cascade and turned_faces; align cuts the faces
out of the full photo; quality judges the cuts; recognize_* makes embeddings. docs/detection.md
tells how well.
"""
