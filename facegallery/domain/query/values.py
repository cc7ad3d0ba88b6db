"""What stands after a key: each reader gives a node, or says what would be valid."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from facegallery.domain.folding import fold
from facegallery.domain.query import dates, nodes
from facegallery.domain.query.names import Names, words_of
from facegallery.domain.query.nodes import Node
from facegallery.domain.query.tokens import Scanner, Token
from facegallery.domain.words import Sentence, sentence

TYPES = {
    "jpeg": ("JPEG",), "jpg": ("JPEG",), "png": ("PNG",), "gif": ("GIF",), "bmp": ("BMP",),
    "tiff": ("TIFF",), "tif": ("TIFF",), "webp": ("WEBP",), "heic": ("HEIF", "HEIC"),
    "heif": ("HEIF", "HEIC"), "avif": ("AVIF",), "jp2": ("JPEG2000",),
    "jpeg2000": ("JPEG2000",), "raw": ("RAW",),
}  # fmt: skip
_NUMBERS = re.compile(
    r"(?:(\d{1,6})?\s*\.\.\s*(\d{1,6})?|(>=|<=|>|<|=|≥|≤)?\s*(\d{1,6}))(?=[\s)]|$)"
)
_PLACE = re.compile(
    r"([+-]?\d{1,3}(?:\.\d{1,9})?)\s*,\s*([+-]?\d{1,3}(?:\.\d{1,9})?)\s+"
    r"(\d{1,6}(?:\.\d{1,6})?)\s*(km|m|mi|miles?)",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"(\d{1,5})\s*(m|min|minutes?|h|hours?|d|days?|w|weeks?"
    r"|minuten?|std|stunden?|tage?|tagen|wochen?)(?![^\W\d_])",
    re.IGNORECASE,
)
_SPAN_SECONDS = {"m": 60, "h": 3_600, "d": 86_400, "w": 7 * 86_400, "s": 3_600, "t": 86_400}
_LENGTH_KM = {"k": 1.0, "m": 0.001}
_MILE_KM = 1.609344
TOGETHER_SECONDS = 3 * 3_600
YES, NO = ("yes", "true", "1", "y", "ja"), ("no", "false", "0", "n", "nein")
Range = tuple[int, int | None]


class Invalid(Exception):
    """What stands after a key cannot be read. sentence: what would be valid."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Term:
    """Words that name people (none: unknown), from start to before end of the text."""

    text: str
    people: tuple[int, ...]
    start: int
    end: int


@dataclass(slots=True)
class Reading:
    """Where a reader is: the text, who has which name, what day it is, and the terms so far."""

    scanner: Scanner
    names: Names
    today: date
    terms: list[Term]

    def term(self, words: list[str], start: int, end: int) -> Term:
        """Note and return the term of words that name somebody."""
        found = Term(" ".join(words), self.names.meant(words), start, end)
        self.terms.append(found)
        return found

    def run(self) -> list[tuple[str, int, int]]:
        """Take the words up to the next quote, bracket, key, minus or joining word, with places."""
        found = []
        while (token := self.scanner.peek()) is not None:
            if token.kind != "word" or token.text.lower() in JOINING:
                break
            self.scanner.next()
            found += [(word, token.start, token.end) for word in words_of(token.text)]
        return found

    def people(self, until: "re.Pattern[str] | None" = None) -> list[Term]:
        """Take the names of a list: words, quotes, "and" between; up to what `until` matches."""
        found: list[Term] = []
        words: list[tuple[str, int, int]] = []
        while (token := self.scanner.peek()) is not None:
            if not _is_listed(token) or self._stands(until):
                break
            self.scanner.next()
            if token.kind == "word" and token.text.lower() not in AND:
                words += [(word, token.start, token.end) for word in words_of(token.text)]
                continue
            found += self._split(words)
            words = []
            if token.kind == "quoted" and words_of(token.text):
                found.append(self.term(words_of(token.text), token.start, token.end))
        return found + self._split(words)

    def _stands(self, pattern: "re.Pattern[str] | None") -> bool:
        return pattern is not None and bool(
            pattern.match(self.scanner.text, self.scanner.skip_spaces())
        )

    def _split(self, words: list[tuple[str, int, int]]) -> list[Term]:
        """Make terms of words: those that together are somebody's whole name are one."""
        found = []
        while words:
            taken = self.names.whole([word for word, _start, _end in words])
            some, words = words[:taken], words[taken:]
            found.append(self.term([word for word, _s, _e in some], some[0][1], some[-1][2]))
        return found


OR, AND, WITHIN = ("or", "oder"), ("and", "und"), ("within", "innerhalb")
JOINING = OR + AND


def _is_listed(token: Token) -> bool:
    return token.kind == "quoted" or (token.kind == "word" and token.text.lower() not in OR)


def _people(reading: Reading, key: str) -> list[Term]:
    found = reading.people()
    if not found:
        raise Invalid(sentence("{0}: takes one or more names, as in {0}: obama biden.", key))
    return found


def _each(reading: Reading, key: str) -> Node:
    sure = key == "confirmed"
    return nodes.both([nodes.Shows(term.people, sure) for term in _people(reading, key)])


def _only(reading: Reading, key: str) -> Node:
    people = tuple(dict.fromkeys(term.people for term in _people(reading, key)))
    if not all(people):
        return nodes.NOTHING
    return nodes.Only(people, named=key == "only-named")


def _count(reading: Reading, key: str) -> Node:
    least, most = _numbers(reading, key)
    return nodes.Count("people" if key == "people" else "faces", least, most)


def _unnamed(reading: Reading, key: str) -> Node:
    return nodes.Count("unnamed", 1, None) if _yes(reading, key) else nodes.Count("unnamed", 0, 0)


def _numbers(reading: Reading, key: str) -> Range:
    found = reading.scanner.match(_NUMBERS)
    limits = None if found is None else _limits(found)
    if limits is None:
        raise Invalid(sentence("{0}: takes a number, as in {0}: 2, {0}: >=5, {0}: 2..4.", key))
    return limits


def _limits(found: "re.Match[str]") -> Range | None:
    first, last, sign, number = found.groups()
    if number is None:
        if first is None and last is None:
            return None
        least, most = int(first or 0), int(last) if last else None
        return None if most is not None and most < least else (least, most)
    return _compared(sign or "=", int(number))


def _compared(sign: str, number: int) -> Range:
    if sign in (">=", "≥"):
        return number, None
    if sign == ">":
        return number + 1, None
    if sign in ("<=", "≤"):
        return 0, number
    if sign == "<":
        return 0, number - 1  # below 0: nothing
    return number, number


def _yes(reading: Reading, key: str) -> bool:
    token = reading.scanner.value()
    word = token.text.lower() if token else ""
    if word not in YES + NO:
        raise Invalid(sentence("{0}: takes yes or no.", key))
    return word in YES


def _favourite(reading: Reading, key: str) -> Node:
    return nodes.Favourite(_yes(reading, key))


def _rating(reading: Reading, key: str) -> Node:
    return nodes.Rating(*_numbers(reading, key))


def _date(reading: Reading, key: str) -> Node:
    token = reading.scanner.peek()
    invalid = Invalid(
        sentence("{0}: takes a day, month, year or span, as in {1}.", key, dates.EXAMPLES)
    )
    if token is not None and token.kind == "quoted":
        reading.scanner.next()
        words = fold(token.text).split()
        found = dates.read(words, reading.today)
        if found is None or found.taken != len(words):
            raise invalid
        return found.dates
    before = reading.scanner.position
    ends, plain = [], []
    while (token := reading.scanner.peek()) is not None and token.kind == "word":
        reading.scanner.next()
        plain.append(fold(token.text))
        ends.append(token.end)
    found = dates.read(plain, reading.today)
    reading.scanner.position = before if found is None else ends[found.taken - 1]
    if found is None:
        raise invalid
    return found.dates


def _age(reading: Reading, key: str) -> Node:
    terms = reading.people(until=_NUMBERS)
    invalid = Invalid(
        sentence("{0}: takes a name and years, as in {0}: obama 3..5 or obama >=18.", key)
    )
    if len(terms) != 1:
        raise invalid
    found = reading.scanner.match(_NUMBERS)
    limits = None if found is None else _limits(found)
    if limits is None:
        raise invalid
    return nodes.Age(terms[0].people, *limits)


def _near(reading: Reading, key: str) -> Node:
    invalid = Invalid(
        sentence("{0}: takes latitude,longitude and a distance: {0}: 48.85,2.35 10km.", key)
    )
    found = reading.scanner.match(_PLACE)
    if found is None:
        raise invalid
    latitude, longitude, unit = float(found[1]), float(found[2]), found[4].lower()
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise invalid
    size = _MILE_KM if unit.startswith("mi") else _LENGTH_KM[unit[0]]
    return nodes.Near(latitude, longitude, float(found[3]) * size)


def _together(reading: Reading, key: str) -> Node:
    within = re.compile(rf"(?:{'|'.join(WITHIN)})\s", re.IGNORECASE)
    terms = reading.people(until=within)
    invalid = Invalid(sentence("{0}: takes two or more names: {0}: obama biden within 3h.", key))
    seconds = TOGETHER_SECONDS
    token = reading.scanner.peek()
    if token is not None and token.text.lower() in WITHIN:
        reading.scanner.next()
        found = reading.scanner.match(_SPAN)
        if found is None:
            raise invalid
        seconds = int(found[1]) * _SPAN_SECONDS[found[2][0].lower()]
    if len(terms) < 2:
        raise invalid
    people = tuple(dict.fromkeys(term.people for term in terms))
    return nodes.Together(people, seconds) if all(people) else nodes.NOTHING


def _text(make: Callable[[str], Node], example: str, *, plain: bool = True) -> "Read":
    """Return a reader of a word or of what is in quotes."""

    def read(reading: Reading, key: str) -> Node:
        token = reading.scanner.value()
        text = token.text.strip() if token is not None else ""
        if not text:
            raise Invalid(
                sentence(
                    "{0}: takes a text, in quotes where it has spaces: {0}: {1}.", key, example
                )
            )
        return make(fold(text) if plain else text)

    return read


def _type(reading: Reading, key: str) -> Node:
    token = reading.scanner.value()
    formats = TYPES.get(token.text.lower().lstrip(".")) if token is not None else None
    if formats is None:
        raise Invalid(sentence("{0}: takes one of {1}.", key, ", ".join(TYPES)))
    return nodes.Type(formats)


Read = Callable[[Reading, str], Node]
READERS: dict[str, Read] = {
    "only": _only,
    "only-named": _only,
    "with": _each,
    "confirmed": _each,
    "people": _count,
    "faces": _count,
    "unnamed": _unnamed,
    "date": _date,
    "age": _age,
    "folder": _text(nodes.Folder, '"summer house"'),
    "name": _text(nodes.FileName, "img_1234"),
    "camera": _text(nodes.Camera, "canon"),
    "type": _type,
    "near": _near,
    "favourite": _favourite,
    "rating": _rating,
    "together": _together,
    "like": _text(nodes.Like, "1234, the number of a face, or the path of a picture", plain=False),
}
