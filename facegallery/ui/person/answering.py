"""What a yes or a no means on a person's page: to suggested faces, to a group, to chosen faces."""

from collections.abc import Sequence

from facegallery.actions.faces import Confirm, Reject
from facegallery.actions.people import Merge, Who
from facegallery.catalog import groups
from facegallery.domain.face import Face
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.people.face_grid import FaceGrid
from facegallery.ui.person.suggestion_strip import SuggestionStrip
from facegallery.ui.session import Session
from facegallery.ui.widgets.face_deeds import Deed, FaceDeeds


class Answering:
    """Answers for the person or group whose card is set."""

    def __init__(
        self, session: Session, strip: SuggestionStrip, grid: FaceGrid, deeds: FaceDeeds
    ) -> None:
        self._session, self._strip, self._grid, self._deeds = session, strip, grid, deeds
        self.card: PersonOrGroup | None = None

    def answer(self, *, yes: bool) -> None:
        """Say yes or no to the current suggestion, or to a group's."""
        card = self.card
        if card is None:
            return
        if card.kind == "person":
            self._decide(self._strip.chosen(), yes=yes)
        elif card.maybe_id is not None and yes:
            self._session.perform(Merge((Who("person", card.maybe_id), Who("group", card.number))))
        elif card.maybe_id is not None:
            members = tuple(groups.face_ids(self._session.db, card.number))
            self._session.perform(Reject(members, card.maybe_id))

    def answer_all(self, *, yes: bool) -> None:
        """Say yes or no to all suggested faces."""
        self._decide(self._strip.faces, yes=yes)

    def no(self) -> None:
        """Say no where the focus is: to chosen faces of the person, else to the suggestion."""
        grid = self._grid
        if grid.hasFocus() and (grid.selected() or not self._strip.isVisible()):
            self.reject()
        else:
            self.answer(yes=False)

    def reject(self) -> None:
        """Say that the chosen faces are not the person's."""
        if self.card is not None and self.card.kind == "person":
            self._deeds.do(Deed.REJECT, self._grid.chosen())

    def _decide(self, faces: Sequence[Face], *, yes: bool) -> None:
        card = self.card
        if not faces or card is None or card.kind != "person" or not self._strip.isVisible():
            return
        ids = tuple(face.id for face in faces)
        self._strip.answered(faces)
        self._session.perform(Confirm(ids, card.number) if yes else Reject(ids, card.number))
