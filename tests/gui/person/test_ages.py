"""Ages in words."""

import pytest

from facegallery.ui.person.ages import age_words


@pytest.mark.parametrize(
    ("born", "taken", "words"),
    [
        ("1984-05-03", "1984-05-02T10:00:00", ""),
        ("1984-05-03", "1984-05-03T10:00:00", "0 months"),
        ("1984-05-03", "1984-06-03", "1 month"),
        ("1984-05-03", "1986-05-02", "23 months"),
        ("1984-05-03", "1986-05-03", "2 years"),
        ("1984-05-03", "2015-05-02", "30 years"),
        ("1984", "2015-01-01", "about 31 years"),
        ("1984", "1985-12-31", "about 1 year"),
        ("1984", "1984-12-31", "less than a year"),
        ("1984", "1983-12-31", ""),
        (None, "2015-01-01", ""),
        ("1984", None, ""),
        ("1984", "0000-00-00T00:00:00", ""),
    ],
)
def test_age(born, taken, words):
    assert age_words(born, taken) == words
