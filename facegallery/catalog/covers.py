"""The face on a card: chosen once and then kept, until the face no longer belongs there."""

import json
from collections.abc import Sequence
from functools import partial

from facegallery.catalog.library import Catalog
from facegallery.catalog.turns import write_in_turns

_PEOPLE_WITHOUT = """select id from people
    where not exists (select 1 from assignments join photos on photos.id = photo_id
            where face_id = cover_face_id and person_id = people.id
            and state = 'confirmed' and in_library = 1 and photos.hidden = 0)
        and (cover_face_id is not null or exists (select 1 from assignments
            where person_id = people.id and state = 'confirmed'))"""
_GROUPS_WITHOUT = """select id from groups
    where not exists (select 1 from group_faces join photos on photos.id = photo_id
        where face_id = cover_face_id and group_id = groups.id
            and in_library = 1 and photos.hidden = 0)"""
_PEOPLE = """update people set cover_face_id = (
        select faces.id from assignments join faces on faces.id = face_id
        join photos on photos.id = faces.photo_id
        where person_id = people.id and state = 'confirmed'
        order by (in_library and not photos.hidden) desc, quality desc, faces.id limit 1)
    where id in (select value from json_each(?))"""
_GROUPS = """update groups set cover_face_id = (
        select faces.id from group_faces join faces on faces.id = face_id
        join photos on photos.id = faces.photo_id
        where group_id = groups.id
        order by (in_library and not photos.hidden) desc, quality desc, faces.id limit 1)
    where id in (select value from json_each(?))"""


def choose(db: Catalog) -> None:
    """Give every person and group whose cover is not one of their faces the best one they have.

    A face of a photo that was hidden, or removed from the library, is the last to be taken. All
    cards are looked at before any lock is taken.
    """
    for without, give in ((_PEOPLE_WITHOUT, _PEOPLE), (_GROUPS_WITHOUT, _GROUPS)):
        ids = [row[0] for row in db.execute(without)]
        write_in_turns(db, ids, partial(_give, db, give))


def _give(db: Catalog, give: str, ids: Sequence[int]) -> None:
    if ids:
        db.execute(give, (json.dumps(ids),))
