"""Tests of facegallery.jobs.download, against a server on loopback."""

import socket

import pytest

from facegallery.domain.errors import Cancelled, ModelNotFetched
from facegallery.domain.progress import CancelToken, no_report
from facegallery.jobs.download import MEGABYTE, MIRROR, address, download
from facegallery.vision.model_info import ModelFile
from tests.loopback import loopback

FILE = ModelFile("deep/weights.h5", url="https://example.org/release/weights.h5")
CONTENT = bytes(range(256)) * 8_000  # 2 MB


@pytest.fixture
def server(monkeypatch):
    with loopback() as running:
        running.files["/models/weights.h5"] = CONTENT
        monkeypatch.setenv(MIRROR, f"{running.url}/models/")
        yield running


def fetch(folder, file=FILE, report=no_report, cancel=None):
    download("model", file, folder / "weights.h5", report, cancel or CancelToken())


def nothing_left(folder):
    return list(folder.iterdir()) == []


def test_a_file_comes_from_its_own_address_or_from_the_mirror(monkeypatch):
    assert address(FILE) == "https://example.org/release/weights.h5"
    monkeypatch.setenv(MIRROR, "https://mirror.example.org/models/")
    assert address(FILE) == "https://mirror.example.org/models/weights.h5"


def test_a_file_arrives_whole_and_progress_counts_megabytes(server, tmp_path):
    seen = []
    fetch(tmp_path, report=seen.append)
    assert (tmp_path / "weights.h5").read_bytes() == CONTENT
    assert server.asked == ["/models/weights.h5"]
    assert {progress.doing for progress in seen} == {"Fetching weights.h5"}
    assert seen[-1].done == seen[-1].total == len(CONTENT) // MEGABYTE
    counts = [progress.done for progress in seen]
    assert counts == sorted(counts)


def test_a_broken_connection_leaves_nothing_behind(server, tmp_path):
    server.broken.add("/models/weights.h5")
    with pytest.raises(ModelNotFetched, match="the connection failed"):
        fetch(tmp_path)
    assert nothing_left(tmp_path)


def test_a_cancelled_download_leaves_nothing_behind(server, tmp_path):
    cancel = CancelToken()

    def stop_on_the_way(progress):
        if progress.done == 1:
            cancel.set()

    with pytest.raises(Cancelled):
        fetch(tmp_path, report=stop_on_the_way, cancel=cancel)
    assert nothing_left(tmp_path)


def test_what_the_server_says_is_passed_on(server, tmp_path):
    server.files.clear()
    with pytest.raises(ModelNotFetched, match="the server answered 404") as error:
        fetch(tmp_path)
    assert f"{server.url}/models/weights.h5" in str(error.value)
    assert "facegallery models install model --from FILE" in str(error.value)
    assert nothing_left(tmp_path)


def test_without_a_server_it_says_what_it_wanted_and_how_to_bring_it(monkeypatch, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]  # nobody listens there once it is closed
    monkeypatch.setenv(MIRROR, f"http://127.0.0.1:{port}")
    with pytest.raises(ModelNotFetched, match="the connection failed") as error:
        fetch(tmp_path)
    assert f"http://127.0.0.1:{port}/weights.h5" in str(error.value)
    assert "--from FILE" in str(error.value)


def test_a_redirection_on_this_machine_is_followed(server, tmp_path):
    server.redirections["/models/weights.h5"] = f"{server.url}/elsewhere"
    server.files["/elsewhere"] = CONTENT
    fetch(tmp_path)
    assert (tmp_path / "weights.h5").read_bytes() == CONTENT


def test_a_redirection_to_an_insecure_address_is_not_followed(server, tmp_path):
    server.redirections["/models/weights.h5"] = "http://example.org/weights.h5"
    with pytest.raises(ModelNotFetched, match=r"http://example\.org/weights\.h5 is not secure"):
        fetch(tmp_path)
    assert nothing_left(tmp_path)


@pytest.mark.parametrize("url", ["http://example.org/weights.h5", "ftp://example.org/weights.h5"])
def test_an_insecure_address_is_not_asked_at_all(url, tmp_path):
    with pytest.raises(ModelNotFetched, match="is not secure"):
        fetch(tmp_path, ModelFile("weights.h5", url=url))


def test_this_machine_is_not_asked_unless_it_is_the_mirror(server, tmp_path, monkeypatch):
    monkeypatch.delenv(MIRROR)
    with pytest.raises(ModelNotFetched, match="is not secure"):
        fetch(tmp_path, ModelFile("weights.h5", url=f"{server.url}/models/weights.h5"))
    assert server.asked == []
