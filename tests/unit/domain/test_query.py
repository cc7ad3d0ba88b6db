import pytest
from hypothesis import given
from hypothesis import strategies as st

from facegallery.domain.query import parse

NAMES = [
    (1, "Barack Obama"),
    (2, "Joe Biden"),
    (3, "George W Bush"),
    (4, "Laura Bush"),
    (5, "Ann"),
    (6, "Anna Müller"),
    (7, "George_Clooney"),
    (8, "Ann"),
]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("", ()),
        ("   ", ()),
        ('""', ()),
        ("obama", ((1,),)),
        ("OBAMA biden", ((1,), (2,))),
        ("oba", ((1,),)),
        ("bush", ((3, 4),)),
        ("george w bush", ((3,),)),
        ("george bush", ((3, 7), (3, 4))),
        ('"george w"', ((3,),)),
        ('"george cloo', ((7,),)),
        ("george clooney joe biden", ((7,), (2,))),
        ("ann", ((5, 8),)),
        ("an", ((5, 6, 8),)),
        ("anna muller", ((6,),)),
        ("ANNA MÜLLER", ((6,),)),
        ("nobody", ((),)),
        ("obama nobody", ((1,), ())),
        ("%", ((),)),
        ("'; drop table people; --", ((), (), (), (), ())),
    ],
)
def test_words_name_people(text, people):
    assert parse(text, NAMES).wanted == people


def test_unknown_words_are_told(text="obama zorro"):
    assert parse(text, NAMES).unknown == ("zorro",)


@given(st.text())
def test_any_text_is_a_query(text):
    query = parse(text, NAMES)
    assert all(term.text for term in query.terms)
