"""Tests of facegallery.domain.ids."""

from facegallery.domain.ids import Ids


def test_each_id_is_found_and_no_other():
    ids = Ids(range(3, 1000, 7))
    assert [number for number in range(-5, 1010) if number in ids] == list(range(3, 1000, 7))
    assert len(ids) == 143
    assert None not in ids


def test_no_ids_hold_none():
    assert 0 not in Ids(())
    assert not Ids(())
