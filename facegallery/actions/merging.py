"""How one person or group becomes part of another: nothing is lost, and all of it can come back."""

from collections.abc import Mapping, Sequence
from typing import Any

from facegallery.catalog import (
    assignments,
    differences,
    faces,
    groups,
    likely,
    merges,
    people,
    presences,
    same_faces,
)
from facegallery.catalog.library import Catalog
from facegallery.domain.person import CONFIRMED, REJECTED


def absorb_person(db: Catalog, source: int, target: int) -> int:
    """Make a person part of another; return the merge's id.

    What is known of the one who goes is taken over where nothing is known of the one who stays.
    """
    gone = {**people.row(db, source), **_facts(db, source)}
    before = {**people.row(db, target), **_facts(db, target)}
    merge_id = merges.add(db, ("person", source), ("person", target), gone, before)
    confirmed = assignments.since(db, source, CONFIRMED)
    rejected = assignments.since(db, source, REJECTED)
    refused = assignments.since(db, target, REJECTED)
    merges.add_faces(db, merge_id, "confirmed", confirmed)
    merges.add_faces(db, merge_id, "rejected", rejected)
    merges.add_faces(db, merge_id, "unrefused", _only(refused, confirmed))
    merges.add_faces(db, merge_id, "kept", _only(refused, rejected))
    assignments.move_all(db, source, target)
    presences.move_all(db, source, target)
    likely.join_people(db, source, target)
    people.delete(db, source)
    _take_over(db, target, gone, before)
    merges.set_after(db, merge_id, people.row(db, target))
    return merge_id


def absorb_group(db: Catalog, group_id: int, person_id: int) -> int:
    """Make a group part of a person; return the merge's id."""
    members = groups.face_ids(db, group_id)
    before = people.row(db, person_id)
    merge_id = merges.add(db, ("group", group_id), ("person", person_id), None, before)
    merges.add_faces(db, merge_id, "member", dict.fromkeys(members))
    refused = assignments.since(db, person_id, REJECTED)
    merges.add_faces(db, merge_id, "unrefused", _only(refused, dict.fromkeys(members)))
    give_group(db, group_id, person_id)
    merges.set_after(db, merge_id, before)
    return merge_id


def give_group(db: Catalog, group_id: int, person_id: int) -> None:
    """Confirm all faces of a group for a person; what was likely the group is likely them."""
    members = groups.face_ids(db, group_id)
    likely.follow(db, group_id, person_id)
    assignments.confirm(db, members, person_id)
    faces.mark(db, members, "hidden", value=False)
    groups.take_out(db, members)


def join_groups(db: Catalog, target: int, others: Sequence[int]) -> int:
    """Make groups without a name one; return how many faces it has. Kept as facts about faces."""
    for group_id in others:
        members = groups.face_ids(db, group_id)
        stay = groups.face_ids(db, target)
        merge_id = merges.add(db, ("group", group_id), ("group", target))
        merges.add_faces(db, merge_id, "member", dict.fromkeys(members))
        merges.add_faces(db, merge_id, "kept", dict.fromkeys(stay))
        differences.forget_faces(db, [*stay, *members])
        same_faces.call_same(db, [*stay, *members])
        likely.join(db, group_id, target)
        groups.move(db, group_id, target)
    return len(groups.face_ids(db, target))


def rename_survivor(db: Catalog, person_id: int, name: str, merge_ids: Sequence[int]) -> None:
    """Give the one who stays another name; it goes with whoever brought it, when they part."""
    people.rename(db, person_id, name)
    brought = [number for number in merge_ids if _name_of(db, number) == name]
    note_survivor(db, person_id, brought or list(merge_ids[-1:]))


def note_survivor(db: Catalog, person_id: int, merge_ids: Sequence[int]) -> None:
    """Note what is known of the one who stays as these merges made it."""
    for merge_id in merge_ids:
        merges.set_after(db, merge_id, people.row(db, person_id))


def _name_of(db: Catalog, merge_id: int) -> str | None:
    merge = merges.by_id(db, merge_id)
    return None if merge is None else merge.name


def _facts(db: Catalog, person_id: int) -> dict[str, Any]:
    """Return what lies beside a person's row."""
    return {
        "other_names": list(people.other_names(db, person_id).get(person_id, ())),
        "presences": list(presences.since(db, person_id).items()),
    }


def _only(of: Mapping[int, str | None], where: Mapping[int, str | None]) -> dict[int, str | None]:
    return {face_id: of[face_id] for face_id in of if face_id in where}


def _take_over(
    db: Catalog, person_id: int, gone: Mapping[str, Any], before: Mapping[str, Any]
) -> None:
    if before["birth_date"] is None:
        people.set_birth_date(db, person_id, gone["birth_date"])
    if gone["notes"]:
        parts = [notes for notes in (before["notes"], gone["notes"]) if notes]
        people.set_notes(db, person_id, "\n\n".join(parts))
    if gone["favourite"]:
        people.set_favourite(db, person_id, favourite=True)
    if gone["other_names"]:
        people.set_other_names(db, person_id, [*before["other_names"], *gone["other_names"]])
