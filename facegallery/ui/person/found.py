"""What a person's page shows, asked in one go."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from facegallery.actions.people import Who
from facegallery.catalog import company, faces, merges, photos
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NoSuchPerson
from facegallery.domain.face import Face
from facegallery.domain.person import SUGGESTED, PersonOrGroup
from facegallery.domain.photo import Photo
from facegallery.ui.widgets.face_deeds import whose

FIRST_SHOWN = 150  # faces read at first: more than a screen of 2560 x 1440 shows
MOST_AROUND = 400  # photos to go through from a face; reading them takes 10 ms
MOST_MERGES = 100  # listed of one person
MOST_ASKED = 50  # faces that tell where a group went; a few would do


@dataclass(frozen=True, slots=True)
class MergedPart:
    """Somebody who was merged into the one that is shown. faces: how many they had."""

    id: int
    name: str | None
    faces: int
    made_at: str
    cover: Face | None


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody: the card, the faces, and for a person the faces that wait for a yes or no.

    complete: these are all faces, not only the first ones. years: (year, photos). company:
    (person id, photos with both). Years, company and merges are told with all faces only.
    """

    asked: Who
    who: Who
    card: PersonOrGroup
    faces: list[Face]
    suggested: list[Face]
    complete: bool = True
    years: tuple[tuple[int, int], ...] = ()
    company: tuple[tuple[int, int], ...] = ()
    merges: tuple[MergedPart, ...] = ()


def find(db: Catalog, asked: Who, known: Sequence[int], *, complete: bool = True) -> Found | None:
    """Return what the library knows of somebody; None where they are nobody any more.

    known: ids of faces that were theirs. A group that was named, merged or made anew is found
    again by them, as is the group that a name was taken back from.
    complete: all of it, else what fills the first screen, which takes a few milliseconds.
    """
    who = asked
    card = _card(db, who)
    if card is None:
        moved = _where(db, known)
        card = None if moved is None else _card(db, moved)
        if moved is None or card is None:
            return None
        who = moved
    limit = -1 if complete else FIRST_SHOWN
    if who.kind == "group":
        listed, suggested = faces.of_group(db, who.number, limit), []
    else:
        listed = faces.of_person(db, who.number, limit=limit)
        suggested = faces.of_person(db, who.number, SUGGESTED, limit)
    if not complete and max(len(listed), len(suggested)) >= FIRST_SHOWN:
        return Found(asked, who, card, listed, suggested, complete=False)
    company_of = company.of_person(db, who.number) if who.kind == "person" else []
    years = company.years(db, (who.kind, who.number))
    past = tuple(years), tuple(company_of), _merged_parts(db, who)
    return Found(asked, who, card, listed, suggested, True, *past)


def photos_around(db: Catalog, face: Face, listed: Sequence[Face]) -> tuple[list[Photo], int]:
    """Return the photos of the faces around one in a list, in its order, and which is the face's.

    At most MOST_AROUND; the face's alone where the list does not hold it.
    """
    ids = list(dict.fromkeys(other.photo_id for other in listed))
    place = ids.index(face.photo_id) if face.photo_id in ids else None
    if place is None:
        ids, place = [face.photo_id], 0
    first = max(0, min(place - MOST_AROUND // 2, len(ids) - MOST_AROUND))
    found = photos.by_ids(db, ids[first : first + MOST_AROUND])
    here = [photo.id for photo in found]
    return found, here.index(face.photo_id) if face.photo_id in here else 0


def photos_of(
    who: Who, year: int | None, db: Catalog, after: Photo | None, limit: int
) -> list[Photo]:
    """Return a page of the photos of somebody, newest first; of a person the confirmed ones.

    year: of this year only.
    """
    if year is not None:
        return company.photos_of_year(db, (who.kind, who.number), year, after, limit)
    if who.kind == "group":
        return photos.of_group(db, who.number, after, limit)
    return photos.of_person(db, who.number, after, limit)


def _merged_parts(db: Catalog, who: Who) -> tuple[MergedPart, ...]:
    """Return who has become part of somebody, the newest first; the last MOST_MERGES."""
    of = merges.of_person if who.kind == "person" else merges.of_group
    found = []
    for merge in of(db, who.number)[:MOST_MERGES]:
        theirs = merges.faces(db, merge.id, "confirmed" if merge.kind == "person" else "member")
        cover = next(iter(faces.by_ids(db, list(theirs)[:1])), None)
        found.append(MergedPart(merge.id, merge.name, len(theirs), merge.made_at, cover))
    return tuple(found)


def _card(db: Catalog, who: Who) -> PersonOrGroup | None:
    try:
        return who.card(db)
    except NoSuchPerson:
        return None


def _where(db: Catalog, known: Sequence[int]) -> Who | None:
    """Return whose most of these faces are now."""
    found = (faces.by_id(db, face_id) for face_id in known[:MOST_ASKED])
    votes = Counter(whose(face) for face in found if face is not None)
    votes.pop(None, 0)
    return votes.most_common(1)[0][0] if votes else None
