import signal
import subprocess
import sys

import pytest

from facegallery.actions.people import NameFaces
from facegallery.actions.perform import perform
from facegallery.catalog import exports, faces
from facegallery.domain.album import ExportKind
from facegallery.domain.errors import Cancelled, ExportImpossible
from facegallery.domain.progress import CancelToken
from facegallery.jobs.export import ExportTask, by_person, export, take_back
from facegallery.jobs.putting import begun
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


def test_a_folder_that_was_made_for_an_export_goes_with_it(library, ids, tmp_path):
    target = tmp_path / "out"
    done = export(library, ExportTask((("People", ids),), target))
    assert take_back(library, done.export_id).removed == 4
    assert not target.exists()


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
    target.mkdir()
    (target / "_CON").touch()  # a file of the user's
    done = export(library, ExportTask(by_person(library, ids), target))
    assert names(target) == [
        "Ada_Lovelace", "Ada_Lovelace/a.jpg", "Nobody named", "Nobody named/c_ __.jpg", "_CON",
        "_CON (2)", "_CON (2)/b.jpg", "ada_lovelace (2)", "ada_lovelace (2)/A.JPG",
    ]  # fmt: skip
    take_back(library, done.export_id)
    assert names(target) == ["_CON"]


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


KILLED = """
import os, signal, sys
from pathlib import Path
from facegallery.catalog.library import Library
from facegallery.domain.album import ExportKind
from facegallery.jobs.export import ExportTask, export
def kill(progress):
    if progress.done == 3:
        os.kill(os.getpid(), signal.SIGKILL)
ids = tuple(int(number) for number in sys.argv[4:])
task = ExportTask((("People", ids),), Path(sys.argv[2]), ExportKind(sys.argv[3]))
export(Library(Path(sys.argv[1])), task, kill)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of Unix")
@pytest.mark.parametrize("kind", ExportKind)
def test_an_export_that_was_killed_leaves_nothing_behind(library, catalog, ids, tmp_path, kind):
    target = tmp_path / "out"
    words = [sys.executable, "-c", KILLED, str(library.folder), str(target), str(kind)]
    done = subprocess.run([*words, *map(str, ids)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert len(names(target)) == 4  # three photos in a folder
    (known,) = exports.listed(catalog)
    assert take_back(library, known.id).removed == 3
    assert names(target) == []
    assert (tmp_path / "one" / "a.jpg").is_file()


def test_half_a_copy_goes_and_what_the_user_put_in_its_place_stays(library, catalog, ids, tmp_path):
    export_id = exports.begin(catalog, str(tmp_path), "2 photos")
    source, half, own = tmp_path / "one" / "a.jpg", tmp_path / "half.jpg", tmp_path / "own.jpg"
    begun_files = [begun(source, path, ExportKind.COPY) for path in (half, own)]
    exports.note(catalog, export_id, begun_files)
    half.write_bytes(source.read_bytes()[:70])
    own.write_bytes(b"the user's own")
    back = take_back(library, export_id)
    assert (back.removed, back.kept) == (1, 1)
    assert not half.exists()
    assert own.read_bytes() == b"the user's own"
