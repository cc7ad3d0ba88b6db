"""How long work reports what it does, and how it is stopped."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from facegallery.domain.errors import Cancelled


@dataclass(frozen=True, slots=True)
class Progress:
    """What a job does now. total is 0 while it is not known; seconds_left None likewise."""

    doing: str
    done: int = 0
    total: int = 0
    seconds_left: float | None = None
    detail: str = ""


Report = Callable[[Progress], None]


def no_report(_progress: Progress) -> None:
    """Report to nobody."""


class CancelToken:
    """Set by the user's click, asked by the job between two steps. Safe across threads."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def set(self) -> None:
        """Ask the job to stop."""
        self._event.set()

    @property
    def is_set(self) -> bool:
        """Tell whether the job was asked to stop."""
        return self._event.is_set()

    def raise_if_set(self) -> None:
        """Raise Cancelled if the job was asked to stop."""
        if self._event.is_set():
            raise Cancelled()
