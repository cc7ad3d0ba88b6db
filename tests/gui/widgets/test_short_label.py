"""Tests of facegallery.ui.widgets.short_label."""

from PySide6.QtCore import Qt

from facegallery.ui.widgets.short_label import LEAST_WIDTH, ShortLabel


def test_a_long_text_is_shortened_and_told_whole_in_the_tooltip(qtbot):
    label = ShortLabel("Grandmother's ninetieth birthday", textFormat=Qt.TextFormat.PlainText)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() == LEAST_WIDTH
    label.resize(label.sizeHint())
    label.grab()
    assert label.shown() == label.text()
    assert label.toolTip() == ""
    label.resize(100, label.height())
    label.grab()
    assert label.shown().endswith("…")
    assert label.toolTip() == label.text()
