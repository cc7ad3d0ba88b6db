"""Find photos by who is in them."""

from dataclasses import dataclass

from facegallery.catalog import people, photos
from facegallery.catalog.library import Catalog
from facegallery.domain.photo import Photo
from facegallery.domain.query import Query, parse


def query(db: Catalog, text: str) -> Query:
    """Read a query with the names of this library."""
    return parse(text, people.searched_names(db))


def run(db: Catalog, wanted: Query, after: Photo | None = None, limit: int = -1) -> list[Photo]:
    """Return a page of the photos that a query asks for, newest first."""
    if wanted.unknown:
        return []
    return photos.of_people(db, wanted.wanted, after, limit)


@dataclass(frozen=True, slots=True)
class Found:
    """How many photos a query finds; suggested: those that rest on a suggestion."""

    photos: int
    suggested: int


def count(db: Catalog, wanted: Query) -> Found:
    """Return how many photos a query finds."""
    if wanted.unknown:
        return Found(0, 0)
    total = photos.count_of_people(db, wanted.wanted)
    sure = photos.count_of_people(db, wanted.wanted, confirmed=True)
    return Found(total, total - sure)
