import numpy as np
import pytest

from facegallery.actions.faces import Confirm, Reject, TakeOut
from facegallery.actions.people import Merge, Name, Who
from facegallery.actions.perform import perform, undo
from facegallery.catalog import embeddings, face_matrix, groups, likely, properties
from facegallery.catalog.library import Library
from facegallery.jobs import suggest
from facegallery.jobs.regroup import regroup_here
from facegallery.jobs.suggest import refresh_suggestions
from tests.made import add_photo, detected
from tests.unit.grouping.crowd import crowd


@pytest.fixture
def library(tmp_path):
    """Twelve people who look alike in pairs, nine photos of each, and groups of them."""
    made = Library(tmp_path)
    made.prepare()
    vectors, truth = crowd(12, 9, spread=1.1, seed=5, dimensions=128)
    alike = vectors + 0.75 * np.roll(vectors, 0) + 0.5 * vectors[np.argsort(truth // 2 * 99)]
    alike /= np.linalg.norm(alike, axis=1, keepdims=True)
    with made.open() as db:
        properties.set_value(db, "recognizer", "sface")
        for number, vector in enumerate(alike.astype(np.float32)):
            add_photo(db, f"{number}.jpg", [detected(vector=vector)])
    regroup_here(made)
    return made


def all_that_is_suggested(library):
    with library.open(read_only=True) as db:
        rows = db.execute(
            """select face_id, person_id, similarity from assignments
            where state = 'suggested' order by 1, 2"""
        ).fetchall()
        return rows, likely.same(db), likely.mixed(db)


def test_after_each_answer_it_is_as_if_all_were_looked_at_anew(library):
    refresh_suggestions(library)
    chance = np.random.default_rng(2)
    seen = 0
    with library.open() as db:
        for step in range(14):
            sizes = groups.members(db)
            number = int(chance.choice(sorted(sizes)))
            face = min(sizes[number])
            people = [row[0] for row in db.execute("select id from people order by id")]
            somebody = int(chance.choice(people)) if people else 0
            actions = [Name(Who("group", number), f"Person {step}", new=True), TakeOut((face,))]
            if people:
                actions += [Confirm((face,), somebody), Reject((face,), somebody)]
                actions.append(Merge((Who("person", somebody), Who("group", number))))
            perform(db, actions[step % len(actions)])
            if step % 5 == 4:
                undo(db)
            refresh_suggestions(library)
            quick = all_that_is_suggested(library)
            face_matrix.erase(library.folder)
            refresh_suggestions(library)
            assert all_that_is_suggested(library)[:2] == quick[:2]
            seen += len(quick[0]) + len(quick[1])
    assert seen > 20


def test_an_embedding_that_was_replaced_is_looked_at_anew(library):
    with library.open() as db:
        perform(db, Name(Who("group", min(groups.members(db))), "Ann"))
        refresh_suggestions(library)
        face = db.execute("select min(face_id) from group_faces").fetchone()[0]
        hers = db.execute("select min(face_id) from assignments").fetchone()[0]
        embeddings.add(db, face, "sface", embeddings.of_face(db, hers, "sface"))
        db.conn.commit()
        refresh_suggestions(library)
        quick = all_that_is_suggested(library)
    face_matrix.erase(library.folder)
    refresh_suggestions(library)
    assert all_that_is_suggested(library)[:2] == quick[:2]


def test_a_person_who_may_be_two_is_asked_about_at_once(library, monkeypatch):
    looked_at = []
    monkeypatch.setattr(
        suggest, "look_again_for_mixed", lambda _db, _model, who: looked_at.append(who)
    )
    with library.open() as db:
        one, other, *_ = sorted(groups.members(db))
        perform(db, Name(Who("group", one), "Ann"))
        refresh_suggestions(library)
        assert looked_at == [[]]  # nothing was known before: grouping has looked at all
        perform(db, Merge((Who("person", 1), Who("group", other))))
        refresh_suggestions(library)
    assert Who("person", 1) in looked_at[1]


def test_a_mix_of_two_people_is_found(library):
    with library.open() as db:
        refresh_suggestions(library)
        one, other, third, *_ = sorted(groups.members(db))
        perform(db, Name(Who("group", third), "Zoe"))
        refresh_suggestions(library)
        perform(db, Name(Who("group", one), "Ann"))
        perform(db, Merge((Who("person", 2), Who("group", other))))
        assert ("person", 2) not in [(mixed.kind, mixed.number) for mixed in likely.mixed(db)]
        refresh_suggestions(library)
        assert ("person", 2) in [(mixed.kind, mixed.number) for mixed in likely.mixed(db)]
