"""folders: list them, take one out of the library, tell where one has moved to."""

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from facegallery.actions import perform
from facegallery.actions.folders import LeaveOut, LetIn
from facegallery.catalog import folders, left_out
from facegallery.catalog.library import Catalog, Library
from facegallery.cli.output import print_json, print_table, say_done, shown
from facegallery.domain.errors import FolderUnreachable, NoSuchFolder
from facegallery.domain.photo import Folder
from facegallery.paths import absolute


def listed(library: Library, arguments: Namespace) -> None:
    """List the folders of the library, with what they hold and what is missing."""
    library.prepare()
    with library.open(read_only=True) as db:
        found = folders.listed(db)
        failed = folders.failed_files(db)
        passed_over = left_out.listed(db)
    if arguments.json:
        print_json([asdict(folder) for folder in found])
        return
    if not found:
        print("There are no folders yet. facegallery scan FOLDER adds one.")
        return
    rows = [[shown(f.path), f.photos, f.missing, f.failed, _state(f)] for f in found]
    print_table(["folder", "photos", "missing", "failed", ""], rows)
    for file in failed:
        print(f"  {shown(file.path)}: {file.reason}")
    for path in passed_over:
        print(f"  {shown(path.path)}: left out; facegallery let-in takes it back")


def remove(library: Library, arguments: Namespace) -> None:
    """Take a folder out of the library; files are not touched, names come back with it."""
    library.prepare()
    with library.open() as db:
        folder = _folder(db, arguments.folder)
        folders.remove(db, folder.id)
    say_done(
        f"{shown(folder.path)} is no longer in the library. No file was touched, and the names "
        "are kept: scan it again and they are back.",
        as_json=arguments.json,
    )


def relocate(library: Library, arguments: Namespace) -> None:
    """Tell the library that a folder lies at another path now."""
    new = absolute(arguments.new)
    if not new.is_dir():
        raise FolderUnreachable(str(new))
    library.prepare()
    with library.open() as db:
        folder = _folder(db, arguments.folder)
        folders.relocate(db, folder.id, new)
    say_done(
        f"{shown(folder.path)} is at {shown(str(new))} now. The next scan looks what is there.",
        as_json=arguments.json,
    )


def leave_out(library: Library, arguments: Namespace) -> None:
    """Leave folders or files out of the library; what is known of their photos is kept."""
    paths = [absolute(path) for path in arguments.paths]
    # What is there no longer is left out as the folder that it may have been.
    chosen = [[path for path in paths if path.is_file() is is_file] for is_file in (False, True)]
    library.prepare()
    with library.open() as db:
        for kind, some in zip(("folder", "file"), chosen, strict=True):
            if some:
                perform.perform(db, LeaveOut(some, kind))
    say_done(
        f"Left out: {', '.join(shown(str(path)) for path in paths)}. No file was touched; "
        "facegallery let-in takes it back.",
        as_json=arguments.json,
    )


def let_in(library: Library, arguments: Namespace) -> None:
    """Take back that folders or files are left out."""
    paths = [absolute(path) for path in arguments.paths]
    library.prepare()
    with library.open() as db:
        perform.perform(db, LetIn(paths))
    say_done(
        f"Let in again: {', '.join(shown(str(path)) for path in paths)}. The next scan finds what "
        "is there.",
        as_json=arguments.json,
    )


def try_again(library: Library, arguments: Namespace) -> None:
    """Have the next scan look again at the files that could not be read."""
    library.prepare()
    with library.open() as db:
        count = folders.try_again(db)
    say_done(
        f"The next scan looks again at {count:,} file{'s' * (count != 1)}.", as_json=arguments.json
    )


def _folder(db: Catalog, path: Path) -> Folder:
    wanted = str(absolute(path))
    found = next((folder for folder in folders.listed(db) if folder.path == wanted), None)
    if found is None:
        raise NoSuchFolder(wanted)
    return found


def _state(folder: Folder) -> str:
    if not folder.reachable:
        return "away"
    return "" if folder.scanned_at else "not yet scanned to its end"
