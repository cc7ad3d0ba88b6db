"""What the registry says of a model."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file that a model cannot work without.

    name: where it lies in the folder of weights. inside: the package it comes with and its path
    in there, else None. url: where it is downloaded from, None where it only comes with a package.
    size_bytes, sha256: None where nobody has published them; the hash is then recorded when the
    file is first installed, and checked from then on.
    """

    name: str
    inside: tuple[str, str] | None = None
    url: str | None = None
    size_bytes: int | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelInfo:
    """What all models have.

    source: the page or package it comes from. extra: the extra of this package that it needs
    (pip install facegallery[extra]), None for none; extra_modules: what of the extra it imports;
    modules: what it imports that nothing of ours brings.
    origins: for each of the numbers, the paper or the measurement it comes from.
    """

    name: str
    title: str
    colour_order: str
    normalisation: str
    licence: str
    source: str
    files: tuple[ModelFile, ...]
    origins: Mapping[str, str]
    extra: str | None = None
    extra_modules: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()

    @property
    def built_in(self) -> bool:
        """Whether all of its files come with packages: nothing is to be installed or removed."""
        return all(file.url is None for file in self.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectorInfo(ModelInfo):
    """A way to find faces, and the numbers it works with.

    colour_order: as the network takes it. long_side: pixels of the copy of a photo that faces are
    looked for in. threshold: least score of a face, 0..1.
    """

    long_side: int
    threshold: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognizerInfo(ModelInfo):
    """A way to turn a face into an embedding, and the numbers that belong to its embeddings.

    input_size: pixels, width and height. colour_order: as the network takes it.
    dimensions: of the embedding. distance: what two embeddings are compared by.
    same_person_distance: up to which two faces are taken for one person. group_distance: DBSCAN's
    eps. merge_similarity: average cosine similarity from which two groups are one, after grouping
    has centred the embeddings where it does that.
    suggest_similarity: cosine similarity from which a face is suggested to a person.
    spread: how far its similarities lie apart, SFace's (centred) being 1. Differences and margins
    that grouping and suggestions were given for SFace are multiplied by it.
    faces_at_once: with how many together it is fastest; 1: alone.
    """

    input_size: tuple[int, int]
    dimensions: int
    spread: float
    same_person_distance: float
    group_distance: float
    merge_similarity: float
    suggest_similarity: float
    faces_at_once: int
    distance: str = "cosine: 1 - cosine similarity, 0 (the same) to 2"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassifierInfo(ModelInfo):
    """A network that names the people it was trained with.

    input_size: pixels, width and height. classes: people it knows. Of its files the first holds
    the weights, the second the names.
    """

    input_size: tuple[int, int]
    classes: int
