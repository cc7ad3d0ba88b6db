"""Asks which copy of the library is to be brought back."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt
from PySide6.QtWidgets import QWidget

from facegallery.catalog.backups import Backup
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.choice_box import ChoiceBox
from facegallery.ui.widgets.question import Question


class CopiesQuestion(Question):
    """A question with a list of copies, the newest first, below its paragraphs."""

    def __init__(
        self,
        parent: QWidget | None,
        heading: str,
        paragraphs: list[str],
        yes: str,
        copies: Sequence[Backup],
    ) -> None:
        super().__init__(parent, heading, paragraphs, yes)
        self._copies = copies
        self.choice = ChoiceBox()
        self.choice.setAccessibleName(QCoreApplication.translate("start_up", "Copy to bring back"))
        self.choice.addItems([_words_of(copy) for copy in copies])
        self.choice.setVisible(bool(copies))
        self.add_widget(self.choice)

    @property
    def chosen(self) -> Backup | None:
        """The copy that is chosen now; None where there is none."""
        return self._copies[self.choice.currentIndex()] if self._copies else None


def _words_of(copy: Backup) -> str:
    locale = QLocale()
    made_at = QDateTime.fromString(copy.made_at, Qt.DateFormat.ISODate).toLocalTime()
    day = locale.toString(made_at, QLocale.FormatType.ShortFormat)
    return f"{day}: {counts.people(copy.people)}, {counts.photos(copy.photos)}"
