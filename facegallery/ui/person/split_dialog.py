"""Takes a person or group apart: a proposal, faces to drag from part to part, then it is law."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facegallery.actions.faces import Move
from facegallery.actions.people import Who
from facegallery.actions.perform import Action, Several
from facegallery.actions.split import Split
from facegallery.catalog import faces, people
from facegallery.domain.errors import FaceGalleryError
from facegallery.domain.face import Face
from facegallery.jobs.split import SplitProposal, propose_split
from facegallery.ui.person.part_view import PartView
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets.buttons import push_button
from facegallery.ui.widgets.choice_box import ChoiceBox
from facegallery.ui.widgets.spoken import spoken, spoken_error
from facegallery.ui.widgets.style import SPACING

MOST_PARTS = 4  # more do not fit side by side
_SHARE = 0.9  # of the window


class SplitDialog(QDialog):
    """Parts side by side, in each the surest faces first and those on the border last.

    M moves the chosen faces to the next part, dragging to any. Nothing changes before "Split".
    A name can be typed at once; Enter leads on from it, and then splits.
    """

    def __init__(self, session: Session, pictures: Pictures, who: Who, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Two people in here?"))
        self.resize(parent.size() * _SHARE)
        self._session, self._pictures, self._who = session, pictures, who
        self._name = who.card(session.db).name
        self._faces: dict[int, Face] = {}
        self._parts: list[list[int]] = []
        self.views: list[PartView] = []
        self._lay_out()
        self._propose()

    def _lay_out(self) -> None:
        heading = QLabel(self.windowTitle())
        heading.setProperty("look", "heading")
        self.why = QLabel(self.tr("Looking at the faces…"), wordWrap=True)
        self.why.setProperty("look", "muted")
        words = self.tr(
            "Drag a face to the part it belongs to, or choose faces and press M. The parts are "
            "kept apart for good; you can undo this."
        )
        hint = QLabel(words, wordWrap=True)
        hint.setProperty("look", "small")
        self.number = ChoiceBox()
        for number in range(2, MOST_PARTS + 1):
            self.number.addItem(self.tr("{0} parts").format(number), number)
        self.number.setAccessibleName(self.tr("Parts"))
        self.number.setToolTip(self.tr("Into how many parts"))
        self.number.currentIndexChanged.connect(lambda _row: self._propose())
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(self.number)
        self._row = QHBoxLayout()
        self._row.setSpacing(3 * SPACING)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(SPACING)
        column.addLayout(top)
        column.addWidget(self.why)
        column.addWidget(hint)
        column.addLayout(self._row, 1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.cancel = push_button("cancel", self.tr("Cancel"), self.tr("Change nothing (Escape)"))
        self.cancel.clicked.connect(self.reject)
        self.move_it = push_button(
            "move", self.tr("Move to the next part"), self.tr("The chosen faces (M)")
        )
        self.move_it.clicked.connect(self._move_chosen)
        self.warning = QLabel()
        self.warning.setProperty("look", "warning")
        words = self.tr("Split")
        self.split = push_button("split", words, self.tr("Keep the parts apart"), "primary")
        self.split.clicked.connect(self._on_split)
        self.split.setEnabled(False)
        self.split.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        row.addWidget(self.cancel)
        row.addWidget(self.move_it)
        row.addStretch()
        row.addWidget(self.warning)
        row.addWidget(self.split)
        return row

    def _propose(self) -> None:
        question = partial(
            propose_split, self._session.library, self._who, self.number.currentData()
        )
        self._session.ask_beside(question, self._on_proposed, self._on_failed, of_faces=True)

    def _on_failed(self, error: FaceGalleryError) -> None:
        self.why.setText(spoken_error(error))

    def _on_proposed(self, proposal: SplitProposal) -> None:
        if len(proposal.parts) != self.number.currentData() and self.views:
            return  # asked for before the number was changed again
        every = [face_id for part in proposal.parts for face_id in part]
        self._faces = {face.id: face for face in faces.by_ids(self._session.db, every)}
        self._parts = [[face for face in part if face in self._faces] for part in proposal.parts]
        self.why.setText(spoken(proposal.why))
        self._make_views()
        self._show()
        QTimer.singleShot(0, self.views[1].name.setFocus)  # it is not shown before

    def _make_views(self) -> None:
        for view in self.views:
            self._row.removeWidget(view)
            view.deleteLater()
        self.views = []
        for place in range(len(self._parts)):
            view = PartView(self._session, self._pictures, self._stays(place), self)
            view.received.connect(partial(self._receive, place))
            view.changed.connect(self._check)
            view.named.connect(partial(self._after_name, place))
            view.name.cancelled.connect(self.reject)
            view.grid.chosen_changed.connect(self._check)
            view.grid.move_asked.connect(self._move_chosen)
            self._row.addWidget(view, 1)
            self.views.append(view)

    def _stays(self, place: int) -> str | None:
        """Return the heading of the first part; None for the others, which can get a name."""
        if place:
            return None
        return self._name or self.tr("Stays a group without a name")

    def _show(self) -> None:
        for view, part in zip(self.views, self._parts, strict=True):
            view.show_faces([self._faces[face_id] for face_id in part])
        self._check()

    def _after_name(self, place: int) -> None:
        """Lead from a name that was entered to the next one, and from the last to the button."""
        following = self.views[place + 1 :]
        (following[0].name if following else self.split).setFocus()

    def _receive(self, place: int, face_ids: Sequence[int]) -> None:
        """Put faces into a part, as its last ones."""
        moved = [face_id for face_id in face_ids if face_id in self._faces]
        self._parts = [[face for face in part if face not in moved] for part in self._parts]
        self._parts[place] += moved
        self._show()

    def _move_chosen(self) -> None:
        for place, view in enumerate(self.views):
            chosen = view.grid.selected() or (view.grid.chosen() if view.grid.hasFocus() else [])
            if chosen:
                self._receive((place + 1) % len(self.views), [face.id for face in chosen])
                return

    def _check(self) -> None:
        """Say what keeps the parts from being split, if anything."""
        taken = [
            view.new_name
            for view in self.views[1:]
            if view.new_name and people.with_name(self._session.db, view.new_name)
        ]
        if taken:
            words = self.tr("Somebody is called {0} already: choose them from the list.")
            self.warning.setText(words.format(taken[0]))
        else:
            self.warning.clear()
        whole = len(self._parts) > 1 and all(self._parts)
        self.split.setEnabled(whole and not taken)
        self.move_it.setEnabled(any(view.grid.selected() for view in self.views))

    def _on_split(self) -> None:
        others = self.views[1:]
        parts = tuple(tuple(part) for part in self._parts)
        split: Action = Split(self._who, parts, tuple(view.new_name for view in others))
        moves = [
            Move(part, view.person_id)
            for view, part in zip(others, parts[1:], strict=True)
            if view.person_id is not None
        ]
        self._session.perform(Several((split, *moves)) if moves else split)
        self.accept()
