import numpy as np
import pytest

from facegallery.drawing.plots import Chart, Curve, draw_chart

X = np.linspace(0.001, 1, 50)


def has_colour(picture, colour):
    return (np.asarray(picture) == colour).all(axis=2).any()


def test_kin_share_a_colour_and_others_do_not():
    chart = Chart("Title", "x", "y", y_range=(0, 1))
    two_kinds = draw_chart(chart, [Curve("a", X, X), Curve("b", X, 1 - X)])
    one_kind = draw_chart(chart, [Curve("a", X, X, kin="k"), Curve("b", X, 1 - X, kin="k")])
    blue, red = (31, 119, 180), (209, 73, 91)
    assert has_colour(two_kinds, blue)
    assert has_colour(two_kinds, red)
    assert not has_colour(one_kind, red)


def test_the_mark_is_on_its_curve():
    chart = Chart("Title", "false", "true", x_range=(1e-3, 1), x_log=True)
    plain = draw_chart(chart, [Curve("model", X, X)])
    marked = draw_chart(chart, [Curve("model", X, X, mark=(0.03, 0.03), mark_words="here")])
    assert plain.size == marked.size == (1350, 960)
    assert plain.tobytes() != marked.tobytes()


@pytest.mark.parametrize("points", [0, 1])
def test_hardly_any_points_are_no_trouble(points):
    curve = Curve("$model_1", X[:points], X[:points], steps=True)
    assert draw_chart(Chart("T", "x", "y"), [curve]).mode == "RGB"
