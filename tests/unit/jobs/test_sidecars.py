"""Sidecars are written beside photos or into a folder, and nothing of anybody else is touched."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PIL import Image

from facegallery.actions import perform
from facegallery.actions.faces import NotAFace
from facegallery.actions.people import Name, NameFaces, Who
from facegallery.actions.photos import BeThere
from facegallery.catalog import faces, files, folders, photos
from facegallery.cli.main import run
from facegallery.domain.errors import Cancelled, NamesNotWritten
from facegallery.domain.photo import FoundFile, PhotoFacts
from facegallery.domain.progress import CancelToken
from facegallery.jobs.export import take_back
from facegallery.jobs.sidecars import write_sidecars
from tests.made import detected

NAME = "{http://www.metadataworkinggroup.com/schemas/regions/}Name"


@pytest.fixture
def album(library, tmp_path):
    """Two folders with two real photos each, a face in three of them; Ann in two."""
    found = []
    with library.open() as db:
        for number, name in enumerate(("a/x/1.jpg", "a/2.jpg", "b/x/1.png", "b/2.png")):
            path = tmp_path / "photos" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            exif = Image.Exif()
            exif[0x0112] = 6 if number == 1 else 1
            Image.new("RGB", (40, 30), (number, 0, 0)).save(path, exif=exif)
            size = (30, 40) if number == 1 else (40, 30)
            kind = "PNG" if path.suffix == ".png" else "JPEG"
            facts = PhotoFacts(*size, kind, "2015-01-01T12:00:00", "exif")
            photo_id = photos.save(db, bytes([number]) * 32, 1, facts, "mtcnn")
            faces.replace(db, photo_id, [detected()] * (number < 3), "sface", same_content=True)
            folder_id = folders.add(db, tmp_path / "photos" / name[0])
            files.save(db, folder_id, FoundFile(str(path), 1, 1), photo_id)
            found += [face.id for face in faces.of_photo(db, photo_id)]
        perform.perform(db, NameFaces(tuple(found[:2]), "Ann"))
        perform.perform(db, BeThere((4,), name="Ben"))
    return tmp_path / "photos"


def written(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.xmp"))


def test_they_lie_beside_the_photos_which_stay_as_they_are(library, album):
    before = {path: path.read_bytes() for path in album.rglob("*.*")}
    done = write_sidecars(library)
    assert (done.written, done.missing, done.refused) == (3, 0, [])
    assert written(album) == ["a/2.jpg.xmp", "a/x/1.jpg.xmp", "b/2.png.xmp"]
    assert all(path.read_bytes() == content for path, content in before.items())
    assert "<tiff:Orientation>6<" in (album / "a/2.jpg.xmp").read_text(encoding="utf-8")
    tree = ET.parse(album / "a/x/1.jpg.xmp")
    assert [one.text for one in tree.iter(NAME)] == ["Ann"]


def test_they_go_into_a_folder_as_the_photos_lie_in_theirs(library, album, tmp_path):
    target = tmp_path / "out"
    assert write_sidecars(library, target).written == 3
    assert written(target) == ["a/2.jpg.xmp", "a/x/1.jpg.xmp", "b/2.png.xmp"]
    assert written(album) == []


def test_the_last_ones_can_be_taken_away_again(library, album):
    done = write_sidecars(library)
    (album / "a/2.jpg.xmp").write_text("changed since")
    gone = take_back(library, done.export_id)
    assert (gone.removed, gone.kept) == (2, 1)
    assert written(album) == ["a/2.jpg.xmp"]


def test_those_of_other_programs_are_left_alone(library, album):
    theirs = album / "a/2.jpg.xmp"
    theirs.write_text('<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="digiKam"/>')
    done = write_sidecars(library)
    assert done.refused == [str(theirs)]
    assert "digiKam" in theirs.read_text()
    assert "another program" in done.words()


def test_ours_follow_what_is_true_now(library, album):
    write_sidecars(library)
    again = write_sidecars(library)
    assert (again.written, again.unchanged, again.export_id) == (0, 3, None)
    with library.open() as db:
        perform.perform(db, Name(Who("person", 1), "Anna"))
        face = faces.of_person(db, 1)[0]
        perform.perform(db, NotAFace((face.id,)))
    done = write_sidecars(library)
    assert (done.written, done.removed, done.unchanged) == (1, 1, 1)
    assert "Removed, as nobody is named there any more: 1." in done.words()
    assert len(written(album)) == 2


def test_what_cannot_be_read_or_written_is_said(library, album, tmp_path):
    (album / "a/x/1.jpg").write_bytes(b"no photo")
    (album / "a/2.jpg").unlink()
    done = write_sidecars(library, tmp_path / "out")
    assert len(done.unreadable) == 2
    assert "could not be opened: 2." in done.words()
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NamesNotWritten):
        write_sidecars(library, tmp_path / "file")
    cancel = CancelToken()
    cancel.set()
    with pytest.raises(Cancelled):
        write_sidecars(library, cancel=cancel)


def test_the_command_line_writes_and_takes_away(library, album, tmp_path, capsys):
    command = [f"--library={library.folder}"]
    assert run([*command, "names", "sidecars", "--to", str(tmp_path / "out")]) == 0
    assert "Wrote 3 sidecars." in capsys.readouterr().out
    assert run([*command, "export", "--undo"]) == 0
    assert written(tmp_path / "out") == []
