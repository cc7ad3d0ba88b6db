"""Tests of facegallery.vision.kept_graphs."""

import hashlib
from pathlib import Path

import pytest

from facegallery.vision import kept_graphs, mtcnn_networks, onnx_layers
from facegallery.vision.kept_graphs import kept_graph

SOURCE, OTHER = "0" * 64, "1" * 64
CONVERTERS = "1 137d813605d28f49"
"""CONVERSION, and the start of the hash of the modules that make the graphs, as text."""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(kept_graphs, "cache_folder", lambda: tmp_path / "cache")


@pytest.fixture
def made():
    """How often a graph was made, and how."""

    def make():
        make.times += 1
        return b"graph %d" % make.times

    make.times = 0
    return make


def kept_files(tmp_path):
    return sorted(path for path in tmp_path.rglob("*") if path.is_file())


def test_a_graph_is_made_once(made):
    assert [kept_graph("net", SOURCE, made) for _ in range(3)] == [b"graph 1"] * 3


def test_another_source_gives_another_graph_and_the_old_one_goes(made, tmp_path):
    kept_graph("net", SOURCE, made)
    assert kept_graph("net", OTHER, made) == b"graph 2"
    assert len(kept_files(tmp_path)) == 1
    assert kept_graph("other", SOURCE, made) == b"graph 3"
    assert len(kept_files(tmp_path)) == 2


def test_another_conversion_makes_it_anew(made, monkeypatch):
    kept_graph("net", SOURCE, made)
    monkeypatch.setattr(kept_graphs, "CONVERSION", kept_graphs.CONVERSION + 1)
    assert kept_graph("net", SOURCE, made) == b"graph 2"


@pytest.mark.parametrize("damage", [lambda b: b[:-1], lambda b: b"", lambda b: b"x" + b[1:]])
def test_a_torn_or_foreign_file_is_made_anew(made, tmp_path, damage):
    kept_graph("net", SOURCE, made)
    (file,) = kept_files(tmp_path)
    file.write_bytes(damage(file.read_bytes()))
    assert [kept_graph("net", SOURCE, made) for _ in range(2)] == [b"graph 2"] * 2


def test_where_nothing_can_be_written_it_works_all_the_same(made, tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert [kept_graph("net", SOURCE, made) for _ in range(2)] == [b"graph 1", b"graph 2"]


def test_what_cannot_be_made_is_not_kept(tmp_path):
    def fail():
        raise RuntimeError

    with pytest.raises(RuntimeError):
        kept_graph("net", SOURCE, fail)
    assert kept_files(tmp_path) == []


def test_who_changes_the_making_gives_it_another_number():
    """Else users keep the graphs of before: raise CONVERSION, then write both down here."""
    texts = [Path(module.__file__).read_text() for module in (mtcnn_networks, onnx_layers)]
    digest = hashlib.sha256("".join(texts).encode()).hexdigest()
    assert f"{kept_graphs.CONVERSION} {digest}".startswith(CONVERTERS)
