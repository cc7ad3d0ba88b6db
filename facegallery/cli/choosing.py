"""Which models a command works with: those named, else the defaults for this machine."""

from argparse import Namespace
from collections.abc import Sequence

from facegallery import paths
from facegallery.jobs.analyse import Models, known_models
from facegallery.vision import registry


def models_asked(arguments: Namespace) -> Models:
    """Return the detector and the recognizer named, or the defaults. Raises ModelUnavailable."""
    weights = paths.weights_folder()
    return known_models(
        arguments.detector or registry.DEFAULT_DETECTOR,
        arguments.recognizer or registry.best_recognizer(weights),
        weights,
    )


def detector_asked(arguments: Namespace) -> Models:
    """Return the detector named, or the default, without a recognizer. Raises ModelUnavailable."""
    detector = arguments.detector or registry.DEFAULT_DETECTOR
    return known_models(detector, None, paths.weights_folder())


def all_models_asked(arguments: Namespace) -> list[Models]:
    """Return each of the detectors named with each of the recognizers, or the defaults.

    Raises ModelUnavailable, before any work, if one of them cannot work here.
    """
    weights = paths.weights_folder()
    recognizers = _names(arguments.recognizer) or [registry.best_recognizer(weights)]
    return [
        known_models(models.detector, recognizer, weights)
        for models in all_detectors_asked(arguments)
        for recognizer in recognizers
    ]


def all_detectors_asked(arguments: Namespace) -> list[Models]:
    """Return each of the detectors named, or the default, without recognizers."""
    detectors = _names(arguments.detector) or [registry.DEFAULT_DETECTOR]
    return [known_models(detector, None, paths.weights_folder()) for detector in detectors]


def _names(given: Sequence[str] | None) -> list[str]:
    """Return each name once, of options given several times or with commas."""
    parts = [part.strip() for option in given or () for part in option.split(",")]
    return list(dict.fromkeys(part for part in parts if part))
