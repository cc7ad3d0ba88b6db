"""What was said and is not written yet."""

from facegallery.domain.person import PersonOrGroup
from facegallery.ui.people.pending import Pending

CARDS = [PersonOrGroup("person", 1, "Ada", 3, 3, hidden=False)] + [
    PersonOrGroup("group", number, None, 2, 2, hidden=False) for number in (1, 2, 3)
]


def test_what_was_said_is_seen_at_once_and_nothing_else_changes():
    pending = Pending()
    assert pending.applied_to(CARDS) is CARDS
    pending.name("g1", "Joan")
    pending.merge(["g2"])
    pending.hide(["p1"], hidden=True)
    shown = pending.applied_to(CARDS)
    assert [(card.id, card.hidden) for card in shown] == [
        ("p1", True), ("g1", False), ("g3", False),
    ]  # fmt: skip
    assert shown[1] is CARDS[1] and pending.names() == {"g1": "Joan"}


def test_it_stays_until_cards_are_new_enough():
    pending = Pending()
    pending.merge(["g2"])
    pending.settle(7)  # not written yet
    pending.written(["g2"], 8)
    pending.settle(7)
    assert len(pending.applied_to(CARDS)) == 3
    pending.settle(8)
    assert pending.applied_to(CARDS) is CARDS


def test_it_can_be_taken_back():
    pending = Pending()
    pending.name("g1", "Joan")
    pending.forget("g1")
    assert not pending.forget_all()
    pending.hide(["g1"], hidden=True)
    assert pending.forget_all()
    assert pending.applied_to(CARDS) is CARDS
