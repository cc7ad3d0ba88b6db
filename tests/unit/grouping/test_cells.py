import numpy as np
import pytest

from facegallery.grouping import cells, neighbours
from facegallery.grouping.cells import Cells, near_pairs
from facegallery.grouping.density import dense_components
from tests.unit.grouping.crowd import crowd, partition


def pairs_of(blocks):
    return [
        (one, other, similarity)
        for pairs in blocks
        for one, other, similarity in zip(*(part.tolist() for part in pairs), strict=True)
    ]


@pytest.mark.parametrize("tile", [(3, 5), (512, 8192)])
def test_in_all_cells_at_once_every_pair_comes_once(monkeypatch, tile):
    monkeypatch.setattr(cells, "TILE_ROWS", tile[0])
    monkeypatch.setattr(cells, "TILE_COLUMNS", tile[1])
    vectors, _ = crowd(6, 15)
    found = pairs_of(Cells(vectors, pivots=8, probes=8).similar_pairs(0.4))
    expected = pairs_of(neighbours.similar_pairs(vectors, 0.4))
    assert [pair[:2] for pair in sorted(found)] == [pair[:2] for pair in sorted(expected)]
    assert np.allclose([pair[2] for pair in sorted(found)], [pair[2] for pair in sorted(expected)])


def test_in_some_cells_only_what_they_compare_is_found_and_once():
    vectors, _ = crowd(40, 10, spread=0.7)
    some = Cells(vectors, pivots=40, probes=4)
    found = [pair[:2] for pair in sorted(pairs_of(some.similar_pairs(0.5)))]
    everything = [pair[:2] for pair in sorted(pairs_of(neighbours.similar_pairs(vectors, 0.5)))]
    compared = some.compares(*np.array(everything).T)
    assert found == [pair for pair, there in zip(everything, compared, strict=True) if there]
    assert 0.85 * len(everything) < len(found) < len(everything)


def test_components_in_cells_are_those_of_comparing_all_with_all(monkeypatch):
    vectors, _ = crowd(60, 20, spread=0.75)
    exact = dense_components(vectors, 0.4)
    monkeypatch.setattr(cells, "EXACT_ROWS", 500)
    in_cells = dense_components(vectors, 0.4)
    assert partition(in_cells) == partition(exact)
    assert len(partition(exact)) < 100


def test_few_rows_are_all_compared():
    vectors, _ = crowd(3, 5)
    assert pairs_of(near_pairs(vectors, 0.5)) == pairs_of(neighbours.similar_pairs(vectors, 0.5))


def test_what_is_known_to_be_together_is_left_out():
    vectors, truth = crowd(4, 12, spread=0.5)
    labels = np.where(truth == 2, np.arange(48), -1 - truth)  # all but one person are known
    left = pairs_of(Cells(vectors, 4, 4).similar_pairs(0.5, lambda rows: labels[rows]))
    assert {truth[row] for pair in left for row in pair[:2]} == {2}
    assert len(left) == len(
        [pair for pair in pairs_of(neighbours.similar_pairs(vectors, 0.5)) if truth[pair[0]] == 2]
    )


@pytest.mark.parametrize("count", [0, 1, 3])
def test_few_or_no_rows_do_no_harm(count):
    vectors, _ = crowd(1, 3, spread=0.2)
    found = pairs_of(Cells(vectors[:count], 16, 4).similar_pairs(0.1))
    assert len(found) == count * (count - 1) // 2
