"""Questions to the catalog that do not block the window."""

import threading

from PySide6.QtCore import QObject

from facegallery.catalog import people
from facegallery.ui.widgets.reader import Reader


def test_the_answer_comes_on_the_windows_thread(qtbot, library, qapp):
    owner = QObject()
    answers = []
    Reader(library, owner).ask(
        people.names, lambda found: answers.append((len(found), threading.current_thread()))
    )
    assert answers == []
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(3, threading.main_thread())]


def test_of_the_questions_that_wait_only_the_newest_is_asked(qtbot, library, qapp):
    owner = QObject()
    reader = Reader(library, owner)
    answers = []
    for number in range(5):
        reader.ask(lambda _db, number=number: number, answers.append)
    qtbot.waitUntil(lambda: answers == [0, 4])


def test_a_question_that_fails_is_followed_by_the_next(qtbot, library, qapp):
    owner = QObject()
    reader = Reader(library, owner)
    answers = []
    reader.ask(lambda db: db.execute("select nonsense"), answers.append)
    reader.ask(lambda _db: "next", answers.append)
    qtbot.waitUntil(lambda: answers == ["next"])
