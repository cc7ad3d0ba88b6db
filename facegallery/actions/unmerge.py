"""Taking a merge apart, at any later time: what was said since stays as it was said."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from facegallery.actions.perform import count
from facegallery.catalog import (
    assignments,
    differences,
    groups,
    merges,
    people,
    presences,
    same_faces,
)
from facegallery.catalog.library import Catalog
from facegallery.catalog.merges import Merged
from facegallery.domain.errors import NoSuchMerge, NotPossible
from facegallery.domain.person import CONFIRMED, REJECTED, Kind
from facegallery.domain.words import listed, sentence

_OF_THE_ROW = ("name", "birth_date", "notes", "favourite", "hidden", "cover_face_id")


@dataclass(frozen=True, slots=True)
class Unmerge:
    """Take a merge apart: whoever became part of another is somebody of their own again.

    They get back the faces that are still where the merge put them. Faces that were moved or
    refused since stay as they were said to be, and so do all decisions on other faces. The two
    are noted as different people, so that nobody asks about them again.
    """

    merge_id: int

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        merge = merges.by_id(db, self.merge_id)
        if merge is None:
            raise NoSuchMerge(self.merge_id)
        holder = _holder(db, merge)
        if holder is None:
            raise NotPossible(sentence("Nobody has the faces of this merge any more."))
        before = merges.count_faces(db, merge.id)
        part = _bring_person_back if merge.kind == "person" else _bring_group_back
        came_back = part(db, merge, *holder)
        merges.remove(db, merge.id)
        return _words(db, merge, holder, came_back, before)


def _words(
    db: Catalog, merge: Merged, holder: tuple[Kind, int], came_back: int, before: int
) -> str:
    name = merge.name or sentence("a group of {0}", count(before, "face"))
    row = people.row(db, holder[1]) if holder[0] == "person" else None
    stayed = before - came_back
    whose = row["name"] if row else sentence("another group")
    words = sentence(
        "Took {0} apart from {1}: {2} came back", name, whose, count(came_back, "face")
    )
    if not stayed:
        return words
    where = sentence("{0} stayed where you put them since", count(stayed, "face"))
    if stayed == 1:
        where = sentence("{0} stayed where you put it since", count(stayed, "face"))
    return listed([words, where])


def _holder(db: Catalog, merge: Merged) -> tuple[Kind, int] | None:
    """Return who has the faces of the one that stayed now: they may have been merged or named."""
    if merge.into_kind == "person":
        line = merges.line_of(db, merge.into_number)
        number = line[-1].into_number if line else merge.into_number
        return ("person", number) if people.exists(db, number) else None
    kept = merges.faces(db, merge.id, "kept")
    members = merges.faces(db, merge.id, "member")
    held: Counter[tuple[Kind, int]] = Counter()
    for face_ids in (kept, members):  # the faces of the one that went, where no other is left
        if not held:
            held.update(owner for owner in _owners(db, face_ids).values())
    return min(held, key=lambda owner: (-held[owner], owner)) if held else None


def _owners(db: Catalog, face_ids: Iterable[int]) -> dict[int, tuple[Kind, int]]:
    """Return the person or group that each of these faces belongs to, if any."""
    asked = list(face_ids)
    found: dict[int, tuple[Kind, int]] = {
        face_id: ("group", number) for face_id, number in groups.of_each(db, asked).items()
    }
    for face_id, number in assignments.confirmed_people(db, asked).items():
        found[face_id] = ("person", number)
    return found


def _bring_person_back(db: Catalog, merge: Merged, _kind: Kind, holder: int) -> int:
    """Make the person again, with their faces and decisions; return how many faces came back."""
    gone = merge.gone
    later = merges.line_of(db, merge.into_number)
    people.restore(db, {key: gone[key] for key in people.COLUMNS})
    confirmed = merges.faces(db, merge.id, "confirmed")
    whose = assignments.confirmed_people(db, confirmed)
    mine = {face: since for face, since in confirmed.items() if whose.get(face) == holder}
    leave = {merge.id, *(one.id for one in merges.of_person(db, merge.number))}
    others = [one for one in merges.of_person(db, holder) if one.id not in leave]
    brought = _bring_refusals_back(db, merge, later, holder)
    _forget_unrefused(db, merge, others)
    assignments.remove(db, mine, holder, CONFIRMED)
    assignments.put(db, mine, merge.number, CONFIRMED)
    unrefused = merges.faces(db, merge.id, "unrefused")
    again = {face: said for face, said in unrefused.items() if face in mine}
    assignments.put(db, again, holder, REJECTED)
    _refuse_for_others(db, merge, others, holder, {*brought, *mine})
    for one in later:  # whoever comes back out of these does not bring them along
        merges.forget_faces(db, one.id, "confirmed", confirmed)
    _part_facts(db, merge, holder)
    _put_row_back(db, merge, holder)
    differences.tell_people_apart(db, holder, merge.number)
    return len(mine)


def _bring_refusals_back(
    db: Catalog, merge: Merged, later: Sequence[Merged], holder: int
) -> list[int]:
    """Give who comes back what was refused to them; return what is refused to them only.

    later: the merges since, by which the holder has it.
    """
    refused = merges.faces(db, merge.id, "rejected")
    holders_refusals = assignments.since(db, holder, REJECTED)
    whose = assignments.confirmed_people(db, refused)
    there = {
        face: said
        for face, said in refused.items()
        if face in holders_refusals or whose.get(face) == holder
    }
    assignments.put(db, there, merge.number, REJECTED)
    # Told by when it was said; earlier versions of the program gave it the time of the merge.
    by_merging = {merge.made_at, *(one.made_at for one in later)}
    own = merges.faces(db, merge.id, "kept")
    brought = [
        face
        for face, said in refused.items()
        if holders_refusals.get(face) == said
        or (face not in own and holders_refusals.get(face) in by_merging)
    ]
    assignments.remove(db, brought, holder, REJECTED)
    return brought


def _refuse_for_others(
    db: Catalog, merge: Merged, others: Sequence[Merged], holder: int, face_ids: set[int]
) -> None:
    """Refuse to the holder what others who are part of it had refused.

    face_ids: faces that who leaves had refused as well, or confirmed.
    """
    leaving = merges.faces(db, merge.id, "rejected")
    for one in others:
        refused = {
            face: said
            for face, said in merges.faces(db, one.id, "rejected").items()
            if face in face_ids and leaving.get(face) != said
        }
        assignments.put(db, refused, holder, REJECTED)


def _forget_unrefused(db: Catalog, merge: Merged, others: Sequence[Merged]) -> None:
    """Have other merges not bring back to the holder what was refused to who leaves."""
    refused = merges.faces(db, merge.id, "rejected")
    for one in others:
        hidden = merges.faces(db, one.id, "unrefused")
        brought = [face for face, said in hidden.items() if refused.get(face) == said]
        merges.forget_faces(db, one.id, "unrefused", brought)


def _part_facts(db: Catalog, merge: Merged, holder: int) -> None:
    """Give back other names, and photos without a face."""
    gone, before = merge.gone, merge.before
    people.set_other_names(db, merge.number, gone["other_names"])
    mine = people.other_names(db, holder).get(holder, ())
    brought = set(gone["other_names"]) - set(before["other_names"])
    if brought & set(mine):
        people.set_other_names(db, holder, [name for name in mine if name not in brought])
    there = presences.since(db, holder)
    known = {photo: said for photo, said in _since(gone["presences"]).items() if photo in there}
    presences.put(db, {photo: said or there[photo] for photo, said in known.items()}, merge.number)
    own = _since(before["presences"])
    presences.remove(
        db,
        [p for p, said in known.items() if there[p] == said or (said is None and p not in own)],
        holder,
    )


def _since(presence: Sequence[Any]) -> dict[int, str | None]:
    """Return the photos that somebody was in before a merge, and since when.

    Without a time where an earlier version of the program has noted them.
    """
    found: dict[int, str | None] = {}
    for one in presence:
        photo, said = one if isinstance(one, list) else (one, None)
        found[photo] = said
    return found


def _put_row_back(db: Catalog, merge: Merged, holder: int) -> None:
    """Give the one who stays what they had, where the merge changed it and nobody else since."""
    now = people.row(db, holder)
    changed: dict[str, Any] = {
        name: merge.before[name]
        for name in _OF_THE_ROW
        if merge.before.get(name) != merge.after.get(name) and now[name] == merge.after.get(name)
    }
    if changed:
        people.restore(db, {**now, **changed})


def _bring_group_back(db: Catalog, merge: Merged, kind: Kind, holder: int) -> int:
    """Make a group of the faces again; return how many came back."""
    owners = _owners(db, merges.faces(db, merge.id, "member"))
    mine = sorted(face_id for face_id, owner in owners.items() if owner == (kind, holder))
    if kind == "person":
        unrefused = merges.faces(db, merge.id, "unrefused")
        assignments.remove(db, mine, holder, CONFIRMED)
        assignments.put(db, {face: unrefused.get(face) for face in mine}, holder, REJECTED)
        if merge.into_kind == "person":
            _put_row_back(db, merge, holder)
    else:
        others = sorted(set(groups.face_ids(db, holder)) - set(mine))
        if others and mine:
            same_faces.forget(db, [mine, others])
            differences.tell_faces_apart(db, [mine, others])
    groups.make(db, merge.number, mine)
    return len(mine)
