"""A slow, plain evaluation of queries over rows held in Python: what the SQL is tested against.

Random catalogs for it, and the same rows written into a library.
"""

import hashlib
import random
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import numpy as np

from facegallery.domain.distance import kilometres
from facegallery.domain.folding import fold, folder_of, name_of


@dataclass
class PlainFace:
    """states: person id -> "confirmed", "suggested" or "rejected"."""

    states: dict[int, str] = field(default_factory=dict)
    is_face: bool = True
    hidden: bool = False

    def shown(self, *, confirmed=False):
        wanted = ("confirmed",) if confirmed else ("confirmed", "suggested")
        return {person for person, state in self.states.items() if state in wanted}


@dataclass
class PlainPhoto:
    id: int
    taken_at: str
    paths: list[str]
    faces: list[PlainFace] = field(default_factory=list)
    present: set[int] = field(default_factory=set)  # without a visible face
    camera: str | None = None
    format: str = "JPEG"
    latitude: float | None = None
    longitude: float | None = None
    favourite: bool = False
    rating: int | None = None
    hidden: bool = False

    def shown(self, *, confirmed=False):
        people = set(self.present)
        for face in self.faces:
            people |= face.shown(confirmed=confirmed)
        return people

    def counted(self, of):
        real = [face for face in self.faces if face.is_face]
        if of == "people":
            return len(self.shown())
        if of == "faces":
            return len(real)
        return sum(not face.shown() and not face.hidden for face in real)

    @property
    def second(self):
        return datetime.fromisoformat(self.taken_at[:19])


@dataclass(repr=False)
class PlainCatalog:
    photos: list[PlainPhoto]
    births: dict[int, str]
    alike: dict[str, set[int]] = field(default_factory=dict)  # by what is looked for

    def find(self, node):
        """The ids of the photos that a query asks for, newest first."""
        found = [p for p in self.photos if not p.hidden and self.holds(node, p)]
        return [p.id for p in sorted(found, key=lambda p: (p.taken_at, p.id), reverse=True)]

    def holds(self, node, photo):
        return getattr(self, f"_{type(node).__name__.lower()}")(node, photo)

    def _and(self, node, photo):
        return all(self.holds(part, photo) for part in node.parts)

    def _or(self, node, photo):
        return any(self.holds(part, photo) for part in node.parts)

    def _like(self, node, photo):
        return photo.id in self.alike.get(node.what, ())

    def _not(self, node, photo):
        return not self.holds(node.part, photo)

    def _shows(self, node, photo):
        return bool(photo.shown(confirmed=node.confirmed) & set(node.people))

    def _only(self, node, photo):
        wanted = {person for people in node.people for person in people}
        if not all(photo.shown() & set(people) for people in node.people):
            return False
        if photo.shown() - wanted:
            return False
        return node.named or all(face.shown() & wanted for face in photo.faces if face.is_face)

    def _count(self, node, photo):
        number = photo.counted(node.of)
        return number >= node.least and (node.most is None or number <= node.most)

    def _dates(self, node, photo):
        return node.start <= photo.taken_at < node.end

    def _age(self, node, photo):
        ages = []
        for person in photo.shown() & set(node.people):
            birth = self.births.get(person)
            if birth is not None:
                born = date.fromisoformat(birth if len(birth) > 4 else f"{birth}-01-01")
                taken = date.fromisoformat(photo.taken_at[:10])
                had = (taken.month, taken.day) >= (born.month, born.day)
                ages.append(taken.year - born.year - (not had))
        return any(a >= node.least and (node.most is None or a <= node.most) for a in ages)

    def _folder(self, node, photo):
        return any(self._below(node.text, fold(folder_of(path))) for path in photo.paths)

    def _below(self, text, folder):
        if "/" not in text.rstrip("/"):
            return any(text.rstrip("/") in part for part in folder.split("/"))
        parts = [part for part in text.split("/") if part]
        folders = [part for part in folder.split("/") if part]
        if text.startswith("/"):
            return folders[: len(parts)] == parts
        places = range(len(folders) - len(parts) + 1)
        return any(folders[at : at + len(parts)] == parts for at in places)

    def _filename(self, node, photo):
        return any(node.text in fold(name_of(path)) for path in photo.paths)

    def _camera(self, node, photo):
        return photo.camera is not None and node.text in fold(photo.camera)

    def _type(self, node, photo):
        return photo.format in node.formats

    def _near(self, node, photo):
        if photo.latitude is None or photo.longitude is None:
            return False
        far = kilometres(node.latitude, node.longitude, photo.latitude, photo.longitude)
        return far <= node.kilometres

    def _favourite(self, node, photo):
        return photo.favourite == node.wanted

    def _rating(self, node, photo):
        stars = photo.rating or 0
        return stars >= node.least and (node.most is None or stars <= node.most)

    def _together(self, node, photo):
        span = timedelta(seconds=node.seconds)
        if not any(photo.shown() & set(people) for people in node.people):
            return False
        about_then = [
            other.shown()
            for other in self.photos
            if not other.hidden and abs(other.second - photo.second) <= span
        ]
        return all(any(shown & set(p) for shown in about_then) for p in node.people)


PEOPLE = {
    1: "Barack Obama", 2: "Joe Biden", 3: "Hillary Clinton", 4: "José O'Neil", 5: "محمد علي",
    6: "100% Anna", 7: "Anna",
}  # fmt: skip
BIRTHS = {1: "1961-08-04", 2: "2004-02-29", 3: "2001"}
FOLDERS = ("/photos", "/photos/2015/June", "/photos/2015/june b", "/photos/Été 50%", "/other/2015")
FILES = ("IMG_0001.JPG", "img_0002.heic", "Café%.png", "x.jpg", 'it\'s "me".jpg', "100_1.tif")
CAMERAS = (None, "Canon EOS 70D", "NIKON D90", "Canon Élan")
FORMATS = ("JPEG", "PNG", "HEIF")
PLACES = ((None, None), (48.85, 2.35), (48.9, 2.3), (-33.86, 151.2), (0.0, 179.95), (89.9, 10.0))
TIMES = ("T00:00:00", "T12:30:00", "T12:30:00.500", "T14:59:59", "T15:30:01")


def made(seed, count=40):
    """A random plain catalog; dates close to each other, so that events and ties happen."""
    chance = random.Random(seed)
    photos = []
    for number in range(1, count + 1):
        day = f"{chance.choice((2001, 2004, 2009, 2015, 2015))}-{chance.choice((2, 6, 8)):02d}-"
        photo = PlainPhoto(
            id=number,
            taken_at=f"{day}{chance.choice((1, 4, 28)):02d}{chance.choice(TIMES)}",
            paths=[
                f"{chance.choice(FOLDERS)}/{number}/{chance.choice(FILES)}"
                for _ in range(chance.choice((1, 1, 1, 2)))
            ],
            camera=chance.choice(CAMERAS),
            format=chance.choice(FORMATS),
            favourite=chance.random() < 0.2,
            rating=chance.choice((None, None, 0, 3, 5)),
            hidden=chance.random() < 0.05,
        )
        photo.latitude, photo.longitude = chance.choice(PLACES)
        photo.paths = list(dict.fromkeys(photo.paths))
        for _ in range(chance.choice((0, 1, 1, 2, 2, 3))):
            face = PlainFace(is_face=chance.random() < 0.93, hidden=chance.random() < 0.1)
            if face.is_face and chance.random() < 0.75:
                state = chance.choice(("confirmed", "confirmed", "suggested", "rejected"))
                face.states[chance.choice(list(PEOPLE))] = state
            photo.faces.append(face)
        if chance.random() < 0.1:
            photo.present.add(chance.choice(list(PEOPLE)))
        photos.append(photo)
    return PlainCatalog(photos, BIRTHS)


def write(db, plain):
    """Write a plain catalog as rows; the triggers do the rest."""
    db.execute("insert into folders (id, path, added_at) values (1, '/', '2020')")
    for person, name in PEOPLE.items():
        db.execute(
            "insert into people (id, name, birth_date, made_at) values (?, ?, ?, '2020')",
            (person, name, plain.births.get(person)),
        )
    landmarks = np.zeros(10, np.float32).tobytes()
    for photo in plain.photos:
        content = hashlib.blake2b(str(photo.id).encode(), digest_size=32).digest()
        db.execute(
            """insert into photos (id, content_hash, width, height, format, taken_at,
                taken_at_source, camera, latitude, longitude, favourite, rating, hidden, added_at)
            values (?, ?, 4, 3, ?, ?, 'exif', ?, ?, ?, ?, ?, ?, '2020')""",
            (
                photo.id, content, photo.format, photo.taken_at, photo.camera, photo.latitude,
                photo.longitude, int(photo.favourite), photo.rating, int(photo.hidden),
            ),
        )  # fmt: skip
        for path in photo.paths:
            db.execute(
                """insert into files (folder_id, path, photo_id, size_bytes, mtime_ns)
                values (1, ?, ?, 1, 1)""",
                (path, photo.id),
            )
        for face in photo.faces:
            face_id = db.execute(
                """insert into faces (photo_id, x, y, width, height, landmarks, score, quality,
                    is_face, hidden) values (?, 0.1, 0.1, 0.1, 0.1, ?, 1, 1, ?, ?)""",
                (photo.id, landmarks, int(face.is_face), int(face.hidden)),
            ).lastrowid
            for person, state in face.states.items():
                similarity = 0.5 if state == "suggested" else None
                db.execute(
                    "insert into assignments values (?, ?, ?, ?, ?, '2020')",
                    (face_id, person, photo.id, state, similarity),
                )
        for person in photo.present:
            db.execute("insert into presences values (?, ?, '2020')", (photo.id, person))
