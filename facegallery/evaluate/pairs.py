"""Lists of same and different pairs in the format of Labeled Faces in the Wild."""

from dataclasses import dataclass
from pathlib import Path

from facegallery.domain.errors import PairsFileInvalid, PairsPictureMissing

FOLDS = 10
IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pictures, by person and number; fold: 0..9, the part of the list that it belongs to."""

    first: tuple[str, int]
    second: tuple[str, int]
    fold: int

    @property
    def same(self) -> bool:
        """Tell whether the two show one person."""
        return self.first[0] == self.second[0]


def parse_pairs(text: str, name: str) -> list[Pair]:
    """Return the pairs of a list, in its order. name: of the file, for the error's sentence.

    The first line is `folds count` (each fold has count same pairs, then count different ones), or
    one count (that many same, then that many different; ten folds are made by position in each
    half). Then `person i j` is a same pair, `person i person j` a different one.
    Raises PairsFileInvalid.
    """
    text = text.removeprefix("\ufeff")  # Windows editors mark UTF-8 with it
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if not lines:
        raise PairsFileInvalid(name, "it is empty")
    folds, count = _layout(lines[0][1], name)
    blocks = max(1, folds)
    if len(lines) - 1 != 2 * count * blocks:
        raise PairsFileInvalid(
            name,
            f"its first line promises {2 * count * blocks} pairs, and {len(lines) - 1} follow",
        )
    pairs = []
    for position, (number, line) in enumerate(lines[1:]):
        block, place = divmod(position, 2 * count)
        fold = block if folds else place % count * FOLDS // count
        pair = _pair(line, fold, name, number)
        if pair.same != (place < count):
            expected = "a same pair" if place < count else "a pair of different people"
            raise PairsFileInvalid(name, f"line {number} should hold {expected}")
        pairs.append(pair)
    return pairs


def _layout(line: str, name: str) -> tuple[int, int]:
    """Return the number of folds (0 where the line has only a count) and pairs of each kind."""
    numbers = _numbers(line.split())
    if numbers is None or len(numbers) not in (1, 2) or min(numbers) < 1:
        raise PairsFileInvalid(name, 'its first line is neither "folds count" nor one count')
    folds, count = (0, numbers[0]) if len(numbers) == 1 else (numbers[0], numbers[1])
    if folds == 1 or (not folds and count < 2):
        raise PairsFileInvalid(name, "cross-validation needs two folds or more")
    return folds, count


def _pair(line: str, fold: int, name: str, number: int) -> Pair:
    # Tabs where there are any: a folder of images may have blanks in its name.
    fields = [part.strip() for part in line.split("\t")] if "\t" in line else line.split()
    if len(fields) == 3:
        fields = [fields[0], fields[1], fields[0], fields[2]]
    numbers = _numbers(fields[1::2]) if len(fields) == 4 else None
    if numbers is None or not fields[0] or not fields[2]:
        raise PairsFileInvalid(
            name, f'line {number} is neither "person i j" nor "person i person j"'
        )
    return Pair((fields[0], numbers[0]), (fields[2], numbers[1]), fold)


def _numbers(fields: list[str]) -> list[int] | None:
    if not all(part.isascii() and part.isdigit() for part in fields):
        return None
    return [int(part) for part in fields]


def find_picture(images: Path, person: str, number: int) -> Path:
    """Return the file images/person/person_0001.jpg (or .png and so on) of a picture.

    Raises PairsPictureMissing where there is none.
    """
    stem = f"{person}_{number:04d}"
    for suffix in IMAGE_SUFFIXES:
        path = images / person / (stem + suffix)
        if path.is_file():
            return path
    raise PairsPictureMissing(f"{person}/{stem}{IMAGE_SUFFIXES[0]}", str(images))
