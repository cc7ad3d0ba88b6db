"""All names and decisions of a library, apart from it: what a file of names holds."""

from dataclasses import dataclass, field

from facegallery.domain.face import Box


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person as the user described them. id: within these names only.

    birth_date: ISO date, or the year alone. different_from: people called different, by id.
    cover: the id of the face on their card.
    """

    id: int
    name: str
    other_names: tuple[str, ...] = ()
    birth_date: str | None = None
    notes: str = ""
    favourite: bool = False
    hidden: bool = False
    different_from: tuple[int, ...] = ()
    cover: int | None = None


@dataclass(frozen=True, slots=True)
class DecidedFace:
    """A face of which the user has said something. id: within these names only.

    person: whom it was confirmed for, by id. rejected: people it is not. is_face: False for "not a
    face". drawn: the user drew the box. landmarks: x and y of each of the five, fractions.
    """

    id: int
    box: Box
    person: int | None = None
    rejected: tuple[int, ...] = ()
    is_face: bool = True
    hidden: bool = False
    drawn: bool = False
    landmarks: tuple[float, ...] = ()
    score: float = 0.0
    quality: float = 0.0


@dataclass(frozen=True, slots=True)
class DecidedPhoto:
    """A photo of which the user has said something, and how it is found again elsewhere.

    content_hash: of its bytes. folder, path: a folder of the library, and the photo's path below
    it with "/" between the parts; "" where no file of it was known. present: people who are there
    without a visible face, by id. twice: it may show a person more than once.
    """

    content_hash: bytes
    folder: str
    path: str
    size_bytes: int
    width: int
    height: int
    hidden: bool = False
    favourite: bool = False
    twice: bool = False
    present: tuple[int, ...] = ()
    faces: tuple[DecidedFace, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """All names and decisions of a library.

    different: facts on faces without a name, each as its sides of face ids: nobody on one side is
    anybody on another. same: sets of face ids that are one person.
    made_at: UTC, ISO 8601. made_by: the program and its version.
    """

    people: tuple[NamedPerson, ...] = ()
    photos: tuple[DecidedPhoto, ...] = ()
    different: tuple[tuple[tuple[int, ...], ...], ...] = ()
    same: tuple[tuple[int, ...], ...] = ()
    made_at: str = ""
    made_by: str = ""

    @property
    def faces(self) -> int:
        """How many faces something was said of."""
        return sum(len(photo.faces) for photo in self.photos)


@dataclass(frozen=True, slots=True)
class Namesake:
    """Somebody of the file, and somebody of the library who counts as the same person.

    By the name alone; or by faces, though the library calls them something else. id: within the
    names; person_id, here: number and name in the library. faces, photos: what the file and the
    library have of each.
    """

    id: int
    name: str
    person_id: int
    here: str
    faces: int
    photos: int


@dataclass(frozen=True, slots=True)
class Found:
    """What of a file of names a library has, and so what bringing it in would do.

    new: people that would be added; joined: those who are people of the library already; left_out:
    those of whom no photo is here. photos, faces: found here, of all in the file. made: faces that
    are missing here and would get a box. unmatched: faces that are not here, and need no box.
    kept: decisions of the library that the file contradicts: they stay.
    """

    new: int = 0
    joined: int = 0
    left_out: int = 0
    photos: int = 0
    photos_in_file: int = 0
    faces: int = 0
    faces_in_file: int = 0
    made: int = 0
    unmatched: int = 0
    kept: int = 0
    namesakes: tuple[Namesake, ...] = field(default=())
