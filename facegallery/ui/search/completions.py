"""What a word that is being typed may become: people and keys, in a list below the search field."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facegallery.domain.person import PersonOrGroup
from facegallery.domain.query.tokens import KEYS, OTHER_SPELLINGS
from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets.people_matches import ROW_HEIGHT, MatchList, plain

MOST_SHOWN = 8
_TELLING = 4  # letters of another language's word for a key, until which it is not offered
_EXAMPLES = {
    "only": "obama biden", "only-named": "obama", "with": "obama", "confirmed": "obama",
    "people": "2, >=5", "faces": "0", "unnamed": "yes", "date": "2015, summer 2015, last christmas",
    "age": "obama 3..5", "folder": "italy", "name": "img_1234", "camera": "canon",
    "type": "jpeg, heic, raw", "near": "48.85,2.35 10km", "favourite": "yes", "rating": ">=4",
    "together": "obama biden within 3h", "like": "",
}  # fmt: skip


class PlainNames:
    """The people's names ready to be compared, made once and not for every letter."""

    def __init__(self, cards: Sequence[PersonOrGroup]) -> None:
        self._names = [(f" {plain(card.name or '')}", card) for card in cards if card.name]

    def beginning(self, typed: str) -> list[PersonOrGroup]:
        """Return the people with a word that begins so: whole names first, then by photos."""
        wanted = f" {plain(typed)}"
        found = [(name, card) for name, card in self._names if wanted in name]
        found.sort(key=lambda pair: (not pair[0].startswith(wanted), -pair[1].photos))
        return [card for _name, card in found]

    def has(self, typed: str) -> bool:
        """Tell whether a word of somebody's name begins so."""
        wanted = f" {plain(typed)}"
        return any(wanted in name for name, _card in self._names)


def keys_beginning(typed: str) -> list[PersonOrGroup]:
    """Return the keys that begin so, as rows of the list: their numbers are negative."""
    wanted = typed.lower().lstrip("-(")
    if not wanted:
        return []
    return [
        PersonOrGroup("person", -number, _row(key), 0, 0, hidden=False)
        for number, key in enumerate(KEYS, start=1)
        if key.startswith(wanted)
        or (len(wanted) >= _TELLING and any(w.startswith(wanted) for w in _spellings(key)))
    ]


def _spellings(key: str) -> list[str]:
    return [spelling for spelling, meant in OTHER_SPELLINGS.items() if meant == key]


def key_of(row: PersonOrGroup) -> str | None:
    """Return the key that a row stands for, None for a person's."""
    return KEYS[-row.number - 1] if row.number < 0 else None


def _row(key: str) -> str:
    example = _EXAMPLES[key]
    if key == "like":
        example = QCoreApplication.translate("Completions", "drop a picture here")
    return f"{key}:   {example}"


class Completions(QFrame):
    """The list below the field, over everything else in the window."""

    def __init__(self, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "popup")
        self.rows = MatchList(pictures, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.rows)
        self.hide()

    def place_below(self, field: QWidget, rows: int) -> None:
        """Show below the field."""
        window = field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        corner = field.mapTo(window, QPoint(0, field.height() + 4))
        width = min(field.width(), 460)
        self.setGeometry(QRect(corner.x(), corner.y(), width, rows * ROW_HEIGHT + 10))
        self.show()
        self.raise_()
