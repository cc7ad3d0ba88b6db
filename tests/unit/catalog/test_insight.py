from collections import Counter
from datetime import date
from itertools import combinations

import pytest

from facegallery.catalog import insight, search
from facegallery.catalog.database import transaction
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


@pytest.fixture
def three(catalog):
    """Three photos of one moment that look the same, without faces."""
    made = []
    for second in range(3):
        photo_id = add_photo(catalog, f"b{second}.jpg", [], f"2015-06-30T12:00:0{second}")
        insight.save_looks(catalog, [(photo_id, 0x0F0F_F0F0_3C3C_AA55)])
        made.append(photo_id)
    return made


def add_face(catalog, photo_id, quality, eyes_open, person=None):
    face_id = catalog.execute(
        """insert into faces (photo_id, x, y, width, height, landmarks, score, quality, eyes_open)
        values (?, 0.1, 0.1, 0.2, 0.2, zeroblob(40), 0.99, ?, ?)""",
        (photo_id, quality, eyes_open),
    ).lastrowid
    if person is not None:
        catalog.execute(
            """insert into assignments (face_id, person_id, photo_id, state, made_at)
            values (?, ?, ?, 'confirmed', '2020')""",
            (face_id, person, photo_id),
        )


def best(catalog):
    (group,) = insight.alike(catalog)
    return group.photo_ids[0], group.eyes_closed


@pytest.mark.parametrize(
    ("of_each", "wanted", "closed"),
    [
        (((0.9, 0.1), (0.7, 0.9), (0.6, 0.9)), 1, {0}),  # open eyes beat some sharpness
        (((0.9, 0.1), (0.1, 0.9), (0.1, 0.9)), 0, set()),  # but not all of it
        (((0.8, 0.1), (0.8, 0.2), (0.8, 0.3)), 2, set()),  # narrow eyes: nobody is told of
        (((0.8, None), (0.8, 0.2), (0.7, None)), 0, {1}),
        (((0.2, 0.9), (0.1, 0.1), (0.1, 0.1)), 0, set()),  # too poor to be sure
    ],
)
def test_the_best_of_a_burst_is_sharp_with_open_eyes(catalog, three, of_each, wanted, closed):
    for photo_id, (quality, eyes_open) in zip(three, of_each, strict=True):
        add_face(catalog, photo_id, quality, eyes_open)
    assert best(catalog) == (three[wanted], {three[number] for number in closed})


def test_all_faces_of_a_burst_count_and_known_people_most(catalog, three):
    catalog.execute("insert into people (id, name, made_at) values (1, 'Anna', '2020')")
    for photo_id, stranger, anna in zip(three, (0.95, 0.95, 0.1), (0.1, 0.95, 0.95), strict=True):
        add_face(catalog, photo_id, 0.8, stranger)
        add_face(catalog, photo_id, 0.8, anna, person=1)
    assert best(catalog)[0] == three[1]
    catalog.execute("update photos set hidden = 1 where id = ?", (three[1],))
    assert best(catalog)[0] == three[2]
