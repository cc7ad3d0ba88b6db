"""Where things lie on this machine."""

import os
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

APP_NAME = "FaceGallery"


def default_library() -> Path:
    """Return the library to open: FACEGALLERY_LIBRARY, else one in the platform's data folder."""
    chosen = os.environ.get("FACEGALLERY_LIBRARY")
    if chosen:
        return Path(chosen).expanduser().absolute()
    return user_data_path(APP_NAME, appauthor=False) / "library"


def weights_folder() -> Path:
    """Return where model weights lie that the user has installed; shared by all libraries."""
    return user_data_path(APP_NAME, appauthor=False) / "models"


def cache_folder() -> Path:
    """Return where lies what can be made again at any time; shared by all libraries."""
    return user_cache_path(APP_NAME, appauthor=False)


def demo_folder() -> Path:
    """Return where the photos of the demo album lie, where the user tries it."""
    return user_data_path(APP_NAME, appauthor=False) / "demo album"


def resources() -> Path:
    """Return the folder of icons and the like: in an installed package, else in the checkout."""
    installed = Path(__file__).parent / "resources"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "resources"


def absolute(path: Path) -> Path:
    """Return the one path that a folder is known by: from the root, without "..", links kept."""
    # Path.absolute keeps "..", Path.resolve follows links.
    return Path(os.path.abspath(path.expanduser()))  # noqa: PTH100
