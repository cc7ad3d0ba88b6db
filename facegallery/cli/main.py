"""Run a command: find the library, do it, turn errors into one sentence and an exit code."""

import gc
import logging
import os
import signal
import sys
from collections.abc import Sequence

from facegallery import logs, paths
from facegallery.catalog.library import Library
from facegallery.cli.output import complain
from facegallery.cli.window_arguments import parse
from facegallery.domain.errors import Cancelled, FaceGalleryError, UnexpectedError

log = logging.getLogger(__name__)

DONE, FAILED, INTERRUPTED = 0, 1, 130


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code: 0, 1 for an error, 2 for wrong usage."""
    for stream in (sys.stdout, sys.stderr):  # names and paths are UTF-8 whatever the terminal says
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = parse(arguments)
    library = Library(options.library or paths.default_library())
    try:
        logs.start(library.folder)
        if options.command is None:
            return _open_window(library, profile=options.profile)
        return int(options.do(library, options) or DONE)
    except (Cancelled, KeyboardInterrupt) as error:
        complain(error if isinstance(error, Cancelled) else Cancelled())
        return INTERRUPTED
    except FaceGalleryError as error:
        complain(error)
        return FAILED
    except BrokenPipeError:  # the reader, head for example, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # a bug: traceback to the log, plain words to the user
        log.exception("command stopped by a bug")
        complain(UnexpectedError(str(error) or type(error).__name__))
        return FAILED


def _open_window(library: Library, *, profile: bool) -> int:
    on_linux = sys.platform.startswith("linux")
    if on_linux and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        complain(
            "There is no display to open the window on. Commands work without one: "
            "facegallery --help lists them."
        )
        return FAILED
    from facegallery.jobs.everybody import begin_to_read

    gc.disable()  # nothing that is made until the window is up is garbage; see QuietCollector
    begun = begin_to_read(library)
    try:
        from facegallery.app import run_window  # Qt only where there is a window to show
    except ImportError as error:
        complain(
            f"The window cannot be opened: {error}. On Debian or Ubuntu: sudo apt-get install "
            "libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libdbus-1-3 libfontconfig1"
        )
        return FAILED
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return run_window(library, profile=profile, begun=begun)
