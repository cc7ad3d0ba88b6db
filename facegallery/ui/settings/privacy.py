"""Privacy in Settings: what leaves the machine, and how to erase what is known of faces."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facegallery.domain.person import LibraryStatus
from facegallery.ui.session import Session
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.buttons import push_button
from facegallery.ui.widgets.question import Question
from facegallery.ui.widgets.style import SPACING


class PrivacySettings(QWidget):
    """Says that nothing leaves the machine; erases all face data after a question."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._status: LibraryStatus | None = None
        self.question: EraseQuestion | None = None
        words = QLabel(
            self.tr(
                "Nothing leaves this machine. FaceGallery has no account, sends no statistics and "
                "asks no server, unless you install a model or name a cluster of your own below. "
                "Faces, names and everything it knows "
                "lie in the library folder; your photos are only read."
            ),
            wordWrap=True,
        )
        words.setProperty("look", "muted")
        self.erase = push_button(
            "remove",
            self.tr("Erase all face data…"),
            self.tr("Forget all faces and who they are; you are asked before"),
            key="Alt+E",
        )
        self.again = push_button(
            "rescan",
            self.tr("Look for faces again"),
            self.tr("Look for faces in all photos, as if they were new"),
            key="Alt+F",
        )
        self.again.hide()
        self.erase.clicked.connect(self._ask)
        self.again.clicked.connect(session.look_for_faces_again)
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        row.addWidget(self.erase)
        row.addWidget(self.again)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(words)
        column.addLayout(row)

    def show_status(self, status: LibraryStatus) -> None:
        """Offer what there is to erase, or to look for again."""
        self._status = status
        self.erase.setEnabled(bool(status.faces or status.people))
        self.again.setVisible(bool(status.photos) and not status.faces)

    def _ask(self) -> None:
        if self._status is not None:
            self.question = EraseQuestion(self.window(), self._status, self._session.erase_faces)
            self.question.finished.connect(self._on_answered)
            self.question.open()

    def _on_answered(self) -> None:
        self.question = None


class EraseQuestion(Question):
    """What erasing means, whether names and a copy are kept, and then yes or no."""

    def __init__(
        self, parent: QWidget, status: LibraryStatus, erase: Callable[[bool, bool], None]
    ) -> None:
        """Call erase(keep_names, keep_copy) for yes."""
        super().__init__(parent, self.tr("Erase all face data?"), [], self.tr("Erase"))
        what = " · ".join((counts.faces(status.faces), counts.people(status.people)))
        self.add_paragraph(
            self.tr(
                "These go: {0}, with everything that you said of them. Photos, folders, dates and "
                "albums stay, and the photos themselves are not touched."
            ).format(what)
        )
        self.add_paragraph(
            self.tr(
                "A rescan does not look for faces again in photos that it knows, until you ask "
                "for it here."
            )
        )
        self.names = QCheckBox(self.tr("Keep the names of people, without any face"))
        self.copy = QCheckBox(self.tr("Keep a copy of the library as it is now"))
        self.copy.setChecked(True)
        self._copy_words = self.add_paragraph("")
        for box in (self.names, self.copy):
            self.add_widget(box)
        self.copy.toggled.connect(self._say_copy)
        self._say_copy(self.copy.isChecked())
        self.accepted.connect(lambda: erase(self.names.isChecked(), self.copy.isChecked()))
        self.cancel.setFocus()

    def _say_copy(self, kept: bool) -> None:
        self._copy_words.setText(
            self.tr(
                "The copy brings everything back: “Bring back an earlier copy”, further down. It "
                "holds the face data, as do older copies: delete them when you are sure. They lie "
                "in the library folder, in backups."
            )
            if kept
            else self.tr(
                "Without a copy this cannot be undone: older copies of the library go, too."
            )
        )
