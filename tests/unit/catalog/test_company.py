"""Who is in photos with whom, and when: held against plain counting."""

from collections import Counter, defaultdict
from itertools import combinations

import pytest

from facegallery.catalog import assignments, company, faces, groups, people, photos
from facegallery.catalog.company import Somebody
from tests.made import add_photo, detected

ANN, BEN, CEM = 1, 2, 3
# Who is in each photo, by year; the last Ben of a photo with two is his picture in a mirror.
SHOWN = (
    ("2010", (ANN,)), ("2010", (ANN, BEN)), ("2011", (BEN, CEM)), ("2013", (ANN, BEN, CEM)),
    ("2013", (BEN, BEN)), ("2013", ()), ("2014", (ANN, CEM)),
)  # fmt: skip


@pytest.fixture
def shown(catalog):
    """The photos of each of three people and of a group, as (id, year)."""
    for name in ("Ann", "Ben", "Cem"):
        people.add(catalog, name)
    found: dict[Somebody, set[tuple[int, str]]] = defaultdict(set)
    loose = []
    for number, (year, who) in enumerate(SHOWN):
        places = [detected(0.1 + 0.2 * place) for place in range(len(who) + 1)]
        day = f"{year}-05-{number + 1:02d}T12:00:00"
        photo = add_photo(catalog, f"{number}.jpg", places, day)
        ids = [face.id for face in faces.of_photo(catalog, photo)]
        for face, person in zip(ids, who, strict=False):
            assignments.confirm(catalog, [face], person)
            found["person", person].add((photo, year))
        if number % 2:
            loose.append(ids[-1])
            found["group", 1].add((photo, year))
    groups.save_all(catalog, {1: loose})
    return found


def test_photos_that_show_several_count_once(catalog, shown):
    everybody = list(shown)
    for size in (2, 3, 4):
        for who in combinations(everybody, size):
            often = Counter(photo for each in who for photo, _year in shown[each])
            wanted = sum(count > 1 for count in often.values())
            assert company.photos_of_several(catalog, who) == wanted


def test_a_group_is_together_with_a_person_where_one_photo_shows_both(catalog, shown):
    for person in (ANN, BEN, CEM):
        both = {photo for photo, _year in shown["person", person] & shown["group", 1]}
        assert company.are_together(catalog, 1, person) == bool(both)
    alone = people.add(catalog, "Dee")
    assert not company.are_together(catalog, 1, alone)


def test_who_is_seen_with_somebody_most_comes_first(catalog, shown):
    assert company.of_person(catalog, BEN) == [(ANN, 2), (CEM, 2)]
    assert company.of_person(catalog, ANN, limit=1) == [(BEN, 2)]


def test_photos_a_year(catalog, shown):
    for who, seen in shown.items():
        wanted = Counter(int(year) for _photo, year in seen)
        assert company.years(catalog, who) == sorted(wanted.items())


def test_the_photos_of_a_year_come_page_by_page(catalog, shown):
    for who, seen in shown.items():
        for year in (2010, 2012, 2013, 2014):
            wanted = sorted((photo for photo, when in seen if when == str(year)), reverse=True)
            found, page = [], company.photos_of_year(catalog, who, year, limit=1)
            while page:
                found += [photo.id for photo in page]
                page = company.photos_of_year(catalog, who, year, page[-1], limit=1)
            assert found == wanted


def test_the_newest_photo_of_everybody(catalog, shown):
    newest = company.newest(catalog)
    assert set(newest) == set(shown)
    taken = {photo.id: photo.taken_at for photo in photos.page(catalog)}
    for who, seen in shown.items():
        assert newest[who] == max(taken[photo] for photo, _year in seen)


def test_photos_that_were_removed_from_the_library_do_not_count(catalog, shown):
    catalog.execute("delete from files")
    assert company.years(catalog, ("person", BEN)) == []
    assert company.of_person(catalog, BEN) == []
    assert company.photos_of_several(catalog, [("person", ANN), ("person", BEN)]) == 0
    assert company.newest(catalog) == {}
