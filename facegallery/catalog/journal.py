"""What the user did, row by row, so that it can be undone: today, or after a restart.

While an action is recorded, temporary triggers on the tables that hold decisions write every row
they change, before and after, as JSON into `changes` (the technique of sqlite.org/undoredo.html).
Undo puts just those rows back; suggestions that the machine made meanwhile stay as they are.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from facegallery.catalog.library import Catalog, transaction

# Tables whose rows an action may change, with their keys. Parents before children, so that
# restoring in this order never breaks a foreign key.
_KEYS = {
    "people": ("id",),
    "groups": ("id",),
    "faces": ("id",),
    "group_faces": ("face_id",),
    "assignments": ("face_id", "person_id"),
    "face_pairs": ("face_id", "other_id"),
    "other_names": ("person_id", "name"),
    "different_people": ("person_id", "other_id"),
    "differences": ("id",),
    "difference_faces": ("difference_id", "face_id"),
    "mirror_photos": ("photo_id",),
    "put_aside": ("id",),
    "merges": ("id",),
    "merged_faces": ("merge_id", "face_id", "link"),
}
# Only what an action changes of a face; its box and landmarks are the detector's and hold a blob.
_COLUMNS = {"faces": ("id", "is_face", "hidden")}
# The machine may have removed these meanwhile (a regroup, a changed photo): such a row stays away.
_PARENTS = {
    "group_faces": (("faces", "face_id"), ("groups", "group_id")),
    "assignments": (("faces", "face_id"), ("people", "person_id")),
    "face_pairs": (("faces", "face_id"), ("faces", "other_id")),
    "other_names": (("people", "person_id"),),
    "different_people": (("people", "person_id"), ("people", "other_id")),
    "difference_faces": (("differences", "difference_id"), ("faces", "face_id")),
    "mirror_photos": (("photos", "photo_id"),),
    "put_aside": (("faces", "face_id"), ("faces", "other_id"), ("people", "person_id")),
    "merged_faces": (("merges", "merge_id"), ("faces", "face_id")),
}


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the user did, in words."""

    id: int
    words: str
    done_at: str


def now() -> str:
    """Return the time as the catalog writes it: ISO 8601, UTC, seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


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
            yield words
        finally:
            _drop_triggers(db)
        if words:
            db.execute("update actions set words = ? where id = ?", (words[0], action_id))
        else:
            db.execute("delete from actions where id = ?", (action_id,))


def last_done(db: Catalog) -> Action | None:
    """Return the action that undo would take back."""
    return _action(db, "select id, words, done_at from actions where undone = 0 order by id desc")


def last_undone(db: Catalog) -> Action | None:
    """Return the action that redo would do again."""
    return _action(db, "select id, words, done_at from actions where undone = 1 order by id")


def undo(db: Catalog) -> Action | None:
    """Take back the last action; return it, or None where there is nothing to undo."""
    with transaction(db):
        action = last_done(db)
        if action is not None:
            _put_back(db, action.id, to="before")
            db.execute("update actions set undone = 1 where id = ?", (action.id,))
    return action


def redo(db: Catalog) -> Action | None:
    """Do the action that was undone last again; return it, or None where there is none."""
    with transaction(db):
        action = last_undone(db)
        if action is not None:
            _put_back(db, action.id, to="after")
            db.execute("update actions set undone = 0 where id = ?", (action.id,))
    return action


def _action(db: Catalog, sql: str) -> Action | None:
    row = next(db.query(f"{sql} limit 1"), None)
    return Action(**row) if row else None


def _put_back(db: Catalog, action_id: int, to: str) -> None:
    """Give every row that the action touched the state it had before or after it."""
    target: dict[tuple[str, str], dict[str, Any] | None] = {}
    born_or_gone: set[tuple[str, str]] = set()
    rows = db.query(
        "select table_name, before, after from changes where action_id = ? order by id",
        (action_id,),
    )
    for row in rows:
        state = row[to] and json.loads(row[to])
        known = json.loads(row["before"] or row["after"])
        key = (
            row["table_name"],
            json.dumps([known[column] for column in _KEYS[row["table_name"]]]),
        )
        if to == "after" or key not in target:  # the first "before", the last "after" of a row
            target[key] = state
        if row["before"] is None or row["after"] is None:
            born_or_gone.add(key)
    db.execute("pragma defer_foreign_keys = on")  # rows come back in any order; checked at commit
    for (table, numbers), state in target.items():
        if state is None:
            where = " and ".join(f"{column} = ?" for column in _KEYS[table])
            db.execute(f"delete from {table} where {where}", json.loads(numbers))
    for table in _KEYS:
        for key in (key for key in target if key[0] == table):
            state = target[key]
            # A group that the action only changed, and the machine has removed since, stays away.
            gone = table == "groups" and state and not _exists(db, table, state["id"])
            if state is not None and not (gone and key not in born_or_gone):
                _write(db, table, state)


def _write(db: Catalog, table: str, state: dict[str, Any]) -> None:
    for parent, column in _PARENTS.get(table, ()):
        if state[column] is not None and not _exists(db, parent, state[column]):
            return
    if table in ("people", "groups") and not _exists(db, "faces", state["cover_face_id"]):
        state = state | {"cover_face_id": None}
    names = list(state)
    keys = _KEYS[table]
    changed = [name for name in names if name not in keys]
    values = [state[name] for name in names]
    if table in _COLUMNS:  # never made or deleted by an action, only marked
        marks = ", ".join(f"{name} = ?" for name in changed)
        db.execute(
            f"update {table} set {marks} where id = ?", [state[n] for n in changed] + [state["id"]]
        )
        return
    if table == "assignments" and state["state"] == "confirmed":
        # The machine may have suggested, but only the user confirms: nobody else can hold it now,
        # except by an action that was undone before this one.
        db.execute(
            "delete from assignments where face_id = ? and state = 'confirmed' and person_id <> ?",
            (state["face_id"], state["person_id"]),
        )
    marks = ", ".join(f"{name} = excluded.{name}" for name in changed) or f"{keys[0]} = {keys[0]}"
    db.execute(
        f"""insert into {table} ({", ".join(names)}) values ({", ".join("?" * len(names))})
        on conflict ({", ".join(keys)}) do update set {marks}""",
        values,
    )


def _exists(db: Catalog, table: str, number: int | None) -> bool:
    return db.execute(f"select 1 from {table} where id = ?", (number,)).fetchone() is not None


def _make_triggers(db: Catalog, action_id: int) -> None:
    for table, keys in _KEYS.items():
        columns = _COLUMNS.get(table) or tuple(
            row["name"] for row in db.query(f"select name from pragma_table_info('{table}')")
        )
        before = _as_json("old", columns)
        after = _as_json("new", columns)
        same_key = " and ".join(f"old.{key} is new.{key}" for key in keys)
        events = [("update", f"after update on main.{table} when {same_key}", before, after)]
        if table not in _COLUMNS:
            events.append(("insert", f"after insert on main.{table}", "null", after))
            events.append(("delete", f"after delete on main.{table}", before, "null"))
        for event, when, old, new in events:
            db.execute(f"""create temp trigger journal_{table}_{event} {when} begin
                insert into changes (action_id, table_name, before, after)
                values ({action_id}, '{table}', {old}, {new}); end""")


def _as_json(row: str, columns: tuple[str, ...]) -> str:
    pairs = ", ".join(f"'{column}', {row}.{column}" for column in columns)
    return f"json_object({pairs})"


def _drop_triggers(db: Catalog) -> None:
    names = [
        row["name"]
        for row in db.query(
            "select name from sqlite_temp_master where type = 'trigger' and name like 'journal_%'"
        )
    ]
    for name in names:
        db.execute(f"drop trigger {name}")
