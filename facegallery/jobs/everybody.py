"""What the library knows of its people and groups, read whole: the cards of the first screen."""

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from facegallery.actions.people import Who
from facegallery.catalog import company, faces, people
from facegallery.catalog.library import Catalog, Library
from facegallery.domain.face import Face
from facegallery.domain.person import PersonOrGroup

LONE_SHOWN = 5  # faces on the entry for those in no group


@dataclass(frozen=True, slots=True)
class Everybody:
    """Everybody in the library, hidden ones too.

    cards: named ones first, then by photos, most first. lone: the best few of the faces that are
    in no group and nobody's. hidden: some faces without a name that are hidden. newest: when the
    newest photo of everybody was taken; empty where it was not asked for. whole: False for people
    alone, who are there sooner.
    """

    cards: list[PersonOrGroup] = field(default_factory=list)
    by_who: dict[Who, PersonOrGroup] = field(default_factory=dict)
    lone: list[Face] = field(default_factory=list)
    hidden: list[Face] = field(default_factory=list)
    newest: dict[Who, str] = field(default_factory=dict)
    whole: bool = True


Begun = Future[Everybody | None] | None
"""Everybody, while they are being read; see begin_to_read."""


def read(
    db: Catalog, before: Mapping[Who, PersonOrGroup] | None = None, *, newest: bool = False
) -> Everybody:
    """Read everybody. What has not changed since `before` is the same object as there, so that
    screens can tell what has by looking at the objects only.

    newest: when everybody's newest photo was taken too; with many faces that takes half a second.
    """
    by_who = {}
    for card in people.listed(db, hidden=True):
        who = Who(card.kind, card.number)
        known = before.get(who) if before else None
        by_who[who] = known if known is not None and known == card else card
    # The way to the lone faces leads to what is no face, too, where that is all there is.
    lone = faces.without_group(db, limit=LONE_SHOWN) or faces.not_faces(db)[:LONE_SHOWN]
    times = {Who(*who): at for who, at in company.newest(db).items()} if newest else {}
    return Everybody(list(by_who.values()), by_who, lone, faces.hidden(db, LONE_SHOWN), times)


def begin_to_read(library: Library) -> Future[Everybody | None]:
    """Read the people in a thread, from now on: SQLite is at work while the window is imported.

    Where nobody has a name yet it is the groups. The answer is None where the catalog is to be
    made, migrated or mended first, and where it cannot be read: whoever opens it finds out why.
    """
    executor = ThreadPoolExecutor(1, thread_name_prefix="everybody")
    try:
        return executor.submit(_read_if_ready, library)
    finally:
        executor.shutdown(wait=False)


def _read_if_ready(library: Library) -> Everybody | None:
    try:
        if library.is_ready():
            with library.open(read_only=True) as db:
                found = people.listed(db, hidden=True, groups=False)
                by_who = {Who(card.kind, card.number): card for card in found}
                return Everybody(found, by_who, whole=False) if found else read(db)
    except Exception:  # of any kind: it will come again where somebody can be told
        return None
    return None
