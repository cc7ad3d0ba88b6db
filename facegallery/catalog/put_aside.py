"""Questions that the user was not sure of: they wait until there is more to go by."""

from dataclasses import dataclass
from typing import Literal

from facegallery.catalog.library import Catalog

QuestionKind = Literal["who", "same", "more", "mixed"]


@dataclass(frozen=True, slots=True)
class Aside:
    """One question put aside, by a face of whom it is about, and what it rested on then.

    other_id: a face of the group it was held against; person_id: the person, where it was one.
    faces: how many faces it was about. likeness: None where it rested on none.
    """

    kind: QuestionKind
    face_id: int
    other_id: int | None
    person_id: int | None
    faces: int
    likeness: float | None


def add(db: Catalog, aside: Aside) -> None:
    """Put a question aside; one that was put aside before rests on what it rests on now."""
    db.execute(
        """delete from put_aside where kind = ? and face_id = ? and other_id is ?
        and person_id is ?""",
        (aside.kind, aside.face_id, aside.other_id, aside.person_id),
    )
    db.execute(
        """insert into put_aside (kind, face_id, other_id, person_id, faces, likeness)
        values (?, ?, ?, ?, ?, ?)""",
        (
            aside.kind,
            aside.face_id,
            aside.other_id,
            aside.person_id,
            aside.faces,
            aside.likeness,
        ),
    )


def listed(db: Catalog) -> list[Aside]:
    """Return all questions put aside, the oldest first."""
    rows = db.execute(
        """select kind, face_id, other_id, person_id, faces, likeness
        from put_aside order by id"""
    )
    return [Aside(*row) for row in rows]
