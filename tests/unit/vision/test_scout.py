"""Tests of facegallery.vision.scout, and that both detectors find faces whichever way up."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from facegallery.domain.face import Box
from facegallery.vision.turning import turn_to_upright


@pytest.fixture(params=["mtcnn", "yunet"])
def detector(request, mtcnn, yunet):
    return {"mtcnn": mtcnn, "yunet": yunet}[request.param]


@pytest.fixture(scope="module")
def field(astronaut):
    """A large photo without faces: the space shuttle and the flag behind the astronaut."""
    part = Image.fromarray(np.ascontiguousarray(astronaut[220:, :]))
    return part.resize((6000, 4000), Image.Resampling.BICUBIC)


def turned_box(box, quarters):
    """A box of a photo as it lies in the photo turned counterclockwise."""
    for _ in range(quarters):
        box = Box(box.y, 1 - box.x - box.width, box.height, box.width)
    return box


def turns(faces, size):
    landmarks = np.stack([face.landmarks for face in faces]) * size
    return turn_to_upright(landmarks.astype(np.float32))


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_photo_shows_the_same_faces(quarters, detector, crowd):
    upright = detector.detect(crowd)
    lying = detector.detect(np.ascontiguousarray(np.rot90(crowd, quarters)))
    assert len(lying) == len(upright) == 10
    for face in upright:
        wanted = turned_box(face.box, quarters)
        assert max(other.box.overlap(wanted) for other in lying) > 0.8
    size = (1280, 960) if quarters == 2 else (960, 1280)
    off = (turns(lying, size) + 90 * quarters + 180) % 360 - 180
    assert np.abs(off).max() < 45


def test_a_mirrored_photo_shows_the_same_faces(detector, crowd):
    mirrored = detector.detect(np.ascontiguousarray(crowd[:, ::-1]))
    assert len(mirrored) == 10
    for face in detector.detect(crowd):
        box = face.box._replace(x=1 - face.box.x - face.box.width)
        assert max(other.box.overlap(box) for other in mirrored) > 0.7


@pytest.mark.parametrize("tilt", [-45, -30, 30, 45])
def test_tilted_faces_are_found_and_their_tilt_seen(tilt, detector, astronaut, hopper):
    for portrait in (astronaut, hopper):
        image = Image.fromarray(portrait).rotate(tilt, Image.Resampling.BICUBIC, fillcolor="gray")
        face = detector.detect(np.asarray(image))[0]
        off = (turns([face], image.size)[0] + tilt + 180) % 360 - 180
        assert abs(off) < 25


def test_a_turned_face_among_upright_ones(detector, crowd):
    image = crowd.copy()
    image[0:480, 0:480] = np.rot90(crowd[0:480, 0:480], 2)
    faces = detector.detect(image)
    assert len(faces) == 10
    assert np.count_nonzero(np.abs(turns(faces, (1280, 960)) - 180) < 45) == 1


def two_heads(hopper, astronaut, across, down, size):
    """The astronaut's head beside Hopper's, or before it; and the middles of both faces.

    across, down: from face to face, in widths and heights of Hopper's. size: beside hers.
    """
    left, top, width, height = 178, 110, 173, 220  # her face
    head = Image.fromarray(astronaut).crop((161, 34, 284, 213))
    head = head.resize([round(side * size * width / 83) for side in head.size])
    mask = Image.new("L", head.size, 0)
    ImageDraw.Draw(mask).ellipse((0, 0, head.width - 1, head.height - 1), fill=255)
    photo = Image.new("RGB", (900, 600), (120, 120, 120))
    photo.paste(Image.fromarray(hopper))
    x, y = left + width * (across + 0.5), top + height * (down + 0.5)
    photo.paste(
        head,
        (round(x - head.width / 2), round(y - head.height / 2)),
        mask.filter(ImageFilter.GaussianBlur(2)),
    )
    return np.asarray(photo), [(left + width / 2, top + height / 2), (x, y)]


@pytest.mark.parametrize(
    ("across", "down", "size"), [(0.8, 0, 1), (0.6, 0.6, 1), (0.45, 0.45, 0.7), (0.45, -0.4, 0.6)]
)
def test_faces_cheek_to_cheek_or_before_each_other_are_two(
    across, down, size, detector, hopper, astronaut
):
    photo, middles = two_heads(hopper, astronaut, across, down, size)
    faces = detector.detect(photo)
    assert len(faces) == 2
    for middle in middles:
        x, y = np.array(middle) / (900, 600)
        off = [
            np.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y)
            for box in (face.box for face in faces)
        ]
        assert min(off) < 0.08
    if down and size < 1:  # their boxes share a part of the smaller
        one, other = (face.box for face in faces)
        wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
        high = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
        assert wide * high > 0.2 * min(one.area, other.area)


@pytest.mark.parametrize(
    ("portrait", "turn"), [("hopper", 90), ("hopper", 270), ("astronaut", 45), ("astronaut", 135)]
)
def test_a_lone_face_of_sixty_pixels_in_24_megapixels_whichever_way_up(
    portrait, turn, detector, field, request
):
    photo = field.copy()
    # Where the heads are in the portraits, and how wide their faces: 60 pixels in the photo.
    box, width = {"hopper": ((120, 60, 410, 350), 173), "astronaut": ((120, 0, 340, 220), 83)}[
        portrait
    ]
    head = Image.fromarray(request.getfixturevalue(portrait)).crop(box)
    head = head.resize([round(head.width * 60 / width)] * 2)
    mask = Image.new("L", head.size, 255).rotate(turn, expand=True)
    photo.paste(head.rotate(turn, Image.Resampling.BICUBIC, expand=True), (3600, 900), mask)
    (face,) = detector.detect(np.asarray(photo.reduce(2)))
    middle = 3600 + mask.width / 2, 900 + mask.height / 2
    assert abs((face.box.x + face.box.width / 2) * 6000 - middle[0]) < 30
    assert abs((face.box.y + face.box.height / 2) * 4000 - middle[1]) < 30
    off = (turns([face], (6000, 4000))[0] + turn + 180) % 360 - 180
    assert abs(off) < 30


@pytest.mark.parametrize("place", [(100, 90), (5700, 3800), (3000, 2500)])
def test_a_face_of_sixty_pixels_in_24_megapixels(place, detector, field, astronaut):
    photo = field.copy()
    # The face is 85 pixels wide in the portrait of 512.
    portrait = Image.fromarray(astronaut[:220, 120:340])
    side = round(220 * 60 / 85)
    photo.paste(portrait.resize((side, side), Image.Resampling.LANCZOS), place)
    halved = np.asarray(photo.reduce(2))  # as jobs.analyse decodes it
    faces = detector.detect(halved)
    middle = [((face.box.x + face.box.width / 2) * 6000) for face in faces]
    assert any(place[0] < x < place[0] + side for x in middle)
    assert len(faces) <= 2
