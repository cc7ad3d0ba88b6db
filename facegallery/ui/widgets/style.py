"""The looks of the window: Fusion with one style sheet, in light and dark colours."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from facegallery.paths import resources

SPACING = 8  # the grid that all distances are multiples of, in pixels
READABLE = 1200  # width of pages of words, pixels: in longer lines the eye loses its row


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one palette, "#rrggbb". Text on each ground has a contrast of 4.5:1 or more.

    window: behind everything; sidebar; surface: cards and fields; raised: menus and popups.
    text, muted: on all of these; faint: what cannot be used just now. accent: what is chosen or
    to be clicked first; accent_soft: behind what is chosen; on_accent: text on the accent.
    """

    window: str
    sidebar: str
    surface: str
    raised: str
    hover: str
    border: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    warning: str
    placeholder: str
    scroll: str


LIGHT = Colours(
    window="#fafafb",
    sidebar="#f1f2f5",
    surface="#ffffff",
    raised="#ffffff",
    hover="#e8eaef",
    border="#dcdfe6",
    text="#1c1e22",
    muted="#5b616b",
    faint="#a2a8b2",
    accent="#3857c9",
    accent_hover="#2d49b3",
    accent_soft="#e3e8fb",
    on_accent="#ffffff",
    warning="#9a4a00",
    placeholder="#e9ebef",
    scroll="#c3c8d1",
)
DARK = Colours(
    window="#17181b",
    sidebar="#1d1f23",
    surface="#222428",
    raised="#2a2d32",
    hover="#2f3238",
    border="#363a41",
    text="#eceef1",
    muted="#a9afb9",
    faint="#646b76",
    accent="#8fa8ff",
    accent_hover="#a9bcff",
    accent_soft="#2c3558",
    on_accent="#10131c",
    warning="#f2b56b",
    placeholder="#282b30",
    scroll="#4b5059",
)


class Theme(StrEnum):
    """Which colours to show: the system's choice, or always the same."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class _Look(QObject):
    """What is shown now. Signal changed() after the colours have changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = Theme.SYSTEM
        self.colours = LIGHT
        self.dressed = False


_look = _Look()
colours_changed = _look.changed


def colours() -> Colours:
    """Return the colours of the moment."""
    return _look.colours


def theme() -> Theme:
    """Return the theme that was chosen."""
    return _look.theme


def apply_style(app: QApplication, wanted: Theme = Theme.SYSTEM) -> None:
    """Dress the application, now and whenever the system changes between light and dark."""
    if not _look.dressed:
        _look.dressed = True
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(lambda _scheme: _dress(app))
    _look.theme = wanted
    _dress(app)


def set_theme(wanted: Theme) -> None:
    """Choose light or dark colours, or those of the system."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        apply_style(app, wanted)


def _dress(app: QApplication) -> None:
    dark = _look.theme == Theme.DARK or (
        _look.theme == Theme.SYSTEM
        and QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    )
    _look.colours = DARK if dark else LIGHT
    app.setPalette(_palette(_look.colours))
    app.setStyleSheet(_style_sheet(_look.colours))
    _look.changed.emit()


def _style_sheet(chosen: Colours) -> str:
    text = (resources() / "style" / "style.qss").read_text(encoding="utf-8")
    pictures = (resources() / "style").as_posix()
    check = "check-light.svg" if chosen is LIGHT else "check-dark.svg"  # of on_accent's colour
    return Template(text).substitute(asdict(chosen), pictures=pictures, check=check)


def _palette(chosen: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in (
        (role.Window, chosen.window),
        (role.WindowText, chosen.text),
        (role.Base, chosen.surface),
        (role.AlternateBase, chosen.sidebar),
        (role.Text, chosen.text),
        (role.PlaceholderText, chosen.muted),
        (role.Button, chosen.surface),
        (role.ButtonText, chosen.text),
        (role.BrightText, chosen.on_accent),
        (role.ToolTipBase, chosen.raised),
        (role.ToolTipText, chosen.text),
        (role.Highlight, chosen.accent),
        (role.HighlightedText, chosen.on_accent),
        (role.Accent, chosen.accent),
        (role.Link, chosen.accent),
        (role.LinkVisited, chosen.accent),
        (role.Light, chosen.surface),
        (role.Midlight, chosen.hover),
        (role.Mid, chosen.border),
        (role.Dark, chosen.border),
        (role.Shadow, chosen.border),
    ):
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(chosen.faint))
    return palette
