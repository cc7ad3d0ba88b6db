import numpy as np

from facegallery.grouping.kept import KeptMeans, KeptPairs, marks_of

NAMES, COLOURS = (
    marks_of(np.arange(4), np.ones(4, int)),
    marks_of(np.arange(9, 12), np.ones(3, int)),
)
LIKENESS = {(one, other): (one * 3 + other) / 12 for one in range(4) for other in range(3)}


def test_marks_are_of_the_set_whatever_its_order_and_place():
    one = marks_of(np.array([5, 7, 2, 9]), np.array([3, 1]))
    other = marks_of(np.array([9, 2, 5, 7]), np.array([1, 3]))
    assert one.tolist() == other[::-1].tolist()
    assert len(set(marks_of(np.arange(1_000), np.ones(1_000, int)).tolist())) == 1_000
    assert marks_of(np.empty(0, np.int64), np.empty(0, np.int64)).tolist() == []


def refreshed(kept, names, colours, least=0.3):
    """Return the pairs found among some names and colours, and how many were compared."""
    compared = []

    def compare(some, others):
        places = [(one, other) for one in some.tolist() for other in others.tolist()]
        compared.extend(places)
        good = [pair for pair in places if like(pair) >= least]
        first, second = np.array(good, np.int64).reshape(-1, 2).T
        return first, second, np.array([like(pair) for pair in good], np.float32)

    def like(pair):
        return LIKENESS[names[pair[0]], colours[pair[1]]]

    first, second, likeness = kept.refreshed(NAMES[names], COLOURS[colours], least, compare)
    found = {
        (names[one], colours[other]): round(float(value), 4)
        for one, other, value in zip(first, second, likeness, strict=True)
    }
    expected = {(a, b): LIKENESS[a, b] for a in names for b in colours if LIKENESS[a, b] >= least}
    assert found == {pair: round(value, 4) for pair, value in expected.items()}
    return len(compared)


def test_only_what_has_changed_is_compared():
    kept = KeptPairs()
    assert refreshed(kept, [2, 0, 1], [1, 0]) == 6
    assert refreshed(kept, [0, 1, 2], [0, 1]) == 0
    assert refreshed(kept, [3, 0, 1], [0, 1]) == 2  # one name has gone, another come
    assert refreshed(kept, [0, 1, 3], [1, 2]) == 3
    assert refreshed(kept, [3, 1], [2]) == 0


def test_what_is_less_alike_than_was_kept_is_compared_again():
    kept = KeptPairs()
    refreshed(kept, [0, 1], [0, 1], least=0.3)
    assert refreshed(kept, [0, 1], [0, 1], least=0.2) == 4
    assert refreshed(kept, [0, 1], [0, 1], least=0.25) == 0


def test_only_new_ones_are_told_to_be_new():
    kept = KeptPairs()
    assert not kept.is_new(NAMES).any()
    refreshed(kept, [0, 1], [0, 1])
    assert kept.is_new(NAMES).tolist() == [False, False, True, True]
    assert kept.is_new_second(COLOURS).tolist() == [False, False, True]


def test_means_are_computed_once():
    means, asked = np.eye(4, dtype=np.float32), []

    def means_of(names):
        def compute(places):
            asked.append([names[place] for place in places.tolist()])
            return means[asked[-1]]

        return compute

    kept = KeptMeans()
    for names in ([0, 1], [1, 2], [2, 1]):
        found = kept.refreshed(NAMES[names], means_of(names))
        assert found.tolist() == means[names].tolist()
    assert asked == [[0, 1], [2], []]
