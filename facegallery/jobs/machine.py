"""What a process uses of the machine: all cores for one big computation, and its memory."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEGABYTE = 1024 * 1024


@contextmanager
def all_cores() -> Iterator[None]:
    """Multiply matrices on all cores inside the block, also in a worker, which has one for itself.

    For work that no other worker does anything beside. Load numpy's and SciPy's parts before.
    """
    from threadpoolctl import threadpool_limits

    from facegallery.jobs.pool import worker_count

    with threadpool_limits(limits=worker_count()):
        yield


def peak_megabytes() -> float:
    """Return the most memory that this process has used so far."""
    if sys.platform.startswith("linux"):  # what getrusage tells there begins with the parent's
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        kilobytes = re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)
        if kilobytes is not None:
            return int(kilobytes[1]) / 1024
    if sys.platform == "win32":
        import psutil

        return float(psutil.Process().memory_info().peak_wset) / MEGABYTE
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (MEGABYTE if sys.platform == "darwin" else 1024)
