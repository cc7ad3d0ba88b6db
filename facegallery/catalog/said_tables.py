"""The tables of what users say of people: details, who is different, and who became whom."""

import json

from facegallery.catalog.database import Database

_TABLES = (
    """alter table people add column birth_date text check (birth_date is null
        or birth_date glob '[0-9][0-9][0-9][0-9]'
        or birth_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')""",
    "alter table people add column notes text not null default ''",
    "alter table people add column favourite integer not null default 0",
    """create table other_names (
        person_id integer not null references people (id) on delete cascade,
        name text not null check (trim(name) <> ''),
        primary key (person_id, name)
    ) strict""",
    # Two people whom the user called different: they are never offered as the same.
    """create table different_people (
        person_id integer not null references people (id) on delete cascade,
        other_id integer not null references people (id) on delete cascade,
        primary key (person_id, other_id),
        check (person_id < other_id)
    ) strict""",
    "create index different_people_of_other on different_people (other_id)",
    # Faces without a name that are different people: nobody on one side is anybody on another.
    # face_pairs would take a row for each pair.
    """create table differences (
        id integer primary key autoincrement,
        made_at text not null
    ) strict""",
    """create table difference_faces (
        difference_id integer not null references differences (id) on delete cascade,
        face_id integer not null references faces (id) on delete cascade,
        side integer not null check (side >= 0),
        primary key (difference_id, face_id)
    ) strict""",
    "create index differences_of_face on difference_faces (face_id)",
    # Photos that may show one person more than once: a mirror, a collage.
    """create table mirror_photos (
        photo_id integer primary key references photos (id) on delete cascade
    ) strict""",
    # "Not sure": a question that waits until there is more to go by. Known by a face, and by the
    # other face or the person it was held against; faces, likeness: what it rested on.
    """create table put_aside (
        id integer primary key autoincrement,
        kind text not null check (kind in ('who', 'same', 'more', 'mixed')),
        face_id integer not null references faces (id) on delete cascade,
        other_id integer references faces (id) on delete cascade,
        person_id integer references people (id) on delete cascade,
        faces integer not null,
        likeness real
    ) strict""",
    "create index put_aside_of_face on put_aside (face_id)",
    # A person or group (kind, number) that became part of a person, or of a group (into_kind,
    # into_number); as JSON the row of the person that went, and of the one that stayed before and
    # after. These numbers may be of people who have gone since.
    """create table merges (
        id integer primary key autoincrement,
        kind text not null check (kind in ('person', 'group')),
        number integer not null,
        into_kind text not null check (into_kind in ('person', 'group')),
        into_number integer not null,
        gone text,
        before text,
        after text,
        made_at text not null
    ) strict""",
    "create index merges_into on merges (into_kind, into_number)",
    # The faces of a merge: of the one that went (confirmed, rejected, member), refusals of the one
    # that stayed which the merge ended (unrefused), and some of its own faces (kept).
    """create table merged_faces (
        merge_id integer not null references merges (id) on delete cascade,
        face_id integer not null references faces (id) on delete cascade,
        link text not null
            check (link in ('confirmed', 'rejected', 'member', 'unrefused', 'kept')),
        made_at text,
        primary key (merge_id, face_id, link)
    ) strict""",
    "create index merges_of_face on merged_faces (face_id)",
    # What the machine finds likely, and asks: a group and another, or a person, may be the same.
    """create table likely_same (
        group_id integer not null references groups (id) on delete cascade,
        other_id integer references groups (id) on delete cascade,
        person_id integer references people (id) on delete cascade,
        likeness real not null,
        check ((other_id is null) <> (person_id is null)),
        check (group_id < other_id)
    ) strict""",
    "create unique index likely_groups on likely_same (group_id, other_id) where other_id not null",
    """create unique index likely_people on likely_same (group_id, person_id)
        where person_id not null""",
    "create index likely_of_other on likely_same (other_id)",
    "create index likely_of_person on likely_same (person_id)",
    # A group or a person (kind, number) that may be several people. likeness: of its parts.
    """create table likely_mixed (
        kind text not null check (kind in ('person', 'group')),
        number integer not null,
        likeness real not null,
        smaller integer not null,
        primary key (kind, number)
    ) strict""",
)

# Without a reference to people: one who is part of another since may be somebody again.
_AS_SAID = (
    """create table different_people_as_said (
        person_id integer not null,
        other_id integer not null,
        primary key (person_id, other_id),
        check (person_id < other_id)
    ) strict""",
    "insert into different_people_as_said select person_id, other_id from different_people",
    "drop table different_people",
    "alter table different_people_as_said rename to different_people",
)


def make(db: Database) -> None:
    """Make the tables; part of a migration."""
    for statement in _TABLES:
        db.execute(statement)


def keep_differences_as_said(db: Database) -> None:
    """Note of people who were merged whom they were different from; part of a migration."""
    for statement in _AS_SAID:
        db.execute(statement)
    merged = db.execute("select number, gone from merges where kind = 'person'").fetchall()
    for number, gone in merged:
        for other in json.loads(gone).get("different", ()):
            db.execute(
                "insert or ignore into different_people values (?, ?)", sorted((number, other))
            )
