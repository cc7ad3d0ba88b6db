"""How strict grouping is, as the user wants it."""

from dataclasses import dataclass

from facegallery.catalog import properties
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NotPossible

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
            raise NotPossible(f"How strict grouping is goes from -{MOST} to {MOST}.")
        properties.set_value(db, properties.STRICTNESS, str(self.strictness))
        if self.strictness == 0:
            return "Grouping is as strict as usual"
        return f"Grouping is {'more' if self.strictness > 0 else 'less'} strict"
