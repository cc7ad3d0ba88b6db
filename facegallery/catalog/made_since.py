"""What the machine has made of faces since, where an undo puts back what the user said of them."""

import json
from collections.abc import Iterable

from facegallery.catalog import differences, groups, properties
from facegallery.catalog.library import Catalog

_GROUPED = "grouped_after_action"  # property of the library


def note_grouped(db: Catalog) -> None:
    """Note that groups were made anew after all that the user has done so far."""
    row = db.execute("select seq from sqlite_sequence where name = 'actions'").fetchone()
    properties.set_value(db, _GROUPED, str(0 if row is None else row[0]))


def is_grouped_since(db: Catalog, action_id: int) -> bool:
    """Tell whether groups were made anew after an action; else its undo finds them as they were."""
    return int(properties.value(db, _GROUPED) or 0) >= action_id


def decided(db: Catalog, face_ids: Iterable[int]) -> None:
    """End groups and suggestions of those of these faces that are somebody's, or none."""
    rows = db.execute(
        """select id from faces where id in (select value from json_each(?))
        and (not is_face or exists (select 1 from assignments
            where face_id = faces.id and state = 'confirmed'))""",
        (json.dumps(list(face_ids)),),
    )
    found = [row[0] for row in rows]
    groups.take_out(db, found)
    db.execute(
        """delete from assignments where state = 'suggested'
        and face_id in (select value from json_each(?))""",
        (json.dumps(found),),
    )


def grouped(db: Catalog, face_ids: set[int]) -> None:
    """Make room for faces that are in their groups again.

    Whom the machine has put there meanwhile leaves, where the user called them different, or where
    they are in one photo.
    """
    home = groups.of_each(db, face_ids)
    leaving = set(_in_their_photos(db, face_ids))
    for sides in differences.about(db, face_ids):
        group_of = groups.of_each(db, set().union(*sides))
        for side in sides:
            there = {home[face_id] for face_id in side if face_id in home}
            leaving |= {
                face_id
                for other in sides
                if other is not side
                for face_id in other - face_ids
                if group_of.get(face_id) in there
            }
    groups.take_out(db, leaving)


def parted(db: Catalog, face_ids: Iterable[int]) -> None:
    """End that those are in one group whom the user called different, among them these faces.

    Of several sides in one group the one with most faces there stays.
    """
    for sides in differences.about(db, face_ids):
        group_of = groups.of_each(db, set().union(*sides))
        inside: dict[int, list[list[int]]] = {}
        for side in sides:
            mine: dict[int, list[int]] = {}
            for face_id in sorted(side & group_of.keys()):
                mine.setdefault(group_of[face_id], []).append(face_id)
            for group_id, some in mine.items():
                inside.setdefault(group_id, []).append(some)
        for parts in inside.values():
            parts.remove(max(parts, key=len))
            groups.take_out(db, [face_id for part in parts for face_id in part])


def _in_their_photos(db: Catalog, face_ids: Iterable[int]) -> list[int]:
    """Return the other faces that are in one photo and one group with some of these."""
    rows = db.execute(
        """with again (face_id) as (select value from json_each(?))
        select other.face_id from again cross join group_faces as mine using (face_id)
            cross join group_faces as other
                on other.group_id = mine.group_id and other.photo_id = mine.photo_id
        where other.face_id not in again
            and mine.photo_id not in (select photo_id from mirror_photos)""",
        (json.dumps(list(face_ids)),),
    )
    return [row[0] for row in rows]
