"""Lists of photos for other programs: CSV and JSON."""

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from facegallery.domain.errors import ExportImpossible
from facegallery.domain.photo import Photo

COLUMNS = (
    "path", "taken_at", "people", "width", "height", "camera", "latitude", "longitude", "rating",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_json(photos: Sequence[Photo], people: Mapping[int, Sequence[str]]) -> list[dict[str, Any]]:
    """Return photos as values for JSON. people: names by photo id."""
    return [
        {"path": photo.path, "taken_at": photo.taken_at, "people": people[photo.id]}
        for photo in photos
    ]


def write_csv(file: TextIO, photos: Sequence[Photo], people: Mapping[int, Sequence[str]]) -> None:
    """Write photos as CSV with a heading; names are joined by "; ".

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for photo in photos:
        row = {"people": "; ".join(people[photo.id])}
        values = (row.get(name, getattr(photo, name, None)) for name in COLUMNS)
        writer.writerow([_plain(value) for value in values])


def _plain(value: object) -> object:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return "" if value is None else value


def write_list(file: Path, photos: Sequence[Photo], people: Mapping[int, Sequence[str]]) -> None:
    """Write photos into a file: JSON where it is named .json, else CSV. Raises ExportImpossible."""
    try:
        with file.open("w", encoding="utf-8", newline="") as written:
            if file.suffix.lower() == ".json":
                json.dump(as_json(photos, people), written, ensure_ascii=False, indent=1)
            else:
                write_csv(written, photos, people)
    except OSError as error:
        raise ExportImpossible(str(file), error.strerror or str(error)) from error
