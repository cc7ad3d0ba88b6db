from collections import Counter
from datetime import date
from itertools import combinations

import pytest

from facegallery.catalog import insight, search
from facegallery.catalog.library import transaction
from facegallery.domain.query.parse import Query
from tests.made import add_photo
from tests.query_evaluation import made, write


@pytest.fixture
def plain(catalog):
    made_up = made(seed=11, count=60)
    with transaction(catalog):
        write(catalog, made_up)
    return made_up


def shown(plain):
    return [photo for photo in plain.photos if not photo.hidden]


def test_who_is_seen_with_whom(catalog, plain):
    expected = Counter(
        pair for photo in shown(plain) for pair in combinations(sorted(photo.shown()), 2)
    )
    found = {(pair.first, pair.second): pair.photos for pair in insight.seen_together(catalog)}
    assert found == {pair: number for pair, number in expected.items() if number >= 2}


def test_everybody_over_the_years_and_who_was_not_seen_for_long(catalog, plain):
    found = insight.years_of_people(catalog)
    expected = Counter(
        (person, photo.taken_at[:4]) for photo in shown(plain) for person in photo.shown()
    )
    assert {(p.person_id, year): n for p in found for year, n in p.years} == expected
    assert [p.photos for p in found] == sorted((p.photos for p in found), reverse=True)
    long_ago = insight.not_seen_for_long(found, date(2035, 1, 1))
    assert {p.person_id for p in long_ago} == {p.person_id for p in found if p.photos >= 10}
    assert insight.not_seen_for_long(found, date(2015, 1, 1)) == []


def test_this_day_in_other_years(catalog, plain):
    found = dict(insight.this_day(catalog, date(2016, 8, 4)))
    expected = Counter(
        int(photo.taken_at[:4]) for photo in shown(plain) if photo.taken_at[5:10] == "08-04"
    )
    assert found == expected


def test_events_end_with_a_gap_or_a_far_way_and_their_query_finds_them(catalog):
    def photo(name, taken_at, place=None):
        photo_id = add_photo(catalog, name, [], taken_at)
        if place:
            catalog.execute(
                "update photos set latitude = ?, longitude = ? where id = ?", (*place, photo_id)
            )
        return photo_id

    morning = [photo(f"m{n}", f"2015-06-30T09:0{n}:00", (48.8, 2.3)) for n in range(4)]
    far = [photo(f"f{n}", f"2015-06-30T12:0{n}:00", (41.9, 12.5)) for n in range(5)]
    late = [photo(f"l{n}", f"2015-06-30T23:0{n}:30") for n in range(4)]
    photo("alone", "2015-07-05T10:00:00")
    found = insight.events(catalog)
    assert [event.photos for event in found] == [4, 5, 4]
    for event, ids in zip(found, (late, far, morning), strict=True):
        query = search.query(catalog, event.query)
        assert isinstance(query, Query)
        assert sorted(search.photo_ids(catalog, query)) == ids
