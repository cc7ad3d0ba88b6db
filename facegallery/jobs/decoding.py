"""What the decoder process does: a photo, or a part of one, at the size a screen asks for.

Runs beside the window, so that a photo of 100 megapixels never takes the window's memory.
"""

import logging
import signal
from multiprocessing.connection import Connection

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from facegallery.domain.errors import FaceGalleryError, UnexpectedError
from facegallery.imaging.decode import decode_upright, open_photo, upright_size
from facegallery.imaging.source import read_file
from facegallery.imaging.thumbnails import make_crop, make_thumbnail
from facegallery.jobs.decoder_requests import Part, Pixels, Request, Small, Whole

log = logging.getLogger(__name__)

CHUNK_BYTES = 1 << 20  # what is handed over at once; the window holds one such beside the picture
IDLE_SECONDS = 120.0  # then the process ends; the next request starts another


def serve(connection: Connection) -> None:
    """Answer requests until nobody asks any more: the whole life of the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the window
    decoder = _Decoder()
    try:
        while connection.poll(IDLE_SECONDS):
            request = connection.recv()
            _send(connection, decoder.answer(request))
    except (EOFError, OSError):
        pass  # the window has gone, or does not want this any more
    finally:
        connection.close()


class _Decoder:
    """Holds the one photo that parts are asked of, in full."""

    def __init__(self) -> None:
        self._path = ""
        self._pixels: NDArray[np.uint8] | None = None

    def answer(self, request: Request) -> Image.Image | bytes | FaceGalleryError | None:
        try:
            return self._answer(request)
        except FaceGalleryError as error:
            return error
        except Exception as error:
            log.exception("a photo was not decoded because of a bug")
            return UnexpectedError(str(error) or type(error).__name__)

    def _answer(self, request: Request) -> Image.Image | bytes | None:
        if isinstance(request, Whole):
            return _whole(request)
        if isinstance(request, Part):
            return _part(self._in_full(request.path), request)
        if isinstance(request, Small):
            box = request.box
            return make_thumbnail(request.path) if box is None else make_crop(request.path, box)
        self._path, self._pixels = "", None
        return None

    def _in_full(self, path: str) -> NDArray[np.uint8]:
        if self._pixels is None or self._path != path:
            self._pixels = None  # before the next one takes as much
            with open_photo(read_file(path)) as image:
                self._pixels = decode_upright(image).pixels
            self._path = path
        return self._pixels


def _whole(request: Whole) -> Image.Image:
    with open_photo(read_file(request.path)) as image:
        width, height = upright_size(image)
        scale = min(1.0, request.width / width, request.height / height)
        size = max(1, round(width * scale)), max(1, round(height * scale))
        pixels = decode_upright(image, max(size)).pixels
    made = Image.fromarray(pixels)
    return made if made.size == size else made.resize(size, reducing_gap=2.0)


def _part(pixels: NDArray[np.uint8], request: Part) -> Image.Image:
    height, width = pixels.shape[:2]
    area = request.area
    left, top = round(area.x * width), round(area.y * height)
    right = max(left + 1, round((area.x + area.width) * width))
    bottom = max(top + 1, round((area.y + area.height) * height))
    cut = Image.fromarray(np.ascontiguousarray(pixels[top:bottom, left:right]))
    size = (request.width, request.height)
    return cut if cut.size == size else cut.resize(size, reducing_gap=2.0)


def _send(connection: Connection, answer: Image.Image | bytes | FaceGalleryError | None) -> None:
    if not isinstance(answer, Image.Image):
        connection.send(answer)
        return
    connection.send(Pixels(*answer.size))
    rows = max(1, CHUNK_BYTES // (4 * answer.width))
    for top in range(0, answer.height, rows):
        strip = answer.crop((0, top, answer.width, min(top + rows, answer.height)))
        connection.send_bytes(strip.convert("RGBA").tobytes("raw", "BGRA"))
