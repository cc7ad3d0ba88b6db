"""Whom the tests of a person's page show, and how."""

from facegallery.actions.people import Who

ADA, GRACE, STRANGER, LIKE_ADA = (
    Who("person", 1),
    Who("person", 2),
    Who("group", 1),
    Who("group", 2),
)


def show(qtbot, page, who):
    page.show_who(who)
    qtbot.waitUntil(lambda: page.card is not None)
