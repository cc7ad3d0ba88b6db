"""Labelled photos on disk: a folder of images for each person."""

from collections.abc import Callable
from pathlib import Path

from facegallery.domain.errors import FolderUnreachable, NoLabelledPhotos


def people_images(folder: Path, is_photo: Callable[[str], bool]) -> list[tuple[str, Path]]:
    """Return (person, path) for each image in folder/person/, sorted; hidden ones are left out.

    is_photo: tells by a file's name whether it is one to look at. Raises FolderUnreachable, and
    NoLabelledPhotos where no folder of a person holds an image.
    """
    try:
        people = sorted(entry for entry in folder.iterdir() if _is_shown_folder(entry))
        found = [
            (person.name, path)
            for person in people
            for path in sorted(person.iterdir())
            if not path.name.startswith(".") and is_photo(path.name) and path.is_file()
        ]
    except OSError as error:
        raise FolderUnreachable(str(folder)) from error
    if not found:
        raise NoLabelledPhotos(str(folder))
    return found


def _is_shown_folder(entry: Path) -> bool:
    return not entry.name.startswith(".") and entry.is_dir()
