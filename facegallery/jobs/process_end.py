"""Why a process of ours has ended that was at work on a photo."""

import signal

CRASHED = "the program crashed on reading it"
ENDED = "the program reading it was ended from outside; the system may be short of memory"


def was_ended(exit_code: int | None) -> bool:
    """Tell whether a process did not crash: the user, or a system short of memory, ended it."""
    return exit_code in (-getattr(signal, "SIGKILL", 9), -signal.SIGTERM)
