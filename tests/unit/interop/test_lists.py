import csv
import io

from facegallery.catalog import photos
from facegallery.interop.lists import write_csv
from tests.made import add_photo


def test_a_table_can_be_read_back_and_runs_no_formula(catalog):
    add_photo(catalog, '=1+1 "x".jpg', [], folder="/photos, and more")
    found = photos.page(catalog)
    file = io.StringIO()
    write_csv(file, found, {found[0].id: ["=cmd", "Ada; Ben"]})
    (row,) = csv.DictReader(io.StringIO(file.getvalue()))
    assert row["path"] == '/photos, and more/=1+1 "x".jpg'
    assert row["people"] == "'=cmd; Ada; Ben"
    assert row["latitude"] == ""
