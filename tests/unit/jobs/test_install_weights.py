"""Tests of facegallery.jobs.install_weights, with files made from the package's architectures."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from facegallery.domain.errors import (
    InstallStopped,
    ModelFileRefused,
    ModelNotFetched,
    ModelUnavailable,
    NotPossible,
)
from facegallery.domain.progress import CancelToken
from facegallery.jobs.download import MIRROR
from facegallery.jobs.install_weights import install, listed, remove
from facegallery.vision import model_files
from facegallery.vision.registry import CLASSIFIERS, MODELS, RECOGNIZERS
from tests.loopback import loopback

ROOT = Path(__file__).resolve().parents[3]
NAME = "vggface2-resnet50"
FILE = RECOGNIZERS[NAME].files[0].name
BUILT_IN = ("mtcnn", "yunet", "sface")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A file of the right layout, with random weights."""
    folder = tmp_path_factory.mktemp("made")
    script = Path(__file__).with_name("make_weights.py")
    subprocess.run(
        [sys.executable, str(script), str(folder / "resnet50.h5")],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return folder / "resnet50.h5"


@pytest.fixture
def weights(tmp_path):
    """The folder of weights, not made yet."""
    return tmp_path / "models"


def state(weights):
    """The names of the files there, without the lock."""
    return sorted(path.name for path in weights.rglob("*") if path.name != "install.lock")


def put(weights, *names, content=b"weights"):
    """Files with their records, as if they had been installed."""
    weights.mkdir(exist_ok=True)
    for name in names:
        (weights / name).write_bytes(content)
        model_files.write_record(weights / name, hashlib.sha256(content).hexdigest())


def test_all_models_are_listed(weights):
    states = listed(weights)
    assert [state.info.name for state in states] == list(MODELS)
    kinds = {state.info.name: state.kind for state in states}
    assert kinds["mtcnn"] == "detector"
    assert kinds["sface"] == kinds["deepface:Dlib"] == "recognizer"
    assert kinds["vggface-vgg16-classifier"] == "classifier"
    installed = {state.info.name for state in states if state.installed}
    assert set(BUILT_IN) <= installed
    assert NAME not in installed


@pytest.mark.parametrize("name", BUILT_IN)
def test_what_is_built_in_can_be_neither_installed_nor_removed(weights, name):
    with pytest.raises(NotPossible, match="built in: there is nothing to install"):
        install(name, weights)
    with pytest.raises(NotPossible, match="built in: it cannot be removed"):
        remove(name, weights)


def test_an_unknown_name_is_answered_with_those_that_there_are(weights):
    for verb in (install, remove):
        with pytest.raises(ModelUnavailable, match="sface, vggface2-resnet50"):
            verb("facenet", weights)


@pytest.mark.slow
def test_a_model_is_fetched_checked_and_recorded(weights, made, monkeypatch):
    content = made.read_bytes()
    seen = []
    with loopback() as server:
        server.files[f"/{FILE}"] = content
        monkeypatch.setenv(MIRROR, server.url)
        install(NAME, weights, seen.append)
        with pytest.raises(NotPossible, match="installed already"):
            install(NAME, weights)
        assert server.asked == [f"/{FILE}"]
    assert state(weights) == [FILE, f"{FILE}.sha256"]
    assert model_files.recorded_hash(weights / FILE) == hashlib.sha256(content).hexdigest()
    assert model_files.checked_files(RECOGNIZERS[NAME], weights) == [weights / FILE]
    assert seen[0].doing == f"Fetching {FILE}"
    assert seen[-1].doing == f"Checking {NAME}"


@pytest.mark.slow
def test_a_file_brought_by_hand_replaces_a_damaged_one(weights, made):
    put(weights, FILE)
    (weights / FILE).write_bytes(b"damaged")
    install(NAME, weights, source=[made])
    assert (weights / FILE).read_bytes() == made.read_bytes()
    assert model_files.checked_files(RECOGNIZERS[NAME], weights) == [weights / FILE]


@pytest.mark.slow
def test_a_file_of_another_layout_is_refused_and_changes_nothing(weights, tmp_path):
    """Other networks' files, and halves: see test_recognize_vggface."""
    page = tmp_path / "page.h5"
    page.write_text("<html>Not found</html>")
    put(weights, FILE, content=b"what was there")
    with pytest.raises(ModelFileRefused, match="does not hold its weights") as error:
        install(NAME, weights, source=[page])
    assert str(error.value).startswith(str(page))
    assert str(weights) not in str(error.value)
    assert state(weights) == [FILE, f"{FILE}.sha256"]
    assert (weights / FILE).read_bytes() == b"what was there"


def test_a_file_that_is_not_there_is_refused(weights, tmp_path):
    with pytest.raises(ModelFileRefused, match="there is no such file"):
        install(NAME, weights, source=[tmp_path / "away.h5"])
    assert not weights.exists()


def test_a_failed_or_cancelled_download_leaves_nothing_behind(weights, monkeypatch):
    cancel = CancelToken()
    with loopback() as server:
        monkeypatch.setenv(MIRROR, server.url)
        with pytest.raises(ModelNotFetched, match=f"{server.url}/{FILE}.*answered 404"):
            install(NAME, weights)
        server.files[f"/{FILE}"] = bytes(5_000_000)
        with pytest.raises(InstallStopped, match="Nothing was installed"):
            install(NAME, weights, lambda progress: progress.done and cancel.set(), cancel)
    assert state(weights) == []


def test_what_a_killed_installation_left_behind_goes(weights, monkeypatch):
    (weights / "installing-abc").mkdir(parents=True)
    (weights / "installing-abc" / FILE).write_bytes(b"half")
    with loopback() as server:
        monkeypatch.setenv(MIRROR, server.url)
        with pytest.raises(ModelNotFetched):
            install(NAME, weights)
    assert state(weights) == []


def test_two_installations_do_not_meet(weights):
    weights.mkdir()
    with (
        FileLock(weights / "install.lock"),
        pytest.raises(NotPossible, match="Another FaceGallery is installing"),
    ):
        install(NAME, weights)


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path):
    (tmp_path / "models").write_text("a file")
    with pytest.raises(NotPossible, match="Nothing can be installed in"):
        install(NAME, tmp_path / "models")


def test_removing_takes_the_file_and_its_record(weights):
    put(weights, FILE)
    remove(NAME, weights)
    assert state(weights) == []
    with pytest.raises(NotPossible, match="not installed"):
        remove(NAME, weights)


def test_the_model_that_a_library_works_with_is_not_removed(weights):
    put(weights, FILE)
    with pytest.raises(NotPossible, match="facegallery models use sface"):
        remove(NAME, weights, in_use=[NAME])
    assert FILE in state(weights)


def test_files_that_others_brought_are_not_removed(weights):
    cache = Path.home() / ".keras" / "models" / "vggface"
    cache.mkdir(parents=True)
    (cache / FILE).touch()
    with pytest.raises(NotPossible, match="not installed by FaceGallery") as error:
        remove(NAME, weights)
    assert str(cache) in str(error.value)


def test_names_that_two_classifiers_share_stay_as_long_as_one_needs_them(weights):
    one, other = "vggface2-resnet50-classifier", "vggface2-senet50-classifier"
    files = {file.name for name in (one, other) for file in CLASSIFIERS[name].files}
    put(weights, *files)
    remove(one, weights)
    assert "rcmalli_vggface_labels_v2.npy" in state(weights)
    assert "rcmalli_vggface_tf_resnet50.h5" not in state(weights)
    remove(other, weights)
    assert state(weights) == []


def test_of_several_files_each_finds_its_place_by_its_name_or_kind(weights, tmp_path, monkeypatch):
    """Only the names are missing then: they are asked for, and nothing else is."""
    weights_file = tmp_path / "my weights.h5"
    weights_file.write_bytes(b"weights")
    with loopback() as server:
        monkeypatch.setenv(MIRROR, server.url)
        with pytest.raises(ModelNotFetched, match=r"labels_v1\.npy"):
            install("vggface-vgg16-classifier", weights, source=[weights_file])
        assert server.asked == ["/rcmalli_vggface_labels_v1.npy"]
    with pytest.raises(ModelFileRefused, match="is that file already"):
        install("vggface-vgg16-classifier", weights, source=[weights_file, weights_file])


def test_without_the_extra_a_model_of_deepface_says_what_to_install(weights):
    if model_files.is_installed(MODELS["deepface:Dlib"], weights):
        pytest.skip("deepface is installed here")
    with pytest.raises(ModelUnavailable, match=r'pip install "facegallery\[deepface\]"'):
        install("deepface:Facenet", weights)
