"""What is said of a face agrees with what was suggested, and names what stood in the way."""

import numpy as np
import pytest

from facegallery.actions.faces import Reject
from facegallery.actions.people import Name, Who
from facegallery.actions.perform import perform
from facegallery.catalog import assignments, faces, groups, people, properties
from facegallery.catalog.database import transaction
from facegallery.domain.errors import NoSuchFace
from facegallery.jobs.suggest import refresh_suggestions
from facegallery.jobs.why import Obstacle, why
from tests.made import add_faces_of, add_photo, detected, person_vector

RECOGNIZER = "vggface2-resnet50"  # its embeddings are compared as they are, of any length


@pytest.fixture
def db(library):
    with library.open() as connection:
        properties.set_value(connection, "detector", "mtcnn")
        properties.set_value(connection, "recognizer", RECOGNIZER)
        yield connection


def add(db, number, name, count=4):
    """A person with confirmed faces; their id."""
    ids = add_faces_of(db, number, count)
    with transaction(db):
        person_id = people.add(db, name)
        assignments.confirm(db, ids, person_id)
    _as_model(db)
    return person_id


def add_one(db, name, vector, photo=None):
    add_photo(db, name, [detected(vector=vector / np.linalg.norm(vector))])
    _as_model(db)
    return max(row[0] for row in db.execute("select id from faces"))


def _as_model(db):
    with transaction(db):
        db.execute("update embeddings set model = ?", (RECOGNIZER,))


def between(one, other, share):
    return share * person_vector(one) + (1 - share) * person_vector(other)


def test_a_suggested_face_is_nearest_to_its_person(library, db):
    ada, _grace = add(db, 1, "Ada"), add(db, 2, "Grace")
    face_id = add_one(db, "new.jpg", person_vector(1, seed=99))
    refresh_suggestions(library)
    answer = why(library, face_id)
    assert (answer.face.state, answer.face.person_id) == ("suggested", ada)
    assert answer.people[0].name == "Ada"
    assert answer.people[0].obstacle is None
    assert answer.people[0].distance < answer.line < answer.people[1].distance
    assert answer.people[1].obstacle == Obstacle.TOO_FAR
    assert [near.face.person_name for near in answer.faces[:4]] == ["Ada"] * 4
    distances = [near.distance for near in answer.faces]
    assert distances == sorted(distances)


def test_a_no_is_the_first_thing_said(library, db):
    ada = add(db, 1, "Ada")
    face_id = add_one(db, "new.jpg", person_vector(1, seed=99))
    perform(db, Reject((face_id,), ada))
    refresh_suggestions(library)
    answer = why(library, face_id)
    assert answer.face.state is None
    assert answer.people[0].obstacle == Obstacle.REJECTED


def test_a_face_like_a_rejected_one_is_not_suggested(library, db):
    ada = add(db, 1, "Ada")
    odd = person_vector(1) + 0.8 * person_vector(7)
    refused = add_one(db, "no.jpg", odd)
    like_it = add_one(db, "like it.jpg", odd + 0.01 * person_vector(8))
    perform(db, Reject((refused,), ada))
    refresh_suggestions(library)
    answer = why(library, like_it)
    assert answer.face.state is None
    assert answer.people[0].obstacle == Obstacle.LIKE_REJECTED


def test_a_person_is_once_in_a_photo(library, db):
    ada = add(db, 1, "Ada")
    vectors = [person_vector(1, seed=seed) for seed in (50, 51)]
    found = [detected(x, vector) for x, vector in zip((0.1, 0.6), vectors, strict=True)]
    photo_id = add_photo(db, "twice.jpg", found)
    _as_model(db)
    first, second = (face.id for face in faces.of_photo(db, photo_id))
    refresh_suggestions(library)
    states = {face.id: face.state for face in faces.of_photo(db, photo_id)}
    other = first if states[first] is None else second
    assert why(library, other).people[0].obstacle == Obstacle.OTHER_FACE
    with transaction(db):
        assignments.confirm(db, [second if other == first else first], ada)
    assert why(library, other).people[0].obstacle == Obstacle.IN_PHOTO


def test_two_people_equally_near_are_not_clear(library, db):
    add(db, 1, "Ada")
    add(db, 2, "Grace")
    face_id = add_one(db, "both.jpg", between(1, 2, 0.5))
    refresh_suggestions(library)
    answer = why(library, face_id)
    assert answer.face.state is None
    assert {near.obstacle for near in answer.people} == {
        Obstacle.NOT_CLEAR,
        Obstacle.OTHER_NEARER,
    }


def test_a_group_is_judged_together_and_apart_from_who_is_in_its_photos(library, db):
    ada = add(db, 1, "Ada")
    ids = add_faces_of(db, 1, 3, first=20)
    _as_model(db)
    with transaction(db):
        groups.save_all(db, {1: ids})
    answer = why(library, ids[0])
    assert answer.judged == 3
    assert answer.people[0].obstacle is None
    photo_id = faces.by_id(db, ids[1]).photo_id
    beside = [detected(0.1, person_vector(1, seed=21)), detected(0.6, person_vector(1, seed=60))]
    with transaction(db):
        faces.replace(db, photo_id, beside, RECOGNIZER, same_content=True)
        assignments.confirm(db, [faces.of_photo(db, photo_id)[1].id], ada)
    assert why(library, ids[0]).people[0].obstacle == Obstacle.GROUP_APART


def test_a_confirmed_face_is_not_compared_with_itself(library, db):
    add(db, 1, "Ada")
    face = faces.of_person(db, 1)[0]
    answer = why(library, face.id)
    assert face.id not in {near.face.id for near in answer.faces}
    assert len(answer.faces) == 3
    assert answer.people[0].obstacle is None


def test_nobody_named_and_a_face_without_an_embedding(library, db):
    (face_id,) = add_faces_of(db, 1, 1)
    assert why(library, face_id).compared is False
    _as_model(db)
    answer = why(library, face_id)
    assert (answer.compared, answer.people, answer.faces) == (True, (), ())


def test_poor_quality_is_told_and_a_name_takes_a_group_whole(library, db):
    ids = add_faces_of(db, 1, 2)
    _as_model(db)
    with transaction(db):
        groups.save_all(db, {1: ids})
        db.execute("update faces set quality = 0.05 where id = ?", (ids[0],))
    assert why(library, ids[0]).low_quality
    assert not why(library, ids[1]).low_quality
    perform(db, Name(Who("group", 1), "Ada", new=True))
    assert why(library, ids[0]).judged == 1


def test_a_face_that_is_not_there(library):
    library.prepare()
    with pytest.raises(NoSuchFace):
        why(library, 77)


def test_who_was_not_born_yet_is_said(library, db):
    ada = add(db, 1, "Ada")
    face_id = add_one(db, "new.jpg", person_vector(1, seed=99))
    people.set_birth_date(db, ada, "2019")
    db.conn.commit()
    assert refresh_suggestions(library) == 0
    assert why(library, face_id).people[0].obstacle == Obstacle.UNBORN


def test_what_rejections_have_taught_is_said(library, db):
    ada = add(db, 1, "Ada")
    brother = add_one(db, "a.jpg", 0.8 * person_vector(1) + 0.6 * person_vector(9))
    other = add_one(db, "b.jpg", 0.68 * person_vector(1) + 0.73 * person_vector(8))
    assert refresh_suggestions(library) == 2
    perform(db, Reject((brother,), ada))
    refresh_suggestions(library)
    answer = why(library, other)
    assert answer.face.state is None
    assert answer.people[0].obstacle == Obstacle.LEARNED
