"""The "how strict" slider: what each of its stops would do, and doing it.

A library's strictness is one of its properties; actions.strictness changes it, and undo takes it
back. Groups follow when `obey_strictness` is called, and with the next scan.
"""

from facegallery.catalog import embeddings, properties
from facegallery.catalog.library import Library
from facegallery.grouping.changes import GroupChanges, group_changes
from facegallery.jobs.regroup import GROUPED_BY, free_faces, group_faces, regroup_here, rules_of
from facegallery.jobs.suggest import refresh_suggestions

STOPS = (-2, -1, 0, 1, 2)  # from "joins more" to "splits more"; 0 is how a library begins


def strictness_changes(library: Library) -> dict[int, GroupChanges]:
    """Return for each of STOPS what would become of the groups as they would be now.

    All at once, for the slider to show while it is moved: half of the work is the same for all.
    Reads only. Takes about twice as long as grouping: in a worker where there are many faces.
    """
    with library.open(read_only=True) as db:
        recognizer = properties.value(db, "recognizer")
        if recognizer is None:
            return {stop: GroupChanges(0, 0, 0, 0) for stop in STOPS}
        faces = free_faces(db, embeddings.of_model(db, recognizer), recognizer)
        now = properties.strictness(db)
    stops = sorted({*STOPS, now})
    labels = dict(
        zip(stops, group_faces(faces, [rules_of(recognizer, stop) for stop in stops]), strict=True)
    )
    return {stop: group_changes(labels[now], labels[stop]) for stop in STOPS}


def catch_up(library: Library) -> bool:
    """Do what follows from what the user did last; tell whether anything changed.

    Groups are made anew where the strictness was changed, and suggestions always.
    """
    return obey_strictness(library) or bool(refresh_suggestions(library))


def obey_strictness(library: Library) -> bool:
    """Make the groups anew if they were made with another strictness; tell whether they were.

    To be called after the strictness was changed, and after that was undone or done again.
    """
    with library.open(read_only=True) as db:
        made_with = int(properties.value(db, GROUPED_BY) or 0)
        if made_with == properties.strictness(db):
            return False
    regroup_here(library)
    refresh_suggestions(library)
    return True
