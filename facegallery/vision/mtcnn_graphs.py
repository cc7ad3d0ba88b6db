"""MTCNN's three networks as ONNX graphs: as kept, or made by mtcnn_networks, which imports much."""

from facegallery.vision.kept_graphs import kept_graph

INPUT, OUTPUT = "pixels", "found"
WEIGHTS_SHA256 = {
    "pnet": "ea6b0c3e685ebee3165326ad6484acc95f2ef78f1c94fbf40a55704fa989f7b5",
    "rnet": "cb00e6460f3c98b0bfafaba3c0a0ded4bdf6e62cee7174d969e8670d7e757fee",
    "onet": "94f6ea2f4cf985275ee958cdd762d17b6009348a4fb9d8c6be39ba73ffd22ca3",
}
"""Of the files in mtcnn 1.0.0. They are pickles, so nothing else may be loaded."""


def mtcnn_graph(network: str) -> bytes:
    """Return "pnet", "rnet" or "onet"; raises ModelUnavailable where it must be made and cannot."""

    def make() -> bytes:
        from facegallery.vision.mtcnn_networks import NETWORKS

        return NETWORKS[network]()

    return kept_graph(f"mtcnn-{network}", WEIGHTS_SHA256[network], make)
