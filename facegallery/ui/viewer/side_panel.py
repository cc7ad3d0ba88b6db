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
from facegallery.ui.photos.photo_menu import people_of
from facegallery.ui.widgets import icons
from facegallery.ui.widgets.buttons import PUSH_ICON, push_button
from facegallery.ui.widgets.style import SPACING, colours, colours_changed

WIDTH = 280
ICON_SIDE = 18


class SidePanel(QFrame):
    """What is known of a photo. Signal person_opened(Who) for a click on somebody in it."""

    person_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
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
        self._people_heading = QLabel(self.tr("People"))
        self._people_heading.setProperty("look", "strong")
        self._people = QVBoxLayout()
        self._people.setSpacing(2)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(2 * SPACING, 3 * SPACING, 2 * SPACING, 2 * SPACING)
        column.setSpacing(2 * SPACING)
        for fact in (self.date, self.rating, self.camera, self.where, self.pixels, self.file):
            column.addWidget(fact)
        column.addSpacing(SPACING)
        column.addWidget(self._people_heading)
        column.addLayout(self._people)
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
        while (item := self._people.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for who, words in people_of(faces):
            tip = self.tr("{0}: show all photos of this person").format(words)
            room = WIDTH - 4 * SPACING - PUSH_ICON.width() - 3 * SPACING
            short = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
            button = push_button("person", short.replace("&", "&&"), tip, "quiet")
            button.setAccessibleName(words)
            button.setStyleSheet("text-align: left; padding: 5px 0;")
            button.clicked.connect(lambda _checked=False, who=who: self.person_opened.emit(who))
            self._people.addWidget(button)
        if not people_of(faces):
            nobody = QLabel(self.tr("Nobody is named in this photo."), wordWrap=True)
            nobody.setProperty("look", "muted")
            self._people.addWidget(nobody)


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
