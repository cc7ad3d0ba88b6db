"""What a user asks for in the search field: words that name people, all of whom must be there."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One wanted person as typed, and the ids of the people it may mean (none: unknown)."""

    text: str
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """Photos that show someone of each term. Without terms: all photos."""

    terms: tuple[Term, ...] = ()

    @property
    def unknown(self) -> tuple[str, ...]:
        """The words that name nobody."""
        return tuple(term.text for term in self.terms if not term.people)

    @property
    def wanted(self) -> tuple[tuple[int, ...], ...]:
        """The person ids of each term."""
        return tuple(term.people for term in self.terms)


def parse(text: str, names: Iterable[tuple[int, str]]) -> Query:
    """Read a query over the people (id, name) of a library; any text is a query.

    Words that together are somebody's whole name are one term ("george bush" is not everybody
    called George with everybody called Bush); other words are a term each. A term means the
    people of just that name, else those with it among the words of their name, else those of whom
    a word begins with it. Words in double quotes are always one term.
    """
    folded = [(person_id, _fold(name)) for person_id, name in names]
    whole = {tuple(name) for _, name in folded}
    longest = max(map(len, whole), default=1)
    terms = []
    for part, quoted in _parts(text):
        words = _fold(part)
        while words:
            taken = len(words) if quoted else _whole_name(words, whole, longest)
            terms.append(_term(words[:taken], folded))
            words = words[taken:]
    return Query(tuple(terms))


def _parts(text: str) -> list[tuple[str, bool]]:
    """Split at double quotes: every second part was quoted; an open quote ends with the text."""
    return [(part, position % 2 == 1) for position, part in enumerate(text.split('"'))]


def _fold(text: str) -> list[str]:
    """Return the words as they are compared: case, accents and kind of space make no difference."""
    plain = unicodedata.normalize("NFKD", text)
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return kept.casefold().replace("_", " ").split()


def _whole_name(words: list[str], whole: set[tuple[str, ...]], longest: int) -> int:
    """Return how many of the first words are somebody's whole name, else 1."""
    for taken in range(min(longest, len(words)), 1, -1):
        if tuple(words[:taken]) in whole:
            return taken
    return 1


def _term(words: list[str], folded: list[tuple[int, list[str]]]) -> Term:
    tests = (
        lambda name: name == words,
        lambda name: _holds(name, words, begins=False),
        lambda name: _holds(name, words, begins=True),
    )
    for fits in tests:
        people = tuple(dict.fromkeys(number for number, name in folded if fits(name)))
        if people:
            return Term(" ".join(words), people)
    return Term(" ".join(words), ())


def _holds(name: list[str], words: list[str], *, begins: bool) -> bool:
    """Tell whether the words stand in a row in the name; begins: the last one may be unfinished."""
    count = len(words)
    for start in range(len(name) - count + 1):
        part = name[start : start + count]
        if part == words:
            return True
        if begins and part[:-1] == words[:-1] and part[-1].startswith(words[-1]):
            return True
    return False
