"""Fixtures for all tests: a data folder of their own, real pictures, and ../shared where it is."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# matplotlib lists all fonts once, which takes seconds; in a home of its own each test would.
os.environ.setdefault("MPLCONFIGDIR", str(Path(tempfile.gettempdir()) / "facegallery-matplotlib"))

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all tests together keep what takes time to make."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True, scope="module")
def _collect_on_this_thread():
    """Python collects cyclic garbage between two files of tests, and on this thread only.

    Left alone it collects on whichever thread makes objects: a window of an earlier test, found
    by the thread of a later one's job, is a segmentation fault.
    """
    gc.disable()
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def _own_data_folder(
    tmp_path_factory: pytest.TempPathFactory, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
):
    """No test sees, or touches, the libraries and models of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_folder))
    for name in ("HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in ("FACEGALLERY_LIBRARY", "KERAS_HOME", "DEEPFACE_HOME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared photos beside the checkout; tests that need it skip without it."""
    if not (SHARED / "lfw" / "images").is_dir():
        pytest.skip("../shared with its photos is not on this machine")
    return SHARED


@pytest.fixture(scope="session")
def portraits(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Two portraits in the public domain that come inside packages: name -> JPEG file."""
    import matplotlib.cbook
    import skimage.data
    from PIL import Image

    folder = tmp_path_factory.mktemp("portraits")
    files = {name: folder / f"{name}.jpg" for name in ("astronaut", "hopper")}
    Image.fromarray(skimage.data.astronaut()).save(files["astronaut"], quality=95)
    with matplotlib.cbook.get_sample_data("grace_hopper.jpg") as picture:
        files["hopper"].write_bytes(picture.read())
    return files


@pytest.fixture
def photo_folder(tmp_path: Path, portraits: dict[str, Path]) -> Iterator[Path]:
    """A folder with the two portraits, for tests that change files."""
    folder = tmp_path / "photos"
    folder.mkdir()
    for file in portraits.values():
        shutil.copy2(file, folder)
    yield folder
