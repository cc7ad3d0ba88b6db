"""What the library knows of its people and groups, asked once for all screens."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from facegallery.actions.people import Who
from facegallery.catalog import company, faces, people
from facegallery.catalog.library import Catalog
from facegallery.domain.face import Face
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.session import Session
from facegallery.ui.widgets.reader import Reader

LONE_SHOWN = 5  # faces on the entry for those in no group


@dataclass(frozen=True, slots=True)
class _Found:
    cards: list[PersonOrGroup] = field(default_factory=list)
    by_who: dict[Who, PersonOrGroup] = field(default_factory=dict)
    lone: list[Face] = field(default_factory=list)
    hidden: list[Face] = field(default_factory=list)
    newest: dict[Who, str] = field(default_factory=dict)
    version: int = 0


class Cards(QObject):
    """The cards of all people and groups, hidden ones too, kept up to date off this thread.

    One for a session (`Cards.of`). Signal changed() when they were read again; `ready` tells
    whether they were read at all. prepare: called with the cards in the reader's thread, for what
    a screen makes of thousands of them.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.ready = False
        self._found = _Found()
        self._session = session
        self._wants_newest = False
        self.prepare: Callable[[list[PersonOrGroup]], None] | None = None
        self._reader = Reader(session.library, self)
        session.changed.connect(self.read)
        self.read()

    @classmethod
    def of(cls, session: Session) -> "Cards":
        """Return the cards of a session, made when first asked for."""
        return session.findChild(cls) or cls(session)

    @property
    def all(self) -> list[PersonOrGroup]:
        """Everybody: named ones first, then by photos, most first."""
        return self._found.cards

    @property
    def people(self) -> list[PersonOrGroup]:
        """The people, most photos first; hidden ones too."""
        return [card for card in self._found.cards if card.kind == "person"]

    @property
    def lone(self) -> list[Face]:
        """The best few of the faces that are in no group and nobody's."""
        return self._found.lone

    @property
    def hidden_faces(self) -> list[Face]:
        """Some faces without a name that are hidden."""
        return self._found.hidden

    @property
    def newest(self) -> dict[Who, str]:
        """When the newest photo of everybody was taken; empty until `want_newest` was called."""
        return self._found.newest

    @property
    def version(self) -> int:
        """Session.version of which these cards tell for sure."""
        return self._found.version

    def want_newest(self) -> None:
        """Ask for the newest photos too, from now on: with many faces that takes half a second."""
        if not self._wants_newest:
            self._wants_newest = True
            self.read()

    def card(self, who: Who) -> PersonOrGroup | None:
        """Return the card of a person or group, or None where there is none (any more)."""
        return self._found.by_who.get(who)

    def read(self) -> None:
        """Ask the catalog again; `changed` tells when the answer is here."""
        before = self._found.by_who
        self._reader.ask(lambda db: self._find(db, before), self._on_found)

    def _on_found(self, found: _Found) -> None:
        self._found = found
        self.ready = True
        self.changed.emit()

    def _find(self, db: Catalog, before: Mapping[Who, PersonOrGroup]) -> _Found:
        """Read all cards, in the reader's thread. What has not changed is the same object as
        before, so that screens can tell what has by looking at the objects only.
        """
        version = self._session.version  # changes that come while we read may be in it or not
        by_who = _by_who(db, before)
        # The way to the lone faces leads to what is no face, too, where that is all there is.
        lone = faces.without_group(db, limit=LONE_SHOWN) or faces.not_faces(db)[:LONE_SHOWN]
        newest: dict[Who, str] = {}
        if self._wants_newest:
            newest = {Who(*somebody): taken for somebody, taken in company.newest(db).items()}
        cards = list(by_who.values())
        if self.prepare is not None:
            self.prepare(cards)
        return _Found(cards, by_who, lone, faces.hidden(db, LONE_SHOWN), newest, version)


def _by_who(db: Catalog, before: Mapping[Who, PersonOrGroup]) -> dict[Who, PersonOrGroup]:
    by_who: dict[Who, PersonOrGroup] = {}
    for card in people.listed(db, hidden=True):
        who = Who(card.kind, card.number)
        known = before.get(who)
        by_who[who] = known if known is not None and known == card else card
    return by_who
