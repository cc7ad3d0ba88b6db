import numpy as np

from facegallery.grouping.means import mean_vectors
from tests.unit.grouping.crowd import crowd


def test_products_of_means_are_average_similarities():
    vectors, truth = crowd(4, 7)
    means, sizes = mean_vectors(vectors, truth)
    assert sizes.tolist() == [7, 7, 7, 7]
    average = (vectors[truth == 1] @ vectors[truth == 2].T).mean()
    assert np.isclose(means[1] @ means[2], average, atol=1e-6)


def test_nothing_has_no_means():
    means, sizes = mean_vectors(np.empty((0, 8), np.float32), np.empty(0, np.int64))
    assert means.shape == (0, 8)
    assert len(sizes) == 0
