from facegallery.catalog import photos, properties
from facegallery.domain.photo import PhotoFacts

FACTS = PhotoFacts(40, 30, "JPEG", "2020-01-01T10:00:00", "exif", "Canon")


def test_about_how_many_photos_there_are_is_known_without_counting(catalog):
    assert properties.photos_about(catalog) == 0
    for number in range(3):
        photos.save(catalog, bytes([number]) * 32, 5, FACTS, "mtcnn")
    assert properties.photos_about(catalog) == 3
