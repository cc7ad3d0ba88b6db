"""Erase all face data of a library: the user's right, and at any time."""

from datetime import datetime

from facegallery.catalog import erase, face_matrix
from facegallery.catalog.copying import copy_catalog
from facegallery.catalog.library import Library
from facegallery.catalog.locking import only_one
from facegallery.catalog.thumbnails import ThumbnailCache
from facegallery.domain.errors import ScanRunning


def erase_faces(library: Library, *, keep_names: bool, keep_copy: bool) -> None:
    """Erase faces, embeddings, groups and face pictures. Photos themselves are not touched.

    keep_names: people stay, without faces. keep_copy: a copy of the catalog is put among the
    others first (`facegallery restore` brings it back); without it the older copies go as well,
    for they hold faces, too. Raises LibraryBusy while a scan runs.
    """
    with only_one(library.lock_file, ScanRunning), library.open() as db:
        if keep_copy:
            stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S")
            copy_catalog(db.conn, library.backups_folder / f"before-erasing-{stamp}.sqlite")
        erase.erase_faces(db, people=not keep_names)
        face_matrix.erase(library.folder)
        cache = ThumbnailCache(library.thumbnails_file)
        try:
            cache.erase_faces()
        finally:
            cache.close()
        if not keep_copy:
            for copy in library.backups_folder.glob("*.sqlite*"):
                copy.unlink(missing_ok=True)


def look_again(library: Library) -> None:
    """Have the next scan look for faces in every photo, as if it were new."""
    with only_one(library.lock_file, ScanRunning), library.open() as db:
        erase.look_again(db)
