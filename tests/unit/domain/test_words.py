import pickle

from facegallery.domain.words import (
    Sentence,
    counted,
    from_text,
    listed,
    sentence,
    to_text,
)


def test_a_sentence_is_plain_text_and_remembers_its_parts():
    made = sentence("Named {0} {1}", counted(7, "face"), "Ann {0} Lee")
    assert made == "Named 7 faces Ann {0} Lee"
    assert made.template == "Named {0} {1}"
    assert made.parts[0].template == "{0} faces"


def test_it_comes_back_from_what_was_kept():
    made = sentence("{0}: {1}", "Zoë", listed([sentence("born {0}", 1906), "a favourite"]))
    back = Sentence.from_json(made.to_json())
    assert back == made == "Zoë: born 1906, a favourite"
    assert back.parts[1].parts[0].template == "born {0}"


def test_one_and_many():
    assert [counted(number, "photo") for number in (0, 1, 2000)] == [
        "0 photos", "1 photo", "2,000 photos"
    ]  # fmt: skip


def test_a_sentence_crosses_processes_with_what_it_was_made_of():
    said = sentence("{0} has {1}", "a {brace}.jpg", counted(3, "face"))
    again = pickle.loads(pickle.dumps(said))
    assert (again, again.template, again.parts) == (said, said.template, said.parts)


def test_plain_words_and_sentences_are_kept_side_by_side():
    said = sentence("it claims {0} x {1} pixels", 4, 5)
    assert from_text(to_text(said)).parts == ("4", "5")
    assert from_text(to_text("[it] is empty")) == "[it] is empty"
