"""Does what `make run` promises: scan a folder, print the people found, open the window.

The folder comes in the environment variable PHOTOS, so that no shell or make reads its name.
Without it, only the window opens. Standard library only; run by the environment's own Python.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PROGRAM = (sys.executable, "-m", "facegallery")


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether a window can open: always, but on a Linux (or BSD) without X11 and Wayland."""
    if platform in ("darwin", "win32"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def run_program(*arguments: str) -> int:
    """Run facegallery with these arguments; return its exit code (negative: the signal)."""
    return subprocess.run([*PROGRAM, *arguments], check=False).returncode


def open_window() -> int:
    """Open the window and wait until it is closed; or say why it cannot open, which is fine."""
    if not has_display(os.environ):
        print("There is no display here, so the window was not opened.")
        return 0
    code = run_program()
    if code < 0:  # Qt aborts where the display that is named cannot be reached
        print("The window could not be opened, or was ended from outside.", file=sys.stderr)
    return abs(code)


def main() -> int:
    """Return 0 if all went well, else the exit code of the step that failed."""
    photos = os.environ.get("PHOTOS", "")
    if photos:
        folder = Path(photos).expanduser().absolute()
        for arguments in (["scan", str(folder)], ["people"]):
            code = run_program(*arguments)
            if code:
                return abs(code)
    return open_window()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
