from facegallery.jobs.everybody import begin_to_read
from facegallery.ui.people.cards import Cards
from facegallery.ui.people.people_page import PeoplePage


def test_people_that_were_read_before_the_window_come_first_then_the_groups(
    qtbot, library, session, pictures
):
    begun = begin_to_read(library)
    begun.result()
    cards = Cards(session, begun)
    page = PeoplePage(session, pictures)
    qtbot.addWidget(page)
    seen = []
    cards.changed.connect(lambda: seen.append({card.kind for card in cards.all}))
    qtbot.waitUntil(lambda: cards.whole and cards.ready)
    assert seen == [{"person"}, {"person", "group"}]
    kinds = [entry.card.kind for entry in page.view.cards.items if entry.card is not None]
    assert kinds == ["person"] * 3 + ["group"] * 2


def test_a_group_that_was_at_the_top_is_waited_for(qtbot, library, session, pictures):
    begun = begin_to_read(library)
    begun.result()
    cards = Cards(session, begun)
    page = PeoplePage(session, pictures)
    qtbot.addWidget(page)
    page.place = ("g1", 0)
    shown = []
    cards.changed.connect(lambda: shown.append(page.view.cards.rowCount() > 0))
    qtbot.waitUntil(lambda: cards.whole and cards.ready)
    assert shown == [False, True]


def test_what_could_not_be_read_before_is_read_now(qtbot, session, tmp_path):
    from facegallery.catalog.library import Library

    cards = Cards(session, begin_to_read(Library(tmp_path / "nowhere")))
    qtbot.waitUntil(lambda: cards.ready)
    assert cards.whole
    assert {card.kind for card in cards.all} == {"person", "group"}
