"""In which order the People page lists everybody."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from facegallery.actions.people import Who
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.widgets.people_matches import plain


class Order(StrEnum):
    """What comes first: who is in most photos, the first by name, or in the newest photo."""

    PHOTOS = "photos"
    NAME = "name"
    NEWEST = "newest"


def in_order(
    cards: Sequence[PersonOrGroup], order: Order, newest: Mapping[Who, str]
) -> list[PersonOrGroup]:
    """Return favourites, other people, then groups, each in an order. Groups have no name: by it,
    most photos first.

    cards: people, then groups, most photos first. newest: when the newest photo of each was taken.
    """
    found: Sequence[PersonOrGroup]
    if order == Order.NEWEST:
        found = sorted(cards, key=lambda card: newest.get(_who(card), ""), reverse=True)
    elif order == Order.NAME:
        found = sorted(cards, key=lambda card: plain(card.name or ""))
    else:
        found = cards
    people = [card for card in found if card.kind == "person"]
    favourites = [card for card in people if card.favourite]
    others = [card for card in people if not card.favourite] if favourites else people
    return [*favourites, *others, *(card for card in found if card.kind == "group")]


def _who(card: PersonOrGroup) -> Who:
    return Who(card.kind, card.number)
