"""What the user did, row by row, so that it can be undone: today, or after a restart.

While an action is recorded, temporary triggers on the tables that hold decisions write every row
they change, before and after, as JSON into `changes` (the technique of sqlite.org/undoredo.html).
Undo puts just those rows back; suggestions that the machine made meanwhile stay as they are.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from facegallery.catalog import derived
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog
from facegallery.catalog.moments import now
from facegallery.catalog.put_back import BLOBS, COLUMNS, KEYS, NEVER_MADE, put_back
from facegallery.domain.words import Sentence


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the user did, in words. done_at: UTC. undone: it was taken back.

    words: a Sentence where it is known what it was made of.
    """

    id: int
    words: str
    done_at: str
    undone: bool = False


@contextmanager
def recording(db: Catalog) -> Iterator[list[str]]:
    """Record every change of the block as one action; the block appends the action's words.

    Without words nothing is recorded. What was undone before can no longer be redone.
    """
    words: list[str] = []
    with transaction(db):
        db.execute("delete from actions where undone = 1")
        action_id = db.execute(
            "insert into actions (words, done_at) values ('', ?)", (now(),)
        ).lastrowid
        _make_triggers(db, int(action_id or 0))
        try:
            with derived.together(db):
                yield words
        finally:
            _drop_triggers(db)
        if words:
            kept = words[0].to_json() if isinstance(words[0], Sentence) else None
            db.execute(
                "update actions set words = ?, sentence = ? where id = ?",
                (str(words[0]), kept, action_id),
            )
        else:
            db.execute("delete from actions where id = ?", (action_id,))


def last_done(db: Catalog) -> Action | None:
    """Return the action that undo would take back."""
    return _action(db, "where undone = 0 order by id desc limit 1")


def last_undone(db: Catalog) -> Action | None:
    """Return the action that redo would do again."""
    return _action(db, "where undone = 1 order by id limit 1")


def undone(db: Catalog, action_ids: Sequence[int]) -> frozenset[int]:
    """Return those of some actions that were taken back; some hundreds at most."""
    marks = ", ".join("?" * len(action_ids))
    rows = db.execute(
        f"select id from actions where id in ({marks}) and undone = 1", list(action_ids)
    )
    return frozenset(row[0] for row in rows)


def listed(db: Catalog, limit: int = 500) -> list[Action]:
    """Return the last things the user did, the newest first, those that were undone too."""
    return _actions(db, "order by id desc limit ?", (limit,))


def undo(db: Catalog) -> Action | None:
    """Take back the last action; return it, or None where there is nothing to undo."""
    with transaction(db):
        action = last_done(db)
        if action is not None:
            put_back(db, action.id, to="before")
            db.execute("update actions set undone = 1 where id = ?", (action.id,))
    return action


def redo(db: Catalog) -> Action | None:
    """Do the action that was undone last again; return it, or None where there is none."""
    with transaction(db):
        action = last_undone(db)
        if action is not None:
            put_back(db, action.id, to="after")
            db.execute("update actions set undone = 0 where id = ?", (action.id,))
    return action


def _action(db: Catalog, which: str) -> Action | None:
    return next(iter(_actions(db, which)), None)


def _actions(db: Catalog, which: str, values: Sequence[object] = ()) -> list[Action]:
    rows = db.execute(
        f"select id, words, done_at, undone, sentence from actions {which}", list(values)
    )
    return [
        Action(number, Sentence.from_json(kept) if kept else words, done_at, bool(undone))
        for number, words, done_at, undone, kept in rows.fetchall()
    ]


def _make_triggers(db: Catalog, action_id: int) -> None:
    for table, keys in KEYS.items():
        columns = tuple(
            row["name"] for row in db.query(f"select name from pragma_table_info('{table}')")
        )
        same_key = " and ".join(f"old.{key} is new.{key}" for key in keys)
        events = []
        for number, some in enumerate(COLUMNS.get(table, (columns,))):
            named = tuple(dict.fromkeys(keys + some))
            when = f"after update of {', '.join(some)} on main.{table} when {same_key}"
            events.append(
                (f"update_{number}", when, _as_json("old", named), _as_json("new", named))
            )
        if table not in NEVER_MADE:
            before, after = _as_json("old", columns), _as_json("new", columns)
            events.append(("insert", f"after insert on main.{table}", "null", after))
            events.append(("delete", f"after delete on main.{table}", before, "null"))
        for event, when, old, new in events:
            db.execute(f"""create temp trigger journal_{table}_{event} {when} begin
                insert into changes (action_id, table_name, before, after)
                values ({action_id}, '{table}', {old}, {new}); end""")


def _as_json(row: str, columns: tuple[str, ...]) -> str:
    pairs = (
        f"'{name}', hex({row}.{name})" if name in BLOBS else f"'{name}', {row}.{name}"
        for name in columns
    )
    return f"json_object({', '.join(pairs)})"


def _drop_triggers(db: Catalog) -> None:
    names = [
        row["name"]
        for row in db.query(
            "select name from sqlite_temp_master where type = 'trigger' and name like 'journal_%'"
        )
    ]
    for name in names:
        db.execute(f"drop trigger {name}")
