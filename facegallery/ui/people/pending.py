"""What the user has said of people and groups, and the catalog does not tell of yet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from facegallery.domain.person import PersonOrGroup


@dataclass(slots=True)
class _Said:
    """name: given to a group. gone: merged into another. hidden: what it shall be.

    version: Session.version in which it is written; None while it is being written.
    """

    name: str = ""
    gone: bool = False
    hidden: bool | None = None
    version: int | None = None


class Pending:
    """Shows what was said at once, until cards that are new enough show it themselves.

    Cards are known by their ids, "p12" or "g34".
    """

    def __init__(self) -> None:
        self._said: dict[str, _Said] = {}

    def name(self, key: str, name: str) -> None:
        """Note a name given to a group."""
        self._said[key] = _Said(name=name)

    def merge(self, keys: Iterable[str]) -> None:
        """Note that these have become somebody else's."""
        self._said.update({key: _Said(gone=True) for key in keys})

    def hide(self, keys: Iterable[str], *, hidden: bool) -> None:
        """Note that these were hidden, or shown again."""
        self._said.update({key: _Said(hidden=hidden) for key in keys})

    def written(self, keys: Iterable[str], version: int) -> None:
        """Note that what was said of these is in the catalog from this version on."""
        for key in keys:
            if key in self._said:
                self._said[key].version = version

    def forget(self, key: str) -> None:
        """Take back what was said of one."""
        self._said.pop(key, None)

    def forget_all(self) -> bool:
        """Take everything back: it could not be written. Tell whether there was anything."""
        had = bool(self._said)
        self._said.clear()
        return had

    def settle(self, version: int) -> bool:
        """Forget what cards of this version show themselves; tell whether there was anything."""
        shown = [
            key
            for key, said in self._said.items()
            if said.version is not None and said.version <= version
        ]
        for key in shown:
            del self._said[key]
        return bool(shown)

    def names(self) -> dict[str, str]:
        """Return the names given, by id."""
        return {key: said.name for key, said in self._said.items() if said.name}

    def applied_to(self, cards: Sequence[PersonOrGroup]) -> Sequence[PersonOrGroup]:
        """Return the cards as they will be. Those that nothing was said of are the same objects."""
        if not any(said.gone or said.hidden is not None for said in self._said.values()):
            return cards
        found = []
        for card in cards:
            said = self._said.get(card.id)
            if said is None or said.name:
                found.append(card)
            elif not said.gone:
                found.append(replace(card, hidden=bool(said.hidden)))
        return found
