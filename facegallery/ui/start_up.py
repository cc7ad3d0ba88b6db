"""What can go wrong before there is a window, said in one: a program started by a click has no

terminal. A damaged library can be brought back right here. The dialogs are imported when they are
needed, for the window starts through here.
"""

import logging

from PySide6.QtCore import QCoreApplication

from facegallery.catalog.library import Library
from facegallery.domain.errors import FaceGalleryError, LibraryDamaged
from facegallery.ui.widgets.spoken import spoken_error

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
            from facegallery.catalog import backups
            from facegallery.ui.restore_question import RestoreQuestion

            log.exception("the library is damaged")
            question = RestoreQuestion(error, backups.listed(library))
            if not question.exec() or question.chosen is None:
                raise
            backups.restore(library, question.chosen.name)


def bring_back(library: Library, copy: str) -> None:
    """Make a copy the library, which nobody has open; where that cannot be, say why."""
    from facegallery.catalog import backups

    try:
        backups.restore(library, copy)
    except FaceGalleryError as error:
        say(error, _tr("The copy is not brought back"))
    prepare(library)


def say(error: FaceGalleryError, heading: str = "") -> None:
    """Say why the window cannot be opened, or under another heading, and wait until it is read."""
    from facegallery.ui.widgets.question import Question

    heading = heading or _tr("FaceGallery cannot be opened")
    question = Question(None, heading, [spoken_error(error)], _tr("Close"))
    question.cancel.hide()
    question.exec()


def _tr(words: str) -> str:
    return QCoreApplication.translate("start_up", words)
