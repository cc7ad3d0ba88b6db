"""merge, merges, unmerge, split: making one of several, and several of one."""

from argparse import Namespace

from facegallery.actions.people import Merge, Who
from facegallery.actions.split import Split
from facegallery.actions.unmerge import Unmerge
from facegallery.catalog import company, merges, people
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.merges import Merged
from facegallery.cli.output import complain, print_json, print_table, shown
from facegallery.cli.people import do_action
from facegallery.jobs.split import members, propose_split


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


def split(library: Library, arguments: Namespace) -> None:
    """Show how a group or person could be taken apart, or take them apart."""
    who = Who.parse(arguments.who)
    library.prepare()
    if arguments.part:
        with library.open(read_only=True) as db:
            rest = set(members(db, who)) - {face for part in arguments.part for face in part}
        given = [tuple(part) for part in arguments.part]
        parts = [tuple(sorted(rest)), *given] if rest else given
        _split(library, arguments, who, parts)
        return
    proposal = propose_split(library, who, arguments.parts)
    if arguments.yes:
        _split(library, arguments, who, list(proposal.parts))
    elif arguments.json:
        fields = {"who": str(who), "likeness": proposal.likeness, "why": proposal.why}
        print_json({**fields, "parts": [list(part) for part in proposal.parts]})
    else:
        print(proposal.why)
        for number, part in enumerate(proposal.parts, start=1):
            print(f"part {number}: {' '.join(map(str, part))}")
        print("The first part stays who it is. --yes takes the others out; --part corrects them.")


def _split(library: Library, arguments: Namespace, who: Who, parts: list[tuple[int, ...]]) -> None:
    names = tuple(name or None for name in arguments.name or ())
    do_action(library, arguments, Split(who, tuple(parts), names, arguments.new))


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
