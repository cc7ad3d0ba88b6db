"""What a library tells of its people and times, when it is looked at as a whole."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SeenTogether:
    """Two people (ids) and in how many photos both are."""

    first: int
    second: int
    photos: int


@dataclass(frozen=True, slots=True)
class PersonYears:
    """A person's photos by year, ("2015", 12) for each year with some; last: the newest's date."""

    person_id: int
    years: tuple[tuple[str, int], ...]
    last: str

    @property
    def photos(self) -> int:
        """All photos of the person."""
        return sum(number for _year, number in self.years)


@dataclass(frozen=True, slots=True)
class Event:
    """Photos taken about one time and place. start, end: dates of the first and the last.

    people: ids of those who were there, in most photos first. cover: id of a photo with most faces.
    """

    start: str
    end: str
    photos: int
    people: tuple[int, ...]
    cover: int

    @property
    def query(self) -> str:
        """The query that finds its photos."""
        return f"date: {self.start[:19]}..{self.end[:19]}"


@dataclass(frozen=True, slots=True)
class Alike:
    """Photos that look nearly the same, the best one first, else by date.

    eyes_closed: those of them in which somebody's eyes are, where the best one is not among them.
    """

    photo_ids: tuple[int, ...]
    start: str
    end: str
    eyes_closed: frozenset[int] = frozenset()
