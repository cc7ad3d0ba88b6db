import json

import pytest

from facegallery.actions.people import Name, Who
from facegallery.actions.perform import perform
from facegallery.catalog import groups
from facegallery.catalog.library import Library
from facegallery.cli.main import run as run_command
from tests.made import add_faces_of, add_photo, detected, person_vector


@pytest.fixture
def told(library: Library, capsys):
    """Ann (p1) and Ben (p2), together in one photo; a function that runs a command with --json."""
    with library.open() as db:
        made = {number: add_faces_of(db, number, 3) for number in (1, 2)}
        both = [detected(0.1, person_vector(1)), detected(0.5, person_vector(2))]
        add_photo(db, "both.jpg", both)
        groups.save_all(db, {1: [*made[1], 7], 2: [*made[2], 8]})
        perform(db, Name(Who("group", 1), "Ann"))
        perform(db, Name(Who("group", 2), "Ben"))

    def run(*words: str):
        assert run_command(["--library", str(library.folder), *words, "--json"]) == 0
        out, err = capsys.readouterr()
        return json.loads(out), err

    return run


def test_a_merge_warns_of_photos_with_both_and_is_listed_and_taken_apart(told):
    _, warning = told("merge", "p1", "p2", "--name", "Anna", "--cover", "5")
    assert "They appear together in a photo." in warning
    (merge,), _ = told("merges", "p1")
    assert merge["who"] == "p2"
    assert (merge["name"], merge["faces"], merge["into"]) == ("Ben", 4, "p1")
    (card,), _ = told("people")
    assert (card["name"], card["faces"]) == ("Anna", 8)
    told("unmerge", str(merge["merge"]))
    cards, _ = told("people")
    assert {(card["name"], card["faces"]) for card in cards} == {("Ann", 4), ("Ben", 4)}
    assert told("merges")[0] == []


def test_details_facts_and_questions(told):
    told("set", "p1", "--birth-date", "1984", "--also-called", "Annie", "--favourite")
    told("different", "p1", "p2")
    told("same-in-photo", "7")
    cards, _ = told("people")
    ann = next(card for card in cards if card["name"] == "Ann")
    assert (ann["birth_date"], ann["other_names"], ann["favourite"]) == ("1984", ["Annie"], True)
    assert told("review")[0] == []


def test_a_part_is_taken_out_and_named(told):
    told("split", "p1", "--part", "7", "1", "--name", "Zoe")
    cards, _ = told("people")
    assert {(card["name"], card["faces"]) for card in cards} == {("Ann", 2), ("Zoe", 2), ("Ben", 4)}
