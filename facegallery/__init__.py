"""FaceGallery: a private people album for the photos on your own machine."""

__version__ = "0.1.0"
