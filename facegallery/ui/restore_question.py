"""Asks which copy is to take the place of a library that is damaged."""

from PySide6.QtCore import QCoreApplication, Qt

from facegallery.catalog.backups import Backup
from facegallery.domain.errors import LibraryDamaged
from facegallery.ui.widgets.copies_question import CopiesQuestion
from facegallery.ui.widgets.spoken import spoken_cause


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
