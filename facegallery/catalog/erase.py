"""Erasing what is known of faces, so that nothing of it is left in the catalog's file."""

from facegallery.catalog import derived, differences
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog

# Children before parents. The journal holds faces, too: nothing before this can be undone.
_ALWAYS = (
    "changes", "actions", "likely_same", "likely_mixed", "likely_not_faces",
    "kept_faces", "put_aside", "merged_faces", "merges",
    "difference_faces", "differences", "mirror_photos", "face_pairs", "assignments",
    "group_faces", "groups", "embeddings", "vector_changes", "faces", "face_changes",
)  # fmt: skip
_WITH_PEOPLE = ("presences", "different_people", "other_names", "people")


def erase_faces(db: Catalog, *, people: bool) -> None:
    """Erase all faces, embeddings, groups, and whose they were; people: names as well.

    What is deleted is overwritten on the disk. Photos stay known, so that a rescan of the same
    ones does not look for faces again; see `look_again`.
    """
    db.execute("pragma secure_delete = on")
    with transaction(db), derived.together(db):
        db.execute("update people set cover_face_id = null")
        differences.settle_people(db)
        for table in _ALWAYS + (_WITH_PEOPLE if people else ()):
            db.execute(f"delete from {table}")
    db.execute("vacuum")
    db.execute("pragma wal_checkpoint(truncate)")


def look_again(db: Catalog) -> None:
    """Have the next scan look for faces in every photo, as if it were new."""
    db.execute("update photos set detector = null")
    db.conn.commit()
