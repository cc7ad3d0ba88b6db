"""What a worker process does: one task after another, for as long as its pool asks."""

import os
import pickle
import signal
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from typing import Any

from facegallery import courtesy
from facegallery.jobs import limits
from facegallery.jobs.power import give_way


@dataclass(frozen=True, slots=True)
class Call:
    """A task: what to call."""

    function: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has started and waits for its first task."""


@dataclass(frozen=True, slots=True)
class Returned:
    """A task's end: what it returned, or the error that it raised."""

    value: Any = None
    error: BaseException | None = None


Message = Ready | Returned | limits.Word


def serve(connection: Connection, moment: courtesy.Moment) -> None:
    """Do what comes through a connection until nobody asks any more: the whole life of a worker.

    moment: see courtesy.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who asked for the work
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _be_modest()
    limits.tell_to(connection.send)
    courtesy.join(moment, limits.waited)
    try:
        connection.send(Ready())
        while True:
            _answer(connection, _returned(connection.recv_bytes()))
    except (EOFError, OSError):  # the pool has ended
        return


def _be_modest() -> None:
    """Give way to the programs that the user works with; never fight them for cores."""
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    give_way()


def _end_with_parent() -> None:
    """End at once when the program has ended, by a kill for example: nobody wants the result."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(0)


def _returned(task: bytes) -> Returned:
    try:
        call: Call = pickle.loads(task)
        return Returned(call.function(*call.args, **call.kwargs))
    except Exception as error:
        error.add_note(traceback.format_exc())  # the traceback itself stays in this process
        return Returned(error=error)


def _answer(connection: Connection, returned: Returned) -> None:
    try:
        message = pickle.dumps(returned)
    except Exception as error:  # what was returned or raised cannot be sent
        message = pickle.dumps(Returned(error=TypeError(f"{error}: {returned.error or ''}")))
    connection.send_bytes(message)
