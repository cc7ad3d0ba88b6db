"""search: the photos that a query asks for."""

import sys
from argparse import Namespace

from facegallery.catalog import photos
from facegallery.catalog import search as finder
from facegallery.catalog.library import Catalog, Library
from facegallery.cli.output import complain, print_json, shown
from facegallery.domain.errors import QueryUnclear
from facegallery.domain.photo import Photo
from facegallery.domain.query.parse import Mistake, Query
from facegallery.interop.lists import as_json, write_csv
from facegallery.jobs import likeness

FAILED = 1


def search(library: Library, arguments: Namespace) -> int:
    """List photos, newest first, by likeness the likest; one path a line, or ended with NUL.

    Returns the exit code. A query that cannot be read is told on stderr and finds nothing; the
    code is 1 where a key or its value is wrong.
    """
    library.prepare()
    with library.open(read_only=True) as db:
        query = finder.query(db, _text(arguments.query))
        complain_of(query)
        likenesses = likeness.find(library, db, query)
        if arguments.count:
            found = finder.count(db, query, likenesses.photos)
            _print_count(found, in_json=arguments.json)
        else:
            limit = -1 if arguments.limit is None else arguments.limit
            list_photos(db, likeness.run(db, query, likenesses, limit=limit), arguments)
    return FAILED if any(mistake.grave for mistake in query.mistakes) else 0


def query_of(db: Catalog, words: list[str]) -> Query:
    """Return the query of a command's words; raise QueryUnclear where a key is wrong."""
    query = finder.query(db, _text(words))
    for mistake in query.mistakes:
        if mistake.grave:
            raise QueryUnclear(mistake.sentence)
    complain_of(query)
    return query


def list_photos(db: Catalog, found: list[Photo], arguments: Namespace) -> None:
    """Print photos as JSON, CSV or paths."""
    people = {}
    if arguments.json or arguments.csv:
        people = photos.people_in(db, [photo.id for photo in found])
    if arguments.csv:
        write_csv(sys.stdout, found, people)
    elif arguments.json:
        print_json(as_json(found, people))
    elif arguments.nul:
        sys.stdout.write("".join(f"{photo.path}\0" for photo in found))
    else:
        for photo in found:
            print(shown(photo.path))


def _print_count(found: finder.Found, *, in_json: bool) -> None:
    if in_json:
        print_json({"photos": found.photos, "suggested": found.suggested})
    else:
        print(found.photos)


def complain_of(query: Query) -> None:
    """Say on stderr what of a query cannot be read, and who is unknown."""
    for mistake in query.mistakes:
        complain(f"{_place(query.text, mistake)} {mistake.sentence}")
    for name in query.unknown:
        complain(f"Nobody in the library is called {shown(name)}.")


def _place(text: str, mistake: Mistake) -> str:
    """Return where a mistake is, in words for one line."""
    wrong = shown(text[mistake.start : mistake.end].strip())
    return f"At sign {mistake.start + 1} of the query, “{wrong}”:"


def _text(words: list[str]) -> str:
    """Return the query as typed: a word that the shell kept together, and others stand beside."""
    if len(words) == 1:
        return words[0]
    return " ".join(f'"{word}"' if _is_name(word) else word for word in words)


def _is_name(word: str) -> bool:
    return " " in word and not any(sign in word for sign in '":()')
