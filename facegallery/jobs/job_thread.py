"""The only place where a job meets Qt: one lane of work in a thread, answers on the window's."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from facegallery.domain.errors import Cancelled, FaceGalleryError, UnexpectedError
from facegallery.domain.progress import CancelToken, Progress, Report

log = logging.getLogger(__name__)

Work = Callable[[Report, CancelToken], object]
Done = Callable[[object], None]
Failed = Callable[[FaceGalleryError], None]
Stopped = Callable[[], None]


class _Courier(QObject):
    """Carries calls from any thread to the window's, in the order in which they were sent."""

    _sent = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._sent.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def send(self, call: Callable[[], None]) -> None:
        """Have `call` made on the thread that this object lives in."""
        self._sent.emit(call)

    @Slot(object)
    def _deliver(self, call: Callable[[], None]) -> None:
        call()


@cache
def _courier() -> _Courier:
    """The one courier, which nobody deletes while the program runs.

    A screen may be deleted with its lane while the lane's thread is still sending: were the signal
    the lane's own, the thread would be inside an object that goes under its feet.
    """
    return _Courier()


class JobThread(QObject):
    """Runs jobs one after another in a thread of its own.

    Signals, all delivered on the window's thread: progressed(Progress) while a job runs,
    failed(FaceGalleryError) for an error that the job's own `failed` does not take,
    busy_changed(bool) when the lane begins to work and when it is empty.
    """

    progressed = Signal(object)
    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._tokens: list[CancelToken] = []
        self._closed = CancelToken()
        self._courier = _courier()  # made here, on the window's thread, where it is to deliver
        # The lane itself is gone when it tells so; what is to be ended is held beside it.
        closed, tokens, executor = self._closed, self._tokens, self._executor
        self.destroyed.connect(lambda: _let_go(closed, tokens, executor))

    @property
    def busy(self) -> bool:
        """Tell whether a job runs or waits."""
        return bool(self._tokens)

    def run(
        self,
        work: Work,
        done: Done | None = None,
        failed: Failed | None = None,
        stopped: Stopped | None = None,
    ) -> None:
        """Do work(report, cancel) in the lane, then call one of the others on the window's thread.

        done(result) after it, failed(error) where it raised, stopped() where it was cancelled.
        """
        if self._closed.is_set:  # an answer that came while the window went asks for more
            return
        token = CancelToken()
        self._tokens.append(token)
        if len(self._tokens) == 1:
            self.busy_changed.emit(True)
        self._executor.submit(self._work, work, token, done, failed, stopped)

    def cancel(self) -> None:
        """Ask the running job to stop; those that wait do not begin."""
        for token in self._tokens:
            token.set()

    def close(self) -> None:
        """Cancel everything and wait until the thread has ended; nothing runs from then on."""
        self._closed.set()
        self.cancel()
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._tokens.clear()  # of jobs that never began

    def _work(
        self,
        work: Work,
        token: CancelToken,
        done: Done | None,
        failed: Failed | None,
        stopped: Stopped | None,
    ) -> None:
        try:
            token.raise_if_set()
            result = work(self._report, token)
        except Cancelled:
            log.info("job stopped by the user")
            self._send(partial(self._stop, stopped))
        except FaceGalleryError as error:
            self._send(partial(self._fail, error, failed))
        except Exception as error:  # a bug: traceback to the log, plain words to the user
            log.exception("job stopped by a bug")
            unexpected = UnexpectedError(str(error) or type(error).__name__)
            self._send(partial(self._fail, unexpected, failed))
        else:
            self._send(partial(self._finish, result, done))

    def _report(self, progress: Progress) -> None:
        self._send(partial(self._tell, progress))

    def _send(self, call: Callable[[], None]) -> None:
        self._courier.send(partial(self._on_call, call))

    def _tell(self, progress: Progress) -> None:
        self.progressed.emit(progress)

    def _finish(self, result: object, done: Done | None) -> None:
        self._end()
        if done is not None and _is_there(done):
            done(result)

    def _fail(self, error: FaceGalleryError, failed: Failed | None) -> None:
        self._end()
        if failed is None:
            self.failed.emit(error)
        elif _is_there(failed):
            failed(error)

    def _stop(self, stopped: Stopped | None) -> None:
        self._end()
        if stopped is not None and _is_there(stopped):
            stopped()

    def _end(self) -> None:
        self._tokens.pop(0)  # jobs end in the order in which they came
        if not self._tokens:
            self.busy_changed.emit(False)

    def _on_call(self, call: Callable[[], None]) -> None:
        # Where the lane was closed or deleted, who asked is going: the answer has nobody to go to.
        if not self._closed.is_set:
            call()


def _is_there(slot: Callable[..., None]) -> bool:
    """Tell whether whose method this is has not been deleted meanwhile: a dialog, for example."""
    owner = getattr(slot, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


def _let_go(closed: CancelToken, tokens: list[CancelToken], executor: ThreadPoolExecutor) -> None:
    """Let the thread of a lane that was deleted end, after what it is at."""
    for token in (closed, *tokens):
        token.set()
    executor.shutdown(wait=False, cancel_futures=True)
