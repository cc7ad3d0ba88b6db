"""What searching needs beside the facts: tables kept in step by triggers, and the indexes.

An *appearance* is one person in one photo, in the order of dates: "who, when" is one index then.
It follows from assignments and presences, so only triggers write it; they keep the counts in
photos, the folded names of files and their directories, too.
"""

from facegallery.catalog.database import Database

_SHOWN = """select person_id, taken_at, photo_id, max(sure) from (
        select person_id, photo_id, state = 'confirmed' as sure from assignments
            where state in ('confirmed', 'suggested') {faces}
        union all select person_id, photo_id, 1 from presences {without_face})
    join photos on photos.id = photo_id group by person_id, photo_id"""
_APPEARS = """delete from appearances where person_id = {row}.person_id
        and photo_id = {row}.photo_id;
    insert into appearances (person_id, taken_at, photo_id, confirmed) {shown};
    {count}"""
# The counts of a photo, by the column that holds them.
COUNTED = {
    "people_count": "(select count(*) from appearances where photo_id = {photo})",
    "face_count": "(select count(*) from faces where photo_id = {photo} and is_face = 1)",
    "unnamed_count": """(select count(*) from faces where photo_id = {photo}
            and is_face = 1 and hidden = 0 and not exists (select 1 from assignments
                where face_id = faces.id and state <> 'rejected'))""",
}
_SET = ", ".join(f"{column} = {number}" for column, number in COUNTED.items())
COUNT = f"update photos set {_SET} where id = {{photo}};"


def appears(row: str) -> str:
    """Return the SQL that derives where and how the person of a row appears in its photo."""
    here = f"person_id = {row}.person_id and photo_id = {row}.photo_id"
    shown = _SHOWN.format(faces=f"and {here}", without_face=f"where {here}")
    return _APPEARS.format(row=row, shown=shown, count=COUNT.format(photo=f"{row}.photo_id"))


_TABLES = (
    """alter table photos add column favourite integer not null default 0
        check (favourite in (0, 1))""",
    # Faces that are one, different people among them, and faces to be named still (not hidden).
    "alter table photos add column face_count integer not null default 0",
    "alter table photos add column people_count integer not null default 0",
    "alter table photos add column unnamed_count integer not null default 0",
    # confirmed: the user said so of a face at least; else it is only suggested.
    """create table appearances (
        person_id integer not null,
        taken_at text not null,
        photo_id integer not null,
        confirmed integer not null check (confirmed in (0, 1)),
        primary key (person_id, taken_at, photo_id)
    ) strict, without rowid""",
    "create unique index appearances_in_photo on appearances (photo_id, person_id, confirmed)",
    # The directories of files, each once: some thousand names to look through, not all paths.
    """create table directories (
        id integer primary key,
        path text not null unique,
        folded text not null
    ) strict""",
    "alter table files add column directory_id integer",
    "create index files_of_directory on files (directory_id, photo_id)",
    "create virtual table file_names using fts5(name, tokenize = 'trigram case_sensitive 1')",
    # What has become of embeddings, for the matrix of them that lies beside the catalog.
    """create table vector_changes (
        id integer primary key autoincrement,
        face_id integer not null,
        model text not null,
        row_id integer not null
    ) strict""",
    # query: its photos are those that it finds; null: those of album_photos, in their order.
    """create table albums (
        id integer primary key autoincrement,
        name text not null check (trim(name) <> ''),
        query text,
        cover_photo_id integer references photos (id) on delete set null,
        position integer not null,
        made_at text not null
    ) strict""",
    """create table album_photos (
        album_id integer not null references albums (id) on delete cascade,
        photo_id integer not null references photos (id) on delete cascade,
        position integer not null,
        primary key (album_id, photo_id)
    ) strict""",
    "create index albums_of_photo on album_photos (photo_id)",
    # What was exported, so that it can be taken back: only files that are as we wrote them.
    """create table exports (
        id integer primary key autoincrement,
        folder text not null,
        words text not null,
        made_at text not null
    ) strict""",
    """create table exported_files (
        export_id integer not null references exports (id) on delete cascade,
        path text not null,
        kind text not null check (kind in ('copy', 'hard link', 'link', 'folder')),
        size_bytes integer not null,
        mtime_ns integer not null,
        primary key (export_id, path)
    ) strict""",
    # A small fingerprint of how a photo looks (difference hash, 64 bits), for near-duplicates.
    """create table photo_looks (
        photo_id integer primary key references photos (id) on delete cascade,
        hash integer not null
    ) strict""",
)
_DERIVED = (
    f"""insert into appearances (person_id, taken_at, photo_id, confirmed)
        {_SHOWN.format(faces="", without_face="")}""",
    COUNT.format(photo="photos.id"),
)
_FILLED = (
    *_DERIVED,
    """insert into directories (path, folded)
        select distinct folder_of(path), fold(folder_of(path)) from files""",
    """update files set directory_id =
        (select id from directories where directories.path = folder_of(files.path))""",
    "insert into file_names (rowid, name) select id, fold(name_of(path)) from files",
)
_TRIGGERS = (
    f"""create trigger assignment_added after insert on assignments begin
        {appears("new")} end""",
    f"""create trigger assignment_ended after delete on assignments begin
        {appears("old")} end""",
    f"""create trigger assignment_changed after update on assignments begin
        {appears("old")} {appears("new")} end""",
    f"""create trigger presence_added after insert on presences begin
        {appears("new")} end""",
    f"""create trigger presence_ended after delete on presences begin
        {appears("old")} end""",
    f"""create trigger face_added after insert on faces begin
        {COUNT.format(photo="new.photo_id")} end""",
    f"""create trigger face_gone after delete on faces begin
        {COUNT.format(photo="old.photo_id")} end""",
    f"""create trigger face_marked after update of is_face, hidden, photo_id on faces begin
        {COUNT.format(photo="new.photo_id")} end""",
    """create trigger photo_dated after update of taken_at on photos
        when new.taken_at <> old.taken_at begin
        update appearances set taken_at = new.taken_at where photo_id = new.id;
    end""",
    """create trigger file_named after insert on files begin
        insert into directories (path, folded)
            select folder_of(new.path), fold(folder_of(new.path))
            where not exists (select 1 from directories where path = folder_of(new.path));
        update files set directory_id =
            (select id from directories where path = folder_of(new.path)) where id = new.id;
        insert into file_names (rowid, name) values (new.id, fold(name_of(new.path)));
    end""",
    """create trigger file_renamed after update of path on files when new.path <> old.path begin
        insert into directories (path, folded)
            select folder_of(new.path), fold(folder_of(new.path))
            where not exists (select 1 from directories where path = folder_of(new.path));
        update files set directory_id =
            (select id from directories where path = folder_of(new.path)) where id = new.id;
        update file_names set name = fold(name_of(new.path))
            where rowid = new.id and name <> fold(name_of(new.path));
    end""",
    """create trigger file_forgotten after delete on files begin
        delete from file_names where rowid = old.id;
    end""",
    """create trigger vector_replaced after update of vector on embeddings begin
        insert into vector_changes (face_id, model, row_id)
            values (new.face_id, new.model, new.rowid);
    end""",
    """create trigger vector_gone after delete on embeddings begin
        insert into vector_changes (face_id, model, row_id)
            values (old.face_id, old.model, old.rowid);
    end""",
)
_INDEXES = (
    "create index favourite_photos on photos (taken_at desc, id desc) where favourite = 1",
    "create index photos_to_name on photos (taken_at desc, id desc) where unnamed_count > 0",
    "create index photos_by_faces on photos (face_count, taken_at desc, id desc)",
    "create index photos_by_people on photos (people_count, taken_at desc, id desc)",
    "create index photos_by_camera on photos (camera, taken_at desc, id desc)",
    "create index photos_by_format on photos (format, taken_at desc, id desc)",
    """create index photos_by_rating on photos (rating, taken_at desc, id desc)
        where rating is not null""",
    """create index photos_by_place on photos (latitude, longitude, taken_at)
        where latitude is not null""",
)


def make(db: Database) -> None:
    """Make the tables, fill them with what is known already, and keep them in step from then on."""
    for statement in (*_TABLES, *_FILLED, *_TRIGGERS, *_INDEXES):
        db.execute(statement)


def fill_derived(db: Database) -> None:
    """Fill in who appears where and the counts, for a catalog filled without the triggers."""
    for statement in _DERIVED:
        db.execute(statement)


_BY_DATE = (
    # Of a photo; with it a directory knows its newest and oldest photo from an index.
    "alter table files add column taken_at text",
    "update files set taken_at = (select taken_at from photos where photos.id = photo_id)",
    "drop index files_of_directory",
    "create index files_of_directory on files (directory_id, taken_at, photo_id)",
    """create trigger file_dated after insert on files when new.photo_id is not null begin
        update files set taken_at = (select taken_at from photos where id = new.photo_id)
            where id = new.id;
    end""",
    """create trigger file_dated_again after update of photo_id on files
        when new.photo_id is not old.photo_id begin
        update files set taken_at = (select taken_at from photos where id = new.photo_id)
            where id = new.id;
    end""",
    """create trigger files_of_photo_dated after update of taken_at on photos
        when new.taken_at <> old.taken_at begin
        update files set taken_at = new.taken_at where photo_id = new.id;
    end""",
)


def date_files(db: Database) -> None:
    """Have files know when their photo was taken."""
    for statement in _BY_DATE:
        db.execute(statement)


def widen_places(db: Database) -> None:
    """Have the index of places hold all of a photo that a query may ask for."""
    db.execute("drop index photos_by_place")
    db.execute(
        """create index photos_by_place on photos (latitude, longitude, taken_at, in_library,
            hidden, face_count, people_count, unnamed_count, rating, favourite, format, camera)
        where latitude is not null"""
    )
