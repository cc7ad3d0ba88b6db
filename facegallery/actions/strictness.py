"""How strict grouping is, as the user wants it."""

from dataclasses import dataclass

from facegallery.catalog import properties
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NotPossible
from facegallery.domain.words import sentence

MOST = 2


@dataclass(frozen=True, slots=True)
class SetStrictness:
    """Group more strictly (up to 2) or less (down to -2); 0 is as usual.

    Only notes it: jobs.strictness.obey_strictness makes the groups anew.
    """

    strictness: int

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        if abs(self.strictness) > MOST:
            raise NotPossible(sentence("How strict grouping is goes from -{0} to {0}.", MOST))
        properties.set_value(db, properties.STRICTNESS, str(self.strictness))
        if self.strictness == 0:
            return sentence("Grouping is as strict as usual")
        if self.strictness > 0:
            return sentence("Grouping is more strict")
        return sentence("Grouping is less strict")
