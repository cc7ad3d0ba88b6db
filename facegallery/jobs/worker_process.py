"""The pool's end of one worker process: hands it tasks, and watches what they take."""

import pickle
import time
from multiprocessing import get_context

import psutil

from facegallery import courtesy
from facegallery.jobs.limits import Anew, Limit, Word
from facegallery.jobs.process_end import CRASHED, ENDED, was_ended
from facegallery.jobs.worker import Message, Ready, Returned, serve

START_SECONDS = 60.0  # a cold disk and a virus scanner
FAT_BYTES, FAT_TIMES = 450_000_000, 1.5  # see WorkerProcess.is_fit
_WAIT_SECONDS = 5.0  # for a process to end that was asked to
_NO_LIMIT = Limit()


class WorkerFailed(Exception):
    """Raised where a task was too much for its worker.

    reason: a clause for the user. try_again: it may not be the file's fault.
    """

    reason = "the program failed on reading it"
    try_again = False


class WorkerDied(WorkerFailed):
    """Raised where the worker died of its task. exit_code: minus the signal's number, if one."""

    reason = CRASHED

    def __init__(self, exit_code: int | None = None) -> None:
        super().__init__(exit_code)
        if was_ended(exit_code):
            self.reason, self.try_again = ENDED, True


class TaskTookTooLong(WorkerFailed):
    """Raised where a task was ended because it worked, or waited, longer than it may."""

    reason = "reading it took too long"


class TaskTooLarge(WorkerFailed):
    """Raised where a task was ended because it took more memory than it may."""

    reason = "opening it takes more memory than any photo should"


class WorkerProcess:
    """A process that does one task at a time. Used by one thread."""

    def __init__(self) -> None:
        """Start it. Raises OSError, WorkerFailed."""
        context = get_context("spawn")  # forking a process that runs Qt and threads deadlocks
        self._connection, theirs = context.Pipe()
        handed = theirs, courtesy.moment()
        self._process = context.Process(target=serve, args=handed, name="worker", daemon=True)
        try:
            self._process.start()
        except BaseException:
            self._connection.close()
            raise
        finally:
            theirs.close()  # or its end would not be noticed here
        self._lean: int | None = None
        self._watch = Watch(self._process.pid)
        self._await_ready()

    @property
    def is_fit(self) -> bool:
        """Tell whether it can take another task: it lives, and gave back what the last one took.

        Lean is what it is after its first task, when the models are loaded.
        """
        if not self._process.is_alive():
            return False
        size = self._watch.bytes()
        self._lean = self._lean or size
        return size < max(FAT_BYTES, FAT_TIMES * self._lean)

    def begin(self, call: bytes, task_seconds: float | None) -> None:
        """Hand over a task. Raises WorkerDied."""
        self._watch = Watch(self._process.pid, Limit(clock_seconds=task_seconds))
        try:
            self._connection.send_bytes(call)
        except OSError as error:
            raise self._died() from error

    def poll(self, seconds: float) -> Returned | None:
        """Return what came of the task; None if nothing yet. Raises WorkerFailed."""
        message = self._message(seconds)
        if isinstance(message, Word):
            self._watch.add(message)
            return None
        if isinstance(message, Returned):
            return message
        self._watch.check()
        return None

    def end(self, *, at_once: bool = False) -> None:
        """End the process: when it is idle, or at once."""
        if at_once:
            self._process.kill()
        self._connection.close()
        self._process.join(_WAIT_SECONDS)
        if self._process.is_alive():
            self._process.kill()
            self._process.join(_WAIT_SECONDS)  # one that hangs in the system may outlive it

    def _await_ready(self) -> None:
        try:
            if not isinstance(self._message(START_SECONDS), Ready):
                raise TaskTookTooLong
        except BaseException:
            self.end(at_once=True)
            raise

    def _message(self, seconds: float) -> Message | None:
        try:
            if not self._connection.poll(seconds):
                return None
            data = self._connection.recv_bytes()
        except (EOFError, OSError) as error:
            raise self._died() from error
        message: Message = pickle.loads(data)
        return message

    def _died(self) -> WorkerDied:
        self._process.join(_WAIT_SECONDS)
        return WorkerDied(self._process.exitcode)


class Watch:
    """What a worker takes, since it was given a task, and since that told a limit of its own."""

    def __init__(self, pid: int | None, limit: Limit = _NO_LIMIT) -> None:
        """Begin to watch a process, by its number; limit: of the whole task."""
        self._process = psutil.Process(pid)
        self._limit = limit
        self._of_task, self._of_step = self._account(limit), self._account(_NO_LIMIT)

    def add(self, word: Word) -> None:
        """Have a limit hold from now on, instead of the step's before; or the task's anew.

        What the worker has waited counts for neither.
        """
        if isinstance(word, Limit):
            self._of_step = self._account(word)
        elif isinstance(word, Anew):
            self._of_task = self._account(self._limit.times(word.photos))
        else:
            for account in (self._of_task, self._of_step):
                account.leave_out(word.seconds)

    def check(self) -> None:
        """Raise TaskTookTooLong or TaskTooLarge where a limit is passed."""
        work, size = self._work(), self.bytes()
        for account in (self._of_task, self._of_step):
            account.check(work, size)

    def bytes(self) -> int:
        """Return the memory that the process has now; 0 where it has ended."""
        try:
            return int(self._process.memory_info().rss)
        except psutil.Error:
            return 0

    def _account(self, limit: Limit) -> "_Account":
        return _Account(limit, self._work(), self.bytes())

    def _work(self) -> float:
        try:
            times = self._process.cpu_times()
        except psutil.Error:
            return 0.0
        return float(times.user + times.system)


class _Account:
    """A limit, and where the worker stood when it began to hold."""

    def __init__(self, limit: Limit, work: float, size: int) -> None:
        self._limit, self._work, self._size = limit, work, size
        self._clock = time.monotonic()

    def leave_out(self, seconds: float) -> None:
        """Have so many seconds by the clock not count."""
        self._clock += seconds

    def check(self, work: float, size: int) -> None:
        limit = self._limit
        if limit.work_seconds is not None and work - self._work > limit.work_seconds:
            raise TaskTookTooLong
        spent = time.monotonic() - self._clock
        if limit.clock_seconds is not None and spent > limit.clock_seconds:
            raise TaskTookTooLong
        if limit.more_bytes is not None and size - self._size > limit.more_bytes:
            raise TaskTooLarge
