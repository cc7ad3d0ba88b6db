import numpy as np

from facegallery.grouping.strangers import events, in_one_event


def test_events_end_where_no_photo_was_taken_for_six_hours():
    taken = ["2015-06-30T20:00:00", "2015-06-30T10:00:00", "2015-06-30T15:59:59",
             "2015-07-04T09:00:00", "2015-06-30T21:00:00", "2015-06-30T15:00:00"]  # fmt: skip
    assert events(np.array(taken, "datetime64[s]")).tolist() == [0, 0, 0, 1, 0, 0]
    assert events(np.array(taken[:4:2], "datetime64[s]")).tolist() == [0, 0]
    assert events(np.array([], "datetime64[s]")).tolist() == []


def test_groups_of_one_event_are_found_whatever_the_order():
    labels = np.array([7, 3, 7, 3, 9])
    photos = np.array([0, 2, 1, 3, 3])
    assert in_one_event(labels, photos, np.array([0, 0, 1, 2])).tolist() == [7, 9]
    assert in_one_event(labels[:0], photos[:0], np.array([0])).tolist() == []
