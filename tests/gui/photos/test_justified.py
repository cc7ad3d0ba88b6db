from dataclasses import replace

from facegallery.domain.photo import Photo
from facegallery.ui.photos.justified import Layout

PHOTO = Photo(1, b"", "/a.jpg", False, 4000, 3000, "2020-01-01", None, None, None)


def many(number, *, month="01", width=4000, height=3000):
    return [
        replace(PHOTO, id=i, taken_at=f"2020-{month}-01", width=width, height=height)
        for i in range(number)
    ]


def layout(photos, *, headings=True, width=1000):
    made = Layout(width, 200, 6, 48 if headings else 0, lambda photo: photo.taken_at[:7])
    made.extend(photos, 0)
    return made


def test_full_rows_are_exactly_as_wide_as_the_view():
    made = layout(many(30))
    for row in made.rows[:-1]:
        assert row.lefts[0] == 0
        assert row.lefts[-1] + row.widths[-1] == 1000
        assert 150 <= row.height <= 200


def test_photos_of_a_row_are_a_gap_apart():
    row = layout(many(30)).rows[0]
    for left, width, following in zip(row.lefts, row.widths, row.lefts[1:], strict=False):
        assert 5 <= following - left - width <= 7


def test_a_month_begins_a_row_of_its_own_below_its_heading():
    made = layout(many(2, month="02") + many(2, month="01"))
    assert [heading.text for heading in made.headings] == ["2020-02", "2020-01"]
    assert [row.first for row in made.rows] == [0, 2]
    assert made.rows[1].top == made.headings[1].top + 48


def test_pages_that_come_later_give_the_same_as_all_at_once():
    photos = many(37, month="03") + many(20, month="02") + many(9, month="01")
    whole = layout(photos)
    grown = Layout(1000, 200, 6, 48, lambda photo: photo.taken_at[:7])
    for known in range(0, len(photos), 10):
        grown.extend(photos[: known + 10], known)
    assert list(grown.rows) == list(whole.rows)
    assert grown.headings == whole.headings
    assert grown.height == whole.height


def test_a_layout_with_the_shapes_of_another_is_the_same_as_one_without():
    photos = many(37, month="03") + many(9, month="01", width=2000)
    whole = layout(photos)
    again = Layout(1000, 200, 6, 48, lambda photo: photo.taken_at[:7], whole.shapes)
    again.extend(photos, 0)
    assert list(again.rows) == list(whole.rows)
    assert again.rows[-1].top + again.rows[-1].height + 6 == again.height


def test_every_photo_is_found_at_its_own_place():
    made = layout(many(50))
    for index in range(50):
        left, top, width, height = made.place(index)
        assert made.index_at(left + width // 2, top + height // 2) == index
    assert made.index_at(10, 10) is None  # the heading


def test_panoramas_and_strips_do_not_break_rows():
    wide = many(1, width=30000, height=100)
    tall = many(1, width=100, height=30000)
    made = layout(wide + tall + many(3), headings=False)
    assert all(0 < width <= 1000 for row in made.rows for width in row.widths)
    assert all(row.height <= 250 for row in made.rows)


def test_an_empty_list_has_no_height():
    made = layout([])
    assert (made.height, made.index_at(0, 0), made.heading_at(0)) == (0, None, None)
