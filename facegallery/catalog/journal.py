"""What the user did, row by row, so that it can be undone: today, or after a restart.

While an action is recorded, temporary triggers on the tables that hold decisions write every row
they change, before and after, as JSON into `changes` (the technique of sqlite.org/undoredo.html).
Undo puts just those rows back; suggestions that the machine made meanwhile stay as they are.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from facegallery.catalog.library import Catalog, transaction
from facegallery.domain.words import Sentence

# Tables whose rows an action may change, with their keys. Parents before children, so that
# restoring in this order never breaks a foreign key.
_KEYS = {
    "properties": ("name",),
    "photos": ("id",),
    "people": ("id",),
    "groups": ("id",),
    "faces": ("id",),
    "embeddings": ("face_id", "model"),
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
    "presences": ("photo_id", "person_id"),
    "left_out": ("path",),
    "albums": ("id",),
    "album_photos": ("album_id", "photo_id"),
}
# Columns of rows that scans change as well: of an update only those are recorded, and put back,
# that stand together with a changed one. A face's place is the detector's until the user moves it.
_COLUMNS = {
    "photos": (("hidden",), ("favourite",)),
    "faces": (
        ("is_face", "hidden"),
        ("x", "y", "width", "height", "landmarks", "score", "quality", "drawn"),
    ),
}
_GONE = -1  # nobody's id
_NEVER_MADE = ("photos",)  # by an action, nor deleted
_BLOBS = ("landmarks", "vector")  # hexadecimal in JSON
# The machine may have removed these meanwhile (a regroup, a changed photo): such a row stays away.
_PARENTS = {
    "faces": (("photos", "photo_id"),),
    "embeddings": (("faces", "face_id"),),
    "group_faces": (("faces", "face_id"), ("groups", "group_id")),
    "assignments": (("faces", "face_id"), ("people", "person_id")),
    "face_pairs": (("faces", "face_id"), ("faces", "other_id")),
    "other_names": (("people", "person_id"),),
    "different_people": (("people", "person_id"), ("people", "other_id")),
    "difference_faces": (("differences", "difference_id"), ("faces", "face_id")),
    "mirror_photos": (("photos", "photo_id"),),
    "put_aside": (("faces", "face_id"), ("faces", "other_id"), ("people", "person_id")),
    "merged_faces": (("merges", "merge_id"), ("faces", "face_id")),
    "presences": (("photos", "photo_id"), ("people", "person_id")),
    "album_photos": (("albums", "album_id"), ("photos", "photo_id")),
}


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the user did, in words. done_at: UTC. undone: it was taken back.

    words: a Sentence where it is known what it was made of.
    """

    id: int
    words: str
    done_at: str
    undone: bool = False


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


def _put_back(db: Catalog, action_id: int, to: str) -> None:
    """Give every row that the action touched the state it had before or after it."""
    target: dict[tuple[str, str], dict[str, Any] | None] = {}
    born_or_gone: set[tuple[str, str]] = set()
    # The last one that is looked at counts: the first "before", the last "after" of a row.
    order = "id desc" if to == "before" else "id"
    rows = db.query(
        f"select table_name, before, after from changes where action_id = ? order by {order}",
        (action_id,),
    )
    for row in rows:
        state = row[to] and json.loads(row[to])
        known = json.loads(row["before"] or row["after"])
        key = (
            row["table_name"],
            json.dumps([known[column] for column in _KEYS[row["table_name"]]]),
        )
        target[key] = None if state is None else (target.get(key) or {}) | state
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
    state = {k: bytes.fromhex(v) if k in _BLOBS else v for k, v in state.items()}
    if table in _COLUMNS and _exists(db, table, state["id"]):
        marks = ", ".join(f"{name} = :{name}" for name in state)
        db.execute(f"update {table} set {marks} where id = :id", state)
        return
    for parent, column in _PARENTS.get(table, ()):
        number = state.get(column, _GONE)  # of some columns only: the row is gone
        if number is not None and not _exists(db, parent, number):
            return
    if table in ("people", "groups") and not _exists(db, "faces", state["cover_face_id"]):
        state = state | {"cover_face_id": None}
    names = list(state)
    keys = _KEYS[table]
    changed = [name for name in names if name not in keys]
    values = [state[name] for name in names]
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
        columns = tuple(
            row["name"] for row in db.query(f"select name from pragma_table_info('{table}')")
        )
        same_key = " and ".join(f"old.{key} is new.{key}" for key in keys)
        events = []
        for number, some in enumerate(_COLUMNS.get(table, (columns,))):
            named = tuple(dict.fromkeys(keys + some))
            when = f"after update of {', '.join(some)} on main.{table} when {same_key}"
            events.append(
                (f"update_{number}", when, _as_json("old", named), _as_json("new", named))
            )
        if table not in _NEVER_MADE:
            before, after = _as_json("old", columns), _as_json("new", columns)
            events.append(("insert", f"after insert on main.{table}", "null", after))
            events.append(("delete", f"after delete on main.{table}", before, "null"))
        for event, when, old, new in events:
            db.execute(f"""create temp trigger journal_{table}_{event} {when} begin
                insert into changes (action_id, table_name, before, after)
                values ({action_id}, '{table}', {old}, {new}); end""")


def _as_json(row: str, columns: tuple[str, ...]) -> str:
    pairs = (
        f"'{name}', hex({row}.{name})" if name in _BLOBS else f"'{name}', {row}.{name}"
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
