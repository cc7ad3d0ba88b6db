from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from facegallery.ui.widgets import paint_turn
from facegallery.ui.widgets.paint_turn import PaintTurn


class Painted(QWidget):
    """Makes one dear thing after another as long as the turn allows it."""

    def __init__(self, turn, wanted):
        super().__init__()
        self.turn, self.wanted, self.paintings = turn, wanted, []

    def paintEvent(self, _event):
        made = 0
        with QPainter(self) as painter:
            while self.wanted and self.turn.has_time(painter, self.rect()):
                with self.turn:
                    self.wanted -= 1
                    made += 1
        self.paintings.append(made)


def test_what_a_turn_has_no_time_for_comes_in_the_next_ones(qtbot, monkeypatch):
    monkeypatch.setattr(paint_turn, "MOST_SECONDS", 1e-9)  # time for one thing
    widget = Painted(PaintTurn(), wanted=3)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: widget.wanted == 0)
    assert max(widget.paintings) == 1


def test_pictures_are_painted_at_once(qtbot, monkeypatch):
    monkeypatch.setattr(paint_turn, "MOST_SECONDS", 0.0)
    with QPainter(picture := QPixmap(8, 8)) as painter:
        assert PaintTurn().has_time(painter, QRect(0, 0, 8, 8))
    assert picture.width() == 8


def test_only_what_waits_is_painted_again(qtbot, monkeypatch):
    monkeypatch.setattr(paint_turn, "MOST_SECONDS", 0.0)  # no time for anything
    turn, corner = PaintTurn(), QRect(10, 20, 8, 8)
    painted = []

    class Waiting(QWidget):
        def paintEvent(self, event):
            painted.append(event.rect())
            with QPainter(self) as painter, turn:
                assert not turn.has_time(painter, corner)

    widget = Waiting()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    qtbot.waitUntil(lambda: len(painted) > 2)
    assert painted[0] == widget.rect()
    assert painted[-1] == corner
