import numpy as np
import pytest

from facegallery.drawing.explanation import SeenFace, Verdict, draw_explanation


def seen(caption, seed, dimensions, size):
    random = np.random.default_rng(seed)
    vector = random.normal(size=dimensions).astype(np.float32)
    crop = random.integers(0, 256, (size, size, 3), np.uint8)
    return SeenFace(caption, crop, vector / np.linalg.norm(vector))


@pytest.mark.parametrize(("dimensions", "size"), [(128, 112), (2048, 224)])
def test_the_verdict_has_its_colour(dimensions, size):
    one, other = (seen(f"{seed}.jpg", seed, dimensions, size) for seed in (1, 2))
    verdicts = [Verdict(0.3, 0.6, "sface"), Verdict(1.7, 0.6, "sface")]
    same, different = (np.asarray(draw_explanation(one, other, verdict)) for verdict in verdicts)
    assert [verdict.words for verdict in verdicts] == ["the same person", "two different people"]
    for picture, colour in ((same, (46, 147, 60)), (different, (209, 73, 91))):
        title = picture[:150, 900:]
        assert (title == colour).all(axis=2).any()
    assert same.shape == (1500, 1800, 3)


def test_names_that_no_font_knows_or_that_look_like_formulas_are_drawn():
    one, other = seen("人物 $x$.jpg", 1, 16, 20), seen("$$_^{.jpg", 2, 16, 20)
    assert draw_explanation(one, other, Verdict(0.5, 0.5, "sface")).size == (1800, 1500)
