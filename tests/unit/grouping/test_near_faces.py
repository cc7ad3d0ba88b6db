import numpy as np

from facegallery.grouping.labels import NO_GROUP, NOT_ASKED
from facegallery.grouping.near_faces import near_faces

VECTORS = np.eye(4, dtype=np.float32)[[0, 0, 1, 1, 2, 0, 1]]
VECTORS[1] = [0.8, 0.6, 0, 0]
LABELS = np.array([7, 7, 4, NO_GROUP, NO_GROUP, NOT_ASKED, NO_GROUP])


def in_blocks(vectors):
    for rows in np.array_split(np.arange(len(VECTORS)), 3):
        yield rows, vectors @ VECTORS[rows].T


def test_a_new_face_is_near_to_groups_and_lone_faces():
    rows = np.array([6])
    groups, lone = near_faces(VECTORS[rows], rows, LABELS, in_blocks, 0.5)
    assert groups.face.tolist() == [0, 0]
    assert groups.label.tolist() == [4, 7]
    np.testing.assert_allclose(groups.strongest, [1, 0.6], atol=1e-6)
    assert groups.faces.tolist() == [1, 1]
    assert (lone.face.tolist(), lone.row.tolist()) == ([0], [3])


def test_faces_of_a_group_in_several_blocks_count_together():
    rows, labels = np.array([0]), np.array([NO_GROUP, 2, 2, 2, 2, 2, 2])
    groups, lone = near_faces(VECTORS[rows], rows, labels, in_blocks, 0.5)
    assert (groups.label.tolist(), groups.faces.tolist()) == ([2], [2])
    assert groups.strongest.tolist() == [1]
    assert len(lone.row) == 0


def test_nothing_new_is_near_to_nothing():
    none = np.empty(0, np.int64)
    groups, lone = near_faces(VECTORS[none], none, LABELS, in_blocks, 0.5)
    assert len(groups.face) == len(lone.face) == 0
