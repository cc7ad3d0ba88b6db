"""From pixels to faces: detect, judge quality, align, and embed.

`registry` knows every model by name and imports nothing heavy. `engine.load_engine` gives the one
object that the rest of the program uses; only loading it imports ONNX Runtime, OpenCV and (for
the VGGFace models) TensorFlow, so it belongs in a worker process.

The way of a photo: detect_mtcnn or detect_yunet find faces on a copy of at most 1280 pixels;
align cuts them out of the full photo; quality judges the cuts; recognize_* makes embeddings.
"""
