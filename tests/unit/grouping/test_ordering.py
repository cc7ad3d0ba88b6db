import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from facegallery.grouping.ordering import order_of_content
from tests.unit.grouping.crowd import crowd


def content(vectors, photo_ids, quality, order):
    return [(vectors[row].tobytes(), photo_ids[row], quality[row]) for row in order]


@given(seed=st.integers(0, 2**32 - 1), count=st.integers(0, 40))
def test_the_order_does_not_depend_on_how_the_rows_came(seed, count):
    random = np.random.default_rng(seed)
    vectors = crowd(5, 8)[0][random.integers(0, 40, count)]  # some of them equal
    photo_ids, quality = random.integers(0, 9, count), random.integers(0, 3, count) / 2
    came = random.permutation(count)
    first = order_of_content(vectors, photo_ids, quality)
    again = order_of_content(vectors[came], photo_ids[came], quality[came])
    assert content(vectors, photo_ids, quality, first) == content(
        vectors[came], photo_ids[came], quality[came], again
    )


def test_rows_that_are_added_do_not_move_the_others():
    vectors, truth = crowd(10, 30)
    nothing = np.zeros(300, np.int64)
    order = order_of_content(vectors, nothing, nothing)
    fewer = order_of_content(vectors[:200], nothing[:200], nothing[:200])
    assert [row for row in order if row < 200] == fewer.tolist()
    assert len(set(truth[order[:30]].tolist())) > 5  # the first ones are of all people
