from facegallery.actions import faces as face_actions
from facegallery.actions.people import Merge, NameFaces, Who
from facegallery.actions.perform import perform, undo
from facegallery.catalog import assignments, faces, files, folders
from facegallery.catalog.name_tables import date_key, pair_word
from facegallery.domain.person import Suggestion
from tests.made import add_photo, detected


def counts(catalog, photo_id):
    return catalog.execute(
        "select face_count, people_count, unnamed_count from photos where id = ?", (photo_id,)
    ).fetchone()


def appearances(catalog):
    return catalog.execute(
        "select person_id, taken_at, photo_id, confirmed from appearances order by 1, 3"
    ).fetchall()


def two_faces(catalog):
    photo_id = add_photo(catalog, "two.jpg", [detected(0.1), detected(0.6)], "2015-01-02T03:04:05")
    return photo_id, [face.id for face in faces.of_photo(catalog, photo_id)]


def test_counts_and_appearances_follow_what_the_user_says(catalog):
    photo_id, (first, second) = two_faces(catalog)
    assert counts(catalog, photo_id) == (2, 0, 2)
    perform(catalog, NameFaces((first,), "Ada"))
    assert counts(catalog, photo_id) == (2, 1, 1)
    assert appearances(catalog) == [(1, "2015-01-02T03:04:05", photo_id, 1)]
    assignments.replace_suggestions(catalog, [Suggestion(second, 1, 0.7)])
    assert counts(catalog, photo_id) == (2, 1, 0)
    perform(catalog, NameFaces((second,), "Ben"))
    assert counts(catalog, photo_id) == (2, 2, 0)
    perform(catalog, Merge((Who("person", 1), Who("person", 2))))
    assert counts(catalog, photo_id) == (2, 1, 0)
    undo(catalog)
    assert [row[0] for row in appearances(catalog)] == [1, 2]
    perform(catalog, face_actions.NotAFace((second,)))
    assert counts(catalog, photo_id) == (1, 1, 0)
    assert [row[0] for row in appearances(catalog)] == [1]


def test_a_photo_with_another_date_appears_there(catalog):
    photo_id, (first, _second) = two_faces(catalog)
    perform(catalog, NameFaces((first,), "Ada"))
    catalog.execute("update photos set taken_at = '1999' where id = ?", (photo_id,))
    assert appearances(catalog) == [(1, "1999", photo_id, 1)]


def names(catalog):
    """The names of each photo, as the table has them and as both indexes find them."""
    rows = catalog.execute("select date_key, names from photo_names").fetchall()
    for key, text in rows:
        for index, wanted in (
            ("file_names", f'"{text[1:4]}"'),
            ("name_pairs", pair_word(text[1:3])),
        ):
            found = catalog.execute(f"select rowid from {index} where {index} match ?", (wanted,))
            assert (key,) in found.fetchall()
    return rows


def directories(catalog):
    return catalog.execute(
        """select files.path, directories.path from files
        join directories on directories.id = directory_id"""
    ).fetchall()


def test_names_and_directories_follow_the_files(catalog, tmp_path):
    photo_id = add_photo(catalog, "Café 1.JPG", [], folder="/photos/Été")
    key = date_key("2015-06-30T12:00:00", photo_id)
    assert names(catalog) == [(key, "/cafe 1.jpg/")]
    assert directories(catalog) == [("/photos/Été/Café 1.JPG", "/photos/Été")]
    folders.relocate(catalog, 1, tmp_path)
    assert names(catalog) == [(key, "/cafe 1.jpg/")]
    assert directories(catalog) == [(f"{tmp_path}/Café 1.JPG", str(tmp_path))]
    catalog.execute("update photos set taken_at = '1999' where id = ?", (photo_id,))
    assert names(catalog) == [(date_key("1999", photo_id), "/cafe 1.jpg/")]
    catalog.execute("update files set path = '/photos/x.png'")
    assert names(catalog) == [(date_key("1999", photo_id), "/x.png/")]
    files.forget(catalog, "/photos/x.png")
    assert names(catalog) == []
    for index in ("file_names", "name_pairs"):  # tells of a row that an index still holds
        catalog.execute(f"insert into {index} ({index}) values ('integrity-check')")


def test_a_photo_has_the_names_of_all_its_files(catalog):
    photo_id = add_photo(catalog, "a.jpg", [])
    catalog.execute(
        """insert into files (folder_id, path, photo_id, size_bytes, mtime_ns)
        values (1, '/photos/copies/B (1).jpg', ?, 1, 1)""",
        (photo_id,),
    )
    ((_key, text),) = names(catalog)
    assert sorted(text.strip("/").split("/")) == ["a.jpg", "b (1).jpg"]
