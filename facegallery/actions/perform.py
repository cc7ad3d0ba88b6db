"""Do, undo and redo actions."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from facegallery.catalog import covers, journal
from facegallery.catalog.library import Catalog

Step = Callable[[Catalog], str | None]


class Action(Protocol):
    """Something the user can do. `do` runs inside a transaction that is recorded."""

    def do(self, db: Catalog) -> str:
        """Change the catalog; return in words what was done. Raise to change nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Several:
    """Actions that are one for the user: done, and undone, together."""

    actions: tuple[Action, ...]

    def do(self, db: Catalog) -> str:
        """Do all of them in order; see Action."""
        return "; ".join(action.do(db) for action in self.actions)


def perform(db: Catalog, action: Action) -> str:
    """Do an action, so that it can be undone; return in words what was done."""
    with journal.recording(db) as words:
        words.append(action.do(db))
        covers.choose(db)
    return words[0]


def undo(db: Catalog) -> str | None:
    """Take back the last action; return its words, or None where there is nothing to undo."""
    action = journal.undo(db)
    return None if action is None else action.words


def redo(db: Catalog) -> str | None:
    """Do again what was undone last; return its words, or None where there is nothing."""
    action = journal.redo(db)
    return None if action is None else action.words


def count(number: int, noun: str) -> str:
    """Return "1 face" or "7 faces"."""
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"
