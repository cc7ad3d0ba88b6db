"""What the tests of the cluster run on its workers: a module that is quick to import there."""

import os
from pathlib import Path

from facegallery.jobs import limits
from facegallery.jobs.analyse import Models

ALLOWED_FAILURES = "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES"
FIELDS = ("yunet", "sface", Path("/nowhere"))


class Deadly(Models):
    """Models that end the process which loads them, as a crash in native code does."""

    def engine(self):
        os._exit(11)


class Greedy(Models):
    """Models that take more memory than any photo may."""

    def engine(self):
        limits._tell(limits.Limit(more_bytes=50_000_000))
        eaten = []
        while True:
            eaten.append(b"x" * 5_000_000)
            sum(range(10_000))


def another_version(_models):
    """Runs here and, with another environment, on the workers."""
    return ("0.0.0", "3") if ALLOWED_FAILURES in os.environ else ("0.1.0", "3.11.7")
