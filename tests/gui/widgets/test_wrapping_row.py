import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facegallery.ui.widgets.wrapping_row import WrappingRow


class Block(QWidget):
    """100 pixels wide and 30 high."""

    def sizeHint(self):
        return QSize(100, 30)

    def minimumSizeHint(self):
        return self.sizeHint()


@pytest.fixture
def page(qtbot):
    """A page of any width with a row of four blocks at its top."""
    page = QWidget()
    page.blocks = [Block() for _ in range(4)]
    page.row = WrappingRow(page.blocks)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page.row)
    column.addStretch()
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.mark.parametrize(("width", "rows"), [(500, 1), (430, 1), (350, 2), (220, 2), (180, 4)])
def test_the_fewest_rows_that_have_room(page, qtbot, width, rows):
    page.resize(width, 300)
    qtbot.waitUntil(lambda: len({block.y() for block in page.blocks}) == rows)
    places = [block.geometry() for block in page.blocks]
    assert all(page.row.rect().contains(place) for place in places)
    assert not any(a.intersects(b) for a in places for b in places if a is not b)


def test_it_is_no_wider_than_its_widest_one_must_be(page):
    assert page.row.minimumSizeHint().width() == 100
