"""Reads the text of a query into a tree. Any text is a query: what cannot be read is told, with
its place and with what would be valid, and finds nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Literal

from facegallery.domain.query import dates, nodes
from facegallery.domain.query.names import Names, names_of, words_of
from facegallery.domain.query.nodes import Node
from facegallery.domain.query.tokens import KEYS, Scanner, Token
from facegallery.domain.query.values import JOINING, OR, READERS, Invalid, Reading, Term
from facegallery.domain.words import Sentence, sentence

DEEPEST = 40  # brackets that mean something within each other; SQL has a limit, too
PieceKind = Literal["name", "value", "mark"]


@dataclass(frozen=True, slots=True)
class Mistake:
    """What cannot be read, from start to before end of the text, and a sentence what is valid.

    grave: a key or its value, not a bracket that was left open: what was meant is not known.
    """

    start: int
    end: int
    sentence: Sentence
    grave: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text that stands for itself: a name, a key with its value, or a mark.

    A mark is "or", a bracket or a minus. people: whom a name means. A minus before a name or a
    key belongs to it.
    """

    start: int
    end: int
    kind: PieceKind
    people: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """What a text asks for. terms: all names in it, with the people that they mean."""

    text: str = ""
    node: Node = nodes.EVERYTHING
    terms: tuple[Term, ...] = ()
    pieces: tuple[Piece, ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    @property
    def unknown(self) -> tuple[str, ...]:
        """The words that name nobody."""
        return tuple(dict.fromkeys(term.text for term in self.terms if not term.people))

    @property
    def wanted(self) -> tuple[tuple[int, ...], ...]:
        """The person ids of each name."""
        return tuple(term.people for term in self.terms)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was asked for; then all photos are meant."""
        return self.node == nodes.EVERYTHING and not self.mistakes


def parse(text: str, names: Iterable[tuple[int, str]], today: date | None = None) -> Query:
    """Read a query over the people (id, name) of a library; never raises.

    Words that together are somebody's whole name are one term ("george bush" is not everybody
    called George with everybody called Bush); other words are a term each. A term means the
    people of just that name, else those with it among the words of their name, else those of whom
    a word begins with it. Words in double quotes are always one term.
    """
    # What is no character (half of a pair, from a file name) is in no name and stops SQL.
    plain = "".join("?" if "\ud800" <= char <= "\udfff" else char for char in text)
    parser = _Parser(plain.replace("\0", " "), names_of(tuple(names)), today or date.today())
    return parser.query()


@dataclass(slots=True)
class _Frame:
    """A bracket that is open: the alternatives so far, and the minus before the next part.

    depth: of the deepest part.
    """

    start: int = 0
    alternatives: list[list[Node]] = field(default_factory=lambda: [[]])
    minus: Token | None = None
    depth: int = 0

    def add(self, node: Node, depth: int = 0) -> None:
        """Add a part; a minus before it turns it around."""
        self.alternatives[-1].append(nodes.without(node) if self.minus else node)
        self.minus = None
        self.depth = max(self.depth, depth)

    def node(self) -> Node | None:
        """Return what the bracket means, None for nothing; "or" with an empty side is no "or"."""
        filled = [nodes.both(parts) for parts in self.alternatives if parts]
        return nodes.either(filled) if filled else None


class _Parser:
    """Reads one text. Brackets are on a stack of its own: no text is too deep for it."""

    def __init__(self, text: str, names: Names, today: date) -> None:
        self._text = text
        self._scanner = Scanner(text)
        self._reading = Reading(self._scanner, names, today, [])
        self._frames = [_Frame()]
        self._pieces: list[Piece] = []
        self._mistakes: list[Mistake] = []

    def query(self) -> Query:
        """Return what the text asks for."""
        while (token := self._scanner.peek()) is not None:
            if token.kind in ("word", "quoted") and not _joins(token):
                self._names()
            else:
                self._scanner.next()
                self._mark(token)
        while len(self._frames) > 1:
            opened = self._frames[-1].start
            self._note(opened, opened + 1, sentence("This bracket is never closed."), grave=False)
            self._close()
        self._end_minus()
        node = self._frames[0].node() or nodes.EVERYTHING
        terms, pieces = tuple(self._reading.terms), tuple(self._pieces)
        return Query(self._text, node, terms, pieces, tuple(self._mistakes))

    def _mark(self, token: Token) -> None:
        if token.kind == "key":
            self._key(token)
            return
        self._piece(token.start, token.end, "mark")
        if token.kind == "minus":
            frame = self._frames[-1]
            frame.minus = None if frame.minus else token
        elif token.kind == "open":
            self._frames.append(_Frame(token.start))
        elif token.kind == "close":
            self._end_minus()
            if len(self._frames) == 1:
                self._note(
                    token.start, token.end, sentence("No bracket is open here."), grave=False
                )
            else:
                self._close()
        elif token.text.lower() in OR:
            self._end_minus()
            self._frames[-1].alternatives.append([])

    def _close(self) -> None:
        self._end_minus()
        frame = self._frames.pop()
        node = frame.node()
        if node is None:
            self._frames[-1].minus = None
            return
        depth = frame.depth + isinstance(node, nodes.And | nodes.Or)
        if depth > DEEPEST:
            words = sentence("Brackets can be {0} deep at most.", DEEPEST)
            self._note(frame.start, frame.start + 1, words, grave=False)
            node, depth = nodes.NOTHING, 0
        self._frames[-1].add(node, depth)

    def _end_minus(self) -> None:
        """Tell of a minus after which nothing came."""
        minus, self._frames[-1].minus = self._frames[-1].minus, None
        if minus is not None:
            self._note(
                minus.start, minus.end, sentence("Nothing stands after this minus."), grave=False
            )

    def _names(self) -> None:
        """Read a quoted name, or words up to the next mark: names, and dates among them."""
        token = self._scanner.peek()
        if token is not None and token.kind == "quoted":
            self._scanner.next()
            words = words_of(token.text)
            if words:
                self._add_term(self._reading.term(words, token.start, token.end))
            return
        words_left = self._reading.run()
        while words_left:
            plain = [word for word, _start, _end in words_left]
            taken = self._reading.names.whole(plain)
            found = self._date(plain) if taken == 1 else None
            start = words_left[0][1]
            if found is not None:
                taken = found.taken
                self._add(found.dates, start, words_left[taken - 1][2], "value")
            else:
                end = words_left[taken - 1][2]
                self._add_term(self._reading.term(plain[:taken], start, end))
            words_left = words_left[taken:]

    def _date(self, words: list[str]) -> dates.Found | None:
        """Return the date that words begin with, where nobody has the first one as a name."""
        if self._reading.names.exactly(words[:1]):
            return None
        found = dates.read(words, self._reading.today)
        alone = found is not None and found.taken == 1
        return None if alone and self._reading.names.meant(words[:1]) else found

    def _key(self, token: Token) -> None:
        if not token.known:
            self._unknown_key(token)
            return
        reader = READERS[token.text]
        try:
            node = reader(self._reading, token.text)
        except Invalid as invalid:
            end = self._skip_value(token.end)
            self._note(token.start, end, invalid.sentence)
            node = nodes.NOTHING
        self._add(node, token.start, max(self._scanner.position, token.end), "value")

    def _skip_value(self, key_end: int) -> int:
        """Step over the word that was not a value; return where what is wrong ends."""
        if not self._text[key_end : self._scanner.position].strip():
            self._scanner.position = key_end
            token = self._scanner.peek()
            if token is not None and token.kind in ("word", "quoted", "minus"):
                self._scanner.value()
        return self._scanner.position

    def _unknown_key(self, token: Token) -> None:
        close = get_close_matches(token.text.lower(), KEYS, 1)
        end = self._skip_value(token.end)
        words = (
            sentence("There is no key {0}:; {1}: is one.", token.text, close[0])
            if close
            else sentence("There is no key {0}:. Keys are {1}.", token.text, ", ".join(KEYS))
        )
        self._note(token.start, end, words)
        self._add(nodes.NOTHING, token.start, end, "value")

    def _add_term(self, term: Term) -> None:
        self._add(nodes.Shows(term.people), term.start, term.end, "name", term.people)

    def _add(
        self, node: Node, start: int, end: int, kind: PieceKind, people: tuple[int, ...] = ()
    ) -> None:
        minus = self._frames[-1].minus
        if minus is not None and self._pieces and self._pieces[-1].end == start:
            start = self._pieces.pop().start
        self._piece(start, end, kind, people)
        self._frames[-1].add(node)

    def _piece(self, start: int, end: int, kind: PieceKind, people: tuple[int, ...] = ()) -> None:
        self._pieces.append(Piece(start, end, kind, people))

    def _note(self, start: int, end: int, words: Sentence, *, grave: bool = True) -> None:
        if grave or all(words != mistake.sentence for mistake in self._mistakes):
            self._mistakes.append(Mistake(start, end, words, grave))


def _joins(token: Token) -> bool:
    return token.kind == "word" and token.text.lower() in JOINING
