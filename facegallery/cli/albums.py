"""albums, album ...: saved searches and chosen photos."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from facegallery.actions.albums import (
    AddToAlbum,
    ChangeQuery,
    DeleteAlbum,
    MoveAlbum,
    RemoveFromAlbum,
    RenameAlbum,
    SaveAlbum,
    SetAlbumCover,
)
from facegallery.actions.perform import Action, perform
from facegallery.catalog import albums, photos, search
from facegallery.catalog.library import Catalog, Library
from facegallery.cli.output import print_json, print_table, say_done
from facegallery.cli.searching import list_photos, query_of
from facegallery.domain.album import Album
from facegallery.domain.errors import NoSuchAlbum, NotPossible
from facegallery.domain.photo import Photo
from facegallery.jobs import likeness
from facegallery.paths import absolute


def listed(library: Library, arguments: Namespace) -> None:
    """List the albums in their order."""
    library.prepare()
    with library.open(read_only=True) as db:
        found = [(album, _number(library, db, album)) for album in albums.listed(db)]
        covers = {album.id: _cover(db, album) for album, _photos in found}
    if arguments.json:
        print_json(
            [
                {
                    "id": album.id,
                    "name": album.name,
                    "query": album.query,
                    "photos": number,
                    "cover": covers[album.id],
                }
                for album, number in found
            ]
        )
    else:
        print_table(
            ("id", "name", "photos", "search"),
            [(album.id, album.name, number, album.query or "") for album, number in found],
        )


def save(library: Library, arguments: Namespace) -> None:
    """Save a query, or photos by their paths, as a new album."""
    if arguments.photos is not None and arguments.query:
        raise NotPossible("An album is of a search or of photos, not of both.")
    library.prepare()
    with library.open() as db:
        if arguments.photos is not None:
            action = SaveAlbum(arguments.name, None, _ids(db, arguments.photos))
        else:
            query = query_of(db, arguments.query)
            action = SaveAlbum(arguments.name, query.text)
        _say(db, action, arguments)


def add(library: Library, arguments: Namespace) -> None:
    """Put photos into an album."""
    _change(library, arguments, lambda db, album: AddToAlbum(album, _ids(db, arguments.photos)))


def remove(library: Library, arguments: Namespace) -> None:
    """Take photos out of an album."""
    _change(
        library, arguments, lambda db, album: RemoveFromAlbum(album, _ids(db, arguments.photos))
    )


def delete(library: Library, arguments: Namespace) -> None:
    """Delete an album; its photos stay."""
    _change(library, arguments, lambda _db, album: DeleteAlbum(album))


def rename(library: Library, arguments: Namespace) -> None:
    """Give an album another name."""
    _change(library, arguments, lambda _db, album: RenameAlbum(album, arguments.name))


def change(library: Library, arguments: Namespace) -> None:
    """Have an album of a search look for something else."""
    _change(
        library,
        arguments,
        lambda db, album: ChangeQuery(album, query_of(db, arguments.query).text),
    )


def cover(library: Library, arguments: Namespace) -> None:
    """Choose the photo that stands for an album."""
    _change(
        library,
        arguments,
        lambda db, album: SetAlbumCover(album, _ids(db, [arguments.photo])[0]),
    )


def move(library: Library, arguments: Namespace) -> None:
    """Put an album at another place in the list, 1 for the first."""
    _change(library, arguments, lambda _db, album: MoveAlbum(album, arguments.place - 1))


def show(library: Library, arguments: Namespace) -> None:
    """List the photos of an album, as search does."""
    library.prepare()
    with library.open(read_only=True) as db:
        list_photos(db, photos_of(library, db, chosen(db, arguments.album)), arguments)


def photos_of(library: Library, db: Catalog, album: Album) -> list[Photo]:
    """Return all photos of an album, of a search those that it finds now."""
    if album.query is None:
        return albums.photos_of(db, album.id)
    query = search.query(db, album.query)
    return likeness.run(db, query, likeness.find(library, db, query))


def chosen(db: Catalog, text: str) -> Album:
    """Return the album of a number or a name; raise NoSuchAlbum."""
    named = albums.with_name(db, text)
    if not named and text.isdecimal() and len(text) < 16:
        album = albums.by_id(db, int(text))
        named = [album] if album else []
    if not named:
        raise NoSuchAlbum(text)
    return named[0]


Make = Callable[[Catalog, int], Action]


def _change(library: Library, arguments: Namespace, make: Make) -> None:
    library.prepare()
    with library.open() as db:
        _say(db, make(db, chosen(db, arguments.album).id), arguments)


def _say(db: Catalog, action: Action, arguments: Namespace) -> None:
    say_done(f"{perform(db, action)}.", as_json=arguments.json)


def _ids(db: Catalog, paths: list[Path]) -> tuple[int, ...]:
    found = []
    for path in paths:
        photo_id = photos.by_path(db, str(absolute(path)))
        if photo_id is None:
            raise NotPossible(f"{path} is no photo of the library.")
        found.append(photo_id)
    return tuple(found)


def _number(library: Library, db: Catalog, album: Album) -> int:
    if album.query is None:
        return album.photos
    query = search.query(db, album.query)
    return search.count(db, query, likeness.find(library, db, query).photos).photos


def _cover(db: Catalog, album: Album) -> str | None:
    photo = photos.by_id(db, album.cover_photo_id) if album.cover_photo_id else None
    return photo.path if photo else None
