"""What a user does with the cards of the People page, by their keys: p1, g2."""

from PySide6.QtCore import QPoint, Qt

from facegallery.catalog import people
from facegallery.ui.people import card_layout

STRANGER, LIKE_ADA = "g1", "g2"


def keys(page):
    return [entry.key for entry in page.view.cards.items if entry.card is not None]


def make_current(page, key):
    page.view.make_current(page.view.cards.index_of(key))


def spot(page, key, part):
    """The middle of a part of a card, in the viewport."""
    place = page.view.visualRect(page.view.cards.index_of(key))
    found = part(place)
    return found if isinstance(found, QPoint) else found.center()


def click(qtbot, page, key, part, modifier=Qt.KeyboardModifier.NoModifier):
    point = spot(page, key, part)
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, modifier, point)


def type_name(qtbot, page, key, text):
    click(qtbot, page, key, card_layout.field)
    field = page.view.name_field()
    qtbot.keyClicks(field, text)
    return field


def answer(qtbot, page, button):
    """Click a button of the question: "yes", "other", or press Escape for None."""
    qtbot.waitUntil(lambda: page.naming.question is not None)
    question = page.naming.question
    if button is None:
        qtbot.keyClick(question, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(getattr(question, button), Qt.MouseButton.LeftButton)


def names(db):
    return sorted(name for _number, name in people.names(db))


def settle(qtbot, page):
    """Wait until the page shows what the catalog tells, and nothing else."""
    qtbot.waitUntil(lambda: page._session.version == page._cards.version > 0)


def actions_done(db):
    return db.execute("select count(*) from actions").fetchone()[0]
