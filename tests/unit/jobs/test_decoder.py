import ctypes
import os
import signal
import sys
from multiprocessing import Pipe

import pytest
from PIL import Image

from facegallery.domain.errors import PhotoUnreadable
from facegallery.domain.face import Box
from facegallery.jobs import decoder as decoder_module
from facegallery.jobs.decoder import Decoder
from facegallery.jobs.decoder_requests import Part, Small, Whole


@pytest.fixture
def decoder():
    decoder = Decoder()
    yield decoder
    decoder.close()


@pytest.fixture
def photo(tmp_path):
    """800 x 600: red on the left, blue on the right."""
    image = Image.new("RGB", (800, 600), (255, 0, 0))
    image.paste((0, 0, 255), (400, 0, 800, 600))
    image.save(tmp_path / "photo.png")
    return str(tmp_path / "photo.png")


def pixels(decoder, request):
    """Return size and bytes of what the decoder hands over."""
    rooms = []

    def make_room(width, height):
        rooms.append((width, height, bytearray(4 * width * height)))
        return memoryview(rooms[0][2])

    decoder.pixels(request, make_room)
    return rooms[0]


def test_a_whole_photo_fits_the_room_and_is_not_enlarged(decoder, photo):
    width, height, data = pixels(decoder, Whole(photo, 400, 200))
    assert (width, height) == (267, 200)
    assert data[:4] == bytes((0, 0, 255, 255))  # blue, green, red, and nothing transparent
    assert data[-4:] == bytes((255, 0, 0, 255))
    assert pixels(decoder, Whole(photo, 5000, 5000))[:2] == (800, 600)


def test_a_part_has_the_pixels_asked_for(decoder, photo):
    width, height, data = pixels(decoder, Part(photo, Box(0.375, 0.5, 0.25, 0.1), 200, 60))
    assert (width, height) == (200, 60)
    assert data[:4] == bytes((0, 0, 255, 255))
    assert data[4 * 199 : 4 * 200] == bytes((255, 0, 0, 255))
    assert pixels(decoder, Part(photo, Box(0, 0, 1, 1), 80, 60))[:2] == (80, 60)


def test_pictures_of_many_megabytes_come_whole(decoder, tmp_path):
    Image.effect_noise((2000, 1500), 90).convert("RGB").save(tmp_path / "large.jpg")
    _, _, data = pixels(decoder, Whole(str(tmp_path / "large.jpg"), 2000, 1500))
    with Image.open(tmp_path / "large.jpg") as image:
        assert bytes(data) == image.convert("RGBA").tobytes("raw", "BGRA")


def test_thumbnails_and_faces_are_jpegs(decoder, photo):
    assert decoder.small(Small(photo)).startswith(b"\xff\xd8")
    assert decoder.small(Small(photo, Box(0.1, 0.1, 0.2, 0.2))).startswith(b"\xff\xd8")


def test_a_bad_file_is_said_and_the_process_goes_on(decoder, photo, tmp_path):
    with pytest.raises(PhotoUnreadable, match="gone"):
        decoder.small(Small(str(tmp_path / "nothing.jpg")))
    before = decoder._process.pid
    decoder.small(Small(photo))
    assert decoder._process.pid == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_process_that_was_killed_costs_nothing(decoder, photo):
    whole = pixels(decoder, Whole(photo, 400, 300))
    os.kill(decoder._process.pid, signal.SIGKILL)
    assert pixels(decoder, Whole(photo, 400, 300)) == whole
    os.kill(decoder._process.pid, signal.SIGTERM)
    decoder._process.join()
    assert decoder.small(Small(photo))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_process_that_is_killed_while_it_hands_over_is_replaced(decoder, tmp_path):
    Image.effect_noise((2000, 1500), 90).convert("RGB").save(tmp_path / "large.jpg")
    rooms = []

    def make_room(width, height):
        rooms.append(bytearray(4 * width * height))
        if len(rooms) <= kills:
            os.kill(decoder._process.pid, signal.SIGKILL)
        return memoryview(rooms[-1])

    whole = Whole(str(tmp_path / "large.jpg"), 2000, 1500)
    kills = 1
    decoder.pixels(whole, make_room)
    assert rooms[1][-1] == 255
    rooms, kills = [], 2
    with pytest.raises(PhotoUnreadable, match="ended from outside"):
        decoder.pixels(whole, make_room)


def test_a_process_that_crashes_is_the_files_fault(decoder, photo, monkeypatch):
    monkeypatch.setattr(decoder_module, "_serve", crash)
    with pytest.raises(PhotoUnreadable, match="crashed"):
        decoder.small(Small(photo))
    monkeypatch.undo()
    assert decoder.small(Small(photo))


def crash(connection):
    """Serve one request as a decoder does that trips over its file."""
    connection.recv()
    ctypes.string_at(1)


def test_a_process_that_ended_for_want_of_work_is_started_again(decoder, photo):
    decoder.small(Small(photo))
    decoder._connection.close()  # as seen by the process: nobody asks any more
    decoder._process.join()
    decoder._connection, theirs = Pipe()
    theirs.close()
    assert decoder.small(Small(photo))


def test_nothing_is_decoded_after_the_end(photo):
    decoder = Decoder()
    decoder.close()
    with pytest.raises(PhotoUnreadable):
        decoder.small(Small(photo))


def test_parts_are_right_after_the_full_photo_was_let_go(decoder, photo):
    area = Box(0, 0, 0.5, 0.5)
    before = pixels(decoder, Part(photo, area, 40, 30))
    decoder.forget()
    assert pixels(decoder, Part(photo, area, 40, 30)) == before
