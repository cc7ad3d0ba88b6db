"""Appearances and counts of many photos at once.

Triggers keep them in step row by row; see search_tables. Of the 30,000 faces of one person that
takes four seconds, so an action has the triggers note only what they would have looked at
(`to_derive`), and all of it is derived together at its end: in a fifth of the time.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from facegallery.catalog.database import Database
from facegallery.catalog.search_tables import COUNT, COUNTED, appears

_NOBODY = 0  # no person's id: of this photo only the counts are to be looked at
_NOW, _LATER = (f"{word} (select 1 from derive_later)" for word in ("not exists", "exists"))
_TABLES = (
    # A row in it, never seen outside the transaction of an action: triggers only note.
    "create table derive_later (id integer primary key check (id = 1)) strict",
    """create table to_derive (
        photo_id integer not null,
        person_id integer not null,
        primary key (photo_id, person_id)
    ) strict, without rowid""",
)
_EVENTS = {
    "assignment_added": ("insert on assignments", ("new",)),
    "assignment_ended": ("delete on assignments", ("old",)),
    "assignment_changed": ("update on assignments", ("old", "new")),
    "presence_added": ("insert on presences", ("new",)),
    "presence_ended": ("delete on presences", ("old",)),
}
_FACE_EVENTS = {
    "face_added": ("insert on faces", "new"),
    "face_gone": ("delete on faces", "old"),
    "face_marked": ("update of is_face, hidden, photo_id on faces", "new"),
}
_APPEAR = """insert into appearances (person_id, taken_at, photo_id, confirmed)
    select person_id, taken_at, photo_id, max(coalesce(by_face, 0), by_word) from (
        select each.person_id, taken_at, each.photo_id,
            (select max(state = 'confirmed') from assignments
                where person_id = each.person_id and photo_id = each.photo_id
                    and state in ('confirmed', 'suggested')) as by_face,
            exists (select 1 from presences
                where person_id = each.person_id and photo_id = each.photo_id) as by_word
        from to_derive as each join photos on photos.id = each.photo_id)
    where by_face is not null or by_word"""


def make(db: Database) -> None:
    """Give every trigger that derives a second one, that notes what to derive later."""
    for statement in _TABLES:
        db.execute(statement)
    for name, (event, rows) in _EVENTS.items():
        notes = " ".join(_note(row, f"{row}.person_id") for row in rows)
        _replace(db, name, event, " ".join(appears(row) for row in rows), notes)
    for name, (event, row) in _FACE_EVENTS.items():
        at_once = COUNT.format(photo=f"{row}.photo_id")
        _replace(db, name, event, at_once, _note(row, str(_NOBODY)))


def _replace(db: Database, name: str, event: str, now: str, later: str) -> None:
    db.execute(f"drop trigger {name}")
    db.execute(f"create trigger {name} after {event} when {_NOW} begin {now} end")
    db.execute(f"create trigger {name}_later after {event} when {_LATER} begin {later} end")


def _note(row: str, person: str) -> str:
    return f"""insert into to_derive (photo_id, person_id) values ({row}.photo_id, {person})
        on conflict (photo_id, person_id) do nothing;"""


@contextmanager
def together(db: Database) -> Iterator[None]:
    """Derive what the block's changes ask for together, at its end; inside a transaction, nests.

    Until then appearances, and the counts of photos, are those of before the block. Where the block
    raises, the transaction is to be rolled back.
    """
    if db.execute("select 1 from derive_later").fetchone():
        yield
        return
    db.execute("insert into derive_later (id) values (1)")
    yield
    _derive(db)
    db.execute("delete from derive_later")


def _derive(db: Database) -> None:
    db.execute("""delete from appearances where (photo_id, person_id) in
        (select photo_id, person_id from to_derive)""")
    db.execute(_APPEAR)
    for column, number in COUNTED.items():
        db.execute(f"""with counted as materialized (
                select photo_id, {number.format(photo="each.photo_id")} as number
                from (select distinct photo_id from to_derive) as each)
            update photos set {column} = number from counted
            where photos.id = counted.photo_id and {column} <> number""")
    db.execute("delete from to_derive")
