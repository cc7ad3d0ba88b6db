"""Tests of facegallery.jobs.watch and, in the process that it starts, of facegallery.scan.watch."""

import os
import shutil

import pytest

from facegallery.jobs import watch as watch_module
from facegallery.jobs.watch import FolderWatch, watch_words
from facegallery.scan.watch import LIMIT_REACHED, Changed, NotWatched

PATIENCE = 60.0  # seconds; a busy machine starts a process in some


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("watched") / "photos"
    (made / "2015").mkdir(parents=True)
    (made / "2015" / "old.jpg").write_bytes(b"old")
    return made


@pytest.fixture(scope="module")
def watch(folder):
    """Watches the folder, and is seen to do so: files are changed until one is told."""
    watching = FolderWatch([folder, folder.parent / "away"], still_seconds=0.5)
    for number in range(int(PATIENCE)):
        (folder / f"first {number}.jpg").write_bytes(b"first")
        if watching.next(1.0) is not None:
            break
    yield watching
    watching.close()


def told(watch, *wanted):
    """Read the news until all these paths were told; return everything that was told."""
    paths = set()
    while not {str(path) for path in wanted} <= paths:
        news = watch.next(PATIENCE)
        assert news is not None, f"only told of {paths}"
        paths |= news.paths
    return paths


def test_what_comes_changes_and_goes_is_told(folder, watch):
    (folder / "notes.txt").write_bytes(b"no photo")
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "a.jpg").write_bytes(b"hidden")
    (folder / "new" / "below").mkdir(parents=True)
    (folder / "new" / "below" / "a.jpg").write_bytes(b"in a new folder")
    (folder / "2015" / "old.jpg").rename(folder / "2015" / "renamed.jpg")
    renamed = [folder / "2015" / "old.jpg", folder / "2015" / "renamed.jpg"]
    paths = told(watch, folder / "new" / "below" / "a.jpg", *renamed)
    assert not any("notes" in path or "hidden" in path for path in paths)
    (folder / "2015" / ".nomedia").touch()
    told(watch, folder / "2015")
    shutil.rmtree(folder / "new")
    told(watch, folder / "new")


def test_a_folder_that_goes_away_and_comes_back_is_told_as_a_whole(folder, watch):
    away = folder.parent / "elsewhere"
    folder.rename(away)
    told(watch, folder)
    away.rename(folder)
    told(watch, folder)
    (folder / "2015" / "later.jpg").write_bytes(b"is it watched again?")
    told(watch, folder / "2015" / "later.jpg")


def test_a_process_that_dies_is_replaced_and_all_is_looked_at(folder, watch):
    watch._process.kill()
    told(watch, folder, folder.parent / "away")
    watch.close()
    assert watch.next(0.0) is None


def test_a_process_that_dies_again_and_again_is_left_for_a_while(tmp_path, monkeypatch):
    monkeypatch.setattr(watch_module, "serve", os._exit)  # of a connection: it ends at once
    watch = FolderWatch([tmp_path])
    try:
        starts = [watch.next(PATIENCE) for _ in range(watch_module.MOST_STARTS)]
        assert (starts.count(None), starts[-1], watch._process) == (1, None, None)
        assert watch.next(0.0) is None
        monkeypatch.setattr(watch_module, "STEADY_SECONDS", 0.0)
        assert watch.next(0.0) == Changed(frozenset([str(tmp_path)]))
    finally:
        watch.close()


def test_what_is_said_of_a_folder_with_too_many_folders():
    words = watch_words(NotWatched("/photos", LIMIT_REACHED))
    assert "/photos is not watched for changes: there are more folders in it" in words
    assert words.endswith("It is looked at every 15 minutes instead.")
