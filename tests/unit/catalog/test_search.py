"""Every operator of the query language, against a slow, plain evaluation of the same query."""

from collections import Counter
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facegallery.catalog import search, search_facts, search_plans
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Library
from facegallery.domain.query import nodes
from facegallery.domain.query.parse import Query
from facegallery.domain.query.tokens import KEYS
from tests.query_evaluation import PEOPLE, made, write


@pytest.fixture(scope="module")
def catalogs(tmp_path_factory):
    """Some random catalogs, each as rows in Python and in a library."""
    opened, contexts = [], []
    for seed in range(4):
        library = Library(tmp_path_factory.mktemp("searched"))
        library.prepare()
        plain = made(seed)
        context = library.open()
        db = context.__enter__()
        contexts.append(context)
        with transaction(db):
            write(db, plain)
        opened.append((db, plain))
    yield opened.__getitem__  # a function: Hypothesis would print the catalogs whole
    for context in contexts:
        context.__exit__(None, None, None)


someone = st.lists(st.sampled_from([*PEOPLE, 99]), max_size=3, unique=True).map(tuple)
entries = st.lists(someone.filter(bool), min_size=1, max_size=3, unique=True).map(tuple)
least = st.integers(0, 4)
most = st.none() | st.integers(0, 5)
days = st.sampled_from(("", "2001-01-01", "2004-02-28", "2009-06-04", "2015-08", "2016-01-01", ":"))
ALIKE = {nodes.Like("1"): range(0, 200, 3), nodes.Like("2"): range(1, 40), nodes.Like("x"): ()}
LEAVES = {
    nodes.Shows: st.builds(nodes.Shows, someone, st.booleans()),
    nodes.Only: st.builds(nodes.Only, entries, st.booleans()),
    nodes.Count: st.builds(
        nodes.Count, st.sampled_from(("people", "faces", "unnamed")), least, most
    ),
    nodes.Dates: st.builds(nodes.Dates, days, days),
    nodes.Age: st.builds(nodes.Age, someone, st.integers(0, 60), st.none() | st.integers(0, 5_000)),
    nodes.Folder: st.builds(
        nodes.Folder,
        st.sampled_from(("2015", "june", "/photos/2015", "2015/june", "ete", "50%", "/", "5/j")),
    ),
    nodes.FileName: st.builds(
        nodes.FileName, st.sampled_from(("img", "cafe%", "x", "_", "'", '"me"', "0001", "%", "zz"))
    ),
    nodes.Camera: st.builds(nodes.Camera, st.sampled_from(("canon", "elan", "n", "%", "leica"))),
    nodes.Type: st.builds(nodes.Type, st.sampled_from((("JPEG",), ("HEIF", "HEIC"), ("RAW",)))),
    nodes.Near: st.builds(
        nodes.Near,
        st.sampled_from((48.85, 48.9, 0.0, 89.8, -33.0)),
        st.sampled_from((2.35, 2.5, -179.9, 180.0, 151.0)),
        st.sampled_from((0.0, 8.0, 15.0, 60.0, 1_500.0, 30_000.0)),
    ),
    nodes.Favourite: st.builds(nodes.Favourite, st.booleans()),
    nodes.Rating: st.builds(nodes.Rating, least, most),
    nodes.Together: st.builds(nodes.Together, entries, st.sampled_from((0, 3_600, 9_000, 86_400))),
    nodes.Like: st.sampled_from(tuple(ALIKE)),
}
trees = st.recursive(
    st.one_of(*LEAVES.values()),
    lambda part: st.one_of(
        st.lists(part, max_size=3).map(nodes.both),
        st.lists(part, max_size=3).map(nodes.either),
        part.map(nodes.without),
    ),
    max_leaves=6,
)


def test_every_operator_is_tried():
    assert {*LEAVES, nodes.And, nodes.Or, nodes.Not} == set(get_args(nodes.Node))


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(node=trees, which=st.integers(0, 3), how=st.integers(0, 2))
def test_the_sql_finds_what_a_plain_evaluation_finds(node, which, how, catalogs):
    db, plain = catalogs(which)
    query = Query("made", node)
    plain.alike = {like.what: set(ids) for like, ids in ALIKE.items()}
    expected = plain.find(node)
    with pytest.MonkeyPatch.context() as patch:
        if how > 0:  # as in a library in which everything is many: nothing is gathered
            patch.setattr(search_plans, "MOST_GATHERED", -1)
            patch.setattr(search_plans, "MOST_OF_ALL", -1)
        if how > 1:  # and where there are many of each kind: all photos are walked
            patch.setattr(search_plans, "MOST_ARMS", 1)
            patch.setattr(search_facts, "MOST_LISTED", -1)
        assert search.photo_ids(db, query, ALIKE) == expected
        assert search.count(db, query, ALIKE).photos == len(expected)
        pages, last = [], None
        while page := search.run(db, query, last, 7, ALIKE):
            pages += page
            last = page[-1]
        assert [photo.id for photo in pages] == expected


HOSTILE = [
    "", " ", '"', "'", "'; drop table photos; --", "100%", "100% anna", "%", "_", "\\", "محمد علي",
    "😀", "name: '", 'name: """', "name: %", "folder: '%", "camera: \"'\"", "name: \ud800x",
    "like: 'x", "name: a*b", "name: AND OR NOT", 'name: "a\" OR b"', "folder: ../..",
    "near: 0,0 0km", "near: 90,180 999999km", "age: obama 0..999999", "rating: 999999",
    "together: obama anna within 99999w",
    "date: 2999..", "only: " + "obama " * 1_500, "obama or " * 1_000 + "biden", "x" * 10_000,
    "(" * 10_000,
    " or ".join(f'"{name}"' for name in PEOPLE.values()) + " -(people: 2 or faces: 3)" * 200,
    "-(obama (biden or " * 500, "-" * 9_999 + "obama", "folder: " + "a/" * 4_000,
    "name: " + "é" * 9_000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_searched_for(text, catalogs):
    db, plain = catalogs(0)
    query = search.query(db, text)
    assert search.photo_ids(db, query) == plain.find(_plain(query.node))
    assert search.count(db, query).photos == len(plain.find(_plain(query.node)))


def _plain(node):
    """Likeness is not of this test: nothing resembles what was not looked for."""
    return nodes.NOTHING if isinstance(node, nodes.Like) else node


signs = st.sampled_from("abo()\"'-%_:;*\\/ \t\n\0😀م\u202eé.,<>=0129") | st.characters()
keys = st.sampled_from([*(f" {key}: " for key in KEYS), " or ", " obama ", " within 3h ", " 2015 "])


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(signs | keys, max_size=25).map("".join))
def test_any_text_finds_photos_or_none(catalogs, text):
    db, _plain_catalog = catalogs(1)
    query = search.query(db, text)
    found = search.photo_ids(db, query, limit=5)
    assert len(found) <= search.count(db, query).photos
    assert [photo.id for photo in search.run(db, query, limit=5)] == found


def test_a_result_is_refined_by_month_and_by_the_people_in_it(catalogs):
    db, plain = catalogs(2)
    query = search.query(db, "faces: >=1")
    found = search.refinement(db, query)
    photos = [photo for photo in plain.photos if photo.id in plain.find(query.node)]
    assert sum(number for _month, number in found.months) == len(photos)
    assert dict(found.months) == Counter(photo.taken_at[:7] for photo in photos)
    expected = Counter(person for photo in photos for person in photo.shown())
    assert dict(found.people) == expected
