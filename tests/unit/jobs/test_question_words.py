"""What a question says of its chances, in words that a user can take in."""

import pytest

from facegallery.domain.person import PersonOrGroup
from facegallery.jobs.question_words import why_same

GROUP = PersonOrGroup(kind="group", number=1, name=None, faces=4, photos=4, hidden=False)


@pytest.mark.parametrize(
    ("chance", "words"),
    [(0.6, "Of such pairs about 6 in 10 are one person."), (0.02, "fewer than 1 in 10 are")],
)
def test_how_often_such_pairs_are_one_person_is_told(chance, words):
    assert words in why_same(GROUP, 0.3, chance, 0.4)
