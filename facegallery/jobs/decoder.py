"""The window's end of the decoder process: starts it when asked, and outlives its end."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from facegallery.domain.errors import FaceGalleryError, PhotoUnreadable
from facegallery.jobs.decoder_requests import Forget, Part, Pixels, Request, Small, Whole
from facegallery.jobs.process_end import CRASHED, ENDED, was_ended

LONGEST_SECONDS = 120.0  # a 300-megapixel photo takes under 20
ATTEMPTS = 2
MakeRoom = Callable[[int, int], memoryview]
T = TypeVar("T")

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess


class Decoder:
    """Decodes photos in a process of its own, one after another. Any thread may ask, and waits.

    What cannot be decoded, takes too long, or ends the process is raised as PhotoUnreadable; the
    next request starts another process. One that was ended from outside is asked again, once.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._closed = False
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None

    def pixels(self, request: Whole | Part, make_room: MakeRoom) -> None:
        """Put pixels where make_room(width, height) says: rows of 4 bytes (blue, green, red, 255).

        Raises PhotoUnreadable.
        """
        with self._turn:
            self._tried_twice(lambda: self._fill(request, make_room))

    def small(self, request: Small) -> bytes:
        """Return the JPEG of a thumbnail or of a face. Raises PhotoUnreadable."""
        with self._turn:
            answer = self._tried_twice(lambda: self._ask(request))
        if not isinstance(answer, bytes):
            raise TypeError(f"the decoder answered {type(answer).__name__}")
        return answer

    def forget(self) -> None:
        """Have the process let go of the photo it holds for parts; nothing where it is not up."""
        with self._turn:
            if self._process is not None:
                self._tried_twice(lambda: self._ask(Forget()))

    def close(self) -> None:
        """End the process at once, whatever it does; who waits for it gets PhotoUnreadable."""
        self._closed = True
        process = self._process
        if process is not None:
            process.terminate()
        with self._turn:
            self._end()

    def _tried_twice(self, exchange: Callable[[], T]) -> T:
        """Return what an exchange returns, with another process where the first has gone."""
        reason = CRASHED
        for _attempt in range(ATTEMPTS):
            try:
                return exchange()
            except (EOFError, OSError):
                exit_code = self._end()
                # 0: it ended by itself just now, having had no work for long.
                if self._closed or not (exit_code == 0 or was_ended(exit_code)):
                    raise PhotoUnreadable(CRASHED) from None
                reason = ENDED
        raise PhotoUnreadable(reason)

    def _ask(self, request: Request) -> object:
        """Send a request and return the answer; what is wrong with the photo is raised."""
        connection = self._connected()
        connection.send(request)
        if not connection.poll(LONGEST_SECONDS):
            self._end(wait=0.0)
            raise PhotoUnreadable("opening it takes too long")
        answer = connection.recv()
        if isinstance(answer, FaceGalleryError):
            raise answer
        return answer

    def _fill(self, request: Whole | Part, make_room: MakeRoom) -> None:
        answer = self._ask(request)
        if not isinstance(answer, Pixels):
            raise TypeError(f"the decoder answered {type(answer).__name__}")
        room = make_room(answer.width, answer.height)
        filled = 0
        while filled < 4 * answer.width * answer.height:
            filled += self._connected().recv_bytes_into(room, filled)

    def _connected(self) -> "Connection":
        """Return the way to the process, which is started where there is none."""
        if self._closed:
            raise EOFError
        if self._connection is None:
            from multiprocessing import get_context  # the window starts without

            context = get_context("spawn")  # forking a process that runs Qt deadlocks some day
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs,), name="decoder", daemon=True)
            process.start()
            # Known to close() only now: one that has not begun cannot be ended.
            self._process, self._connection = process, ours
            theirs.close()  # or its end would not be noticed here
        return self._connection

    def _end(self, wait: float = 1.0) -> int | None:
        """End the process, if it has not ended within so many seconds; return its exit code."""
        process, connection = self._process, self._connection
        self._process = self._connection = None
        if connection is not None:
            connection.close()
        if process is None:
            return None
        process.join(wait)
        if process.is_alive():
            process.kill()
            process.join()
        return process.exitcode


def _serve(connection: "Connection") -> None:
    from facegallery.jobs.decoding import serve  # in the process: the window needs no Pillow

    serve(connection)
