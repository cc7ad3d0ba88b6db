import numpy as np
import pytest

from facegallery.catalog import assignments, embeddings, faces, files, folders, groups, people
from facegallery.domain.face import Box, DetectedFace
from facegallery.domain.person import Suggestion
from tests.made import add_faces_of, add_photo, detected, person_vector


def at(x, quality=0.8):
    return DetectedFace(Box(x, 0.2, 0.15, 0.2), np.zeros((5, 2), np.float32), 0.99, quality)


@pytest.fixture
def photo(catalog):
    return add_photo(catalog, "three.jpg", [at(0.1), at(0.4), at(0.7)])


def ids(catalog, photo):
    return [face.id for face in faces.of_photo(catalog, photo)]


def test_faces_come_back_as_they_were_found_from_left_to_right(catalog, photo):
    found = faces.of_photo(catalog, photo)
    assert [face.box.x for face in found] == pytest.approx([0.1, 0.4, 0.7])
    assert found[0].path == "/photos/three.jpg"
    assert (found[0].is_face, found[0].hidden, found[0].state) == (True, False, None)


def test_a_face_found_again_keeps_its_id_and_a_new_one_gets_a_new_one(catalog, photo):
    before = ids(catalog, photo)
    faces.replace(catalog, photo, [at(0.11), at(0.72), at(0.55)], "sface", same_content=True)
    after = ids(catalog, photo)
    assert (after[0], after[2]) == (before[0], before[2])
    assert after[1] not in before


def test_each_old_face_goes_to_the_box_that_covers_it_best(catalog):
    photo = add_photo(catalog, "two.jpg", [at(0.10), at(0.16)])
    first, second = ids(catalog, photo)
    faces.replace(catalog, photo, [at(0.15), at(0.09)], "sface", same_content=True)
    assert {face.id: round(face.box.x, 2) for face in faces.of_photo(catalog, photo)} == {
        first: 0.09,
        second: 0.15,
    }


def test_a_decided_face_outlives_a_detector_that_misses_it_and_an_edit(catalog, photo):
    named, marked, plain = ids(catalog, photo)
    assignments.confirm(catalog, [named], people.add(catalog, "Ann"))
    faces.mark(catalog, [marked], "is_face", value=False)
    faces.replace(catalog, photo, [], "yunet", same_content=True)
    assert ids(catalog, photo) == [named]
    assert [face.id for face in faces.not_faces(catalog)] == [marked]
    assert faces.by_id(catalog, plain) is None
    faces.replace(catalog, photo, [], "yunet", same_content=False)
    assert ids(catalog, photo) == [named]
    assert [face.id for face in faces.not_faces(catalog)] == [marked]


def test_embeddings_of_two_models_are_never_mixed(catalog):
    add_faces_of(catalog, 1, 2)
    photo = add_photo(catalog, "other.jpg", [])
    other = detected(vector=person_vector(3))
    faces.replace(catalog, photo, [other], "vggface2-resnet50", same_content=True)
    assert embeddings.of_model(catalog, "sface").vectors.shape == (2, 16)
    assert embeddings.of_model(catalog, "vggface2-resnet50").face_ids.tolist() == [3]
    assert len(embeddings.of_model(catalog, "none").face_ids) == 0


def test_embeddings_come_with_the_confirmed_person_and_without_what_is_no_face(catalog):
    first, second, third = add_faces_of(catalog, 1, 3)
    person = people.add(catalog, "Ann")
    assignments.confirm(catalog, [second], person)
    assignments.reject(catalog, [first], person)
    faces.mark(catalog, [third], "is_face", value=False)
    known = embeddings.of_model(catalog, "sface")
    assert known.face_ids.tolist() == [first, second]
    assert known.person_ids.tolist() == [-1, person]
    assert known.vectors[0] == pytest.approx(person_vector(1, seed=0))


def test_the_likeliest_of_several_suggestions_counts(catalog):
    (face,) = add_faces_of(catalog, 1, 1)
    ann, ben = people.add(catalog, "Ann"), people.add(catalog, "Ben")
    made = [Suggestion(face, ann, 0.5), Suggestion(face, ben, 0.6)]
    assignments.replace_suggestions(catalog, made)
    assert faces.by_id(catalog, face).person_name == "Ben"
    assert faces.of_person(catalog, ann, "suggested") == []
    assert [found.id for found in faces.of_person(catalog, ben, "suggested")] == [face]


def test_lone_faces_are_paged_best_first(catalog):
    for number in range(7):
        add_photo(catalog, f"{number}.jpg", [at(0.1, quality=0.1 * (number % 4))])
    groups.save_all(catalog, {1: [1, 2]})
    assignments.confirm(catalog, [3], people.add(catalog, "Ann"))
    everything = [face.id for face in faces.without_group(catalog)]
    assert everything == [4, 7, 6, 5]
    last, paged = None, []
    while page := faces.without_group(catalog, last, limit=1):
        last = page[-1]
        paged.append(last.id)
    assert paged == everything


def test_faces_of_a_removed_folder_are_not_shown_and_come_back_with_it(catalog):
    made = add_faces_of(catalog, 1, 2)
    assignments.confirm(catalog, made, people.add(catalog, "Ann"))
    known = files.below(catalog, folders.Path("/photos"))
    folders.remove(catalog, 1)
    assert faces.listed(catalog) == []
    add_faces_of(catalog, 1, 2)
    assert [face.person_name for face in faces.listed(catalog)] == ["Ann", "Ann"]
    assert len(known) == 2
