"""A query's text cut into tokens, each with its place; anything can be cut."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["word", "quoted", "open", "close", "minus", "key"]

KEYS = (
    "only", "only-named", "with", "confirmed", "people", "faces", "unnamed", "date", "age",
    "folder", "name", "camera", "type", "near", "favourite", "rating", "together", "like",
)  # fmt: skip
OTHER_SPELLINGS = {
    "favorite": "favourite",
    # German, as the window is
    "nur": "only", "nur-benannt": "only-named", "mit": "with", "bestätigt": "confirmed",
    "personen": "people", "leute": "people", "gesichter": "faces", "unbenannt": "unnamed",
    "datum": "date", "alter": "age", "ordner": "folder", "dateiname": "name",
    "kamera": "camera", "typ": "type", "nahe": "near", "favorit": "favourite",
    "bewertung": "rating", "zusammen": "together", "ähnlich": "like",
}  # fmt: skip
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»"}
_KEY = re.compile(r"([A-Za-zäÄ][A-Za-zäÄ-]*):")
_WORD_ENDS = re.compile(r'[\s()"“”„«»]')


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text from start to before end. text: what it says: a key without its colon.

    known: for a key, that there is such a key.
    """

    kind: Kind
    text: str
    start: int
    end: int
    known: bool = True


class Scanner:
    """Reads a text from left to right; `position` may be moved by who reads values itself."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def peek(self) -> Token | None:
        """Return the next token and stay where we are."""
        before = self.position
        token = self.next()
        self.position = before
        return token

    def next(self) -> Token | None:
        """Return the next token, None at the end."""
        start = self.skip_spaces()
        if start == len(self.text):
            return None
        char = self.text[start]
        if char in "()":
            return self._take("open" if char == "(" else "close", char, start, start + 1)
        if char in _QUOTES:
            return self._quoted(start, _QUOTES[char])
        if char == "-" and self._is_minus(start):
            return self._take("minus", char, start, start + 1)
        return self._key(start) or self._word(start)

    def skip_spaces(self) -> int:
        """Move to the next sign that is no space; return where that is."""
        while self.position < len(self.text) and self.text[self.position].isspace():
            self.position += 1
        return self.position

    def value(self) -> Token | None:
        """Return the next word as it stands, or what is in quotes: a path may hold any sign.

        A closing bracket that the word does not open is left; None where nothing stands here.
        """
        start = self.skip_spaces()
        if start == len(self.text) or self.text[start] == ")":
            return None
        if self.text[start] in _QUOTES:
            return self._quoted(start, _QUOTES[self.text[start]])
        end, depth = start, 0
        while end < len(self.text) and not self.text[end].isspace():
            depth += {"(": 1, ")": -1}.get(self.text[end], 0)
            if depth < 0:
                break
            end += 1
        return self._take("word", self.text[start:end], start, end)

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return a match of a value that begins here and ends with its word, and step over it."""
        start = self.skip_spaces()
        found = pattern.match(self.text, start)
        if found is None:
            return None
        end = found.end()
        if end < len(self.text) and not (self.text[end].isspace() or self.text[end] == ")"):
            return None
        self.position = end
        return found

    def _take(self, kind: Kind, text: str, start: int, end: int, known: bool = True) -> Token:
        self.position = end
        return Token(kind, text, start, end, known)

    def _quoted(self, start: int, closing: str) -> Token:
        end = self.text.find(closing, start + 1)
        if end < 0:  # an open quote ends with the text
            return self._take("quoted", self.text[start + 1 :], start, len(self.text))
        return self._take("quoted", self.text[start + 1 : end], start, end + 1)

    def _is_minus(self, start: int) -> bool:
        after = self.text[start + 1 : start + 2]
        return bool(after) and not after.isspace()

    def _key(self, start: int) -> Token | None:
        found = _KEY.match(self.text, start)
        if found is None:
            return None
        name = found[1].lower()
        name = OTHER_SPELLINGS.get(name, name)
        if name in KEYS:
            return self._take("key", name, start, found.end())
        after = self.text[found.end() : found.end() + 1]
        if after == "" or after.isspace():  # "12:30" and "http://x" are texts, "wth: x" a slip
            return self._take("key", found[1], start, found.end(), known=False)
        return None

    def _word(self, start: int) -> Token:
        found = _WORD_ENDS.search(self.text, start + 1)
        end = found.start() if found else len(self.text)
        return self._take("word", self.text[start:end], start, end)
