"""The page of an empty library: what the program does, and how to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facegallery.paths import resources
from facegallery.ui.widgets import icons
from facegallery.ui.widgets.buttons import push_button
from facegallery.ui.widgets.empty_state import centred
from facegallery.ui.widgets.page import Page
from facegallery.ui.widgets.style import SPACING, colours, colours_changed

LOGO_SIDE = 88
STEP_ICON_SIDE = 26
WIDEST = 760


class WelcomePage(Page):
    """Says what happens, and asks for the first folder.

    Signals: add_asked() for a folder of the user's, demo_asked() for the demo album.
    """

    add_asked = Signal()
    demo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logo = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._signs: list[tuple[QLabel, str]] = []
        self.add_button = push_button(
            "add",
            self.tr("Add a folder of photos"),
            self.tr("Choose a folder (Ctrl+O)"),
            "primary",
        )
        self.add_button.clicked.connect(self.add_asked)
        self.demo_button = push_button(
            "people",
            self.tr("Try it with a demo album"),
            self.tr("16 photos made of two portraits in the public domain (Ctrl+D)"),
            "quiet",
        )
        self.demo_button.setShortcut("Ctrl+D")
        self.demo_button.clicked.connect(self.demo_asked)
        self.keys = self.add_button
        self._lay_out()
        self._draw()
        colours_changed.connect(self._draw)

    def _lay_out(self) -> None:
        title = _centred(self.tr("Find everybody in your photos"), "title")
        sentence = _centred(
            self.tr(
                "FaceGallery looks through your photos, puts the faces of each person together, "
                "and lets you give them names."
            ),
            "muted",
        )
        hint = _centred(self.tr("or drop folders anywhere on this window"), "small")
        hint.setWordWrap(False)
        steps = QHBoxLayout()
        steps.setSpacing(2 * SPACING)
        for name, heading, words in (
            (
                "folders",
                self.tr("Your photos stay where they are"),
                self.tr("They are only read. Nothing in your folders is changed."),
            ),
            (
                "hide",
                self.tr("Nothing leaves this machine"),
                self.tr("Faces are found and compared right here, without the internet."),
            ),
            (
                "undo",
                self.tr("Names are yours"),
                self.tr("Every change can be taken back, and no rescan ever loses a name."),
            ),
        ):
            steps.addWidget(self._card(name, heading, words), 1)
        frame = QWidget()
        frame.setMaximumWidth(WIDEST)
        frame.setLayout(steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * SPACING, 4 * SPACING, 4 * SPACING, 4 * SPACING)
        column.setSpacing(SPACING)
        column.addStretch(2)
        column.addWidget(self._logo)
        column.addSpacing(2 * SPACING)
        column.addLayout(centred(520, title, sentence))
        column.addSpacing(3 * SPACING)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(hint, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(2 * SPACING)
        column.addWidget(self.demo_button, 0, Qt.AlignmentFlag.AlignHCenter)
        demo = self.tr(
            "Made here and now of two portraits in the public domain: Eileen Collins (NASA) and "
            "Grace Hopper (US Navy), cropped, mirrored and in other light."
        )
        column.addLayout(centred(520, _centred(demo, "small")))
        column.addSpacing(3 * SPACING)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(frame, 20)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)

    def _card(self, name: str, heading: str, words: str) -> QFrame:
        card = QFrame()
        card.setProperty("look", "card")
        sign = QLabel()
        self._signs.append((sign, name))
        strong = QLabel(heading, wordWrap=True)
        strong.setProperty("look", "strong")
        text = QLabel(words, wordWrap=True)
        text.setProperty("look", "muted")
        column = QVBoxLayout(card)
        column.setContentsMargins(2 * SPACING, 2 * SPACING, 2 * SPACING, 2 * SPACING)
        column.setSpacing(SPACING)
        for widget in (sign, strong, text):
            column.addWidget(widget)
        column.addStretch()
        return card

    def _draw(self) -> None:
        now, ratio = colours(), self.devicePixelRatioF()
        side = round(LOGO_SIDE * ratio)
        logo = QPixmap(str(resources() / "icons" / "facegallery.svg")).scaled(
            side,
            side,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        logo.setDevicePixelRatio(ratio)
        self._logo.setPixmap(logo)
        for sign, name in self._signs:
            sign.setPixmap(icons.pixmap(name, STEP_ICON_SIDE, now.accent, ratio))


def _centred(words: str, look: str) -> QLabel:
    label = QLabel(words, wordWrap=True, alignment=Qt.AlignmentFlag.AlignHCenter)
    label.setProperty("look", look)
    return label
