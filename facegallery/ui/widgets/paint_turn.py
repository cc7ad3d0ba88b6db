"""Keeps a turn of painting short: what is to be made first comes a few at a time."""

from time import perf_counter
from types import TracebackType

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

MOST_SECONDS = 0.006  # of making in one turn: with the painting itself within a frame, 16 ms


class PaintTurn:
    """The time spent on making pieces since events were last looked at; a context that adds to it.

    What was told to wait is painted again in the next turn. GUI thread only.
    """

    def __init__(self) -> None:
        self._spent = 0.0
        self._begun = 0.0
        self._counting = False
        self._waiting: dict[QWidget, QRegion] = {}

    def has_time(self, painter: QPainter, place: QRect) -> bool:
        """Tell whether this turn has time for more; if not, that place is updated later.

        place: where on the painter's widget. What is painted on pictures is painted once only: for
        that there is always time.
        """
        device = painter.device()
        if self._spent < MOST_SECONDS or not isinstance(device, QWidget):
            return True
        self._waiting[device] = self._waiting.get(device, QRegion()) + place
        return False

    def __enter__(self) -> None:
        self._begun = perf_counter()

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._spent += perf_counter() - self._begun
        if not self._counting:
            self._counting = True
            QTimer.singleShot(0, self._next)

    def _next(self) -> None:
        self._spent, self._counting = 0.0, False
        waiting, self._waiting = self._waiting, {}
        for widget, region in waiting.items():
            if isValid(widget):
                widget.update(region)


turn = PaintTurn()
