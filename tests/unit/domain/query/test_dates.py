from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facegallery.domain.query.dates import read

TODAY = date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2015", "2015-01-01", "2016-01-01"),
        ("2015-12", "2015-12-01", "2016-01-01"),
        ("2015-6-3", "2015-06-03", "2015-06-04"),
        ("2015-06..2016-02", "2015-06-01", "2016-03-01"),
        ("2015..", "2015-01-01", ":"),
        ("..2015", "", "2016-01-01"),
        (">2015", "2016-01-01", ":"),
        ("<=2015-06", "", "2015-07-01"),
        ("today", "2026-11-22", "2026-11-23"),
        ("yesterday", "2026-11-21", "2026-11-22"),
        ("winter 2015", "2015-12-01", "2016-03-01"),
        ("fall 2015", "2015-09-01", "2015-12-01"),
        ("dec 2015", "2015-12-01", "2016-01-01"),
        ("30 june 2015", "2015-06-30", "2015-07-01"),
        ("june 30th, 2015", "2015-06-30", "2015-07-01"),
        ("easter 2024", "2024-03-29", "2024-04-02"),
        ("easter 1961", "1961-03-31", "1961-04-04"),
        ("new year 2015", "2014-12-31", "2015-01-02"),
        ("last christmas", "2025-12-24", "2025-12-27"),
        ("last summer", "2026-06-01", "2026-09-01"),
        ("last winter", "2025-12-01", "2026-03-01"),
        ("this winter", "2026-12-01", "2027-03-01"),
        ("last week", "2026-11-09", "2026-11-16"),
        ("this week", "2026-11-16", "2026-11-23"),
        ("last month", "2026-10-01", "2026-11-01"),
        ("last year", "2025-01-01", "2026-01-01"),
        ("last sunday", "2026-11-15", "2026-11-16"),
        ("last 3 days", "2026-11-19", "2026-11-23"),
        ("last new year", "2025-12-31", "2026-01-02"),
    ],
)
def test_dates_in_words(text, start, end):
    found = read(text.split(), TODAY)
    assert (found.dates.start, found.dates.end) == (start, end)
    assert found.taken == len(text.split())


@pytest.mark.parametrize(
    "text",
    ["", "summer", "may", "2015-13", "2015-02-30", "99999", "..", "2016..2015", "31 june 2015",
     "last", "last 0 days", "last 5 moons", "0000"],
)  # fmt: skip
def test_what_is_no_date(text):
    assert read(text.split(), TODAY) is None


@given(st.dates(date(1, 1, 1), date(9990, 1, 1)), st.lists(st.text(max_size=9), max_size=4))
def test_any_words_and_any_day_are_fine(day, words):
    for start in ("last", "this"):
        read([start, "easter"], max(day, date(2, 1, 1)))
    read(words, day)
