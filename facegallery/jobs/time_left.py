"""How long work will still take, by its speed of the last minutes, told so that it never jumps."""

import math
import time
from collections import deque
from collections.abc import Callable

WINDOW_SECONDS = 180.0  # what the speed is measured over
FIRST_SECONDS, FIRST_DONE = 10.0, 5  # so much work before anything is told
SMOOTH_SECONDS = 30.0  # in which two thirds of a change of speed are believed
SAMPLE_SECONDS = 0.5
# Up to so many minutes left, they are told in steps of so many.
_STEPS = ((2, 1), (20, 1), (60, 5), (240, 10), (math.inf, 30))


class TimeLeft:
    """Follows one piece of work from its beginning."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Take the clock that the speed is measured by."""
        self._clock = clock
        self._samples: deque[tuple[float, int]] = deque([(clock(), 0)])
        self._end: float | None = None
        self._told: float | None = None

    def seconds(self, done: int, total: int) -> float | None:
        """Return about how many seconds are left, in whole steps; None while it cannot be said."""
        now = self._clock()
        elapsed = now - self._samples[-1][0]
        if done == 0:  # the models are loading: that says nothing of the speed
            self._samples = deque([(now, 0)])
            return None
        if elapsed < SAMPLE_SECONDS:
            return self._told
        self._samples.append((now, done))
        while now - self._samples[0][0] > WINDOW_SECONDS:
            self._samples.popleft()
        then, before = self._samples[0]
        if done < FIRST_DONE or done == before or now - then < FIRST_SECONDS:
            return self._told
        end = now + (now - then) / (done - before) * (total - done)
        if self._end is None:
            self._end = end
        else:
            self._end += (end - self._end) * (1 - math.exp(-elapsed / SMOOTH_SECONDS))
        self._told = _in_steps(max(0.0, self._end - now), self._told)
        return self._told


def _in_steps(seconds: float, told: float | None) -> float:
    """Return the time in steps that suit its length; what was told stays while it is near."""
    step = 60.0 * next(minutes for most, minutes in _STEPS if seconds <= 60 * most)
    if told is not None and abs(seconds - told) < 0.75 * step:
        return told
    return step * max(1, round(seconds / step)) if seconds >= 60 else 30.0
