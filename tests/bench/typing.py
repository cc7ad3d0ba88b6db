"""How long the search field takes for a letter: until its list of names and keys is shown."""

import os
import random
import time

from facegallery.catalog import people
from facegallery.catalog.library import Library

WORDS = ("and", "date: summer 2015", "-", "(", "folder:", "or")


def typing_times(library: Library, queries: int = 12) -> list[float]:
    """Milliseconds of the window's thread for each letter of some queries, the list painted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtTest import QTest  # Qt is loaded for this alone
    from PySide6.QtWidgets import QWidget

    from facegallery.app import make_application
    from facegallery.ui.people.cards import Cards
    from facegallery.ui.pictures import Pictures
    from facegallery.ui.search.search_field import SearchField
    from facegallery.ui.session import Session

    chance = random.Random(5)
    application = make_application()
    session = Session(library)
    names = [name for _id, name in people.names(session.db)]
    window = QWidget()
    window.resize(900, 700)
    pictures = Pictures(library)
    field = SearchField(session, pictures, window)
    field.resize(800, 34)
    window.show()
    while not Cards.of(session).ready:
        QTest.qWait(20)
    times = []
    for _ in range(queries):
        field.clear()
        for letter in f"{chance.choice(names)} {chance.choice(WORDS)} {chance.choice(names)}":
            started = time.thread_time()
            QTest.keyClicks(field, letter)
            application.sendPostedEvents()
            window.grab()
            times.append((time.thread_time() - started) * 1000)
    window.close()
    pictures.close()
    session.close()
    return times
