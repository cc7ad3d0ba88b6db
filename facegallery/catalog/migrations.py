"""The tables of the catalog, made and changed by migrations only; new ones are appended."""

from facegallery.catalog import (
    derived,
    discard_tables,
    face_changes,
    name_tables,
    said_tables,
    search_tables,
)
from facegallery.catalog.database import Database
from facegallery.catalog.migrating import Migrations

MIGRATIONS = Migrations("facegallery")


@MIGRATIONS
def first_tables(db: Database) -> None:
    """Photos, faces, groups, people, and the journal of what the user did."""
    for statement in _FIRST_TABLES:
        db.execute(statement)


@MIGRATIONS
def photos_of_the_library(db: Database) -> None:
    """Whether a photo is in the library, and the size of its content, kept with the photo."""
    for statement in _PHOTOS_OF_THE_LIBRARY:
        db.execute(statement)


@MIGRATIONS
def photos_tell_their_detector_only(db: Database) -> None:
    """By which recognizer is told by each embedding; nothing read it from the photo."""
    db.execute("alter table photos drop column recognizer")


@MIGRATIONS
def ratings_and_time_zones(db: Database) -> None:
    """What a photo's file says of itself: its stars, and the time zone of its date."""
    db.execute("alter table photos add column rating integer check (rating between 0 and 5)")
    # Minutes east of Greenwich; null where the camera does not tell.
    db.execute("""alter table photos add column utc_offset integer
        check (utc_offset between -1440 and 1440)""")
    # Most photos have none, and those with stars are asked for.
    db.execute("create index rated_photos on photos (rating) where rating > 0")


@MIGRATIONS
def what_users_say_of_people(db: Database) -> None:
    """Birth dates, notes and other names; who is different; merges that can be taken apart."""
    said_tables.make(db)


@MIGRATIONS
def drawn_faces_presences_and_hidden_photos(db: Database) -> None:
    """Faces that the user drew, people whose face is not visible, photos not to be shown."""
    for statement in _DRAWN_PRESENT_HIDDEN:
        db.execute(statement)


@MIGRATIONS
def what_is_left_out(db: Database) -> None:
    """Folders that the user leaves out of the library, and files of which no more is to be said."""
    # A path need not exist: its drive may be away. Nothing is written where the photos are.
    db.execute("""create table left_out (
        path text primary key,
        kind text not null check (kind in ('folder', 'file')),
        made_at text not null
    ) strict""")


@MIGRATIONS
def tables_for_searching(db: Database) -> None:
    """Who is in which photo in the order of dates, albums, exports, favourites, and indexes."""
    search_tables.make(db)


@MIGRATIONS
def files_by_date(db: Database) -> None:
    """When the photo of a file was taken, in the index of its directory."""
    search_tables.date_files(db)


@MIGRATIONS
def names_by_date(db: Database) -> None:
    """The names of files, indexed so that those that hold a text come newest first."""
    name_tables.make(db)


@MIGRATIONS
def few_files_among_many(db: Database) -> None:
    """Files that are away or could not be read: told without a look at all the others."""
    db.execute("create index missing_files on files (path) where missing = 1")
    db.execute("create index failed_files on files (path) where failure is not null")


@MIGRATIONS
def exports_noted_before_they_are_made(db: Database) -> None:
    """Which photo an exported file is made of, while it is being made."""
    db.execute("alter table exported_files add column source text")


@MIGRATIONS
def appearances_of_many_at_once(db: Database) -> None:
    """An action's appearances and counts are derived at its end, not row by row."""
    derived.make(db)


@MIGRATIONS
def how_open_eyes_are(db: Database) -> None:
    """How open the eyes of a face are; null where nobody has looked, as in older libraries."""
    db.execute("alter table faces add column eyes_open real check (eyes_open between 0 and 1)")


@MIGRATIONS
def places_with_what_is_asked_beside(db: Database) -> None:
    """The index of places tells what else may be asked of a photo, so that none is looked up."""
    search_tables.widen_places(db)


@MIGRATIONS
def faces_that_changed(db: Database) -> None:
    """Of which faces it has changed whose they are, for what is kept of that beside the catalog."""
    face_changes.make(db)


@MIGRATIONS
def what_is_like_what_was_thrown_out(db: Database) -> None:
    """Faces like those that are none, and what the user said when asked about such."""
    discard_tables.make(db)


@MIGRATIONS
def different_people_as_said(db: Database) -> None:
    """Who is different stays as it was said, of people too who are part of others since."""
    said_tables.keep_differences_as_said(db)


_FIRST_TABLES = (
    # Small facts of the whole library: which detector and recognizer work on it.
    "create table properties (name text primary key, value text not null) strict",
    """create table folders (
        id integer primary key autoincrement,
        path text not null unique,
        added_at text not null,
        scanned_at text,
        reachable integer not null default 1 check (reachable in (0, 1))
    ) strict""",
    # A photo is its bytes. It stays when its files are moved, missing or removed from the library.
    """create table photos (
        id integer primary key autoincrement,
        content_hash blob not null unique check (length(content_hash) = 32),
        width integer not null check (width > 0),
        height integer not null check (height > 0),
        format text not null,
        taken_at text not null,
        taken_at_source text not null check (taken_at_source in ('exif', 'name', 'file')),
        camera text,
        latitude real,
        longitude real,
        detector text,
        recognizer text,
        added_at text not null
    ) strict""",
    "create index photos_by_date on photos (taken_at desc, id desc)",
    # A path under a folder: the photo whose bytes it holds, or why it could not be read.
    """create table files (
        id integer primary key,
        folder_id integer not null references folders (id) on delete cascade,
        path text not null unique,
        photo_id integer references photos (id),
        size_bytes integer not null,
        mtime_ns integer not null,
        missing integer not null default 0 check (missing in (0, 1)),
        failure text,
        check ((photo_id is null) = (failure is not null))
    ) strict""",
    "create index files_of_photo on files (photo_id, missing, path)",
    "create index files_of_folder on files (folder_id)",
    "create index files_by_size on files (size_bytes, photo_id)",
    # is_face = 0: the user said "not a face"; hidden = 1: the user does not want to see this one.
    """create table faces (
        id integer primary key autoincrement,
        photo_id integer not null references photos (id) on delete cascade,
        x real not null, y real not null, width real not null, height real not null,
        landmarks blob not null check (length(landmarks) = 40),
        score real not null check (score between 0 and 1),
        quality real not null check (quality between 0 and 1),
        is_face integer not null default 1 check (is_face in (0, 1)),
        hidden integer not null default 0 check (hidden in (0, 1))
    ) strict""",
    "create index faces_of_photo on faces (photo_id)",
    "create index faces_by_quality on faces (quality desc, id) where is_face = 1 and hidden = 0",
    "create index hidden_faces on faces (id) where hidden = 1",
    "create index not_faces on faces (id) where is_face = 0",
    """create table embeddings (
        face_id integer not null references faces (id) on delete cascade,
        model text not null,
        vector blob not null check (length(vector) % 4 = 0),
        primary key (face_id, model)
    ) strict""",
    """create table groups (
        id integer primary key autoincrement,
        cover_face_id integer references faces (id) on delete set null,
        made_at text not null
    ) strict""",
    # photo_id here and in assignments repeats the face's own, which never changes: the counts of
    # every card on the People page then come out of one index each.
    """create table group_faces (
        face_id integer primary key references faces (id) on delete cascade,
        group_id integer not null references groups (id) on delete cascade,
        photo_id integer not null references photos (id) on delete cascade
    ) strict""",
    "create index faces_of_group on group_faces (group_id, photo_id, face_id)",
    """create table people (
        id integer primary key autoincrement,
        name text not null check (trim(name) <> ''),
        hidden integer not null default 0 check (hidden in (0, 1)),
        cover_face_id integer references faces (id) on delete set null,
        made_at text not null
    ) strict""",
    # similarity is what a suggestion rests on; the user's own word has none.
    """create table assignments (
        face_id integer not null references faces (id) on delete cascade,
        person_id integer not null references people (id) on delete cascade,
        photo_id integer not null references photos (id) on delete cascade,
        state text not null check (state in ('suggested', 'confirmed', 'rejected')),
        similarity real,
        made_at text not null,
        primary key (face_id, person_id),
        check ((state = 'suggested') = (similarity is not null))
    ) strict""",
    """create unique index one_confirmed_person_a_face on assignments (face_id)
        where state = 'confirmed'""",
    "create index assignments_of_person on assignments (person_id, state, photo_id, face_id)",
    # What the user said of two faces without a name: the same person, or two different people.
    """create table face_pairs (
        face_id integer not null references faces (id) on delete cascade,
        other_id integer not null references faces (id) on delete cascade,
        same integer not null check (same in (0, 1)),
        primary key (face_id, other_id),
        check (face_id < other_id)
    ) strict""",
    "create index face_pairs_of_other on face_pairs (other_id)",
    # The journal: one action of the user, and each row that it changed, before and after.
    """create table actions (
        id integer primary key autoincrement,
        words text not null,
        done_at text not null,
        undone integer not null default 0 check (undone in (0, 1))
    ) strict""",
    """create table changes (
        id integer primary key autoincrement,
        action_id integer not null references actions (id) on delete cascade,
        table_name text not null,
        before text,
        after text,
        check (before is not null or after is not null)
    ) strict""",
    "create index changes_of_action on changes (action_id)",
)

# A photo is in the library while a file row holds it. Removed with its folder it stays known, with
# its size: added again, its bytes are compared before anybody looks for faces in it.
_PHOTOS_OF_THE_LIBRARY = (
    """alter table photos add column in_library integer not null default 0
        check (in_library in (0, 1))""",
    "alter table photos add column size_bytes integer not null default 0",
    """update photos set in_library = 1, size_bytes = kept.size_bytes
        from (select photo_id, max(size_bytes) as size_bytes from files
            where photo_id is not null group by photo_id) as kept
        where kept.photo_id = photos.id""",
    "create index photos_by_size on photos (size_bytes, content_hash)",
    "drop index files_by_size",
    # Nearly always empty, so that counts can leave its photos out at no cost.
    "create index removed_photos on photos (id) where in_library = 0",
    """create trigger file_added after insert on files when new.photo_id is not null begin
        update photos set in_library = 1 where id = new.photo_id and in_library = 0;
    end""",
    """create trigger file_removed after delete on files when old.photo_id is not null begin
        update photos set in_library = 0 where id = old.photo_id
            and not exists (select 1 from files where photo_id = old.photo_id);
    end""",
    """create trigger file_changed after update of photo_id on files
        when new.photo_id is not old.photo_id begin
        update photos set in_library = 1 where id = new.photo_id and in_library = 0;
        update photos set in_library = 0 where id = old.photo_id
            and not exists (select 1 from files where photo_id = old.photo_id);
    end""",
)

_DRAWN_PRESENT_HIDDEN = (
    # drawn = 1: the user drew the box, or moved it: a detector neither moves nor removes it.
    "alter table faces add column drawn integer not null default 0 check (drawn in (0, 1))",
    # hidden = 1: the user does not want to see this photo among the others.
    "alter table photos add column hidden integer not null default 0 check (hidden in (0, 1))",
    """create index hidden_photos on photos (taken_at desc, id desc)
        where hidden = 1""",
    "drop index removed_photos",
    # Nearly always empty, as the one before it.
    "create index photos_not_shown on photos (id) where in_library = 0 or hidden = 1",
    # The user's word that a person is in a photo whose face cannot be seen in it.
    """create table presences (
        photo_id integer not null references photos (id) on delete cascade,
        person_id integer not null references people (id) on delete cascade,
        made_at text not null,
        primary key (photo_id, person_id)
    ) strict""",
    "create index presences_of_person on presences (person_id, photo_id)",
    # The words of an action as a template and what fills it, so that they can be translated.
    "alter table actions add column sentence text",
)
