"""What can go wrong before there is a window, said in one: a program started by a click has no

terminal. A damaged library can be brought back right here.
"""

import logging

from PySide6.QtCore import QCoreApplication, Qt

from facegallery.catalog import backups
from facegallery.catalog.backups import Backup
from facegallery.catalog.library import Library
from facegallery.domain.errors import FaceGalleryError, LibraryDamaged
from facegallery.ui.widgets.copies_question import CopiesQuestion
from facegallery.ui.widgets.question import Question
from facegallery.ui.widgets.spoken import spoken_cause, spoken_error

log = logging.getLogger(__name__)


def prepare(library: Library) -> None:
    """Make the library ready; where it is damaged, offer its copies, and bring back the chosen one.

    Raises what Library.prepare raises where the user brings back none.
    """
    while True:
        try:
            library.prepare()
            return
        except LibraryDamaged as error:
            log.exception("the library is damaged")
            question = RestoreQuestion(error, backups.listed(library))
            if not question.exec() or question.chosen is None:
                raise
            backups.restore(library, question.chosen.name)


def bring_back(library: Library, copy: str) -> None:
    """Make a copy the library, which nobody has open; where that cannot be, say why."""
    try:
        backups.restore(library, copy)
    except FaceGalleryError as error:
        say(error, _tr("The copy is not brought back"))
    prepare(library)


def say(error: FaceGalleryError, heading: str = "") -> None:
    """Say why the window cannot be opened, or under another heading, and wait until it is read."""
    heading = heading or _tr("FaceGallery cannot be opened")
    question = Question(None, heading, [spoken_error(error)], _tr("Close"))
    question.cancel.hide()
    question.exec()


class RestoreQuestion(CopiesQuestion):
    """Says that the library is damaged, and offers its copies, the newest first."""

    def __init__(self, error: LibraryDamaged, copies: list[Backup]) -> None:
        if copies:
            words = [_tr("These copies of it are whole. The damaged one is kept beside them.")]
            yes = _tr("Bring this copy back")
        else:
            words = [_tr("There is no copy of it. Choose another library with --library.")]
            yes = _tr("Close")
        paragraphs = [spoken_cause(error), *words]
        super().__init__(None, _tr("Your library is damaged"), paragraphs, yes, copies)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # it is asked afterwards
        self.cancel.setVisible(bool(copies))


def _tr(words: str) -> str:
    return QCoreApplication.translate("start_up", words)
