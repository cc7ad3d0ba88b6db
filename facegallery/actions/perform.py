"""Do, undo and redo actions; background work leaves the catalog to them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from facegallery.catalog import covers, journal
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog
from facegallery.courtesy import note_user
from facegallery.domain.words import counted, listed

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
        return listed([action.do(db) for action in self.actions])


def perform(db: Catalog, action: Action) -> str:
    """Do an action, so that it can be undone; return in words what was done."""
    note_user()
    with journal.recording(db) as words:
        words.append(action.do(db))
        covers.choose(db)
    return words[0]


def undo(db: Catalog) -> str | None:
    """Take back the last action; return its words, or None where there is nothing to undo."""
    note_user()
    action = journal.undo(db)
    return None if action is None else action.words


def redo(db: Catalog) -> str | None:
    """Do again what was undone last; return its words, or None where there is nothing."""
    note_user()
    action = journal.redo(db)
    return None if action is None else action.words


def step_to(db: Catalog, action_id: int) -> int:
    """Undo an action and all after it, or redo it and all that were undone before it.

    Whichever is possible; return how many actions were undone or redone. 0: it is not known.
    """
    actions = {action.id: action for action in journal.listed(db, limit=-1)}
    if action_id not in actions:
        return 0
    undone = actions[action_id].undone
    with transaction(db):
        steps = 0
        while True:
            step = journal.last_undone(db) if undone else journal.last_done(db)
            passed = step is None or (step.id > action_id if undone else step.id < action_id)
            if passed:
                return steps
            (journal.redo if undone else journal.undo)(db)
            steps += 1


def count(number: int, noun: str) -> str:
    """Return "1 face" or "7 faces"."""
    return counted(number, noun)
