"""Two photos are chosen or dropped, compared, listed, and saved as a picture."""

import os

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from facegallery.domain.progress import CancelToken
from facegallery.ui.tools.compare_page import ComparePage

LEFT = Qt.MouseButton.LeftButton
SLOW = 60_000  # the models are loaded in a process of their own


@pytest.fixture
def page(session, shown):
    return shown(ComparePage(session), (1000, 700))


@pytest.fixture
def beside(portraits, tmp_path):
    """A photo of both portraits, and the one of them alone."""
    both = Image.new("RGB", (1024, 512))
    for place, file in enumerate(portraits.values()):
        with Image.open(file) as image:
            both.paste(image.convert("RGB").resize((512, 512)), (512 * place, 0))
    both.save(tmp_path / "both.jpg", quality=95)
    return tmp_path / "both.jpg", portraits["astronaut"]


def drop(page, side, *files):
    """Drop files on a side, as a file manager does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    point = QPointF(page.view.width() * (0.25 + 0.5 * side), 20)
    buttons, keys = LEFT, Qt.KeyboardModifier.NoModifier
    page.view.dropEvent(QDropEvent(point, Qt.DropAction.CopyAction, mime, buttons, keys))


def test_it_says_what_to_do_first(page):
    assert "joined by a line" in page.words.text()
    assert not page.save.isEnabled()
    assert not page.rows.isVisible()


def test_two_photos_are_compared_and_the_picture_saved(
    page, session, beside, qtbot, tmp_path, monkeypatch
):
    both, alone = beside
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(alone), ""))
    qtbot.mouseClick(page.choosers[0], LEFT)
    qtbot.waitUntil(lambda: page.view.picture(0) is not None, timeout=SLOW)
    assert page.comparison is None
    drop(page, 1, both)
    qtbot.waitUntil(lambda: page.comparison is not None, timeout=SLOW)
    assert page.words.text().startswith("One person is in both photos.")
    assert [row.words for row in page.rows.rows] == ["The same person", "Only in the right photo"]
    assert [name.text() for name in page.names] == [alone.name, both.name]
    place = tmp_path / "saved.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(place), ""))
    with qtbot.waitSignal(session.noted, timeout=SLOW):
        qtbot.mouseClick(page.save, LEFT)
    with Image.open(place) as picture:
        assert picture.width > picture.height > 400
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(alone), ""))
    with qtbot.waitSignal(session.failed) as failed:
        qtbot.mouseClick(page.save, LEFT)
    assert "photos are never overwritten" in str(failed.args[0])


def test_models_stay_loaded_between_two_comparisons_and_go_later(page, portraits, qtbot):
    one, other = portraits.values()
    processes = []
    for photos in ((one, other), (other, one)):
        page.show_photos(photos)
        qtbot.waitUntil(lambda: page.comparison is not None, timeout=SLOW)
        processes.append(page._helper.call(CancelToken(), os.getpid))
    assert processes[0] == processes[1]
    page._rest.timeout.emit()  # two minutes later
    qtbot.waitUntil(lambda: not page._lane.busy, timeout=SLOW)
    assert page._helper.call(CancelToken(), os.getpid) != processes[0]


def test_a_photo_without_faces_and_a_bad_file_are_told(page, portraits, tmp_path, qtbot):
    empty, bad = tmp_path / "empty.png", tmp_path / "bad.jpg"
    Image.new("RGB", (300, 200), "teal").save(empty)
    bad.write_bytes(b"not a photo")
    drop(page, 0, portraits["astronaut"], empty)
    qtbot.waitUntil(lambda: "No face was found" in page.words.text(), timeout=SLOW)
    assert page.comparison is None
    drop(page, 1, bad)
    qtbot.waitUntil(lambda: "cannot be read" in page.words.text(), timeout=SLOW)
    assert "bad.jpg" in page.view._words[1]
    assert "cannot be read" in page.view._words[1]
