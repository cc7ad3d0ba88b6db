"""Where the user has been, for Back."""

from collections.abc import Sequence
from dataclasses import dataclass

from facegallery.actions.people import Who
from facegallery.domain.photo import Photo

LONGEST = 100  # places; nobody goes back further


@dataclass(frozen=True, slots=True)
class Place:
    """A screen, and what it showed: a person, a text searched for, or photos in the viewer."""

    page: str
    who: Who | None = None
    text: str = ""
    photos: Sequence[Photo] = ()
    position: int = 0


class History:
    """The places visited, the one of now last."""

    def __init__(self) -> None:
        self._places: list[Place] = []

    @property
    def here(self) -> Place | None:
        """The place of now."""
        return self._places[-1] if self._places else None

    @property
    def has_before(self) -> bool:
        """Tell whether there is a way back."""
        return len(self._places) > 1

    def visit(self, place: Place) -> None:
        """Note a new place; the same one twice counts once."""
        if place != self.here:
            self._places.append(place)
            del self._places[:-LONGEST]

    def replace(self, place: Place) -> None:
        """Note that the place of now has become another: the next photo, another search."""
        if self._places:
            self._places[-1] = place

    def back(self) -> Place | None:
        """Leave the place of now; return the one before, or None where there is none."""
        if not self.has_before:
            return None
        self._places.pop()
        return self._places[-1]
