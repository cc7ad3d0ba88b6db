import numpy as np
import pytest

from facegallery.grouping import neighbours
from tests.unit.grouping.crowd import crowd


@pytest.mark.parametrize("cells", [1, 50, 700, 10**6])
def test_every_pair_comes_once_whatever_the_size_of_a_block(monkeypatch, cells):
    monkeypatch.setattr(neighbours, "BLOCK_CELLS", cells)
    vectors, _ = crowd(5, 6)
    found = [
        (one, other, similarity)
        for pairs in neighbours.similar_pairs(vectors, 0.5)
        for one, other, similarity in zip(*(part.tolist() for part in pairs), strict=True)
    ]
    products = vectors @ vectors.T
    expected = np.argwhere(np.triu(products >= 0.5, 1))
    assert [[one, other] for one, other, _ in found] == expected.tolist()
    assert np.allclose([similarity for *_, similarity in found], products[tuple(expected.T)])


def test_no_vectors_have_no_pairs():
    assert list(neighbours.similar_pairs(np.empty((0, 8), np.float32), 0.5)) == []
