from facegallery.catalog import properties


def test_about_how_many_photos_there_are_is_known_without_counting(catalog):
    assert properties.photos_about(catalog) == 0
    catalog.execute(
        """insert into photos (id, content_hash, width, height, format, taken_at, taken_at_source,
            detector, added_at)
        values (7, x'01', 40, 30, 'JPEG', '2020-01-01T10:00:00', 'exif', 'mtcnn', '2020')"""
    )
    assert properties.photos_about(catalog) == 7
