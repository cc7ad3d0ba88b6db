"""What the library knows of its people and groups, asked once for all screens."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from facegallery.actions.people import Who
from facegallery.catalog.library import Catalog
from facegallery.domain.face import Face
from facegallery.domain.person import PersonOrGroup
from facegallery.jobs import everybody
from facegallery.jobs.everybody import Begun, Everybody
from facegallery.ui.session import Session
from facegallery.ui.widgets.reader import Reader


class Cards(QObject):
    """The cards of all people and groups, hidden ones too, kept up to date off this thread.

    One for a session (`Cards.of`). Signals: changed() when they were read again, read_whole() when
    the groups were, too; `ready` tells whether they were read at all. prepare: called with the
    cards in the reader's thread, for what a screen makes of thousands of them. begun: their first
    reading; see jobs.everybody.
    """

    changed = Signal()
    read_whole = Signal()

    def __init__(self, session: Session, begun: Begun = None) -> None:
        super().__init__(session)
        self.ready = False
        self._found = Everybody()
        self._version = 0
        self._begun = begun
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
    def whole(self) -> bool:
        """Whether the groups are here, too; at the start the people come first."""
        return self._found.whole

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
        return self._version

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
        version = self._session.version  # changes that come while we read may be in it or not
        self._reader.ask(self._find, lambda found: self._take(found, version))

    def _take(self, found: Everybody, version: int) -> None:
        """Take what was found; at the start in a turn of its own, after the empty window's."""
        if found.whole:
            self._on_found(found, version)
        else:
            QTimer.singleShot(0, self, lambda: self._on_found(found, version))

    def _on_found(self, found: Everybody, version: int) -> None:
        self._found, self._version = found, version
        self.ready = True
        self.changed.emit()
        if found.whole:
            self.read_whole.emit()
        else:
            self.read()

    def _find(self, db: Catalog) -> Everybody:
        """Read all cards, in the reader's thread."""
        begun, self._begun = self._begun, None
        found = None if begun is None else begun.result()
        if found is None:
            found = everybody.read(db, self._found.by_who, newest=self._wants_newest)
        if self.prepare is not None:
            self.prepare(found.cards)
        return found
