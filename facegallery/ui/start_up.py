"""What can go wrong before there is a window, said in one: a program started by a click has no

terminal. A damaged library can be brought back right here.
"""

import logging

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt
from PySide6.QtWidgets import QComboBox

from facegallery.catalog import backups
from facegallery.catalog.backups import Backup
from facegallery.catalog.library import Library
from facegallery.domain.errors import FaceGalleryError, LibraryDamaged
from facegallery.ui.widgets import counts
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


def say(error: FaceGalleryError) -> None:
    """Say why the window cannot be opened, and wait until that is read."""
    heading = _tr("FaceGallery cannot be opened")
    question = Question(None, heading, [spoken_error(error)], _tr("Close"))
    question.cancel.hide()
    question.exec()


class RestoreQuestion(Question):
    """Says that the library is damaged, and offers its copies, the newest first.

    chosen: the copy to bring back; None where there is none.
    """

    def __init__(self, error: LibraryDamaged, copies: list[Backup]) -> None:
        if copies:
            words = [_tr("These copies of it are whole. The damaged one is kept beside them.")]
            yes = _tr("Bring this copy back")
        else:
            words = [_tr("There is no copy of it. Choose another library with --library.")]
            yes = _tr("Close")
        super().__init__(None, _tr("Your library is damaged"), [spoken_cause(error), *words], yes)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # it is asked afterwards
        self._copies = copies
        self.choice = QComboBox()
        self.choice.setAccessibleName(_tr("Copy to bring back"))
        self.choice.addItems([_words_of(copy) for copy in copies])
        self.choice.setVisible(bool(copies))
        self.cancel.setVisible(bool(copies))
        self.add_widget(self.choice)

    @property
    def chosen(self) -> Backup | None:
        """The copy that is chosen now."""
        return self._copies[self.choice.currentIndex()] if self._copies else None


def _words_of(copy: Backup) -> str:
    locale = QLocale()
    made_at = QDateTime.fromString(copy.made_at, Qt.DateFormat.ISODate).toLocalTime()
    day = locale.toString(made_at, QLocale.FormatType.ShortFormat)
    return f"{day}: {counts.people(copy.people)}, {counts.photos(copy.photos)}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("start_up", words)
