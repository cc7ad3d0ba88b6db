from facegallery.domain.words import Sentence, counted, listed, sentence


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
