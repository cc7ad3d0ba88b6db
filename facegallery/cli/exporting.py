"""export: photos of a search or an album into another folder, and back again."""

from argparse import Namespace

from facegallery.catalog import exports
from facegallery.catalog.library import Library
from facegallery.cli import albums
from facegallery.cli.output import print_json, progress_shown
from facegallery.cli.searching import query_of
from facegallery.domain.album import ExportKind
from facegallery.domain.errors import NotPossible
from facegallery.jobs import likeness
from facegallery.jobs.export import ExportTask, Folders, by_person, export, take_back
from facegallery.paths import absolute

KINDS = {"copies": ExportKind.COPY, "hard-links": ExportKind.HARD_LINK, "links": ExportKind.LINK}


def run(library: Library, arguments: Namespace) -> None:
    """Export, or remove what the last export made."""
    library.prepare()
    if arguments.undo:
        _undo(library, arguments)
        return
    if arguments.to is None:
        raise NotPossible("Where to? Give a folder with --to.")
    folders = _folders(library, arguments)
    if not any(photo_ids for _name, photo_ids in folders):
        raise NotPossible("There are no such photos; nothing was exported.")
    task = ExportTask(folders, absolute(arguments.to), KINDS[arguments.kind])
    with progress_shown(quiet=arguments.json) as report:
        done = export(library, task, report)
    if arguments.json:
        print_json({"files": done.files, "missing": done.missing, "folder": done.folder})
    else:
        print(done.words())


def _folders(library: Library, arguments: Namespace) -> Folders:
    """Return which photos go into which folder below the target."""
    with library.open(read_only=True) as db:
        if arguments.album:
            chosen = [albums.chosen(db, name) for name in arguments.album]
            found = [(album.name, albums.photos_of(library, db, album)) for album in chosen]
        else:
            query = query_of(db, arguments.query)
            found = [("", likeness.run(db, query, likeness.find(library, db, query)))]
    if arguments.by == "person":
        ids = dict.fromkeys(photo.id for _name, photos in found for photo in photos)
        return by_person(library, list(ids))
    return tuple(
        (name if arguments.by == "album" else "", tuple(photo.id for photo in photos))
        for name, photos in found
    )


def _undo(library: Library, arguments: Namespace) -> None:
    with library.open(read_only=True) as db:
        known = exports.listed(db)
    if not known:
        raise NotPossible("There is no export to take back.")
    with progress_shown(quiet=arguments.json, unit="file") as report:
        done = take_back(library, known[0].id, report)
    if arguments.json:
        print_json({"removed": done.removed, "kept": done.kept})
    else:
        print(done.words())
