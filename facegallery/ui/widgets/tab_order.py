"""Tab goes through a page as the eyes do, also where parts of it were made later."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_in_order(page: QWidget) -> None:
    """Have Tab go through a page's widgets in the order in which its layouts hold them."""
    for before, after in pairwise(_in_order(page)):
        QWidget.setTabOrder(before, after)


def _in_order(widget: QWidget) -> Iterator[QWidget]:
    """Give the widgets that Tab leads to: this one, then those in it."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    layout = widget.layout()
    if inside is not None:
        yield from _in_order(inside)
    elif layout is not None:
        yield from _of_layout(layout)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for item in filter(None, map(layout.itemAt, range(layout.count()))):
        within, widget = item.layout(), item.widget()
        if widget is not None:
            yield from _in_order(widget)
        elif within is not None:
            yield from _of_layout(within)
