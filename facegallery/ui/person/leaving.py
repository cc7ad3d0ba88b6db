"""Faces that are no longer somebody's: gone from the screen before the catalog says so."""

from collections.abc import Iterable, Sequence

from facegallery.domain.face import Face


class Leaving:
    """The faces that were moved, rejected or taken out, until what is read is new enough."""

    def __init__(self) -> None:
        self._until: dict[int, int] = {}  # face id -> Session.version that tells so

    def add(self, faces: Iterable[Face], version: int) -> None:
        """Note that faces leave; version: Session.version in which it will be in the catalog."""
        self._until.update({face.id: version for face in faces})

    def settle(self, version: int) -> None:
        """Forget the faces of which what was read at this version tells itself."""
        self._until = {face: until for face, until in self._until.items() if until > version}

    def forget_all(self) -> bool:
        """Bring all back: it could not be written. Tell whether there were any."""
        had = bool(self._until)
        self._until.clear()
        return had

    def without(self, faces: Sequence[Face]) -> list[Face]:
        """Return the faces that stay."""
        return [face for face in faces if face.id not in self._until]
