import pytest
from hypothesis import given
from hypothesis import strategies as st

from facegallery.actions.people import NameFaces
from facegallery.actions.perform import perform
from facegallery.catalog import exports, faces
from facegallery.domain.album import ExportKind
from facegallery.domain.errors import Cancelled, ExportImpossible
from facegallery.domain.progress import CancelToken
from facegallery.jobs.export import ExportTask, by_person, export, safe_name, take_back
from tests.made import add_photo, detected


@pytest.fixture
def ids(catalog, tmp_path):
    """Five photos with files in two folders; two files have the same name but for its case."""
    made = []
    for name, folder in (
        ("a.jpg", "one"), ("A.JPG", "two"), ("b.jpg", "one"), ("c: *?.jpg", "two"),
        ("gone.jpg", "one"),
    ):  # fmt: skip
        photo_id = add_photo(catalog, name, [detected()], folder=str(tmp_path / folder))
        (tmp_path / folder).mkdir(exist_ok=True)
        if name != "gone.jpg":
            (tmp_path / folder / name).write_bytes(name.encode() * 100)
        made.append(photo_id)
    return tuple(made)


def names(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.mark.parametrize("kind", ExportKind)
def test_photos_come_under_safe_names_and_go_again(library, ids, tmp_path, kind):
    target = tmp_path / "out"
    target.mkdir()
    (target / "B.jpg").write_bytes(b"the user's own")
    done = export(library, ExportTask((("", ids),), target, kind))
    assert (done.files, done.missing) == (4, 1)
    assert names(target) == ["A (2).JPG", "B.jpg", "a.jpg", "b (2).jpg", "c_ __.jpg"]
    assert (target / "B.jpg").read_bytes() == b"the user's own"
    assert (target / "a.jpg").read_bytes() == b"a.jpg" * 100
    assert (target / "a.jpg").is_symlink() == (kind is ExportKind.LINK)
    shared = (target / "a.jpg").stat().st_nlink
    assert shared == (2 if kind is ExportKind.HARD_LINK else 1)
    assert take_back(library, done.export_id).removed == 4
    assert names(target) == ["B.jpg"]
    assert (tmp_path / "one" / "a.jpg").is_file()


def test_what_was_changed_since_is_not_taken_back(library, catalog, ids, tmp_path):
    target = tmp_path / "out"
    done = export(library, ExportTask((("People", ids),), target))
    (target / "People" / "a.jpg").write_bytes(b"edited")
    (target / "People" / "b.jpg").unlink()
    (target / "People" / "b.jpg").symlink_to(tmp_path / "one" / "b.jpg")
    back = take_back(library, done.export_id)
    assert (back.removed, back.kept) == (2, 2)
    assert names(target) == ["People", "People/a.jpg", "People/b.jpg"]
    assert exports.listed(catalog) == []


def test_each_person_has_a_folder_and_names_are_kept_apart(library, catalog, ids, tmp_path):
    for photo_id, name in zip(ids[:3], ("Ada/Lovelace", "ada:lovelace", "CON"), strict=True):
        (face,) = faces.of_photo(catalog, photo_id)
        perform(catalog, NameFaces((face.id,), name))
    target = tmp_path / "out"
    done = export(library, ExportTask(by_person(library, ids), target))
    assert names(target) == [
        "Ada_Lovelace", "Ada_Lovelace/a.jpg", "Nobody named", "Nobody named/c_ __.jpg", "_CON",
        "_CON/b.jpg", "ada_lovelace (2)", "ada_lovelace (2)/A.JPG",
    ]  # fmt: skip
    take_back(library, done.export_id)
    assert names(target) == []


def test_an_export_that_was_stopped_can_be_taken_back(library, catalog, ids, tmp_path):
    cancel = CancelToken()

    def stop_after_two(progress):
        if progress.done == 2:
            cancel.set()

    with pytest.raises(Cancelled):
        export(library, ExportTask((("", ids),), tmp_path / "out"), stop_after_two, cancel)
    assert len(names(tmp_path / "out")) == 2
    (known,) = exports.listed(catalog)
    assert take_back(library, known.id).removed == 2


def test_a_target_that_is_a_file_is_told(library, ids, tmp_path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(ExportImpossible):
        export(library, ExportTask((("", ids),), tmp_path / "out"))


@given(st.text(max_size=400))
def test_a_safe_name_is_safe_whatever_it_was(text):
    name = safe_name(text)
    assert name
    assert len(name.encode()) <= 200
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name[-1] not in " ."
    assert name.split(".")[0].strip().lower() not in ("con", "nul", "com1", "lpt9")
    assert safe_name(name) == name
