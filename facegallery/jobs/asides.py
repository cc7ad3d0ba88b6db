"""Which questions were put aside, and whether there is more to go by since."""

from collections.abc import Iterable

from facegallery.actions.people import Who
from facegallery.catalog import put_aside
from facegallery.catalog import questions as known
from facegallery.catalog.library import Catalog
from facegallery.catalog.put_aside import Aside, QuestionKind

MUCH_MORE = 1.5  # a question put aside comes back with so many times the faces


class Asides:
    """The questions that were put aside. much_liker: a likeness so much higher brings one back."""

    def __init__(self, db: Catalog, much_liker: float) -> None:
        asides = put_aside.listed(db)
        faces = [face for one in asides for face in (one.face_id, one.other_id) if face is not None]
        group_of = known.groups_of(db, faces)
        self._much_liker = much_liker
        self._faces: dict[tuple[int, int], Aside] = {}
        self._known: dict[tuple[str, frozenset[Who]], Aside] = {}
        for one in asides:
            if one.kind == "more" and one.person_id is not None:
                self._faces[one.face_id, one.person_id] = one
                continue
            who = {Who("group", group_of[face]) for face in (one.face_id, one.other_id)
                   if face in group_of}  # fmt: skip
            if one.person_id is not None:
                who.add(Who("person", one.person_id))
            self._known[one.kind, frozenset(who)] = one

    @property
    def groups(self) -> set[int]:
        """The groups about which a question was put aside."""
        return {one.number for _kind, who in self._known for one in who if one.kind == "group"}

    @property
    def people(self) -> set[int]:
        """The people of whose suggested faces some were put aside."""
        return {person_id for _face_id, person_id in self._faces}

    def hold(
        self, kind: QuestionKind, who: Iterable[Who], faces: int, likeness: float | None
    ) -> bool:
        """Tell whether a question still waits. faces, likeness: what it rests on now."""
        aside = self._known.get((kind, frozenset(who)))
        return aside is not None and not self._changed(aside, faces, likeness)

    def holds_face(self, face_id: int, person_id: int, likeness: float) -> bool:
        """Tell whether a face waits that was suggested to a person."""
        aside = self._faces.get((face_id, person_id))
        return aside is not None and not self._changed(aside, aside.faces, likeness)

    def _changed(self, aside: Aside, faces: int, likeness: float | None) -> bool:
        liker = (
            likeness is not None
            and aside.likeness is not None
            and likeness - aside.likeness >= self._much_liker
        )
        return liker or faces >= max(aside.faces * MUCH_MORE, aside.faces + 2)
