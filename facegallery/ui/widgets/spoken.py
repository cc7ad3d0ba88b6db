"""What code without Qt says, in the language of the window: actions, errors, progress."""

import re

from PySide6.QtCore import QCoreApplication

from facegallery.domain.errors import FaceGalleryError
from facegallery.domain.progress import Progress
from facegallery.domain.words import Sentence
from facegallery.ui.widgets.counts import written

_NUMBER = re.compile(r"\d{1,3}(,\d{3})+")  # as English writes it
_tr = QCoreApplication.translate


def spoken(words: str) -> str:
    """Return an action's words, or why a file cannot be read, a clause.

    In English where it is not known what they were made of.
    """
    if not isinstance(words, Sentence):
        number = _NUMBER.fullmatch(words)
        return written(int(words.replace(",", ""))) if number else _tr("reasons", words)
    return _tr("actions", words.template).format(*map(spoken, words.parts))


def spoken_error(error: FaceGalleryError) -> str:
    """Return what went wrong, and what the user can do."""
    return f"{spoken_cause(error)} {_said(error, error.next_step)}".strip()


def spoken_cause(error: FaceGalleryError) -> str:
    """Return what went wrong, for a place that offers what to do itself."""
    return _said(error, error.what)


def _said(error: FaceGalleryError, text: str) -> str:
    parts = [spoken(part) if isinstance(part, str) else part for part in error.args]
    return _tr("errors", text).format(*parts) if text else ""


def spoken_doing(progress: Progress) -> str:
    """Return what a job does."""
    doing = progress.doing
    return spoken(doing) if isinstance(doing, Sentence) else _tr("progress", doing)
