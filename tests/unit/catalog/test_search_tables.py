from facegallery.actions import faces as face_actions
from facegallery.actions.people import Merge, NameFaces, Who
from facegallery.actions.perform import perform, undo
from facegallery.catalog import assignments, faces, files, folders
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
    return catalog.execute("select rowid, name from file_names").fetchall()


def directories(catalog):
    return catalog.execute(
        """select files.path, directories.path from files
        join directories on directories.id = directory_id"""
    ).fetchall()


def test_names_and_directories_follow_the_files(catalog, tmp_path):
    add_photo(catalog, "Café 1.JPG", [], folder="/photos/Été")
    assert [name for _id, name in names(catalog)] == ["cafe 1.jpg"]
    assert directories(catalog) == [("/photos/Été/Café 1.JPG", "/photos/Été")]
    folders.relocate(catalog, 1, tmp_path)
    assert [name for _id, name in names(catalog)] == ["cafe 1.jpg"]
    assert directories(catalog) == [(f"{tmp_path}/Café 1.JPG", str(tmp_path))]
    files.forget(catalog, f"{tmp_path}/Café 1.JPG")
    assert names(catalog) == []
