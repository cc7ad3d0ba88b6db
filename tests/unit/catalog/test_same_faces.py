from facegallery.catalog import same_faces
from tests.made import add_faces_of


def test_faces_called_one_person_are_kept_as_few_pairs(catalog):
    add_faces_of(catalog, 1, 5)
    same_faces.call_same(catalog, [4, 2, 3])
    same_faces.call_same(catalog, [2, 5])
    assert same_faces.pairs(catalog) == [(2, 3), (2, 4), (2, 5)]


def test_what_is_forgotten_across_stays_within(catalog):
    add_faces_of(catalog, 1, 6)
    same_faces.call_same(catalog, range(1, 7))
    same_faces.forget(catalog, [[1, 6], [2, 3], [4]])  # nothing is said of 5
    assert sorted(same_faces.pairs(catalog)) == [(1, 5), (1, 6), (2, 3)]
