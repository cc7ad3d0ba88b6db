"""The question before people become one."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facegallery.actions.people import Who
from facegallery.catalog import people
from facegallery.ui.widgets.merge_question import MergeQuestion


@pytest.fixture
def cards(db):
    """Ada, Grace, Alan, the stranger, and the group like Ada."""
    return people.listed(db)


@pytest.fixture
def ask(qtbot, pictures):
    """Ask about some cards; what is answered goes into the list returned with the question."""
    window = QWidget()
    qtbot.addWidget(window)

    def asked(cards, **others):
        answers = []
        question = MergeQuestion(
            cards, pictures, window, lambda stays, rest: answers.append((stays, rest)), **others
        )
        question.open()
        return question, answers

    return asked


def test_a_named_one_survives_an_unnamed_one_however_large(qtbot, ask, cards):
    question, answers = ask([cards[3], cards[2]])
    assert question.choosable == []
    qtbot.keyClick(question, Qt.Key.Key_Return)
    assert answers == [(Who("person", 3), [Who("group", 1)])]


def test_among_named_ones_the_user_chooses_whose_name_stays(qtbot, ask, cards):
    question, answers = ask(cards[:3])
    assert question.survivor() == cards[0]  # most photos, until another is chosen
    qtbot.mouseClick(question.cards[1], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    assert answers == [(Who("person", 2), [Who("person", 1), Who("person", 3)])]


def test_the_name_of_who_the_others_were_dropped_on_is_proposed(qtbot, ask, cards):
    question, answers = ask([cards[2], cards[0]], onto=cards[2])
    qtbot.keyClick(question, Qt.Key.Key_Return)
    assert answers == [(Who("person", 3), [Who("person", 1)])]


def test_who_has_no_name_gets_that_of_what_is_dropped_on_them(ask, cards):
    question, _answers = ask([cards[3], cards[2]], onto=cards[3])
    assert question.survivor() == cards[2]


def test_two_groups_become_one_without_a_name(qtbot, ask, cards):
    question, answers = ask(cards[3:5])
    qtbot.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    assert answers == [(Who("group", 1), [Who("group", 2)])]


def test_of_very_many_some_are_shown_and_all_are_merged(qtbot, ask, cards):
    crowd = [replace(cards[3], number=number) for number in range(1, 30)]
    question, answers = ask([*crowd, cards[0]])
    shown = [card for card in question.cards if card.isVisible()]
    assert len(shown) == 12 and shown[-1].card == cards[0]
    assert "And 18 more." in question.words.text()
    qtbot.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    assert answers[0][0] == Who("person", 1) and len(answers[0][1]) == 29


def test_the_one_being_named_cannot_be_the_answer(ask, cards):
    question, _answers = ask([cards[0], cards[1]], subject=cards[0], another=lambda: None)
    assert question.survivor() == cards[1]
    assert question.choosable == []


def test_another_person_and_escape_merge_nothing(qtbot, ask, cards):
    said = []
    question, answers = ask(cards[:2], subject=cards[0], another=lambda: said.append("another"))
    qtbot.mouseClick(question.other, Qt.MouseButton.LeftButton)
    assert (answers, said) == ([], ["another"])
    question, answers = ask(cards[:2])
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert answers == []


def test_a_warning_takes_no_room_from_the_faces(qtbot, ask, cards):
    question, _answers = ask(cards[:2])
    question.show_doubts(21, told_apart=True)
    assert question.doubts.isVisible()
    for card in question.cards:
        assert card.geometry().bottom() < question.doubts.geometry().top()
        assert card.height() == card.sizeHint().height()
