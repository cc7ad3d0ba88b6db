import pytest

from facegallery.domain.progress import Cancelled, CancelToken
from facegallery.jobs.growth import plot_growth
from facegallery.jobs.measure_made import measure_made, sizes_up_to


def test_made_faces_are_grouped_with_dbscan_beside(tmp_path):
    said = []
    (result,) = measure_made([1_000], report=said.append)
    figures = result.to_json()
    assert figures["faces"] == figures["dbscan"]["faces"] == 1_000
    assert figures["pairwise"]["f"] > 0.99
    assert figures["pairwise"]["f"] > figures["dbscan"]["pairwise"]["f"]
    assert figures["neighbours_recall"] == 1.0
    assert 20 < figures["megabytes"] < 1_000
    assert figures["seconds"] > 0
    assert figures["added"]["faces"] == 100
    assert figures["added"]["same"] >= 0.9
    assert len(said) == 3
    plot_growth([result], tmp_path / "growth.png")
    assert (tmp_path / "growth.png").stat().st_size > 10_000


def test_growth_is_shown_by_doubling():
    assert sizes_up_to(10_000) == [1_250, 2_500, 5_000, 10_000]
    assert sizes_up_to(1_500) == [1_500]
    assert sizes_up_to(1_000_000)[-4:] == [31_250, 62_500, 250_000, 1_000_000]


def test_it_can_be_cancelled():
    cancel = CancelToken()
    cancel.set()
    with pytest.raises(Cancelled):
        measure_made([1_000], cancel=cancel)
