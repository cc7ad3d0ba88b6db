from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facegallery.domain.query import nodes
from facegallery.domain.query.parse import parse
from facegallery.domain.query.tokens import KEYS

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


TODAY = date(2026, 11, 22)
ONLY = nodes.Only(((1,), (2,)), named=False)
OBAMA, BIDEN, BUSH = nodes.Shows((1,)), nodes.Shows((2,)), nodes.Shows((3, 4))


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("obama biden", nodes.And((OBAMA, BIDEN))),
        ("obama and biden", nodes.And((OBAMA, BIDEN))),
        ("obama or biden", nodes.Or((OBAMA, BIDEN))),
        ("obama biden or bush", nodes.Or((nodes.And((OBAMA, BIDEN)), BUSH))),
        ("obama (biden or bush)", nodes.And((OBAMA, nodes.Or((BIDEN, BUSH))))),
        ("obama -bush", nodes.And((OBAMA, nodes.Not(BUSH)))),
        ('-"joe biden" obama', nodes.And((nodes.Not(BIDEN), OBAMA))),
        ("-(obama or biden)", nodes.Not(nodes.Or((OBAMA, BIDEN)))),
        ("((obama))", OBAMA),
        ("only: obama joe biden", ONLY),
        ("only: obama and biden -bush", nodes.And((ONLY, nodes.Not(BUSH)))),
        ("only-named: obama", nodes.Only(((1,),), named=True)),
        ("ONLY: nobody", nodes.NOTHING),
        ("with: obama", OBAMA),
        ("confirmed: obama or biden", nodes.Or((nodes.Shows((1,), confirmed=True), BIDEN))),
        ("people: 2", nodes.Count("people", 2, 2)),
        ("people:>=5", nodes.Count("people", 5, None)),
        ("people: < 3", nodes.Count("people", 0, 2)),
        ("faces: 0", nodes.Count("faces", 0, 0)),
        ("faces: 2..4 obama", nodes.And((nodes.Count("faces", 2, 4), OBAMA))),
        ("unnamed: yes", nodes.Count("unnamed", 1, None)),
        ("-unnamed: no", nodes.Not(nodes.Count("unnamed", 0, 0))),
        ("date: 2015 obama", nodes.And((nodes.Dates("2015-01-01", "2016-01-01"), OBAMA))),
        ("obama summer 2015", nodes.And((OBAMA, nodes.Dates("2015-06-01", "2015-09-01")))),
        ('date: "june 2015"', nodes.Dates("2015-06-01", "2015-07-01")),
        ("last christmas", nodes.Dates("2025-12-24", "2025-12-27")),
        ("age: barack obama 3..5", nodes.Age((1,), 3, 5)),
        ('age: "obama" >=18', nodes.Age((1,), 18, None)),
        ('folder: "Été 50%"', nodes.Folder("ete 50%")),
        ("(name: IMG(1).JPG)", nodes.FileName("img(1).jpg")),
        ("name: -x", nodes.FileName("-x")),
        ("camera: Canon", nodes.Camera("canon")),
        ("type: .HEIC", nodes.Type(("HEIF", "HEIC"))),
        ("near: 48.85,2.35 10km", nodes.Near(48.85, 2.35, 10.0)),
        ("near: -33.8, -151 500 m", nodes.Near(-33.8, -151.0, 0.5)),
        ("favorite: yes", nodes.Favourite(wanted=True)),
        ("rating: >=4", nodes.Rating(4, None)),
        ("together: obama biden within 3h", nodes.Together(((1,), (2,)), 10_800)),
        ("together: obama biden within 2 days", nodes.Together(((1,), (2,)), 172_800)),
        ("like: 12", nodes.Like("12")),
        ('like: "/Ä b/C.jpg"', nodes.Like("/Ä b/C.jpg")),
    ],
)  # fmt: skip
def test_the_language(text, node):
    query = parse(text, NAMES, TODAY)
    assert query.node == node
    assert not query.mistakes


@pytest.mark.parametrize(
    ("text", "wrong", "valid"),
    [
        ("obama date: 2015-13", "date: 2015-13", "summer 2015"),
        ("people: many obama", "people: many", "people: >=5"),
        ("near: 99,0 1km", "near: 99,0 1km", "48.85,2.35 10km"),
        ("type: xcf", "type: xcf", "jpeg"),
        ("unnamed: maybe", "unnamed: maybe", "yes or no"),
        ("only:", "only:", "obama biden"),
        ("age: obama", "age: obama", "3..5"),
        ("together: obama", "together: obama", "within 3h"),
        ("dat: 2015", "dat: 2015", "date:"),
        ("zzz: 2015", "zzz: 2015", "only-named"),
        ('name: ""', 'name: ""', "in quotes"),
    ],
)
def test_a_mistake_is_told_where_it_is_with_what_is_valid(text, wrong, valid):
    query = parse(text, NAMES, TODAY)
    (mistake,) = query.mistakes
    assert text[mistake.start : mistake.end] == wrong
    assert valid in mistake.sentence
    assert mistake.grave


@pytest.mark.parametrize("text", ["(obama", "obama)", "obama -)", "(((obama"])
def test_an_odd_mark_is_told_and_does_no_harm(text):
    query = parse(text, NAMES)
    assert query.mistakes
    assert OBAMA in (query.node, *getattr(query.node, "parts", ()))
    assert all(not mistake.grave for mistake in query.mistakes)


def test_pieces_are_the_parts_of_the_text_with_their_people():
    text = '-obama (joe biden or date: summer 2015) "ann"'
    query = parse(text, NAMES)
    pieces = [(text[piece.start : piece.end], piece.kind, piece.people) for piece in query.pieces]
    assert pieces == [
        ("-obama", "name", (1,)),
        ("(", "mark", ()),
        ("joe biden", "name", (2,)),
        ("or", "mark", ()),
        ("date: summer 2015", "value", ()),
        (")", "mark", ()),
        ('"ann"', "name", (5, 8)),
    ]


marks = st.sampled_from(
    [*(f"{key}:" for key in KEYS), "(", ")", "-", '"', "or", "and", "obama", "2015", "%", "..",
     ">=", "within", "3h", "48.85,2.35", "10km", "last", "summer", "😀", "محمد", "\0", "\ud800",
     "'", ";"]
)  # fmt: skip


@given(st.lists(marks, max_size=30), st.sampled_from(["", " "]))
def test_any_row_of_marks_is_a_query(parts, between):
    query = parse(between.join(parts), NAMES, TODAY)
    assert all(0 <= m.start < m.end <= len(query.text) for m in query.mistakes)
    places = [(piece.start, piece.end) for piece in query.pieces]
    assert places == sorted(places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))


@pytest.mark.parametrize(
    "text",
    [
        "(" * 10_000,
        "(obama" * 1_600,
        "-(" * 5_000,
        "(obama or (biden " * 600,
        "x" * 10_000,
        "ann " * 2_500,
        " or ".join(["bush"] * 1_500),
        "only: " * 1_600,
        '"' * 10_000,
        "%" * 10_000,
        "date:" * 2_000,
    ],
)
def test_long_text_is_a_query(text):
    assert parse(text, NAMES, TODAY).text == text


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("anna oder ben", "anna or ben"),
        ("anna und ben -ordner: italien", "anna and ben -folder: italien"),
        ("nur: anna ben", "only: anna ben"),
        ("zusammen: anna ben innerhalb 2 Stunden", "together: anna ben within 2h"),
        ("zusammen: anna ben innerhalb 3 tagen", "together: anna ben within 3 days"),
        ("favorit: ja unbenannt: nein", "favourite: yes unnamed: no"),
        ("Alter: anna 3..5 bewertung: >=4", "age: anna 3..5 rating: >=4"),
        ("ähnlich: 12", "like: 12"),
        ("anna sommer 2015", "anna summer 2015"),
        ("datum: märz 2015", "date: march 2015"),
        ("30. juni 2015", "30 june 2015"),
        ("letzte weihnachten", "last christmas"),
        ("letzte 3 wochen", "last 3 weeks"),
        ("gestern", "yesterday"),
    ],
)
def test_german_words_mean_what_the_english_ones_do(german, english):
    names = ((1, "Anna"), (2, "Ben"))
    assert parse(german, names).node == parse(english, names).node != nodes.NOTHING
    assert parse(german, names).mistakes == ()
