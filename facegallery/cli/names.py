"""names: all names and decisions into a file or sidecars for other programs, and out of a file."""

from argparse import Namespace
from dataclasses import asdict

from facegallery.actions.bring_in import BringIn
from facegallery.catalog.library import Library
from facegallery.cli.output import print_json, progress_shown, shown
from facegallery.cli.people import do_action
from facegallery.domain.names import Found
from facegallery.jobs.names import export_names, look_into
from facegallery.jobs.sidecars import write_sidecars
from facegallery.paths import absolute


def export(library: Library, arguments: Namespace) -> None:
    """Write a file of all names and decisions."""
    library.prepare()
    file = absolute(arguments.file)
    names = export_names(library, file)
    if arguments.json:
        counts = {"people": len(names.people), "photos": len(names.photos), "faces": names.faces}
        print_json({"file": str(file), **counts})
        return
    print(
        f"Wrote {len(names.people):,} people and {names.faces:,} decided faces in "
        f"{len(names.photos):,} photos to {shown(str(file))}."
    )


def bring_in(library: Library, arguments: Namespace) -> None:
    """Bring in a file of names, or tell what that would do."""
    library.prepare()
    names, found = look_into(library, absolute(arguments.file))
    wanted = {name.casefold() for name in arguments.apart}
    apart = frozenset(one.id for one in names.people if one.name.casefold() in wanted)
    if arguments.dry_run:
        if apart:
            _, found = look_into(library, absolute(arguments.file), apart)
        _print(found, arguments)
        return
    do_action(library, arguments, BringIn(names, apart))
    if not arguments.json:
        _print(found, arguments)


def sidecars(library: Library, arguments: Namespace) -> None:
    """Write XMP sidecars into a folder, or beside the photos."""
    library.prepare()
    target = None if arguments.to is None else absolute(arguments.to)
    with progress_shown(quiet=arguments.json, unit="file") as report:
        done = write_sidecars(library, target, report)
    if arguments.json:
        print_json(asdict(done))
        return
    print(done.words())
    if done.export_id is not None:
        print("facegallery export --undo takes them away again.")


def _print(found: Found, arguments: Namespace) -> None:
    if arguments.json:
        print_json(asdict(found))
        return
    print(f"Photos: {found.photos:,} of {found.photos_in_file:,} are in this library.")
    print(
        f"Faces: {found.faces:,} of {found.faces_in_file:,} found; {found.made:,} get a box; "
        f"{found.unmatched:,} are not found here, and have no name."
    )
    print(
        f"People: {found.new:,} new, {found.joined:,} known here; {found.left_out:,} of whom no "
        "photo is here."
    )
    if found.kept:
        print(f"Kept as decided here, other than in the file: {found.kept:,}.")
    for one in found.namesakes:
        print(
            f"{shown(one.name)} counts as p{one.person_id}, {shown(one.here)} "
            f'(--apart "{shown(one.name)}" makes them two).'
        )
