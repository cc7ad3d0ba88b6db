"""Settings says which models there are and which work, and does what is asked of them."""

import hashlib

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from facegallery import paths
from facegallery.catalog import embeddings, people, properties
from facegallery.catalog.database import transaction
from facegallery.jobs import scan_settings
from facegallery.jobs.download import MIRROR
from facegallery.jobs.job_thread import JobThread
from facegallery.ui.settings.settings_page import SettingsPage
from facegallery.vision import model_files, registry
from tests.loopback import loopback

LEFT = Qt.MouseButton.LeftButton
NAME = "vggface2-resnet50"


@pytest.fixture
def page(session, qtbot, shown):
    page = shown(SettingsPage(session), (1000, 700))
    qtbot.waitUntil(lambda: len(page.models.rows) == len(registry.MODELS))
    return page


def put_weights(name, content=b"weights"):
    """Files of a model where an installation would put them."""
    folder = paths.weights_folder()
    folder.mkdir(parents=True, exist_ok=True)
    for file in registry.MODELS[name].files:
        (folder / file.name).write_bytes(content)
        model_files.write_record(folder / file.name, hashlib.sha256(content).hexdigest())
    return folder


def idle(page, qtbot):
    qtbot.waitUntil(lambda: not any(lane.busy for lane in page.findChildren(JobThread)))


def test_it_shows_what_works_and_what_there_is(page, library):
    rows = page.models.rows
    assert rows["mtcnn"].role.text() == rows["sface"].role.text() == "At work"
    assert "128 dimensions" in rows["sface"].facts.text()
    assert "built in" in rows["sface"].facts.text()
    assert rows[NAME].facts.text().endswith("not installed")
    assert "github.com" in rows[NAME].source.text()
    assert rows[NAME].install.isVisible()
    assert not rows[NAME].use.isVisible()
    assert not rows["sface"].install.isVisible() and not rows["sface"].remove.isVisible()
    assert rows["yunet"].use.isVisible()
    assert str(library.folder) in page.place.text()
    assert page.holds.text() == "12 photos · 17 faces · 3 people"


def test_models_of_an_extra_that_is_missing_say_what_to_do(page, qtbot):
    row = page.models.rows["deepface:Facenet"]
    assert not row.isVisible()
    qtbot.mouseClick(page.models.more, LEFT)
    assert row.isVisible()
    if 'pip install "facegallery[deepface]"' in row.facts.text():
        assert not row.install.isVisible()
    else:  # the extra is installed here
        assert row.install.isVisible()


def test_the_device_is_shown_once_it_is_known(page, library, session, qtbot):
    assert "after the first scan" in page.device.text()
    with library.open() as db, transaction(db):
        properties.set_value(db, "device", "CPU")
    session.changed.emit()
    qtbot.waitUntil(lambda: page.device.text() == "The models run on: CPU")


def test_nothing_is_fetched_before_the_question_is_answered(page, qtbot):
    qtbot.mouseClick(page.models.rows[NAME].install, LEFT)
    question = page.models.question
    assert question.isVisible()
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert page.models.question is None
    assert not paths.weights_folder().exists()
    assert page.models.rows[NAME].install.isVisible()


def test_a_download_that_fails_says_so_at_its_model(page, qtbot, monkeypatch):
    row = page.models.rows[NAME]
    with loopback() as server:
        monkeypatch.setenv(MIRROR, server.url)
        qtbot.mouseClick(row.install, LEFT)
        qtbot.mouseClick(page.models.question.yes, LEFT)
        assert row.stop.isVisible()
        qtbot.waitUntil(lambda: bool(row.problem.text()))
    assert "could not be fetched" in row.problem.text()
    assert server.asked
    assert row.install.isVisible() and not row.stop.isVisible()


def test_a_file_that_cannot_be_taken_is_refused_in_a_sentence(page, qtbot, tmp_path, monkeypatch):
    row = page.models.rows[NAME]
    chosen = ([str(tmp_path / "gone.h5")], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_arguments: chosen)
    qtbot.mouseClick(row.install, LEFT)
    question = page.models.question
    (from_file,) = [b for b in question.findChildren(type(question.yes)) if "file" in b.text()]
    qtbot.mouseClick(from_file, LEFT)
    qtbot.waitUntil(lambda: "cannot be used for the model" in row.problem.text())
    assert not model_files.is_installed(registry.MODELS[NAME], paths.weights_folder())


def test_weights_can_be_removed_unless_they_are_at_work(page, session, qtbot):
    folder = put_weights(NAME)
    session.changed.emit()
    row = page.models.rows[NAME]
    qtbot.waitUntil(row.remove.isVisible)
    qtbot.mouseClick(row.remove, LEFT)
    with qtbot.waitSignal(session.noted) as noted:
        qtbot.mouseClick(page.models.question.yes, LEFT)
    assert noted.args == ["VGGFace2 ResNet-50 was removed."]
    assert not (folder / registry.MODELS[NAME].files[0].name).exists()
    qtbot.waitUntil(row.install.isVisible)


def test_a_change_that_is_not_finished_can_go_on_or_be_given_up(page, library, session, db, qtbot):
    put_weights(NAME)
    with library.open() as writer:
        embeddings.begin_change(writer, NAME)
        with transaction(writer):
            vector = np.ones(2048, np.float32)
            embeddings.add(writer, 1, NAME, vector / np.linalg.norm(vector))
    session.changed.emit()
    rows = page.models.rows
    qtbot.waitUntil(lambda: rows[NAME].role.text() == "Change not finished: 1 / 17")
    assert rows[NAME].use.text().strip() == "Go on"
    assert not rows[NAME].remove.isEnabled()
    assert rows["sface"].use.text().strip() == "Keep this"
    with qtbot.waitSignal(session.noted, timeout=60_000):
        qtbot.mouseClick(rows["sface"].use, LEFT)
    assert embeddings.change(db) is None
    qtbot.waitUntil(lambda: not rows["sface"].use.isVisible())
    assert rows[NAME].role.text() == ""


def test_using_another_detector_says_what_it_means_and_keeps_the_names(page, session, db, qtbot):
    row = page.models.rows["yunet"]
    before = people.names(db)
    qtbot.mouseClick(row.use, LEFT)
    question = page.models.question
    assert question.windowTitle() == "Use YuNet, small and fast?"
    with qtbot.waitSignal(session.noted, timeout=120_000) as noted:
        qtbot.mouseClick(question.yes, LEFT)
        assert session.scanning
        assert not page.models.rows["mtcnn"].use.isEnabled()
    assert "works with yunet now" in noted.args[0]
    assert properties.value(db, "detector") == "yunet"
    assert people.names(db) == before
    qtbot.waitUntil(lambda: row.role.text() == "At work")
    idle(page, qtbot)


def test_a_cluster_is_chosen_and_given_up(page, library, qtbot):
    def chosen():
        with library.open(read_only=True) as db:
            return scan_settings.cluster(db)

    page.cluster.address.setText(" tcp://scheduler:8786 ")
    page.cluster.address.editingFinished.emit()
    qtbot.waitUntil(lambda: chosen() == "tcp://scheduler:8786")
    page.cluster.address.clear()
    page.cluster.address.editingFinished.emit()
    qtbot.waitUntil(lambda: chosen() == "")
