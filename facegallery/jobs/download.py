"""One file from the network, when the user asked for it: HTTPS only, whole or not at all."""

import logging
import os
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from facegallery.domain.errors import ModelNotFetched
from facegallery.domain.progress import CancelToken, Progress, Report
from facegallery.domain.words import sentence
from facegallery.vision.model_info import ModelFile

MIRROR = "FACEGALLERY_MODELS_URL"
"""Environment variable: the folder of another server that has the files, by their names."""

MEGABYTE = 1_000_000
_CHUNK = 1 << 18
_TIMEOUT_SECONDS = 30  # without a byte
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class _NotSecureError(OSError):
    """Raised for an address that is neither HTTPS nor a mirror on this machine."""


class _Bar:
    """What pooch takes for a progress bar: reports megabytes, and stops where cancelled."""

    def __init__(self, doing: str, report: Report, cancel: CancelToken) -> None:
        self._doing, self._report, self._cancel = doing, report, cancel
        self._done = 0
        self.total = 0

    def update(self, size: int) -> None:
        """Take note of so many more bytes."""
        self._cancel.raise_if_set()
        self._done += size
        done, total = self._done // MEGABYTE, self.total // MEGABYTE
        self._report(Progress(self._doing, min(done, total) if total else done, total))

    def reset(self) -> None:
        """Begin to count anew."""
        self._done = 0

    def close(self) -> None:
        """Do nothing: there is nothing to close."""


def address(file: ModelFile) -> str:
    """Return where a file is fetched from: its own address, or the mirror's."""
    mirror = os.environ.get(MIRROR)
    return f"{mirror.rstrip('/')}/{Path(file.name).name}" if mirror else str(file.url)


def download(
    model: str, file: ModelFile, target: Path, report: Report, cancel: CancelToken
) -> None:
    """Fetch a file. Raises ModelNotFetched, or Cancelled within a part of a megabyte.

    A hash that is known is checked by the caller, who has to for files from elsewhere too.
    """
    import pooch

    pooch.get_logger().setLevel(logging.ERROR)  # the hash of every file, meant for developers
    url = address(file)
    bar = _Bar(sentence("Fetching {0}", target.name), report, cancel)
    with ExitStack() as open_answers:

        def look_at(answer: Any, **_options: object) -> None:
            """Look at an answer of the server before a redirection is followed."""
            open_answers.callback(answer.close)  # pooch leaves it open when it is interrupted
            next_url = answer.headers.get("location")
            if next_url:
                _expect_secure(urljoin(answer.url, next_url))

        downloader = pooch.HTTPDownloader(
            progressbar=bar,
            chunk_size=_CHUNK,
            timeout=_TIMEOUT_SECONDS,
            hooks={"response": look_at},
        )
        cancel.raise_if_set()
        report(Progress(sentence("Fetching {0}", target.name)))
        try:
            _expect_secure(url)
            pooch.retrieve(url, None, target.name, target.parent, downloader=downloader)
        except OSError as error:  # those of requests are such too
            raise ModelNotFetched(model, url, _why(error)) from error


def _expect_secure(url: str) -> None:
    parts = urlsplit(url)
    on_this_machine = parts.hostname in _LOOPBACK and MIRROR in os.environ
    if parts.scheme != "https" and not (parts.scheme == "http" and on_this_machine):
        raise _NotSecureError(sentence("{0} is not secure (HTTPS)", url))


def _why(error: OSError) -> str:
    """Return a clause for people; what requests says is for developers."""
    response = getattr(error, "response", None)
    if isinstance(error, _NotSecureError):
        return str(error)
    if response is not None:
        return sentence("the server answered {0}", response.status_code)
    if error.errno is not None:
        return error.strerror or str(error)
    if "Timeout" in type(error).__name__:
        return "the server does not answer"
    if "Connection" in type(error).__name__ or "Encoding" in type(error).__name__:
        return "the connection failed"
    return str(error) or type(error).__name__
