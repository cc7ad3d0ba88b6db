"""search: the photos that show all the people named."""

import sys
from argparse import Namespace

from facegallery.catalog import photos
from facegallery.catalog import search as finder
from facegallery.catalog.library import Library
from facegallery.cli.output import complain, print_json, shown


def search(library: Library, arguments: Namespace) -> None:
    """List photos, newest first; one path a line, or ended with NUL."""
    library.prepare()
    with library.open(read_only=True) as db:
        query = finder.query(db, _text(arguments.query))
        found = finder.run(db, query)
        people = photos.people_in(db, [photo.id for photo in found])
    for name in query.unknown:
        complain(f"Nobody in the library is called {shown(name)}.")
    if arguments.json:
        print_json(
            [
                {"path": photo.path, "taken_at": photo.taken_at, "people": people[photo.id]}
                for photo in found
            ]
        )
    elif arguments.nul:
        sys.stdout.write("".join(f"{photo.path}\0" for photo in found))
    else:
        for photo in found:
            print(shown(photo.path))


def _text(words: list[str]) -> str:
    """Return the query as typed: a word that the shell kept together, and others stand beside."""
    if len(words) == 1:
        return words[0]
    return " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
