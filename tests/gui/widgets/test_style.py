import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit

from facegallery.paths import resources
from facegallery.ui.widgets import icons, style
from facegallery.ui.widgets.style import DARK, LIGHT, Theme


def luminance(colour):
    parts = [part / 255 for part in QColor(colour).getRgb()[:3]]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("text", ["text", "muted", "warning"])
@pytest.mark.parametrize("ground", ["window", "sidebar", "surface", "raised", "hover"])
def test_words_can_be_read_on_every_ground(colours, text, ground):
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_accent_can_be_read_and_written_on(colours):
    assert contrast(colours.accent, colours.window) >= 4.5
    assert contrast(colours.accent, colours.accent_soft) >= 4.5
    assert contrast(colours.on_accent, colours.accent) >= 4.5


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_what_an_empty_field_asks_for_can_be_read(qapp, qtbot, theme):
    style.apply_style(qapp, theme)
    field = QLineEdit(placeholderText="Filter by name")
    qtbot.addWidget(field)
    field.ensurePolished()
    assert field.palette().placeholderText().color() == QColor(style.colours().muted)
    style.apply_style(qapp, Theme.LIGHT)


def test_a_theme_changes_the_palette_at_once(qapp, qtbot):
    with qtbot.waitSignal(style.colours_changed):
        style.apply_style(qapp, Theme.DARK)
    assert qapp.palette().window().color() == QColor(DARK.window)
    style.apply_style(qapp, Theme.LIGHT)
    assert qapp.palette().window().color() == QColor(LIGHT.window)


@pytest.mark.parametrize(
    "file", sorted((resources() / "icons").glob("*.svg")), ids=lambda f: f.stem
)
def test_every_icon_is_drawn(file, qapp):
    image = icons.pixmap(file.stem, 24, "#ff0000").toImage()
    assert any(image.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24))


def test_an_icon_takes_the_colour_of_the_text(qapp):
    style.apply_style(qapp, Theme.DARK)
    made = icons.icon("add").pixmap(24, 24).toImage()
    strongest = max((made.pixelColor(x, y) for x in range(24) for y in range(24)), key=QColor.alpha)
    assert strongest.name() == DARK.text
    style.apply_style(qapp, Theme.LIGHT)
