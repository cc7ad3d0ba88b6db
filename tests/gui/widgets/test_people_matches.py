"""Which people are offered for what was typed, and in which order."""

from facegallery.domain.person import PersonOrGroup
from facegallery.ui.widgets.people_matches import matches, plain


def person(number, name, photos):
    return PersonOrGroup("person", number, name, photos, photos, hidden=False)


PEOPLE = [
    person(1, "Marianne", 90),
    person(2, "José Anaya", 40),
    person(3, "Ana", 3),
    person(4, "Anatol", 30),
    person(5, "Bo", 5),
]


def test_names_that_begin_so_come_first_then_words_then_the_rest_each_by_photos():
    found = [card.name for card in matches(PEOPLE, "ana")]
    assert found == ["Anatol", "Ana", "José Anaya"]
    assert [card.name for card in matches(PEOPLE, "an")] == [
        "Anatol",
        "Ana",
        "José Anaya",
        "Marianne",
    ]


def test_accents_and_capitals_make_no_difference():
    assert [card.number for card in matches(PEOPLE, "JOSE")] == [2]
    assert plain("  Éloïse ") == "eloise"


def test_nothing_typed_gives_everybody_by_photos():
    assert [card.number for card in matches(PEOPLE, "")] == [1, 2, 4, 5, 3]
