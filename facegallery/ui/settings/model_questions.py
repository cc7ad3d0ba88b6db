"""What Settings asks before a model is installed, removed or used."""

from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from facegallery.domain.person import LibraryStatus
from facegallery.ui.settings.models_seen import SeenModel
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.question import Question
from facegallery.ui.widgets.spoken import spoken
from facegallery.vision.model_info import ModelFile

MEGABYTE = 1_000_000
translate = QCoreApplication.translate


def ask_to_install(
    parent: QWidget, seen: SeenModel, install: Callable[[Sequence[Path]], None]
) -> Question:
    """Ask whether a model's files are to be fetched, or are here already.

    install: called with the files the user brought, none for a download.
    """
    info = seen.state.info
    words = [
        translate("models", "These files are fetched, and nothing is sent:")
        + "".join(f"\n• {_file_words(file)}" for file in info.files),
        translate("models", "From: {0}\nLicence: {1}").format(info.source, spoken(info.licence)),
    ]
    question = Question(
        parent,
        translate("models", "Install {0}?").format(spoken(info.title)),
        words,
        translate("models", "Download"),
    )
    tip = translate("models", "Take files that you have brought to this machine yourself")
    from_file = question.add_choice(translate("models", "From a file…"), tip)

    def bring() -> None:
        chosen, _kind = QFileDialog.getOpenFileNames(
            parent, translate("models", "Files of {0}").format(spoken(info.title)), str(Path.home())
        )
        if chosen:
            question.reject()
            install([Path(path) for path in chosen])

    from_file.clicked.connect(bring)
    question.accepted.connect(lambda: install(()))
    question.open()
    return question


def ask_to_remove(parent: QWidget, seen: SeenModel, remove: Callable[[], None]) -> Question:
    """Ask whether a model's files are to be deleted."""
    info = seen.state.info
    question = Question(
        parent,
        translate("models", "Remove {0}?").format(spoken(info.title)),
        [translate("models", "Its files are deleted. To use it later, install it again.")],
        translate("models", "Remove"),
    )
    question.accepted.connect(remove)
    question.open()
    return question


def ask_to_use(
    parent: QWidget, seen: SeenModel, status: LibraryStatus, use: Callable[[], None]
) -> Question:
    """Say what a change of models means, and ask whether to begin it."""
    detector = seen.state.kind == "detector"
    meaning = _detector_words(status) if detector else _recognizer_words(status)
    question = Question(
        parent,
        translate("models", "Use {0}?").format(spoken(seen.state.info.title)),
        [
            meaning,
            translate(
                "models",
                "You can go on working, stop it at any time (Ctrl+.), and take it up again here.",
            ),
        ],
        translate("models", "Use it"),
    )
    question.accepted.connect(use)
    question.open()
    return question


def _recognizer_words(status: LibraryStatus) -> str:
    return translate(
        "models",
        "{0} are described anew, in the background. Names and decisions stay as they are. "
        "Until all faces are done, the model that works now goes on to serve; then they are "
        "grouped again.",
    ).format(counts.faces(status.faces))


def _detector_words(status: LibraryStatus) -> str:
    return translate(
        "models",
        "{0} are searched for faces anew, in the background. What you said of a face stays "
        "with the face at its place; other faces that it does not find again go.",
    ).format(counts.photos(status.photos))


def _file_words(file: ModelFile) -> str:
    name = Path(file.name).name
    if file.url is None:
        return translate("models", "{0}, which is here already").format(name)
    size = translate("models", "its size was not published")
    if file.size_bytes is not None:
        size = f"{written(max(1, round(file.size_bytes / MEGABYTE)))} MB"
    host = urlsplit(file.url).netloc
    return translate("models", "{0} ({1}), from {2}").format(name, size, host)
