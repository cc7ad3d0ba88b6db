import numpy as np
import pytest

from facegallery.grouping import likeness
from facegallery.grouping.likeness import Examples, best_mean, likely_people
from tests.unit.grouping.crowd import crowd


def test_the_best_few_count_and_all_where_there_are_fewer():
    similarity = np.array([[0.1, 0.9, 0.5], [0.3, 0.2, 0.1]], np.float32)
    assert best_mean(similarity, 2) == pytest.approx([0.7, 0.25])
    assert best_mean(similarity, 5) == pytest.approx([0.5, 0.2])


def test_of_many_examples_the_clearest_are_kept():
    vectors, _ = crowd(2, 3)
    person, quality = np.array([1, 0, 1, 0, 1, 1]), np.array([0.1, 0.5, 0.9, 0.5, 0.8, 0.2])
    examples = Examples.of(vectors, person, quality, most=2)
    assert examples.starts.tolist() == [0, 2, 4]
    assert (examples.vectors == vectors[[1, 3, 2, 4]]).all()


def test_each_year_has_its_examples_before_any_has_many():
    vectors, _ = crowd(1, 6)
    quality, years = np.array([0.9, 0.8, 0.7, 0.95, 0.2, 0.1]), np.array([20, 20, 20, 20, 3, 3])
    examples = Examples.of(vectors, np.zeros(6, int), quality, 3, years)
    assert examples.rows.tolist() == [3, 4, 0]
    assert examples.only(np.array([0])).rows.tolist() == [3, 4, 0]


@pytest.mark.parametrize("cells", [1, 200, 10**6])
def test_all_likely_people_are_found_and_nobody_else(monkeypatch, cells):
    monkeypatch.setattr(likeness, "BLOCK_CELLS", cells)
    vectors, truth = crowd(8, 6, spread=1.0)
    examples = Examples.of(vectors[:30], truth[:30], np.ones(30), most=4)
    faces = vectors[30:]
    expected = {
        (row, who): value
        for row, face in enumerate(faces)
        for who in range(8)
        if (
            value := np.sort(face @ examples.vectors[slice(*examples.starts[who : who + 2])].T)[
                -3:
            ].mean()
        )
        >= 0.3
    }
    rows, people, found = likely_people(faces, examples, 3, 0.3)
    assert dict(zip(zip(rows.tolist(), people.tolist(), strict=True), found, strict=True)) == (
        pytest.approx(expected, abs=1e-6)
    )
    assert 8 < len(expected) < len(faces) * 8
    assert examples.likeness(faces[rows], people, 3) == pytest.approx(found, abs=1e-6)


def test_nobody_is_likely_where_nothing_is_asked():
    vectors, truth = crowd(2, 2)
    examples = Examples.of(vectors, truth, np.ones(4), most=4)
    assert [len(part) for part in likely_people(vectors[:0], examples, 3, 0.3)] == [0, 0, 0]
