"""A made album of 12-megapixel photos to measure with, and the folder of shared photos."""

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from facegallery.jobs.pool import worker_count

SHARED = Path(__file__).resolve().parents[3] / "shared"


@contextmanager
def made_album(photos: int, people: int = 25, copies: int = 0):
    """Make an album for the block; None where ../shared is not on this machine.

    copies: of every JPEG, with another byte at the end: other photos, as far as a scan can tell,
    that are made in no time.
    """
    if not (SHARED / "tools" / "make_album.py").is_file():
        print("Skipped: ../shared with its photos is not on this machine.")
        yield None
        return
    with TemporaryDirectory() as folder:
        parts = worker_count()
        makers = [
            subprocess.Popen(
                [
                    sys.executable, SHARED / "tools" / "make_album.py",
                    "--faces", SHARED / "lfw" / "images", "--out", Path(folder) / f"{part}",
                    "--photos", str((photos + part) // parts), "--people", str(people),
                    "--seed", f"{5 + part}",
                ],
                stdout=subprocess.DEVNULL,
            )
            for part in range(parts)
        ]  # fmt: skip
        ended = [maker.wait() for maker in makers]
        if any(ended):
            raise RuntimeError("the album could not be made")
        for path in list(Path(folder).rglob("*.[jJ][pP][gG]")):
            for number in range(copies):
                copy = path.with_name(f"{path.stem}_{number}.jpg")
                copy.write_bytes(path.read_bytes() + bytes([number]))
        yield Path(folder)
