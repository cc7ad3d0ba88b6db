"""Taking a merge apart, at any later time: what was said since stays as it was said."""

from collections import Counter
from collections.abc import Iterable, Mapping
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
    people.restore(db, {key: gone[key] for key in people.COLUMNS})
    confirmed = merges.faces(db, merge.id, "confirmed")
    whose = assignments.confirmed_people(db, confirmed)
    mine = {face: since for face, since in confirmed.items() if whose.get(face) == holder}
    assignments.remove(db, mine, holder, CONFIRMED)
    assignments.put(db, mine, merge.number, CONFIRMED)
    _bring_refusals_back(db, merge, holder, mine)
    _part_facts(db, merge, holder)
    _put_row_back(db, merge, holder)
    differences.tell_people_apart(db, holder, merge.number)
    return len(mine)


def _bring_refusals_back(
    db: Catalog, merge: Merged, holder: int, mine: Mapping[int, str | None]
) -> None:
    """Give both back what the user had refused to each of them, and to one of them only."""
    line = merges.line_of(db, merge.into_number) if merge.into_kind == "person" else []
    by_merging = {merge.made_at, *(later.made_at for later in line)}
    own = merges.faces(db, merge.id, "kept")
    said_since = assignments.since(db, holder, REJECTED)
    refused = merges.faces(db, merge.id, "rejected")
    whose = assignments.confirmed_people(db, refused)
    back = {face: at for face, at in refused.items() if whose.get(face) != merge.number}
    assignments.put(db, back, merge.number, REJECTED)
    gone = [face for face in refused if face not in own and said_since.get(face) in by_merging]
    assignments.remove(db, gone, holder, REJECTED)
    unrefused = merges.faces(db, merge.id, "unrefused")
    assignments.put(
        db, {face: at for face, at in unrefused.items() if face in mine}, holder, REJECTED
    )


def _part_facts(db: Catalog, merge: Merged, holder: int) -> None:
    """Give back other names, photos without a face, and who is different."""
    gone, before = merge.gone, merge.before
    people.set_other_names(db, merge.number, gone["other_names"])
    mine = people.other_names(db, holder).get(holder, ())
    brought = set(gone["other_names"]) - set(before["other_names"])
    if brought & set(mine):
        people.set_other_names(db, holder, [name for name in mine if name not in brought])
    still = set(presences.photos_of(db, holder))
    presences.add(db, [photo for photo in gone["presences"] if photo in still], merge.number)
    presences.remove(db, sorted(set(gone["presences"]) - set(before["presences"])), holder)
    for other in gone["different"]:
        if people.exists(db, other):
            differences.tell_people_apart(db, merge.number, other)
            if other not in before["different"] and other != holder:
                differences.forget_people(db, holder, other)


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
