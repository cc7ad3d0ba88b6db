"""The window in German: everything said in it, numbers as they are written there, and back."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from facegallery.actions import perform
from facegallery.actions.people import Hide, Name, Who
from facegallery.catalog import journal
from facegallery.domain.errors import FolderUnreachable
from facegallery.domain.progress import Progress
from facegallery.domain.words import counted, sentence
from facegallery.ui import language
from facegallery.ui.main_window import MainWindow
from facegallery.ui.shell.history import Place
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.spoken import spoken, spoken_doing, spoken_error


@pytest.fixture
def german(qapp):
    before = QLocale()
    language.install(qapp, "de")
    yield
    language.install(qapp, "en")
    QLocale.setDefault(before)


def test_every_page_is_called_so_in_german(german, session, qtbot):
    window = MainWindow(session)
    with qtbot.waitExposed(window):
        window.show()
    titles = [button.accessibleName() for button in window.sidebar.buttons.values()]
    assert {"Personen", "Fotos", "Suche", "Ordner", "Verlauf", "Einstellungen"} <= set(titles)
    window.go(Place("photos"))
    qtbot.waitUntil(lambda: window.photos.words.text() == "12 Fotos")
    assert "Strg+H" in window.photos.hidden.toolTip()
    window.close()


def test_what_was_done_is_told_in_german_after_a_restart_too(german, library):
    with library.open() as db:
        perform.perform(db, Name(Who("group", 1), "Emmy Noether"))
        perform.perform(db, Hide((Who("group", 2),)))
        hidden, named = journal.listed(db)
    assert named.words == "Named 4 faces Emmy Noether"
    assert spoken(named.words) == "4 Gesichter benannt: Emmy Noether"
    assert spoken(hidden.words) == "eine Gruppe (2 Gesichter) ausgeblendet"


def test_errors_progress_and_numbers(german):
    error = FolderUnreachable("/media/fotos")
    assert spoken_error(error).startswith("Der Ordner /media/fotos lässt sich nicht öffnen. ")
    assert spoken_doing(Progress("Finding faces")) == "Gesichter werden gesucht"
    assert counts.photos(2481) == "2.481 Fotos"
    assert spoken(sentence("Moved {0} to {1}", counted(2481, "face"), "Ann")) == (
        "2.481 Gesichter zu Ann verschoben"
    )


def test_english_comes_back_and_an_unknown_language_is_english(german, qapp):
    language.install(qapp, "xx")
    assert language.chosen() == language.SYSTEM
    language.install(qapp, "en")
    assert QCoreApplication.translate("Sidebar", "People") == "People"
    assert counts.photos(2481) == "2,481 photos"
    assert language.spoken("de") == "de"


def test_decimals_are_written_as_in_german(german):
    assert counts.decimal(0.5512, 2) == "0,55"
