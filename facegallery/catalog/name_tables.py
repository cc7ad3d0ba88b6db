"""The names of each photo's files, indexed so that those that hold a text come newest first.

A row of photo_names is a photo: its key grows with the date, so that either index gives matches
in the order of dates without looking at all of them. Only triggers write here.
"""

import re

from facegallery.catalog.database import Database

BETWEEN = "/"  # stands before, between and after names: no name holds it
LEAST_TRIGRAM = 3  # signs that the index of three can look for; fewer are in the index of pairs
_ID_BITS = 24
_MOMENT = re.compile(r"(\d*)-?(\d*)-?(\d*)T?(\d*):?(\d*):?(\d*)", re.ASCII)
_UNITS = (13, 32, 25, 61, 62)  # more than there are months, days, hours, minutes, seconds


def date_key(taken_at: str, photo_id: int = 0) -> int:
    """Return a number that grows as the second of a date does: within it as the photo's id.

    taken_at: ISO 8601 or the beginning of one. Photos of one second keep apart below 16 million.
    """
    found = _MOMENT.match(taken_at)
    parts = [int(part or 0) for part in found.groups()] if found else [0] * 6
    second = min(parts[0], 9_999)
    for part, unit in zip(parts[1:], _UNITS, strict=True):
        second = second * unit + min(part, unit - 1)
    return (second << _ID_BITS) + photo_id % (1 << _ID_BITS)


def second_after(taken_at: str) -> int:
    """Return the key that no photo of this second or before reaches."""
    return date_key(taken_at) + (1 << _ID_BITS)


def name_pairs(names: str) -> str:
    """Return each sign and each pair of signs within names as a word that FTS can index."""
    pieces = set(names) | {names[at : at + 2] for at in range(len(names) - 1)}
    return " ".join(pair_word(piece) for piece in sorted(pieces) if BETWEEN not in piece)


def pair_word(piece: str) -> str:
    """Return a sign or a pair as letters and digits only."""
    return "x".join(f"{ord(sign):x}" for sign in piece)


_NAMED = """insert into photo_names (date_key, photo_id, names)
    select date_key(photos.taken_at, photos.id), photos.id,
        '/' || group_concat(fold(name_of(path)), '/') || '/'
    from photos join files on files.photo_id = photos.id {which} group by photos.id"""
_DIRECTORY = """insert into directories (path, folded)
        select folder_of(new.path), fold(folder_of(new.path))
        where not exists (select 1 from directories where path = folder_of(new.path));
    update files set directory_id =
        (select id from directories where path = folder_of(new.path)) where id = new.id;"""


def _renew(photo: str) -> str:
    return f"""delete from photo_names where photo_id = {photo};
        {_NAMED.format(which=f"where photos.id = {photo}")};"""


_STATEMENTS = (
    "drop trigger file_named",
    "drop trigger file_renamed",
    "drop trigger file_forgotten",
    "drop table file_names",
    """create table photo_names (
        date_key integer primary key,
        photo_id integer not null unique,
        names text not null
    ) strict""",
    _NAMED.format(which=""),
    """create virtual table file_names using fts5(names, content = 'photo_names',
        content_rowid = 'date_key', tokenize = 'trigram case_sensitive 1', columnsize = 0)""",
    "insert into file_names (file_names) values ('rebuild')",
    """create virtual table name_pairs using fts5(pairs, content = '', detail = none,
        tokenize = 'ascii', columnsize = 0)""",
    "insert into name_pairs (rowid, pairs) select date_key, name_pairs(names) from photo_names",
    """create trigger names_added after insert on photo_names begin
        insert into file_names (rowid, names) values (new.date_key, new.names);
        insert into name_pairs (rowid, pairs) values (new.date_key, name_pairs(new.names));
    end""",
    """create trigger names_gone after delete on photo_names begin
        insert into file_names (file_names, rowid, names)
            values ('delete', old.date_key, old.names);
        insert into name_pairs (name_pairs, rowid, pairs)
            values ('delete', old.date_key, name_pairs(old.names));
    end""",
    f"""create trigger file_named after insert on files begin
        {_DIRECTORY} {_renew("new.photo_id")}
    end""",
    f"""create trigger file_renamed after update of path on files when new.path <> old.path begin
        {_DIRECTORY}
    end""",
    f"""create trigger file_renamed_or_replaced after update of path, photo_id on files
        when name_of(new.path) <> name_of(old.path) or new.photo_id is not old.photo_id begin
        {_renew("old.photo_id")} {_renew("new.photo_id")}
    end""",
    f"""create trigger file_forgotten after delete on files begin
        {_renew("old.photo_id")}
    end""",
    f"""create trigger named_photo_dated after update of taken_at on photos
        when new.taken_at <> old.taken_at begin
        {_renew("new.id")}
    end""",
)


def make(db: Database) -> None:
    """Make the tables, fill them with what is known already, and keep them in step from then on."""
    for statement in _STATEMENTS:
        db.execute(statement)
