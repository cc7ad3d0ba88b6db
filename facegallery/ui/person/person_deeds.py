"""What can be done with a whole person or group, from their page."""

from PySide6.QtWidgets import QWidget

from facegallery.actions.details import Describe
from facegallery.actions.people import Hide, Who
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.people.naming import Naming
from facegallery.ui.person.found import MergedPart
from facegallery.ui.person.merges_dialog import MergesDialog
from facegallery.ui.person.split_dialog import SplitDialog
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session


class PersonDeeds:
    """Acts on the person or group whose card is set. merges: who has become part of them.

    splitting, apart: the dialogs that were opened last.
    """

    def __init__(self, session: Session, pictures: Pictures, naming: Naming, page: QWidget) -> None:
        self._session, self._pictures, self._naming, self._page = session, pictures, naming, page
        self.card: PersonOrGroup | None = None
        self.merges: tuple[MergedPart, ...] = ()
        self.splitting: SplitDialog | None = None
        self.apart: MergesDialog | None = None

    def favour(self) -> None:
        """Make the person a favourite, or no longer."""
        if self.card is not None and self.card.kind == "person":
            self._session.perform(Describe(self.card.number, favourite=not self.card.favourite))

    def hide(self) -> None:
        """Hide them; nothing is lost."""
        self._hide(hidden=True)

    def show_again(self) -> None:
        """Show them again."""
        self._hide(hidden=False)

    def merge(self) -> None:
        """Ask with whom to merge them."""
        if self.card is not None:
            self._naming.merge_with_somebody(self.card)

    def split(self) -> None:
        """Propose two parts of their faces."""
        if self.card is not None and self.card.faces > 1:
            who = Who(self.card.kind, self.card.number)
            window = self._page.window()
            self.splitting = SplitDialog(self._session, self._pictures, who, window)
            self.splitting.open()

    def show_merges(self) -> None:
        """List who has become part of them, to be taken apart."""
        if self.card is not None and self.merges:
            name = self.card.name or self._page.tr("this group")
            window = self._page.window()
            self.apart = MergesDialog(self._session, self._pictures, name, self.merges, window)
            self.apart.open()

    def _hide(self, *, hidden: bool) -> None:
        card = self.card
        if card is not None and card.hidden != hidden:
            self._session.perform(Hide((Who(card.kind, card.number),), hidden))
