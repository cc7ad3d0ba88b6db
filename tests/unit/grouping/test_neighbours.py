import numpy as np
import pytest

from facegallery.grouping import neighbours
from tests.unit.grouping.crowd import crowd


@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (4, 7), (7, 4), (30, 5), (512, 8192)])
def test_every_pair_comes_once_whatever_the_size_of_a_tile(monkeypatch, rows, columns):
    monkeypatch.setattr(neighbours, "TILE_ROWS", rows)
    monkeypatch.setattr(neighbours, "TILE_COLUMNS", columns)
    vectors, _ = crowd(5, 6)
    found = [
        (one, other, similarity)
        for pairs in neighbours.similar_pairs(vectors, 0.5)
        for one, other, similarity in zip(*(part.tolist() for part in pairs), strict=True)
    ]
    products = vectors @ vectors.T
    expected = np.argwhere(np.triu(products >= 0.5, 1))
    found.sort()
    assert [[one, other] for one, other, _ in found] == expected.tolist()
    assert np.allclose([similarity for *_, similarity in found], products[tuple(expected.T)])


def test_no_vectors_have_no_pairs():
    assert list(neighbours.similar_pairs(np.empty((0, 8), np.float32), 0.5)) == []
