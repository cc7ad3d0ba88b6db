import pytest

from facegallery.domain.errors import PairsFileInvalid, PairsPictureMissing
from facegallery.evaluate.pairs import Pair, find_picture, parse_pairs

TWO_FOLDS = """2\t2
Ann\t1\t2
Ben\t1\t3
Ann\t1\tBen\t1
Ann\t2\tCem\t1
Cem\t1\t2
Dee\t4\t2
Dee\t1\tEve\t1
Dee\t2\tEve\t10
"""


def test_folds_hold_same_pairs_then_different_ones():
    pairs = parse_pairs(TWO_FOLDS, "pairs.txt")
    assert pairs[0] == Pair(("Ann", 1), ("Ann", 2), 0)
    assert pairs[7] == Pair(("Dee", 2), ("Eve", 10), 1)
    assert [pair.same for pair in pairs] == [True, True, False, False] * 2
    assert [pair.fold for pair in pairs] == [0] * 4 + [1] * 4


def test_one_count_makes_ten_folds_of_both_halves():
    lines = [f"Ann {n} {n + 1}" for n in range(20)] + [f"Ann {n} Ben {n}" for n in range(20)]
    pairs = parse_pairs("\n".join(["20", *lines]), "pairs.txt")
    assert [pair.same for pair in pairs] == [True] * 20 + [False] * 20
    for fold in range(10):
        assert sorted(pair.same for pair in pairs if pair.fold == fold) == [False] * 2 + [True] * 2


def test_names_may_have_blanks_where_fields_are_separated_by_tabs():
    pairs = parse_pairs("2\nAnn Lee\t1\t2\nBo\t1\t2\nAnn Lee\t1\tBo\t2\nBo\t1\tAnn Lee\t2", "x")
    assert pairs[2] == Pair(("Ann Lee", 1), ("Bo", 2), 0)


def test_blank_lines_and_windows_line_ends_do_not_matter():
    from_windows = "\ufeff" + TWO_FOLDS.replace("\n", "\r\n\r\n")
    assert parse_pairs(from_windows, "x") == parse_pairs(TWO_FOLDS, "x")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it is empty"),
        ("Ann\t1\t2", "its first line is neither"),
        ("10 300 5", "its first line is neither"),
        ("0", "its first line is neither"),
        ("-3", "its first line is neither"),
        ("1\nA 1 2\nA 1 B 1", "two folds or more"),
        ("1 1\nA 1 2\nA 1 B 1", "two folds or more"),
        (TWO_FOLDS + "Ann\t1\tBen\t1", "promises 8 pairs, and 9 follow"),
        (TWO_FOLDS.replace("Cem\t1\t2", "Cem\t1\tAnn\t2"), "line 6 should hold a same pair"),
        (TWO_FOLDS.replace("Dee\t1\tEve\t1", "Dee\t1\t2"), "line 8 should hold a pair of diff"),
        (TWO_FOLDS.replace("Cem\t1\t2", "Cem\tone\t2"), "line 6 is neither"),
        (TWO_FOLDS.replace("Cem\t1\t2", "Cem\t1"), "line 6 is neither"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text, why):
    with pytest.raises(PairsFileInvalid, match=why) as error:
        parse_pairs(text, "my pairs.txt")
    assert "my pairs.txt" in str(error.value)


def test_the_list_of_the_development_half_is_read(shared):
    pairs = parse_pairs((shared / "lfw" / "pairs.txt").read_text(), "pairs.txt")
    assert [sum(pair.same for pair in pairs), len(pairs)] == [1100, 2200]
    for pair in pairs:
        find_picture(shared / "lfw" / "images", *pair.first)


def test_pictures_are_found_by_person_and_number(tmp_path):
    (tmp_path / "Ann").mkdir()
    (tmp_path / "Ann" / "Ann_0012.png").touch()
    assert find_picture(tmp_path, "Ann", 12) == tmp_path / "Ann" / "Ann_0012.png"
    with pytest.raises(PairsPictureMissing, match=r"Ann/Ann_0013\.jpg"):
        find_picture(tmp_path, "Ann", 13)
