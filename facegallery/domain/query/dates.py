"""Dates in words: 2015, 2015-06..2016-02, summer 2015, last christmas, 30 june 2015.

Seasons are the northern hemisphere's, by whole months; a winter is named by the year it begins in.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from facegallery.domain.query.nodes import Dates

FIRST, LAST = "", ":"  # ":" is the sign after "9": greater than every date
EXAMPLES = "2015, 2015-06..2016-02, summer 2015, june 2015, last christmas, last 3 weeks, >=2015"
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTH = {name: number for number, name in enumerate(_MONTHS, start=1)} | {
    name[:3]: number for number, name in enumerate(_MONTHS, start=1)
}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YEAR = re.compile(r"[12]\d{3}")
_POINT = re.compile(r"([12]\d{3})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_COMPARED = re.compile(r"(>=|<=|>|<|≥|≤)(.+)")
_MOMENTS = re.compile(
    r"([12]\d{3}-\d\d-\d\dt\d\d:\d\d(?::\d\d)?)\.\.([12]\d{3}-\d\d-\d\dt[\d:]{5,8})"
)
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?,?")
_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}
_MOST_UNITS = 1000


# What German says, as English says it; "sommer 2015", "letzte weihnachten", "30. juni 2015".
_GERMAN = {
    "januar": "january", "februar": "february", "marz": "march", "mai": "may", "juni": "june",
    "juli": "july", "oktober": "october", "dezember": "december",
    "fruhling": "spring", "fruhjahr": "spring", "sommer": "summer", "herbst": "autumn",
    "weihnachten": "christmas", "ostern": "easter", "neujahr": "newyear", "silvester": "newyear",
    "heute": "today", "gestern": "yesterday",
    **dict.fromkeys(("letzte", "letzten", "letzter", "letztes"), "last"),
    **dict.fromkeys(("diese", "diesen", "dieser", "dieses"), "this"),
    **dict.fromkeys(("tag", "tage", "tagen"), "days"),
    **dict.fromkeys(("wochen",), "weeks"), "woche": "week",
    **dict.fromkeys(("monate", "monaten"), "months"), "monat": "month",
    **dict.fromkeys(("jahre", "jahren"), "years"), "jahr": "year",
    "montag": "monday", "dienstag": "tuesday", "mittwoch": "wednesday", "donnerstag": "thursday",
    "freitag": "friday", "samstag": "saturday", "sonntag": "sunday",
}  # fmt: skip


class Span(NamedTuple):
    """Days from first to before end."""

    first: date
    end: date


class Found(NamedTuple):
    """A date that begins a list of words: how many words it takes, and what it means."""

    taken: int
    dates: Dates


def read(words: Sequence[str], today: date) -> Found | None:
    """Return the longest date that the words (folded) begin with, None where there is none."""
    words = [_GERMAN.get(word, word) for word in words]
    for reader in (_relative, _in_a_year, _single):
        found = reader(words, today)
        if found is not None:
            return found
    return None


def _found(taken: int, span: Span | None) -> Found | None:
    return None if span is None else Found(taken, Dates(_text(span.first), _text(span.end)))


def _text(day: date) -> str:
    return LAST if day == date.max else day.isoformat()


def _single(words: Sequence[str], today: date) -> Found | None:
    word = words[0] if words else ""
    compared = _COMPARED.fullmatch(word)
    if compared is not None:
        return _one_sided(compared[1], compared[2])
    if ".." in word:
        return _range(word)
    if word in ("today", "yesterday"):
        first = today - timedelta(days=int(word == "yesterday"))
        return _found(1, _days(first, 1))
    return _found(1, _point(word))


def _one_sided(sign: str, text: str) -> Found | None:
    span = _point(text)
    if span is None:
        return None
    edge = _text(span.first if sign in (">=", "≥", "<") else span.end)
    return Found(1, Dates(edge, LAST) if sign in (">=", "≥", ">") else Dates(FIRST, edge))


def _range(word: str) -> Found | None:
    moments = _MOMENTS.fullmatch(word)
    if moments is not None:  # to the minute or second, as events are found by
        start, end = (moment.upper() for moment in moments.groups())
        return Found(1, Dates(start, f"{end}~")) if start <= end else None
    left, right = word.split("..", 1)
    first, last = _point(left), _point(right)
    if (left and first is None) or (right and last is None) or not (left or right):
        return None
    start = _text(first.first) if first else FIRST
    end = _text(last.end) if last else LAST
    return Found(1, Dates(start, end)) if start < end else None


def _point(text: str) -> Span | None:
    """Return the year, month or day that a text like 2015-06 is."""
    found = _POINT.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None:
        return None
    if month is None:
        return Span(date(year, 1, 1), date(year + 1, 1, 1))
    if day is None:
        return _months(year, month, 1) if 1 <= month <= 12 else None
    return _day(year, month, day)


def _day(year: int, month: int, day: int) -> Span | None:
    try:
        return _days(date(year, month, day), 1)
    except ValueError:
        return None


def _days(first: date, count: int) -> Span:
    return Span(first, first + timedelta(days=count))


def _months(year: int, month: int, count: int) -> Span:
    last = year * 12 + month - 1 + count
    return Span(date(year, month, 1), date(last // 12, last % 12 + 1, 1))


def _easter(year: int) -> date:
    """Return Easter Sunday by the Gregorian calendar (Oudin's form of the rule)."""
    golden = year % 19
    century = year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    day = moon - weekday
    month = 3 + (day + 40) // 44
    return date(year, month, day + 28 - 31 * (month // 4))


_YEARLY: dict[str, Callable[[int], Span]] = {
    "christmas": lambda year: _days(date(year, 12, 24), 3),  # Eve, the day, Boxing Day
    "xmas": lambda year: _days(date(year, 12, 24), 3),
    "easter": lambda year: _days(_easter(year) - timedelta(days=2), 4),  # Friday to Monday
    "halloween": lambda year: _days(date(year, 10, 31), 1),
    "valentine": lambda year: _days(date(year, 2, 14), 1),
    "newyear": lambda year: _days(date(year - 1, 12, 31), 2),  # Eve and the day
}


def _yearly(word: str) -> Callable[[int], Span] | None:
    """Return what a word that names a part of every year means in a year."""
    if word in _MONTH:
        return lambda year: _months(year, _MONTH[word], 1)
    if word in _SEASONS:
        return lambda year: _months(year, _SEASONS[word], 3)
    return _YEARLY.get(word)


def _joined(words: Sequence[str]) -> tuple[Sequence[str], int]:
    """Return the words with "new year" as one word, and how many words more that stands for."""
    if len(words) > 1 and words[0] == "new" and words[1] in ("year", "years", "year's"):
        return ("newyear", *words[2:]), 1
    return words, 0


def _in_a_year(words: Sequence[str], _today: date) -> Found | None:
    """Read summer 2015, june 2015, 30 june 2015, june 30 2015."""
    words, more = _joined(words)
    day = _DAY.fullmatch(words[0]) if words else None
    if day is not None and len(words) > 2 and words[1] in _MONTH and _YEAR.fullmatch(words[2]):
        return _found(3, _day(int(words[2]), _MONTH[words[1]], int(day[1])))
    if len(words) < 2:
        return None
    day = _DAY.fullmatch(words[1])
    if words[0] in _MONTH and day is not None and len(words) > 2 and _YEAR.fullmatch(words[2]):
        return _found(3, _day(int(words[2]), _MONTH[words[0]], int(day[1])))
    yearly = _yearly(words[0])
    if yearly is not None and _YEAR.fullmatch(words[1]):
        return _found(2 + more, yearly(int(words[1])))
    return None


def _relative(words: Sequence[str], today: date) -> Found | None:
    """Read last or this week, month, year, summer, june, christmas, friday; last 3 weeks."""
    if len(words) < 2 or words[0] not in ("last", "this"):
        return None
    last = words[0] == "last"
    rest, more = _joined(words[1:])
    if last and rest[0].isdecimal() and len(rest) > 1:
        return _last_units(int(rest[0]), rest[1].removesuffix("s"), today)
    return _found(2 + more, _named(rest[0], today, last=last))


def _named(word: str, today: date, *, last: bool) -> Span | None:
    """Return this or the last week, friday, christmas ...; the last is the one that is over."""
    if word in ("week", "month", "year"):
        return _unit(word, today, last=last)
    if word in _DAYS and last:
        back = (today.weekday() - _DAYS.index(word) - 1) % 7 + 1
        return _days(today - timedelta(days=back), 1)
    yearly = _yearly(word)
    if yearly is None:
        return None
    years = range(today.year + 1, today.year - 3, -1) if last else (today.year,)
    return next(span for span in map(yearly, years) if span.end <= today or not last)


def _last_units(count: int, unit: str, today: date) -> Found | None:
    if unit not in _UNITS or not 1 <= count <= _MOST_UNITS:
        return None
    days = min(count * _UNITS[unit], (today - date.min).days)
    return _found(3, Span(today - timedelta(days=days), today + timedelta(days=1)))


def _unit(unit: str, today: date, *, last: bool) -> Span:
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * last)
        return _days(monday, 7)
    if unit == "year":
        return _months(today.year - last, 1, 12)
    month = today.year * 12 + today.month - 1 - last
    return _months(month // 12, month % 12 + 1, 1)
