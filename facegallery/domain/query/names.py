"""The names of a library's people, ready to be looked up by the words of a query."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

from facegallery.domain.folding import fold

Words = tuple[str, ...]


def words_of(text: str) -> list[str]:
    """Return the words as they are compared: case, accents and kind of space do not matter."""
    return fold(text).replace("_", " ").split()


class Names:
    """Finds whom words mean. A person may have several names."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        self._whole: dict[Words, list[int]] = {}
        self._with_word: dict[str, list[tuple[int, int, Words]]] = {}
        for place, (person_id, name) in enumerate(names):
            words = tuple(words_of(name))
            self._whole.setdefault(words, []).append(person_id)
            for word in set(words):
                self._with_word.setdefault(word, []).append((place, person_id, words))
        self._sorted = sorted(self._with_word)
        self._longest = max(map(len, self._whole), default=1)

    def whole(self, words: list[str]) -> int:
        """Return how many of the first words are somebody's whole name, else 1."""
        for taken in range(min(self._longest, len(words)), 1, -1):
            if tuple(words[:taken]) in self._whole:
                return taken
        return 1

    def exactly(self, words: list[str]) -> tuple[int, ...]:
        """Return the people of just that name, else those with it among the words of theirs."""
        named = self._whole.get(tuple(words))
        if named:
            return tuple(dict.fromkeys(named))
        return self._holding(words, begins=False)

    def meant(self, words: list[str]) -> tuple[int, ...]:
        """Return whom words mean: as exactly, else those of whom the last word begins a word."""
        return self.exactly(words) or self._holding(words, begins=True)

    def _holding(self, words: list[str], *, begins: bool) -> tuple[int, ...]:
        if begins and len(words) == 1:
            candidates = [
                entry for word in self._beginning(words[0]) for entry in self._with_word[word]
            ]
        else:
            candidates = self._with_word.get(words[0], []) if words else []
        found = {
            (place, person_id)
            for place, person_id, name in candidates
            if _holds(name, words, begins=begins)
        }
        return tuple(dict.fromkeys(person_id for _place, person_id in sorted(found)))

    def _beginning(self, start: str) -> list[str]:
        first = bisect_left(self._sorted, start)
        last = first
        while last < len(self._sorted) and self._sorted[last].startswith(start):
            last += 1
        return self._sorted[first:last]


@lru_cache(maxsize=2)
def names_of(names: tuple[tuple[int, str], ...]) -> Names:
    """Return Names of these people; those asked for last are kept, for the next letter typed."""
    return Names(names)


def _holds(name: Words, words: list[str], *, begins: bool) -> bool:
    """Tell whether the words stand in a row in the name; begins: the last one may be unfinished."""
    count = len(words)
    for start in range(len(name) - count + 1):
        part = list(name[start : start + count])
        if part == words:
            return True
        if begins and part[:-1] == words[:-1] and part[-1].startswith(words[-1]):
            return True
    return False
