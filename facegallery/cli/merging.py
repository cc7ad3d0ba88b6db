"""merge, merges, unmerge: making one of several, and taking that apart."""

from argparse import Namespace

from facegallery.actions.people import Merge, Who
from facegallery.actions.unmerge import Unmerge
from facegallery.catalog import company, merges, people
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.merges import Merged
from facegallery.cli.output import complain, print_json, print_table, shown
from facegallery.cli.people import do_action


def merge(library: Library, arguments: Namespace) -> None:
    """Make one of several people and groups; warn of photos that show more than one of them."""
    who = tuple(map(Who.parse, arguments.who))
    library.prepare()
    with library.open(read_only=True) as db:
        together = company.photos_of_several(db, [(one.kind, one.number) for one in who])
    do_action(library, arguments, Merge(who, arguments.name, arguments.cover))
    if together:
        where = "a photo" if together == 1 else f"{together:,} photos"
        complain(
            f"They appear together in {where}. If they are two people after all:"
            " facegallery undo, or facegallery unmerge."
        )


def listed(library: Library, arguments: Namespace) -> None:
    """List the merges that can be taken apart, the newest first; of one person where given."""
    library.prepare()
    with library.open(read_only=True) as db:
        found = _merges(db, arguments.who)
        if arguments.json:
            print_json([_merge_json(db, one) for one in found])
            return
        names = dict(people.names(db))
        rows = [
            [
                one.id,
                shown(one.name or "(a group)"),
                merges.count_faces(db, one.id),
                _into(one, names),
                one.made_at,
            ]
            for one in found
        ]
    if rows:
        print_table(["merge", "who", "faces", "into", "when"], rows)
    else:
        print("There is no merge to take apart.")


def unmerge(library: Library, arguments: Namespace) -> None:
    """Take a merge apart."""
    do_action(library, arguments, Unmerge(arguments.merge))


def _merges(db: Catalog, text: str | None) -> list[Merged]:
    if text is None:
        return merges.listed(db)
    who = Who.parse(text)
    who.card(db)
    of = merges.of_person if who.kind == "person" else merges.of_group
    return of(db, who.number)


def _into(merge: Merged, names: dict[int, str]) -> str:
    if merge.into_kind == "group":
        return "(a group)"
    return shown(names.get(merge.into_number) or str(merge.after.get("name") or ""))


def _merge_json(db: Catalog, merge: Merged) -> dict[str, object]:
    return {
        "merge": merge.id,
        "who": f"{merge.kind[0]}{merge.number}",
        "name": merge.name,
        "faces": merges.count_faces(db, merge.id),
        "into": f"{merge.into_kind[0]}{merge.into_number}",
        "when": merge.made_at,
    }
