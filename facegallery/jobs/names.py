"""All names and decisions into one file, and out of one."""

from pathlib import Path

from facegallery.actions import perform
from facegallery.actions.bring_in import BringIn
from facegallery.actions.names_match import match
from facegallery.catalog import decisions
from facegallery.catalog.library import Library
from facegallery.domain.names import Found, Names
from facegallery.interop import names_file


def export_names(library: Library, file: Path) -> Names:
    """Write a file of everything that was said; return that. Raises NamesNotWritten."""
    with library.open(read_only=True) as db:
        names = decisions.all_names(db)
    names_file.write(file, names)
    return names


def look_into(
    library: Library, file: Path, apart: frozenset[int] = frozenset()
) -> tuple[Names, Found]:
    """Return what a file of names says, and what of it is here; nothing is changed."""
    names = names_file.read(file)
    with library.open(read_only=True) as db:
        return names, match(db, names, apart).found(names)


def bring_in(library: Library, names: Names, apart: frozenset[int] = frozenset()) -> BringIn:
    """Do what a file of names says, as one action; return it with what was found."""
    action = BringIn(names, apart)
    with library.open() as db:
        perform.perform(db, action)
    return action
