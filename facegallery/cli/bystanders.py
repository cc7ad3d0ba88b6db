"""hide-unnamed: everybody without a name in photos or folders, hidden in one go."""

from argparse import Namespace
from pathlib import Path

from facegallery.actions.bystanders import HideUnnamed
from facegallery.actions.perform import Action, Several
from facegallery.catalog import files, photos
from facegallery.catalog.library import Library
from facegallery.cli.people import do_action
from facegallery.domain.errors import NotInLibrary
from facegallery.paths import absolute


def hide(library: Library, arguments: Namespace) -> None:
    """Hide all faces without a name in photos and folders, or show them again."""
    library.prepare()
    paths = [absolute(path) for path in arguments.paths]
    actions = tuple(_action(library, path, hidden=not arguments.show) for path in paths)
    do_action(library, arguments, actions[0] if len(actions) == 1 else Several(actions))


def _action(library: Library, path: Path, *, hidden: bool) -> Action:
    with library.open(read_only=True) as db:
        photo_id = photos.by_path(db, str(path))
        if photo_id is not None:
            return HideUnnamed((photo_id,), hidden=hidden)
        if not files.at_or_below(db, str(path)):
            raise NotInLibrary(str(path))
    return HideUnnamed(folder=path, hidden=hidden)
