"""Text can be read on each ground of both palettes: WCAG 2.1's contrast, 4.5 to 1 or more."""

import re
from itertools import product

import pytest
from PySide6.QtGui import QColor

from facegallery.paths import resources
from facegallery.ui.widgets.style import DARK, LIGHT, Colours

ENOUGH = 4.5
GROUNDS = ("window", "sidebar", "surface", "raised", "hover", "accent_soft")


def luminance(colour: str) -> float:
    parts = QColor(colour).getRgbF()[:3]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_that_of_the_standard():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_every_ground(palette: Colours):
    for words, ground in product(("text", "muted"), GROUNDS):
        assert contrast(getattr(palette, words), getattr(palette, ground)) >= ENOUGH, (
            words,
            ground,
        )
    for words, ground in (
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("accent", "accent_soft"),
        ("accent", "sidebar"),
        ("accent", "window"),
        ("warning", "window"),
        ("warning", "surface"),
        ("warning", "raised"),
        ("accent", "surface"),
        ("accent", "raised"),
        ("window", "text"),  # toasts and bubbles
    ):
        assert contrast(getattr(palette, words), getattr(palette, ground)) >= ENOUGH, (
            words,
            ground,
        )


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_rule_of_the_style_sheet_can_be_read(palette: Colours):
    rules = re.findall(r"([^{}]+)\{([^}]*)\}", (resources() / "style" / "style.qss").read_text())
    seen = 0
    for selector, body in rules:
        said = dict(re.findall(r"(?<![-\w])(color|background):\s*\$(\w+)", body))
        if len(said) == 2 and "disabled" not in selector:
            seen += 1
            words, ground = getattr(palette, said["color"]), getattr(palette, said["background"])
            assert contrast(words, ground) >= ENOUGH, selector.strip()
    assert seen > 5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_where_the_focus_is_can_be_seen(palette: Colours):
    for ground in ("window", "sidebar", "surface", "raised"):
        assert contrast(palette.accent, getattr(palette, ground)) >= 3  # for what is no text
