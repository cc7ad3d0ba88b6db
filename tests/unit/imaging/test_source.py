"""Tests of facegallery.imaging.source."""

import hashlib
import os

import pytest

from facegallery.domain.errors import PhotoUnreadable
from facegallery.imaging.source import MAX_BYTES, content_hash, read_file


def reason(path):
    with pytest.raises(PhotoUnreadable) as caught:
        read_file(path)
    return caught.value.args[0]


def test_all_bytes_are_read(tmp_path):
    data = bytes(range(256)) * 5000
    (tmp_path / "a photo.jpg").write_bytes(data)
    assert read_file(tmp_path / "a photo.jpg") == data
    assert read_file(str(tmp_path / "a photo.jpg")) == data


def test_an_empty_file_has_no_bytes(tmp_path):
    (tmp_path / "empty.jpg").touch()
    assert read_file(tmp_path / "empty.jpg") == b""


def test_a_file_that_is_gone(tmp_path):
    assert reason(tmp_path / "nowhere.jpg") == "it is gone"
    assert reason(tmp_path / "no folder" / "nowhere.jpg") == "it is gone"


def test_a_folder_is_not_read_and_leaves_nothing_open(tmp_path):
    assert reason(tmp_path) == "it is a folder"
    descriptor = os.open(os.devnull, os.O_RDONLY)
    os.close(descriptor)
    for _ in range(5):
        assert reason(tmp_path) == "it is a folder"
    again = os.open(os.devnull, os.O_RDONLY)
    os.close(again)
    assert again == descriptor


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.jpg")
    assert reason(tmp_path / "pipe.jpg") == "it is not a file but a pipe, socket or device"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no /dev")
def test_a_device_is_refused():
    assert reason("/dev/zero") == "it is not a file but a pipe, socket or device"


def test_a_link_in_a_circle(tmp_path):
    try:
        (tmp_path / "circle.jpg").symlink_to("circle.jpg")
    except OSError:
        pytest.skip("this user may not make links")
    assert reason(tmp_path / "circle.jpg") == "it is a link that leads round in a circle"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file"
)
def test_permission_is_denied(tmp_path):
    (tmp_path / "secret.jpg").write_bytes(b"1")
    (tmp_path / "secret.jpg").chmod(0)
    assert reason(tmp_path / "secret.jpg") == "permission to read it is denied"


def test_a_huge_file_is_refused_unread(tmp_path):
    with (tmp_path / "huge.jpg").open("wb") as file:
        file.truncate(MAX_BYTES + 1)  # sparse: takes no room
    assert reason(tmp_path / "huge.jpg") == "it is larger than 1 GB, more than a photo can be"


def test_the_hash_is_32_bytes_of_blake2b():
    assert content_hash(b"photo") == hashlib.blake2b(b"photo", digest_size=32).digest()
    assert len(content_hash(b"")) == 32
    assert content_hash(b"photo") != content_hash(b"Photo")
