"""What an answer and a few new faces cost in a large library, as the user waits for it.

Made libraries of 250,000 and a million faces, a hundred people named. What is measured works on a
copy of those that are kept; see made_library. On one core, as in the program's workers.
"""

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from facegallery.actions.faces import Confirm
from facegallery.actions.perform import perform
from facegallery.catalog import groups
from facegallery.catalog.library import Library
from facegallery.jobs.machine import peak_megabytes
from facegallery.jobs.regroup import regroup_here
from facegallery.jobs.review import questions
from facegallery.jobs.suggest import refresh_suggestions
from tests.bench.made_library import add_faces, library_of_faces

Result = TypeVar("Result")

SIZES = (250_000, 1_000_000)
ADDED = 100


def run() -> None:
    import facegallery.grouping.adding  # noqa: F401 - SciPy is loaded once, not in what is timed

    with threadpool_limits(limits=1):
        for count in SIZES:
            started = time.perf_counter()
            with library_of_faces(count, ADDED) as (made, vectors), TemporaryDirectory() as place:
                shutil.copytree(made.folder, place, dirs_exist_ok=True)
                seconds = time.perf_counter() - started
                print(f"{count:,} faces, a library in {seconds:.0f} s", flush=True)
                measure(Library(Path(place)), vectors)
                print(f"  {peak_megabytes():,.0f} MB at most, with the making of it", flush=True)


def measure(library: Library, vectors: NDArray[np.float32]) -> None:
    timed("all suggestions, nothing kept", lambda: refresh_suggestions(library))
    for _warm in range(2):
        timed("the next question", lambda: questions(library, limit=1))
    with library.open() as db:
        person = db.execute("select min(person_id) from assignments").fetchone()[0]
        face = min(groups.face_ids(db, db.execute("select max(id) from groups").fetchone()[0]))
        timed("an answer about one face", lambda: perform(db, Confirm((face,), person)))
    timed("suggestions after it", lambda: refresh_suggestions(library))
    with library.open() as db:
        add_faces(db, vectors)
    timed(
        f"{len(vectors)} new faces: groups and suggestions",
        lambda: (
            timed("  groups", lambda: regroup_here(library)),
            timed("  suggestions", lambda: refresh_suggestions(library)),
        ),
    )


def timed(what: str, task: Callable[[], Result]) -> Result:
    clock, seconds = time.perf_counter(), time.process_time()
    result = task()
    clock, seconds = time.perf_counter() - clock, time.process_time() - seconds
    print(f"  {what:38} {clock:8.2f} s by the clock {seconds:8.2f} s of work", flush=True)
    return result
