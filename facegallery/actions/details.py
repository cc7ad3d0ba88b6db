"""What a user tells of a person: birth date, notes, other names, favourite."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from facegallery.actions.people import Who, clean_name
from facegallery.catalog import people
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NotPossible
from facegallery.domain.words import listed, sentence

EARLIEST_BIRTH = 1700  # photography began in the 1820s
LONGEST_NOTES = 20_000  # characters


@dataclass(frozen=True, slots=True)
class Describe:
    """Tell something of a person; what is None stays as it is, and "" or () forgets it.

    birth_date: an ISO date, or the year alone. other_names: what they are called too.
    """

    person_id: int
    birth_date: str | None = None
    notes: str | None = None
    other_names: tuple[str, ...] | None = None
    favourite: bool | None = None

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        name = Who("person", self.person_id).card(db).name
        said = [
            words
            for words in (
                self._birth_date(db),
                self._notes(db),
                self._other_names(db),
                self._favourite(db),
            )
            if words
        ]
        if not said:
            raise NotPossible(sentence("Nothing was said of the person."))
        return sentence("{0}: {1}", name, listed(said))

    def _birth_date(self, db: Catalog) -> str:
        if self.birth_date is None:
            return ""
        wanted = clean_birth_date(self.birth_date) if self.birth_date.strip() else None
        people.set_birth_date(db, self.person_id, wanted)
        return sentence("born {0}", wanted) if wanted else sentence("no birth date")

    def _notes(self, db: Catalog) -> str:
        if self.notes is None:
            return ""
        if len(self.notes) > LONGEST_NOTES:
            raise NotPossible(
                sentence("Notes can have {0} characters at most.", f"{LONGEST_NOTES:,}")
            )
        people.set_notes(db, self.person_id, self.notes.strip())
        return sentence("new notes") if self.notes.strip() else sentence("no notes")

    def _other_names(self, db: Catalog) -> str:
        if self.other_names is None:
            return ""
        names = tuple(dict.fromkeys(map(clean_name, self.other_names)))
        people.set_other_names(db, self.person_id, names)
        if not names:
            return sentence("no other names")
        return sentence("also called {0}", ", ".join(names))

    def _favourite(self, db: Catalog) -> str:
        if self.favourite is None:
            return ""
        people.set_favourite(db, self.person_id, favourite=self.favourite)
        return sentence("a favourite") if self.favourite else sentence("no favourite")


def clean_birth_date(text: str) -> str:
    """Return a birth date as it is kept, 1984 or 1984-05-03; raise NotPossible for another text."""
    wanted = text.strip()
    try:
        if not re.fullmatch(r"\d{4}(-\d{2}-\d{2})?", wanted, re.ASCII):
            raise ValueError(wanted)
        born = date.fromisoformat(wanted if len(wanted) > len("1984") else f"{wanted}-01-01")
    except ValueError as error:
        raise NotPossible(
            sentence(
                "{0} is not a birth date. Write it as 1984-05-03, or the year alone as 1984.",
                text,
            )
        ) from error
    if born.year < EARLIEST_BIRTH or born > datetime.now(UTC).date():
        raise NotPossible(sentence("{0} cannot be the birth date of somebody in a photo.", text))
    return wanted
