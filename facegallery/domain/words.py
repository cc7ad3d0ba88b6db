"""Sentences that remember what they were made of, so that the window can say them in any language.

They are plain English text wherever text is wanted: on the command line and in the journal.
"""

import json
from collections.abc import Iterable


class Sentence(str):
    """English words; template has a place {0}, {1} … for each part. Parts may be sentences, too."""

    template: str
    parts: tuple[str, ...]

    def __new__(cls, template: str, *parts: str) -> "Sentence":
        """Make the English words."""
        made = super().__new__(cls, template.format(*parts))
        made.template, made.parts = template, parts
        return made

    def __getnewargs__(self) -> tuple[str, ...]:  # type: ignore[override]
        """Return what it is made of again in another process; see pickle."""
        return (self.template, *self.parts)

    def to_json(self) -> str:
        """Return the template and the parts, to be kept."""
        return json.dumps(_as_list(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Sentence":
        """Return the sentence that to_json kept."""
        made = _from_list(json.loads(text))
        return made if isinstance(made, Sentence) else cls("{0}", made)


def sentence(template: str, *parts: object) -> Sentence:
    """Return a sentence. The template is a literal: it is found by packaging/translations.py."""
    return Sentence(template, *(part if isinstance(part, str) else str(part) for part in parts))


def counted(number: int, noun: str) -> Sentence:
    """Return "1 face" or "7 faces". The noun is a literal, likewise."""
    return Sentence(f"1 {noun}") if number == 1 else Sentence(f"{{0}} {noun}s", f"{number:,}")


def listed(parts: Iterable[str]) -> Sentence:
    """Return parts with commas between them."""
    given = tuple(parts)
    return Sentence(", ".join(f"{{{place}}}" for place in range(len(given))), *given)


def together(parts: Iterable[str]) -> str:
    """Return parts with commas between them, and "and" before the last."""
    *first, last = parts
    return sentence("{0} and {1}", listed(first), last) if first else last


def to_text(words: str) -> str:
    """Return words as they are kept where there may be sentences and plain words."""
    return words.to_json() if isinstance(words, Sentence) else words


def from_text(text: str) -> str:
    """Return the words that to_text kept."""
    return Sentence.from_json(text) if text.startswith('["') else text


def _as_list(words: str) -> object:
    if isinstance(words, Sentence):
        return [words.template, *map(_as_list, words.parts)]
    return words


def _from_list(value: object) -> str:
    if isinstance(value, list):
        template, *parts = value
        return Sentence(str(template), *map(_from_list, parts))
    return str(value)
