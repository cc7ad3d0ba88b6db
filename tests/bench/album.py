"""A made album of 12-megapixel photos to measure with, and the folder of shared photos."""

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

SHARED = Path(__file__).resolve().parents[3] / "shared"


@contextmanager
def made_album(photos: int, people: int = 25):
    """Make an album for the block; None where ../shared is not on this machine."""
    if not (SHARED / "tools" / "make_album.py").is_file():
        print("Skipped: ../shared with its photos is not on this machine.")
        yield None
        return
    with TemporaryDirectory() as folder:
        subprocess.run(
            [
                sys.executable, SHARED / "tools" / "make_album.py",
                "--faces", SHARED / "lfw" / "images", "--out", folder,
                "--photos", str(photos), "--people", str(people), "--seed", "5",
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
        yield Path(folder)
