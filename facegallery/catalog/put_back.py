"""Rows as they were before or after an action of the user, put back for its undo or redo.

All rows of a table at once: a person may have 30,000 faces.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from facegallery.catalog import derived, made_since
from facegallery.catalog.library import Catalog

# Tables whose rows an action may change, with their keys. Parents before children, so that
# restoring in this order never breaks a foreign key.
KEYS = {
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
    "kept_faces": ("face_id", "kind"),
    "merges": ("id",),
    "merged_faces": ("merge_id", "face_id", "link"),
    "presences": ("photo_id", "person_id"),
    "left_out": ("path",),
    "albums": ("id",),
    "album_photos": ("album_id", "photo_id"),
}
# Columns of rows that scans change as well: of an update only those are recorded, and put back,
# that stand together with a changed one. A face's place is the detector's until the user moves it.
COLUMNS = {
    "photos": (("hidden",), ("favourite",)),
    "faces": (
        ("is_face", "hidden"),
        ("x", "y", "width", "height", "landmarks", "score", "quality", "eyes_open", "drawn"),
    ),
}
NEVER_MADE = ("photos",)  # by an action, nor deleted
BLOBS = ("landmarks", "vector")  # hexadecimal in JSON
# The machine may have removed these meanwhile (a regroup, a changed photo): such a row stays away.
_PARENTS = {
    "faces": (("photos", "photo_id"),),
    "embeddings": (("faces", "face_id"),),
    "group_faces": (("faces", "face_id"), ("groups", "group_id")),
    "assignments": (("faces", "face_id"), ("people", "person_id")),
    "face_pairs": (("faces", "face_id"), ("faces", "other_id")),
    "other_names": (("people", "person_id"),),
    "difference_faces": (("differences", "difference_id"), ("faces", "face_id")),
    "mirror_photos": (("photos", "photo_id"),),
    "put_aside": (("faces", "face_id"), ("faces", "other_id"), ("people", "person_id")),
    "kept_faces": (("faces", "face_id"),),
    "merged_faces": (("merges", "merge_id"), ("faces", "face_id")),
    "presences": (("photos", "photo_id"), ("people", "person_id")),
    "album_photos": (("albums", "album_id"), ("photos", "photo_id")),
}
_PARAMETERS = 900  # of one statement; old SQLite takes 999
_READ_AT_ONCE = 500  # of more at a time the window, which waits meanwhile, would stutter
_Row = dict[str, Any]
_Key = tuple[Any, ...]
_Rows = dict[_Key, _Row | None]


def put_back(db: Catalog, action_id: int, to: str) -> None:
    """Give every row that the action touched the state it had before or after it."""
    target, born_or_gone = _states(db, action_id, to)
    db.execute("pragma defer_foreign_keys = on")  # rows come back in any order; checked at commit
    with derived.together(db):
        for table, states in target.items():
            gone = [key for key, state in states.items() if state is None]
            names = ", ".join(KEYS[table])
            _at_once(db, f"delete from {table} where ({names}) in (values {{rows}})", gone)
        for table in KEYS:
            back = {key: row for key, row in target.get(table, {}).items() if row is not None}
            if table == "groups":
                # One that was only changed, and that the machine has removed since, stays away.
                there = _present(db, table, (row["id"] for row in back.values()))
                changed = back.keys() - born_or_gone
                back = {k: v for k, v in back.items() if v["id"] in there or k not in changed}
            _write(db, table, back.values())
        made_since.decided(db, _there(target, "assignments", "face_id"))
        made_since.decided(db, _there(target, "faces", "id"))
        if made_since.is_grouped_since(db, action_id):
            made_since.grouped(db, _there(target, "group_faces", "face_id"))
            made_since.parted(db, _there(target, "difference_faces", "face_id"))


def _there(target: dict[str, _Rows], table: str, column: str) -> set[int]:
    """Return a column of the rows of a table that are there again."""
    return {row[column] for row in target.get(table, {}).values() if row is not None}


def _states(db: Catalog, action_id: int, to: str) -> tuple[dict[str, _Rows], set[_Key]]:
    """Return the rows that an action touched as they were, and the keys of groups it made or ended.

    By table and key; None: there was no such row. Of some tables a row may be some columns only.
    """
    target: dict[str, _Rows] = {}
    born_or_gone: set[_Key] = set()
    # The last one that is looked at counts: the first "before", the last "after" of a row.
    order = "id desc" if to == "before" else "id"
    rows = db.execute(
        f"""select table_name, coalesce({to}, before, after), {to} is null,
            before is null or after is null from changes where action_id = ? order by {order}""",
        (action_id,),
    )
    while some := rows.fetchmany(_READ_AT_ONCE):
        known = json.loads(f"[{', '.join(text for _table, text, _absent, _whole in some)}]")
        for (table, _text, absent, whole), state in zip(some, known, strict=True):
            key = tuple(state[column] for column in KEYS[table])
            states = target.setdefault(table, {})
            states[key] = None if absent else (states.get(key) or {}) | state
            if whole and table == "groups":
                born_or_gone.add(key)
    return target, born_or_gone


def _write(db: Catalog, table: str, states: Iterable[_Row]) -> None:
    alike: dict[tuple[str, ...], list[_Row]] = {}
    for state in states:
        alike.setdefault(tuple(state), []).append(state)
    for columns, rows in alike.items():
        for name in set(BLOBS).intersection(columns):
            for row in rows:
                row[name] = bytes.fromhex(row[name])
        there = _present(db, table, (row["id"] for row in rows)) if table in COLUMNS else set()
        _change(db, table, columns, [row for row in rows if row.get("id") in there])
        gone = [row for row in rows if row.get("id") not in there]
        _put(db, table, columns, _with_parents(db, table, columns, gone))


def _with_parents(
    db: Catalog, table: str, columns: tuple[str, ...], rows: list[_Row]
) -> list[_Row]:
    """Return those rows whose parents are there; a cover that is not there is none."""
    for parent, column in _PARENTS.get(table, ()):
        if column not in columns:  # of some columns only: the row is gone
            return []
        there = _present(db, parent, (row[column] for row in rows)) | {None}
        rows = [row for row in rows if row[column] in there]
    if table in ("people", "groups"):
        there = _present(db, "faces", (row["cover_face_id"] for row in rows))
        return [
            row if row["cover_face_id"] in there else row | {"cover_face_id": None} for row in rows
        ]
    return rows


def _change(db: Catalog, table: str, columns: tuple[str, ...], rows: list[_Row]) -> None:
    """Give some columns of rows that are there the values they had."""
    marks = ", ".join(f"{name} = was.{name}" for name in columns if name != "id")
    _at_once(
        db,
        f"""with was ({", ".join(columns)}) as (values {{rows}})
        update {table} set {marks} from was where {table}.id = was.id""",
        [tuple(row.values()) for row in rows],
    )


def _put(db: Catalog, table: str, columns: tuple[str, ...], rows: list[_Row]) -> None:
    keys = KEYS[table]
    if table == "assignments":
        # The machine may have suggested, but only the user confirms: nobody else can hold it now,
        # except by an action that was undone before this one.
        _at_once(
            db,
            """with one (face_id, person_id) as (values {rows})
            delete from assignments where rowid in (select held.rowid from one
                cross join assignments as held on held.face_id = one.face_id
                where held.state = 'confirmed' and held.person_id <> one.person_id)""",
            [(row["face_id"], row["person_id"]) for row in rows if row["state"] == "confirmed"],
        )
    changed = [name for name in columns if name not in keys]
    marks = ", ".join(f"{name} = excluded.{name}" for name in changed) or f"{keys[0]} = {keys[0]}"
    _at_once(
        db,
        f"""insert into {table} ({", ".join(columns)}) values {{rows}}
        on conflict ({", ".join(keys)}) do update set {marks}""",
        [tuple(row.values()) for row in rows],
    )


def _at_once(db: Catalog, sql: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Run SQL on many rows at a time, which take the place of {rows} in it.

    Bound, not as JSON: SQLite may read a decimal a hair off what Python does.
    """
    together = _PARAMETERS // len(rows[0]) if rows else 1
    for start in range(0, len(rows), together):
        some = rows[start : start + together]
        marks = ", ".join([f"({', '.join('?' * len(some[0]))})"] * len(some))
        db.execute(sql.format(rows=marks), [value for row in some for value in row])


def _present(db: Catalog, table: str, numbers: Iterable[int | None]) -> set[int | None]:
    """Return those of some ids that rows of the table have."""
    rows = db.execute(
        f"select id from {table} where id in (select value from json_each(?))",
        (json.dumps(list(numbers)),),
    )
    return {row[0] for row in rows}
