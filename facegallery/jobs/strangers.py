"""Groups that may be strangers, to be hidden together: actions.people.Hide takes them all."""

import numpy as np

from facegallery.actions.people import Who
from facegallery.catalog import groups, photos
from facegallery.catalog.library import Catalog
from facegallery.grouping.strangers import events, in_one_event

MOST_FACES = 5  # who is in more photos of one event is worth a look


def strangers(db: Catalog, most_faces: int = MOST_FACES) -> list[Who]:
    """Return the groups that are in one event only, with `most_faces` faces at most, by number.

    An event ends where no photo was taken for six hours. Hidden groups are left out.
    """
    shown = groups.shown_faces(db)
    if not shown:
        return []
    taken = photos.taken_times(db)
    photo_ids = np.array(sorted(taken), np.int64)
    event = events(np.array([taken[one] for one in photo_ids.tolist()], "datetime64[s]"))
    labels, photo = np.array(shown, np.int64).T
    found = in_one_event(labels, np.searchsorted(photo_ids, photo), event)
    few = set(np.flatnonzero(np.bincount(labels) <= most_faces).tolist())
    return [Who("group", number) for number in found.tolist() if number in few]
