from pathlib import Path

import pytest

from facegallery.catalog import files, folders, left_out, photos
from facegallery.domain.errors import FolderUnreachable
from facegallery.domain.photo import FoundFile, PhotoFacts
from facegallery.domain.progress import CancelToken, no_report
from facegallery.jobs import find_changes as find_changes_module
from facegallery.jobs.analyse import Models
from facegallery.jobs.find_changes import find_changes, parts_of, roots_of

MODELS = Models("mtcnn", "sface", Path("/none"))


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "photos"
    (made / "2015").mkdir(parents=True)
    for name in ("a.jpg", "b.jpg", "2015/c.jpg"):
        (made / name).write_bytes(name.encode())
    return made


def changes(db, *chosen):
    roots = roots_of(db, chosen, skip_unreachable=False)
    return find_changes(db, roots, MODELS, CancelToken(), no_report)


def names(found):
    return [Path(item.file.path).name for item in found.todo]


def know(db, folder, detector="mtcnn"):
    """Write all files of a folder to the catalog as a scan would."""
    folder_id = folders.add(db, folder)
    for number, path in enumerate(sorted(folder.rglob("*.jpg"))):
        facts = PhotoFacts(10, 10, "JPEG", "2015-01-01T00:00:00", "file")
        photo_id = photos.save(db, bytes([number] * 32), 1000, facts, detector)
        facts_of_file = path.stat()
        found = FoundFile(str(path), facts_of_file.st_size, facts_of_file.st_mtime_ns)
        files.save(db, folder_id, found, photo_id)


def test_everything_is_new_at_first_and_nothing_afterwards(catalog, folder):
    assert sorted(names(changes(catalog, folder))) == ["a.jpg", "b.jpg", "c.jpg"]
    know(catalog, folder)
    again = changes(catalog, folder)
    assert (again.todo, again.unchanged, again.gone) == ([], 3, [])


def test_names_that_sort_around_the_separator_are_compared_each_with_its_own(catalog, folder):
    for name in ("2015.jpg", "2015-1.jpg", "2015 b/d.jpg", "2015/c/é.jpg", "2015/c.jpg.jpg"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(name.encode())
    know(catalog, folder)
    assert changes(catalog, folder).unchanged == 8
    for name in ("2015-0.jpg", "2015/0.jpg", "z.jpg"):
        (folder / name).write_bytes(name.encode())
    (folder / "2015/c.jpg").unlink()
    found = changes(catalog, folder)
    assert names(found) == ["2015-0.jpg", "0.jpg", "z.jpg"]
    assert (found.unchanged, found.gone) == (7, [str(folder / "2015" / "c.jpg")])


def test_what_is_known_is_read_in_portions_and_each_once(catalog, folder, monkeypatch):
    know(catalog, folder)
    monkeypatch.setattr(files, "_PAGE", 2)
    known = [row[0] for row in files.rows_below(catalog, folder)]
    assert known == sorted(str(path) for path in folder.rglob("*.jpg"))


def test_changed_gone_and_back(catalog, folder):
    know(catalog, folder)
    (folder / "a.jpg").write_bytes(b"edited")
    (folder / "b.jpg").rename(folder.parent / "b.jpg")
    found = changes(catalog, folder)
    assert names(found) == ["a.jpg"]
    assert found.gone == [str(folder / "b.jpg")]
    files.set_missing(catalog, found.gone, missing=True)
    assert changes(catalog, folder).gone == []
    (folder.parent / "b.jpg").rename(folder / "b.jpg")
    assert changes(catalog, folder).back == [str(folder / "b.jpg")]


def test_photos_seen_by_other_models_are_looked_at_again(catalog, folder):
    know(catalog, folder, "yunet")
    assert len(changes(catalog, folder).todo) == 3


def test_a_file_that_failed_waits_until_it_changes(catalog, folder):
    know(catalog, folder)
    stat = (folder / "a.jpg").stat()
    found = FoundFile(str(folder / "a.jpg"), stat.st_size, stat.st_mtime_ns)
    files.save_failure(catalog, 1, found, "it is empty")
    assert (changes(catalog, folder).todo, changes(catalog, folder).still_failed) == ([], 1)
    (folder / "a.jpg").write_bytes(b"mended now")
    assert names(changes(catalog, folder)) == ["a.jpg"]


def test_a_folder_inside_another_belongs_to_it(catalog, folder):
    know(catalog, folder)
    (root,) = roots_of(catalog, [folder / "2015"], skip_unreachable=False)
    assert (root.folder_id, root.whole) == (1, False)
    inside = changes(catalog, folder / "2015")
    assert (inside.found, inside.gone) == (1, [])
    (root,) = roots_of(catalog, [folder / "2015", folder / "2015" / ".."], skip_unreachable=False)
    assert root.path == folder


def test_a_folder_whose_name_begins_like_another_is_another(catalog, folder):
    know(catalog, folder)
    twin = folder.parent / "photos 2"
    twin.mkdir()
    found = changes(catalog, twin)
    assert (found.found, found.gone) == (0, [])


def test_a_folder_that_is_away_marks_its_photos_and_is_told(catalog, folder):
    know(catalog, folder)
    folder.rename(folder.parent / "elsewhere")
    with pytest.raises(FolderUnreachable, match="cannot be opened"):
        roots_of(catalog, [folder], skip_unreachable=False)
    (known,) = folders.listed(catalog)
    assert (known.reachable, known.photos, known.missing) == (False, 3, 3)
    assert roots_of(catalog, [folder], skip_unreachable=True) == []


def test_a_folder_without_one_of_its_photos_is_told_as_emptied(catalog, folder):
    (folder.parent / "nothing yet").mkdir()
    assert changes(catalog, folder.parent / "nothing yet").emptied == []
    know(catalog, folder)
    for name in ("a.jpg", "b.jpg"):
        (folder / name).unlink()
    assert changes(catalog, folder).emptied == []
    (folder / "2015" / "c.jpg").unlink()
    (folder / "notes.txt").write_text("what lies where a drive is mounted")
    found = changes(catalog, folder)
    assert [root.path for root in found.emptied] == [folder]
    files.set_missing(catalog, found.gone, missing=True)
    assert len(changes(catalog, folder).emptied) == 1
    assert changes(catalog, folder / "2015").emptied == []
    (folder / "new.jpg").touch()
    assert changes(catalog, folder).emptied == []


def test_a_folder_that_becomes_another_while_it_is_walked_is_away(catalog, folder, monkeypatch):
    know(catalog, folder)
    devices = iter((1, 2))  # before the walk, and after it
    monkeypatch.setattr(find_changes_module, "_device", lambda _path: next(devices))
    with pytest.raises(FolderUnreachable):
        changes(catalog, folder)


def test_what_is_there_but_passed_over_is_left_out_and_not_missing(catalog, folder):
    know(catalog, folder)
    (folder / "2015" / ".nomedia").touch()
    (folder / ".facegalleryignore").write_text("b.*")
    (folder / "a.jpg").unlink()
    found = changes(catalog, folder)
    assert sorted(Path(path).name for path in found.left_out) == ["b.jpg", "c.jpg"]
    assert [Path(path).name for path in found.gone] == ["a.jpg"]
    (folder / "2015" / ".nomedia").unlink()
    assert [Path(path).name for path in changes(catalog, folder).left_out] == ["b.jpg"]


def test_a_link_whose_target_is_away_is_missing(catalog, folder, tmp_path):
    target = tmp_path / "drive" / "d.jpg"
    target.parent.mkdir()
    target.write_bytes(b"d")
    (folder / "d.jpg").symlink_to(target)
    know(catalog, folder)
    target.unlink()
    found = changes(catalog, folder)
    assert ([Path(path).name for path in found.gone], found.left_out) == (["d.jpg"], [])


def test_what_changed_is_looked_for_where_it_changed_only(catalog, folder):
    know(catalog, folder)
    (folder / "2015" / "new.jpg").write_bytes(b"new")
    (folder / "other.jpg").write_bytes(b"of this nobody tells")
    (folder / "2015" / "c.jpg").unlink()
    told = [folder / "2015" / "new.jpg", folder / "2015", folder / "b.jpg", Path("/elsewhere/x")]
    roots = parts_of(catalog, [str(path) for path in told])
    found = find_changes(catalog, roots, MODELS, CancelToken(), no_report)
    assert names(found) == ["new.jpg"]
    assert (found.gone, found.unchanged) == ([str(folder / "2015" / "c.jpg")], 1)


def test_a_folder_that_changed_as_a_whole_and_one_that_is_away(catalog, folder):
    know(catalog, folder)
    (root,) = parts_of(catalog, [str(folder), str(folder / "a.jpg")])
    assert (root.whole, root.parts) == (True, None)
    folder.rename(folder.parent / "elsewhere")
    assert parts_of(catalog, [str(folder / "a.jpg")]) == []
    assert not folders.listed(catalog)[0].reachable


def test_what_the_user_leaves_out_in_the_catalog(catalog, folder):
    know(catalog, folder)
    left_out.add(catalog, str(folder / "2015"), "folder")
    found = changes(catalog, folder)
    assert (found.left_out, found.gone) == ([str(folder / "2015" / "c.jpg")], [])
