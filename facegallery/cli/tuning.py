"""strictness, strangers: how groups are made, and which are not worth a look."""

from argparse import Namespace
from dataclasses import asdict

from facegallery.actions.people import Hide
from facegallery.actions.strictness import SetStrictness
from facegallery.catalog import properties
from facegallery.catalog.library import Library
from facegallery.cli.output import print_json, print_table
from facegallery.cli.people import do_action
from facegallery.domain.errors import NotPossible
from facegallery.jobs.strangers import strangers as likely_strangers
from facegallery.jobs.strictness import strictness_changes


def strictness(library: Library, arguments: Namespace) -> None:
    """Say what each strictness would do, or set one."""
    if arguments.strictness is not None:
        do_action(library, arguments, SetStrictness(arguments.strictness))
        return
    library.prepare()
    changes = strictness_changes(library)
    with library.open(read_only=True) as db:
        now = properties.strictness(db)
    if arguments.json:
        stops = [{"strictness": stop, **asdict(change)} for stop, change in changes.items()]
        print_json({"strictness": now, "stops": stops})
        return
    rows = [
        [f"{stop}{' (now)' * (stop == now)}", one.joined, one.split, one.groups, one.faces]
        for stop, one in changes.items()
    ]
    print_table(["strictness", "would join", "would split", "groups", "faces in groups"], rows)


def strangers(library: Library, arguments: Namespace) -> None:
    """List the groups that appear in one event only, or hide them."""
    library.prepare()
    with library.open(read_only=True) as db:
        found = likely_strangers(db)
    if arguments.hide:
        if not found:
            raise NotPossible("No group appears in one event only.")
        do_action(library, arguments, Hide(tuple(found)))
    elif arguments.json:
        print_json([str(who) for who in found])
    else:
        print(" ".join(map(str, found)) or "No group appears in one event only.")
