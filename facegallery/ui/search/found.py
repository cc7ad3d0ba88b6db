"""The photos of one query for the search page: in pages, counted, and what to refine them by.

All of it is asked in threads. What a query resembles is looked for once, and an error on the way (a
picture without a face) is kept for the page to say.
"""

import threading
from dataclasses import dataclass

from facegallery.catalog import search
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.search import Found, Refinement
from facegallery.domain.errors import FaceGalleryError
from facegallery.domain.photo import Photo
from facegallery.domain.query.parse import Query
from facegallery.jobs import likeness
from facegallery.jobs.likeness import Likenesses


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many photos were found, when they were taken, and who is in them."""

    found: Found
    refinement: Refinement


class FoundPhotos:
    """The answers to one query. Its methods are called in any thread."""

    def __init__(self, library: Library, query: Query) -> None:
        self.query = query
        self.error: FaceGalleryError | None = None
        self._library = library
        self._likenesses: Likenesses | None = None
        self._lock = threading.Lock()

    def page(self, db: Catalog, after: Photo | None, limit: int) -> list[Photo]:
        """Return a page of photos; none where the query cannot be answered."""
        found = self._find(db)
        return [] if found is None else likeness.run(db, self.query, found, after, limit)

    def numbers(self, db: Catalog) -> Numbers | None:
        """Return what there is to say of the whole result, None where there is no answer."""
        found = self._find(db)
        if found is None:
            return None
        return Numbers(
            search.count(db, self.query, found.photos),
            search.refinement(db, self.query, found.photos),
        )

    @property
    def by_likeness(self) -> bool:
        """Tell whether the likest photos come first, not the newest."""
        return next(likeness.likes_in(self.query.node), None) is not None

    def _find(self, db: Catalog) -> Likenesses | None:
        with self._lock:
            if self._likenesses is None and self.error is None:
                try:
                    self._likenesses = likeness.find(self._library, db, self.query)
                except FaceGalleryError as error:
                    self.error = error
            return self._likenesses
