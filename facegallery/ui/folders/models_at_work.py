"""The models that look at the photos of a library, as a sentence."""

from PySide6.QtCore import QCoreApplication

from facegallery.domain.person import LibraryStatus
from facegallery.vision import registry

translate = QCoreApplication.translate


def models_words(status: LibraryStatus) -> str:
    """Return "Finding faces with MTCNN, recognising with SFace."; names only, no remarks."""
    if status.detector is None or status.recognizer is None:
        return translate("models", "The models are chosen at the first scan.")
    detectors, recognizers = registry.DETECTORS, registry.RECOGNIZERS
    detector = detectors.get(status.detector)
    recognizer = recognizers.get(status.recognizer)
    return translate("models", "Finding faces with {0}, recognising with {1}.").format(
        _name(detector.title if detector else status.detector),
        _name(recognizer.title if recognizer else status.recognizer),
    )


def _name(title: str) -> str:
    return title.split(",", maxsplit=1)[0]
