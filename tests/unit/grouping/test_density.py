import numpy as np
import pytest

from facegallery.grouping import neighbours
from facegallery.grouping.density import dense_components
from tests.unit.grouping.crowd import crowd, partition


@pytest.mark.parametrize("distance", [0.35, 0.4, 0.45, 0.5])
@pytest.mark.parametrize("seed", range(3))
def test_the_components_are_those_of_scikit_learn(monkeypatch, distance, seed):
    cluster = pytest.importorskip("sklearn.cluster")
    monkeypatch.setattr(neighbours, "TILE_ROWS", 16)  # many tiles
    monkeypatch.setattr(neighbours, "TILE_COLUMNS", 64)
    vectors, _ = crowd(20, 12, spread=0.8, seed=seed)
    theirs = cluster.DBSCAN(eps=distance, min_samples=2, metric="cosine").fit_predict(vectors)
    ours = dense_components(vectors, distance)
    assert {group for group in partition(ours) if len(group) > 1} == partition(theirs)
    assert len(set(theirs.tolist())) > 2


def test_a_chain_is_one_component_and_a_lone_row_its_own():
    angles = np.radians([0, 20, 40, 60, 180])
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    assert dense_components(vectors, 0.1).tolist() == [0, 0, 0, 0, 1]


def test_no_rows_have_no_components():
    assert len(dense_components(np.empty((0, 4), np.float32), 0.3)) == 0
