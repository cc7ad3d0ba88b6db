import numpy as np

from facegallery.grouping.density import dense_components
from facegallery.grouping.splitting import split_components
from tests.unit.grouping.crowd import crowd, partition

NO_PAIRS = np.empty((0, 2), np.int64)


def chained_brothers():
    """Two people of ten faces each, and a face between them that DBSCAN takes for a bridge."""
    vectors, truth = crowd(2, 10, spread=0.4, seed=3)
    between = vectors[truth == 0].mean(axis=0) + vectors[truth == 1].mean(axis=0)
    vectors = np.concatenate([vectors, between[None] / np.linalg.norm(between)])
    return vectors.astype(np.float32), np.append(truth, 2)


def test_people_chained_together_come_apart_where_photos_show_both():
    vectors, truth = chained_brothers()
    chained = dense_components(vectors, 0.35)
    assert len(partition(chained)) == 1
    photo_ids = np.arange(21)
    photo_ids[truth == 1] = photo_ids[truth == 0]  # each photo shows both
    pieces = split_components(vectors, photo_ids, chained, NO_PAIRS, 0.35, 0.05)
    for piece in partition(pieces):
        assert len(set(truth[sorted(piece)]) - {2}) <= 1


def test_components_without_a_conflict_stay_as_they_are():
    vectors, _ = chained_brothers()
    chained = dense_components(vectors, 0.35)
    pieces = split_components(vectors, np.arange(21), chained, NO_PAIRS, 0.35, 0.05)
    assert pieces.tolist() == chained.tolist()


def test_equal_faces_that_the_user_called_different_come_apart():
    vectors = np.ones((3, 4), np.float32) / 2
    apart = np.array([[0, 2]])
    pieces = split_components(vectors, np.arange(3), np.zeros(3, np.int64), apart, 0.35, 0.05)
    assert pieces[0] != pieces[2]
