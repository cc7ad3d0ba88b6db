"""Tests of facegallery.scan.settling."""

import os

import pytest

from facegallery.scan.settling import STILL_SECONDS, Settling


class Clock:
    """A clock that the test sets."""

    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_a_file_settles_once_it_is_still(tmp_path, clock):
    file = tmp_path / "a.jpg"
    file.write_bytes(b"begun")
    settling = Settling(clock=clock)
    settling.note(str(file))
    clock.now = STILL_SECONDS - 0.1
    assert not settling.settled()
    file.write_bytes(b"goes on")  # the system need not tell of every write
    clock.now = STILL_SECONDS
    assert not settling.settled()
    clock.now = 2 * STILL_SECONDS - 0.1
    assert not settling.settled()
    clock.now = 2 * STILL_SECONDS
    assert settling.settled() == {str(file)}
    assert not settling.settled()


def test_a_file_that_only_its_time_tells_apart_is_not_still(tmp_path, clock):
    file = tmp_path / "a.jpg"
    file.write_bytes(b"same size")
    settling = Settling(clock=clock)
    settling.note(str(file))
    os.utime(file, ns=(1, 1))
    clock.now = STILL_SECONDS
    assert not settling.settled()


def test_what_is_gone_settles_too_and_each_change_starts_anew(tmp_path, clock):
    settling = Settling(clock=clock)
    settling.note(str(tmp_path / "gone.jpg"))
    clock.now = 1.0
    settling.note(str(tmp_path / "gone.jpg"))
    settling.note(str(tmp_path))
    clock.now = STILL_SECONDS
    assert not settling.settled()
    clock.now = STILL_SECONDS + 1
    assert settling.settled() == {str(tmp_path / "gone.jpg"), str(tmp_path)}
