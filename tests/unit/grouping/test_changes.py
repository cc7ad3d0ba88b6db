import numpy as np
import pytest

from facegallery.grouping.changes import GroupChanges, group_changes


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([0, 0, 1, 1, -1], [0, 0, 1, 1, -1], GroupChanges(0, 0, 2, 4)),
        ([0, 0, 1, 1, 2, 2], [0, 0, 0, 0, 1, 1], GroupChanges(2, 0, 2, 6)),
        ([0, 0, 0, 0, 1, 1], [0, 0, 2, 2, 1, 1], GroupChanges(0, 1, 3, 6)),
        ([0, 0, 0, 1, 1], [0, 0, -1, 1, 1], GroupChanges(0, 1, 2, 4)),
        ([0, 0, 0, 1, 1], [0, 0, 1, 1, 1], GroupChanges(0, 1, 2, 5)),
        ([-1, -1, 0, 0], [1, 1, 0, 0], GroupChanges(0, 0, 2, 4)),
        ([], [], GroupChanges(0, 0, 0, 0)),
    ],
)
def test_groups_are_counted_that_would_change(before, after, expected):
    assert group_changes(np.array(before, np.int64), np.array(after, np.int64)) == expected
