from dataclasses import fields

import numpy as np

from facegallery.catalog import assignments, backups, face_changes, faces, groups, whose_faces
from tests.made import add_faces_of


def facts(library, catalog):
    """What is known of each face, by its id, with the faces that there are not left out."""
    found = whose_faces.read(library.folder, catalog)
    columns = [getattr(found, one.name).tolist() for one in fields(found)]
    rows = dict(enumerate(zip(*columns, strict=True)))
    return {face: row for face, row in rows.items() if row != (-1, -1, -1, -1.0, -1)}


def anew(library, catalog):
    for file in (library.folder / "likeness").glob("whose.*"):
        file.unlink()
    return facts(library, catalog)


def test_it_tells_whose_each_face_is_and_follows_the_catalog(library, catalog):
    assert facts(library, catalog) == {}
    one, two = add_faces_of(catalog, 1, 3), add_faces_of(catalog, 2, 2)
    groups.save_all(catalog, {5: two, 3: one[:2]})
    catalog.execute("insert into people (id, name, made_at) values (9, 'Ann', '2020')")
    assignments.confirm(catalog, one[2:], 9)
    found = facts(library, catalog)
    assert [found[face][1:3] for face in one + two] == [(-1, 3), (-1, 3), (9, -1), (-1, 5), (-1, 5)]
    photo_id, quality, taken_at = catalog.execute(
        """select photo_id, quality, taken_at from faces join photos on photos.id = photo_id
        where faces.id = ?""",
        (one[0],),
    ).fetchone()
    day = (np.datetime64(taken_at[:10]) - np.datetime64("1970-01-01")).astype(int)
    assert (found[one[0]][0], found[one[0]][4]) == (photo_id, day)
    assert found[one[0]][3] == np.float32(quality)
    faces.mark(catalog, one[:1], "is_face", value=False)
    catalog.execute("update photos set taken_at = '1969-12-30T10:00:00'")
    found = facts(library, catalog)
    assert (found[one[0]][0], found[two[0]][4]) == (-1, -2)
    catalog.execute("update photos set taken_at = 'long ago' where id = ?", (photo_id,))
    assert facts(library, catalog)[one[0]][4] == 0
    catalog.execute("delete from faces where id = ?", (two[0],))
    assert two[0] not in facts(library, catalog)


def change_something(catalog, chance, step):
    """Change one of the things that are kept, as chance will have it."""
    known = [row[0] for row in catalog.execute("select id from faces")]
    face = int(chance.choice(known))
    catalog.execute("insert or ignore into people (id, name, made_at) values (9, 'Ann', '2020')")
    what = int(chance.integers(8))
    if what == 0:
        add_faces_of(catalog, step, 2, first=100 * step)
    elif what == 1:
        catalog.execute("delete from faces where id = ?", (known[-1],))
    elif what == 2:
        assignments.confirm(catalog, [face], 9)
    elif what == 3:
        catalog.execute("delete from assignments where face_id = ?", (face,))
    elif what == 4:
        groups.save_all(catalog, {step: known[: int(chance.integers(len(known)))]})
    elif what == 5:
        faces.mark(catalog, [face], "is_face", value=bool(chance.random() < 0.5))
    elif what == 6:
        taken_at = f"20{10 + step}-05-06T07:08:09"
        catalog.execute("update photos set taken_at = ? where id = ?", (taken_at, face))
    else:
        catalog.execute("delete from files where photo_id = (select min(id) from photos)")
        catalog.execute("delete from photos where id = (select min(id) from photos)")


def test_many_random_changes_end_as_if_read_anew(library, catalog, monkeypatch):
    monkeypatch.setattr(whose_faces, "_MOST_CHANGES", 0.9)
    monkeypatch.setattr(whose_faces, "_MOST_NOTES", 5)
    chance = np.random.default_rng(3)
    add_faces_of(catalog, 77, 12, first=900)
    for step in range(1, 60):
        change_something(catalog, chance, step)
        if chance.random() < 0.4:
            kept = facts(library, catalog)
            assert face_changes.noted(catalog) <= 5
            if chance.random() < 0.5:
                assert kept == anew(library, catalog)
    assert facts(library, catalog) == anew(library, catalog)


def test_torn_files_and_another_catalog_are_noticed(library, catalog):
    one = add_faces_of(catalog, 1, 3)
    backups.back_up_daily(library)
    expected = facts(library, catalog)
    for file in (library.folder / "likeness").glob("whose.*"):
        file.write_bytes(b"torn")
    assert facts(library, catalog) == expected
    catalog.execute("delete from faces where id = ?", (one[0],))
    assert len(facts(library, catalog)) == 2
    catalog.close()
    backups.restore(library, backups.listed(library)[0].name)
    with library.open() as restored:
        restored.execute("delete from faces where id = ?", (one[1],))
        assert sorted(facts(library, restored)) == [one[0], one[2]]
