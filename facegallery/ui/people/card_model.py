"""What the People page lists: people, the heading over the groups, groups, and the lone faces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from operator import attrgetter

from PySide6.QtCore import QT_TRANSLATE_NOOP, QMimeData, QModelIndex, QObject, Qt

from facegallery.actions.people import Who
from facegallery.domain.face import Face
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.people.pending import Pending
from facegallery.ui.people.sorting import Order, in_order
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.item_model import ITEM_ROLE, NO_PARENT, Index, ItemModel
from facegallery.ui.widgets.people_matches import matches

SHORT_NAME = 16  # letters that fit on one line of the narrowest card, wide ones too
MIME_TYPE = "application/x-facegallery-who"


class Kind(Enum):
    """What an entry of the page is."""

    CARD = "card"
    HEADING = "heading"
    LONE = "lone"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the page: a card, a heading with its words, or the way to the lone faces.

    key: what stays the same of an entry: p12, g34, or what it is.
    typed: the name that the user has just given, shown until the catalog says so too.
    tall: a person's card with room for two lines, because some name in its grid needs them.
    """

    kind: Kind
    key: str
    card: PersonOrGroup | None = None
    title: str = ""
    words: str = ""
    lone: tuple[Face, ...] = ()
    typed: str = ""
    tall: bool = False

    @property
    def who(self) -> Who | None:
        """The person or group of a card."""
        return None if self.card is None else Who(self.card.kind, self.card.number)


class CardModel(ItemModel[Entry]):
    """The entries as a model: names for screen readers, ids for drag and drop."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(attrgetter("key"), parent)

    def data(self, index: Index, role: int = ITEM_ROLE) -> object:
        """Return the entry, or what a screen reader says of it; see QAbstractItemModel."""
        entry = self.item(index)
        if entry is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(entry)
        if role == Qt.ItemDataRole.ToolTipRole and entry.card is not None:
            return self._words(entry).replace(", ", "\n", 1)
        return entry if role == ITEM_ROLE else None

    def can_be_chosen(self, row: int) -> bool:
        """Tell whether a selection may hold an entry: cards only."""
        return self.items[row].kind == Kind.CARD

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with an entry; a heading is only looked at."""
        entry = self.item(index)
        if entry is None or entry.kind == Kind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled
        if entry.kind == Kind.LONE:
            return flags
        flags |= Qt.ItemFlag.ItemIsSelectable
        flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        if entry.card is not None and entry.card.kind == "group":
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def mimeTypes(self) -> list[str]:
        """Return the type of what is dragged; see QAbstractItemModel."""
        return [MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the ids of people and groups, one a line; see QAbstractItemModel."""
        entries = (self.item(index) for index in indexes)
        data = QMimeData()
        ids = [str(entry.who) for entry in entries if entry is not None and entry.who]
        data.setData(MIME_TYPE, "\n".join(ids).encode())
        return data

    def next_group(self, row: int) -> QModelIndex:
        """Return the group after a row that has no name yet; invalid where there is none."""
        for later in range(row + 1, self.rowCount(NO_PARENT)):
            entry = self.items[later]
            if entry.card is not None and entry.card.kind == "group" and not entry.typed:
                return self.index(later)
        return QModelIndex()

    def _words(self, entry: Entry) -> str:
        card = entry.card
        if card is None:
            return entry.title
        words = [card.name or entry.typed or self.tr("Who is this?"), counts.photos(card.photos)]
        if card.maybe_name:
            words.append(self.tr("perhaps {0}").format(card.maybe_name))
        if card.suggested:
            words.append(self.tr("{0} to look at").format(counts.faces(card.suggested)))
        if card.favourite:
            words.append(self.tr("favourite"))
        if card.hidden:
            words.append(self.tr("hidden"))
        return ", ".join(words)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of all cards the page shows, in which order.

    filter: part of a name. hidden: the hidden ones too. smallest: the fewest faces of a group.
    """

    filter: str = ""
    hidden: bool = False
    order: Order = Order.PHOTOS
    smallest: int = 1


class Entries:
    """Makes the page's entries of the cards; what has not changed is the same object again.

    people, groups: how many of each there are; too_small: groups that are not shown because they
    have too few faces.
    """

    def __init__(self) -> None:
        self._made: dict[int, Entry] = {}  # by the address of the card, which the entry keeps
        self.people = self.groups = self.too_small = 0

    def make_ready(self, cards: Sequence[PersonOrGroup]) -> None:
        """Make the entries of cards that are new, so that `of` finds them; from any thread."""
        made = self._made
        ready = {}
        for card in cards:
            entry = made.get(id(card))
            ready[id(card)] = Entry(Kind.CARD, card.id, card) if entry is None else entry
        self._made = ready

    def of(
        self,
        cards: Sequence[PersonOrGroup],
        lone: Sequence[Face],
        wanted: Wanted,
        pending: Pending,
        newest: Mapping[Who, str],
    ) -> list[Entry]:
        """Return the page's entries in order.

        A filter leaves the people whose name has it (best fit first) and groups suggested to them.
        pending: what was said of cards, and the catalog does not tell of yet.
        newest: when the newest photo of everybody was taken, for that order.
        """
        there = pending.applied_to(cards)
        there = in_order(there, wanted.order, newest)
        shown = there if wanted.hidden else [card for card in there if not card.hidden]
        people = [card for card in shown if card.kind == "person"]
        every = [card for card in shown if card.kind == "group"]
        groups = [card for card in every if card.faces >= wanted.smallest]
        self.too_small = len(every) - len(groups)
        if wanted.filter.strip():
            people = matches(people, wanted.filter)
            named = {card.number for card in people}
            groups = [card for card in groups if card.maybe_id in named]
            lone = []
        self.people, self.groups = len(people), len(groups)
        tall = any(len(card.name or "") > SHORT_NAME for card in people)
        names = pending.names()
        found = self._entries(people, names, tall=tall)
        if groups:
            found.append(Entry(Kind.HEADING, "heading", title=_TITLE, words=_WORDS))
        found += self._entries(groups, names, tall=False)
        if lone:
            found.append(Entry(Kind.LONE, "lone", title=_LONE, words=_LONE_WORDS, lone=tuple(lone)))
        return found

    def _entries(
        self, cards: Sequence[PersonOrGroup], names: Mapping[str, str], *, tall: bool
    ) -> list[Entry]:
        """Return the entries of cards; of thousands nearly all are as they were."""
        made = self._made
        return [
            entry
            if (entry := made.get(id(card))) is not None
            and entry.tall == tall
            and not entry.typed
            and entry.key not in names
            else self._entry(card, names, tall=tall)
            for card in cards
        ]

    def _entry(self, card: PersonOrGroup, names: Mapping[str, str], *, tall: bool) -> Entry:
        made = self._made.get(id(card))
        if made is None:
            made = self._made[id(card)] = Entry(Kind.CARD, card.id, card)
        typed = names.get(made.key, "") if names else ""
        if made.tall != tall or made.typed != typed:
            made = self._made[id(card)] = replace(made, typed=typed, tall=tall)
        return made


_TITLE = str(QT_TRANSLATE_NOOP("cards", "Who is this?"))
_WORDS = str(QT_TRANSLATE_NOOP("cards", "Type a name under a face and press Enter"))
_LONE = str(QT_TRANSLATE_NOOP("cards", "Faces in no group"))
_LONE_WORDS = str(
    QT_TRANSLATE_NOOP("cards", "Seen too seldom to make a group; they can be named too")
)
