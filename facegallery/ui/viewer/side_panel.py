"""The facts beside the photo in the viewer: when, with what, where, which file, who."""

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facegallery.domain.face import Face
from facegallery.domain.photo import Photo
from facegallery.ui.photos.dates import long_date, time_of_day
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.viewer.people_here import PeopleHere
from facegallery.ui.widgets import icons
from facegallery.ui.widgets.style import SPACING, colours, colours_changed

WIDTH = 280
ICON_SIDE = 18
NAME_ROOM = WIDTH - 4 * SPACING - 96  # beside the face and the button


class SidePanel(QFrame):
    """What is known of a photo, and who is in it.

    Signals: person_opened(Who) for a click on somebody, why_asked(Face) for what speaks for a name.
    """

    person_opened = Signal(object)
    why_asked = Signal(object)

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel")
        self.setFixedWidth(WIDTH)
        self.date = _Fact("calendar")
        self.rating = _Fact("star")
        self.camera = _Fact("camera")
        self.where = _Fact("location")
        self.where.words.setOpenExternalLinks(False)
        self.pixels = _Fact("photos")
        self.file = _Fact("folders")
        self.people = PeopleHere(session, pictures, NAME_ROOM)
        self.people.person_opened.connect(self.person_opened)
        self.people.why_asked.connect(self.why_asked)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(2 * SPACING, 3 * SPACING, 2 * SPACING, 2 * SPACING)
        column.setSpacing(2 * SPACING)
        for fact in (self.date, self.rating, self.camera, self.where, self.pixels, self.file):
            column.addWidget(fact)
        column.addSpacing(SPACING)
        column.addWidget(self.people)
        column.addStretch()
        area = QScrollArea(widgetResizable=True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def show_photo(self, photo: Photo) -> None:
        """Show the facts of a photo."""
        self.people.show_photo(photo)
        locale = QLocale()
        self.date.say(long_date(photo.taken_at, locale), self._time(photo, locale))
        self.rating.say("\u2605" * (photo.rating or 0))
        self.camera.say(photo.camera or "")
        self.where.say(_place(photo))
        megapixels = photo.width * photo.height / 1e6
        self.pixels.say(
            f"{photo.width} \u00d7 {photo.height}",
            self.tr("{0} megapixels").format(locale.toString(megapixels, "f", 1)),
        )
        folder = photo.path[: -len(photo.name)].rstrip("/\\")
        self.file.say(photo.name, _breakable(folder))

    def _time(self, photo: Photo, locale: QLocale) -> str:
        """Return the time of day with its zone, or how the date was guessed."""
        if photo.taken_at_source == "name":
            return self.tr("Guessed from the file's name")
        time = time_of_day(photo.taken_at, locale)
        if photo.taken_at_source == "file":
            return self.tr("{0}, guessed from the file's own time").format(time)
        if photo.utc_offset is None or not time:
            return time
        return f"{time} ({_zone(photo.utc_offset)})"

    def show_people(self, faces: list[Face]) -> None:
        """Show who is in the photo."""
        self.people.show_people(faces)

    def ask_who_else(self) -> None:
        """Ask who is in the photo though no face of theirs can be seen."""
        self.people.ask_who_else()


class _Fact(QWidget):
    """An icon, a line, and a quieter line below it; hidden while there is nothing to say."""

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self._icon_name = icon_name
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        self._icon.setFixedWidth(ICON_SIDE)
        self.words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.more = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.more.setProperty("look", "small")
        for label in (self.words, self.more):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self.words)
        lines.addWidget(self.more)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addLayout(lines, 1)
        self._draw_icon()
        colours_changed.connect(self._draw_icon)

    def say(self, words: str, more: str = "") -> None:
        """Show these lines."""
        self.words.setText(words)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self.setVisible(bool(words))

    def sizeHint(self) -> QSize:
        """Return a width that never widens the panel; see QWidget."""
        return QSize(WIDTH - 4 * SPACING, super().sizeHint().height())

    def _draw_icon(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap(self._icon_name, ICON_SIDE, colours().muted, ratio))


def _zone(utc_offset: int) -> str:
    """Return "UTC+5:30" for minutes ahead of UTC."""
    hours, minutes = divmod(abs(utc_offset), 60)
    if not utc_offset:
        return "UTC"
    return (
        f"UTC{'+' if utc_offset > 0 else chr(0x2212)}{hours}{f':{minutes:02d}' if minutes else ''}"
    )


def _place(photo: Photo) -> str:
    if photo.latitude is None or photo.longitude is None:
        return ""
    locale = QLocale()
    north, east = locale.toString(abs(photo.latitude), "f", 4), abs(photo.longitude)
    return (
        f"{north}° {'N' if photo.latitude >= 0 else 'S'}, "
        f"{locale.toString(east, 'f', 4)}° {'E' if photo.longitude >= 0 else 'W'}"
    )


def _breakable(path: str) -> str:
    """Return a path that may be broken after each folder, and in a long one: it has no spaces."""
    zero_width = "\u200b"
    return zero_width.join(path[i : i + 8] for i in range(0, len(path), 8))
