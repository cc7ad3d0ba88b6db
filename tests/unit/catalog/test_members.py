from facegallery.catalog import assignments, groups, members
from tests.made import add_faces_of


def test_the_faces_of_groups_and_people_are_read_at_once(catalog):
    assert members.of_groups(catalog).face_ids.tolist() == []
    one, two = add_faces_of(catalog, 1, 3), add_faces_of(catalog, 2, 2)
    groups.save_all(catalog, {5: two, 3: one[:2]})
    found = members.of_groups(catalog)
    assert (found.numbers.tolist(), found.sizes.tolist()) == ([3, 5], [2, 2])
    assert sorted(found.face_ids.tolist()[:2]) == one[:2]
    catalog.execute("insert into people (id, name, made_at) values (9, 'Ann', '2020')")
    assignments.confirm(catalog, one[2:], 9)
    people = members.of_people(catalog)
    assert (people.numbers.tolist(), people.face_ids.tolist()) == ([9], one[2:])
