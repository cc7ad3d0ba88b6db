"""Hide everybody without a name, in a photo, in chosen ones or in a folder; and the way back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from facegallery.actions.bystanders import HideUnnamed
from facegallery.catalog import unnamed
from facegallery.catalog.unnamed import Unnamed
from facegallery.domain.photo import Photo
from facegallery.ui.session import Session
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.icons import icon
from facegallery.ui.widgets.question import Question
from facegallery.ui.widgets.reader import Reader

translate = QCoreApplication.translate

COUNTED = 2_000  # chosen photos at most whose faces a menu counts: it is to open at once


def add_bystanders(
    menu: QMenu, session: Session, photo: Photo, chosen: Sequence[Photo], parent: QWidget
) -> None:
    """Add entries that hide who has no name in chosen photos, or in the folder of the photo."""
    ids = tuple(one.id for one in chosen)
    hide = menu.addMenu(icon("hide"), translate("bystanders", "Hide everybody without a name"))
    one = translate("bystanders", "In this photo")
    many = translate("bystanders", "In {0} chosen photos").format(written(len(ids)))
    entry = hide.addAction(one if len(ids) == 1 else many)
    entry.triggered.connect(lambda: session.perform(HideUnnamed(ids)))
    folder = Path(photo.path).parent
    words = translate("bystanders", "In the folder “{0}”…").format(folder.name)
    below = hide.addAction(words.replace("&", "&&"))
    below.triggered.connect(lambda: ask_to_hide(session, folder, parent.window()))
    if len(ids) <= COUNTED:
        _count(entry, unnamed.in_photos(session.db, ids))
        hidden = unnamed.in_photos(session.db, ids, hidden=True)
        if hidden.face_ids:
            words = translate("bystanders", "Show who is hidden there")
            back = menu.addAction(icon("show"), words)
            back.triggered.connect(lambda: session.perform(HideUnnamed(ids, hidden=False)))
            _count(back, hidden)


def ask_to_hide(session: Session, folder: Path, window: QWidget) -> None:
    """Ask whether everybody without a name below a folder is to be hidden; say how many."""
    reader = Reader(session.library, window)

    def then(found: tuple[Unnamed, Unnamed]) -> None:
        BystandersQuestion(window, session, folder, *found).open()
        reader.deleteLater()

    reader.ask(lambda db: (unnamed.below(db, folder), unnamed.below(db, folder, hidden=True)), then)


class BystandersQuestion(Question):
    """How many have no name in a folder, and whether to hide them; or to show them again."""

    def __init__(
        self, window: QWidget, session: Session, folder: Path, shown: Unnamed, hidden: Unnamed
    ) -> None:
        super().__init__(window, self.tr("Hide everybody without a name?"), [], self.tr("Hide"))
        self.setObjectName("bystanders")
        if shown.face_ids:
            words = self.tr("In {0}: {1} in {2}.")
            faces, photos = counts.faces(len(shown.face_ids)), counts.photos(shown.photos)
            self.add_paragraph(words.format(folder, faces, photos))
        else:
            words = self.tr("Nobody without a name is to be seen in {0}.")
            self.add_paragraph(words.format(folder))
        self.yes.setEnabled(bool(shown.face_ids))
        if shown.maybe:
            words = self.tr("{0} that may be somebody you know stay, to be asked about.")
            self.add_paragraph(words.format(counts.faces(shown.maybe)))
        self.add_paragraph(
            self.tr("Photos and faces are kept. Undo, or this menu, shows them again.")
        )
        self.accepted.connect(lambda: session.perform(HideUnnamed(folder=folder)))
        if hidden.face_ids:
            words = self.tr("Show {0} again").format(counts.faces(len(hidden.face_ids)))
            back = self.add_choice(words, self.tr("Show who is hidden there"))
            back.clicked.connect(self.reject)
            back.clicked.connect(lambda: session.perform(HideUnnamed(folder=folder, hidden=False)))


def _count(entry: QAction, found: Unnamed) -> None:
    entry.setText(f"{entry.text()} ({written(len(found.face_ids))})")
    entry.setEnabled(bool(found.face_ids))
