"""A real scheduler and workers, each a process, on this machine's own network."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from facegallery.catalog.library import Library
from facegallery.domain.errors import ClusterNotThere, ClusterUnfit
from facegallery.domain.photo import FoundFile
from facegallery.domain.progress import CancelToken, no_report
from facegallery.jobs import cluster as cluster_module
from facegallery.jobs import scan_settings
from facegallery.jobs.analyse import Models, Task, analyse
from facegallery.jobs.cluster import ClusterPool
from facegallery.jobs.pool import result_of
from facegallery.jobs.scan import scan
from facegallery.jobs.scan_report import ScanOptions
from facegallery.jobs.worker_process import WorkerDied
from tests.free_album import make_free_album
from tests.unit.jobs.on_workers import ALLOWED_FAILURES, FIELDS, Deadly, Greedy, another_version

pytestmark = pytest.mark.slow
MODELS = Models(*FIELDS)


class Cluster:
    """A scheduler and its workers, all of them processes of their own."""

    def __init__(self, folder):
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
        self.processes = []
        port = self.address.rpartition(":")[2]
        self.start("scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard")

    def start(self, *words):
        environment = os.environ | {
            "PYTHONPATH": str(Path(__file__).resolve().parents[3]),
            ALLOWED_FAILURES: "1",
        }
        with (self.folder / f"{len(self.processes)}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *words],
                cwd=self.folder, env=environment, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self.processes.append(process)
        return process

    def add_worker(self):
        self.start(
            "worker", self.address, "--host", "127.0.0.1", "--nthreads", "1", "--no-dashboard"
        )

    def wait_for(self, workers):
        pool = self.connected()
        try:
            pool._client.wait_for_workers(workers, timeout=120)
        finally:
            pool.shutdown()

    def connected(self):
        """Connect; starting the scheduler takes a slow machine longer than a user would wait."""
        for _ in range(10):
            with suppress(ClusterNotThere):
                return ClusterPool(self.address)
        raise AssertionError((self.folder / "0.log").read_text())

    def end(self):
        for process in self.processes:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    pytest.importorskip("distributed")
    if sys.platform == "win32":
        pytest.skip("it ends process groups")
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        cluster.add_worker()
        cluster.add_worker()
        cluster.wait_for(2)
        yield cluster
    finally:
        cluster.end()


@pytest.fixture(scope="module")
def album(tmp_path_factory):
    folder = tmp_path_factory.mktemp("album")
    make_free_album(folder)
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff broken")
    return folder


def scanned(folder, album, report=no_report, **options):
    library = Library(folder)
    library.prepare()
    result = scan(library, [album], ScanOptions(detector="yunet", **options), report)
    with library.open(read_only=True) as db:
        rows = db.execute(
            """select path, x, y, width, height, landmarks, score, quality, vector
            from faces join files using (photo_id) join embeddings on face_id = faces.id
            order by path, x, y"""
        ).fetchall()
    return result, rows


def test_a_scan_that_loses_a_worker_gives_what_a_scan_here_gives(cluster, album, tmp_path):
    here, rows = scanned(tmp_path / "here", album)
    lost = []

    def lose_one(progress):
        if progress.doing == "Finding faces" and progress.done == 3 and not lost:
            process = cluster.processes[1]
            os.killpg(process.pid, signal.SIGKILL)
            lost.append(process)

    there, rows_there = scanned(tmp_path / "there", album, lose_one, cluster=cluster.address)
    assert lost
    assert rows_there == rows
    assert rows
    assert (there.photos, there.groups) == (here.photos, here.groups)
    assert [Path(f.path).name for f in there.failures] == ["broken.jpg"]
    assert there.failures == here.failures


def test_workers_that_do_not_see_the_files_are_sent_the_bytes(cluster, album, monkeypatch):
    file = next(album.glob("IMG*.jpg"))
    status = file.stat()
    # What another machine has at this path is another file.
    task = Task(FoundFile(str(file), status.st_size, status.st_mtime_ns - 1), frozenset(), MODELS)
    pool = ClusterPool(cluster.address)
    try:
        (first,) = pool.submit(analyse, [task]).result(timeout=120)
        assert pool._sends_bytes
        gone = Task(task.file._replace(path=f"{file}.gone"), frozenset(), MODELS)
        second, missing = pool.submit(analyse, [task, gone]).result(timeout=120)
    finally:
        pool.shutdown()
    (here,) = analyse([task])
    assert first.content_hash == second.content_hash == here.content_hash
    assert first.failure is None
    assert missing.failure == "it is gone"


def test_a_cluster_without_workers_or_of_another_version_is_refused(cluster, tmp_path, monkeypatch):
    pool = ClusterPool(cluster.address)
    try:
        monkeypatch.setattr(cluster_module, "about_here", another_version)
        with pytest.raises(ClusterUnfit, match=r"FaceGallery 0\.0\.0 on Python 3, not"):
            pool.check(MODELS)
        monkeypatch.setattr(pool._client, "scheduler_info", lambda n_workers: {"workers": {}})
        with pytest.raises(ClusterUnfit, match="no workers"):
            pool.check(MODELS)
    finally:
        pool.shutdown()


def test_where_nobody_answers_it_is_said(album, tmp_path, monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr(cluster_module, "CONNECT_SECONDS", 0.5)
    for address in ("tcp://127.0.0.1:9", "nonsense://"):
        with pytest.raises(ClusterNotThere, match="no scheduler answers"):
            scanned(tmp_path / "library", album, cluster=address)


def test_the_librarys_own_cluster_is_used_unless_told_otherwise(album, tmp_path, monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr(cluster_module, "CONNECT_SECONDS", 0.5)
    library = Library(tmp_path / "library")
    library.prepare()
    with library.open() as db:
        scan_settings.set_cluster(db, "tcp://127.0.0.1:9")
    with pytest.raises(ClusterNotThere):
        scanned(library.folder, album)


def test_without_dask_the_command_that_adds_it_is_said(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterNotThere, match=r"pip install 'facegallery\[cluster\]'"):
        ClusterPool("tcp://127.0.0.1:9")


def test_a_task_that_kills_every_worker_is_named_and_the_cluster_goes_on(cluster, album):
    cluster.add_worker()
    cluster.wait_for(2)
    pool = ClusterPool(cluster.address)
    file = next(album.glob("IMG*.jpg"))
    status = file.stat()
    task = Task(FoundFile(str(file), status.st_size, status.st_mtime_ns), frozenset(), MODELS)
    try:
        for kind in (Deadly, Greedy):
            deadly = Task(task.file, frozenset(), kind(*FIELDS))
            with pytest.raises(WorkerDied):
                result_of(pool.submit(analyse, [deadly]), CancelToken())
        assert pool.submit(analyse, [task]).result(timeout=120)[0].failure is None
    finally:
        pool.shutdown()
