"""Actions on albums: save a query or photos, rename, order, choose a cover; and favourites."""

import unicodedata
from dataclasses import dataclass

from facegallery.actions.perform import count
from facegallery.catalog import albums, photos
from facegallery.catalog.library import Catalog
from facegallery.domain.album import Album
from facegallery.domain.errors import NoSuchAlbum, NotPossible
from facegallery.domain.words import sentence

LONGEST_NAME = 200  # characters


@dataclass(frozen=True, slots=True)
class SaveAlbum:
    """Save a query, which stays alive, or photos as a new album."""

    name: str
    query: str | None = None
    photo_ids: tuple[int, ...] = ()

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        name = _clean(self.name)
        _refuse_taken(db, name)
        album_id = albums.add(db, name, self.query)
        albums.add_photos(db, album_id, self.photo_ids)
        what = (
            sentence("a search") if self.query is not None else count(len(self.photo_ids), "photo")
        )
        return sentence("Saved {0} as the album {1}", what, name)


@dataclass(frozen=True, slots=True)
class RenameAlbum:
    """Give an album another name."""

    album_id: int
    name: str

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        album, name = known(db, self.album_id), _clean(self.name)
        if name.casefold() != album.name.casefold():
            _refuse_taken(db, name)
        albums.change(db, album.id, "name", name)
        return sentence("The album {0} is now called {1}", album.name, name)


@dataclass(frozen=True, slots=True)
class ChangeQuery:
    """Have an album ask for something else."""

    album_id: int
    query: str

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        album = known(db, self.album_id)
        if album.query is None:
            raise NotPossible(
                sentence("The album {0} is of chosen photos, not of a search.", album.name)
            )
        albums.change(db, album.id, "query", self.query)
        return sentence("Changed what the album {0} looks for", album.name)


@dataclass(frozen=True, slots=True)
class AddToAlbum:
    """Put photos into an album of chosen photos."""

    album_id: int
    photo_ids: tuple[int, ...]

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        album = _of_photos(db, self.album_id)
        added = albums.add_photos(db, album.id, self.photo_ids)
        return sentence("Added {0} to the album {1}", count(added, "photo"), album.name)


@dataclass(frozen=True, slots=True)
class RemoveFromAlbum:
    """Take photos out of an album of chosen photos; they stay in the library."""

    album_id: int
    photo_ids: tuple[int, ...]

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        album = _of_photos(db, self.album_id)
        removed = albums.remove_photos(db, album.id, self.photo_ids)
        return sentence("Took {0} out of the album {1}", count(removed, "photo"), album.name)


@dataclass(frozen=True, slots=True)
class SetAlbumCover:
    """Choose the photo that stands for an album; None: its first."""

    album_id: int
    photo_id: int | None

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        album = known(db, self.album_id)
        if self.photo_id is not None and photos.by_id(db, self.photo_id) is None:
            raise NotPossible(sentence("There is no photo {0}.", self.photo_id))
        albums.change(db, album.id, "cover_photo_id", self.photo_id)
        return sentence("Chose another cover for the album {0}", album.name)


@dataclass(frozen=True, slots=True)
class MoveAlbum:
    """Put an album at another place among all, 0 for the first."""

    album_id: int
    place: int

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        album = known(db, self.album_id)
        order = [other.id for other in albums.listed(db) if other.id != album.id]
        order.insert(self.place, album.id)
        for position, album_id in enumerate(order, start=1):
            albums.change(db, album_id, "position", position)
        return sentence("Moved the album {0}", album.name)


@dataclass(frozen=True, slots=True)
class DeleteAlbum:
    """Delete an album; its photos stay in the library."""

    album_id: int

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        album = known(db, self.album_id)
        albums.remove_photos(db, album.id, [found.id for found in albums.photos_of(db, album.id)])
        albums.delete(db, album.id)
        return sentence("Deleted the album {0}", album.name)


@dataclass(frozen=True, slots=True)
class MarkFavourite:
    """Make photos favourites, or no longer."""

    photo_ids: tuple[int, ...]
    favourite: bool = True

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        if not self.photo_ids:
            raise NotPossible(sentence("No photo was chosen."))
        photos.set_favourite(db, self.photo_ids, favourite=self.favourite)
        number = count(len(self.photo_ids), "photo")
        if self.favourite:
            return sentence("Made {0} a favourite", number)
        return sentence("{0}: no favourite", number)


def known(db: Catalog, album_id: int) -> Album:
    """Return an album; raise NoSuchAlbum where there is none."""
    album = albums.by_id(db, album_id)
    if album is None:
        raise NoSuchAlbum(str(album_id))
    return album


def _of_photos(db: Catalog, album_id: int) -> Album:
    album = known(db, album_id)
    if album.query is not None:
        raise NotPossible(
            sentence("The album {0} is a search: its photos are those that it finds.", album.name)
        )
    return album


def _clean(text: str) -> str:
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name or len(name) > LONGEST_NAME:
        raise NotPossible(sentence("The name of an album has 1 to {0} characters.", LONGEST_NAME))
    return name


def _refuse_taken(db: Catalog, name: str) -> None:
    if albums.with_name(db, name):
        raise NotPossible(sentence("There is an album {0} already. Choose another name.", name))
