import pytest
from PySide6.QtCore import Qt

from facegallery.catalog import folders, people
from facegallery.catalog.library import transaction
from facegallery.ui.folders.folders_page import FoldersPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(session, qtbot):
    page = FoldersPage(session)
    qtbot.addWidget(page)
    page.resize(900, 600)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: bool(page.cards))
    return page


def test_a_folder_shows_its_counts_and_the_models(page, tmp_path):
    (card,) = page.cards
    assert card.path.text() == str(tmp_path / "photos")
    assert card.numbers.text() == "12 photo files · 1 could not be read"
    assert "MTCNN" in page.models.text()
    assert "SFace" in page.models.text()
    assert str(tmp_path / "library") in page.place.text()


def test_files_that_could_not_be_read_have_their_reason(page):
    assert page.failed.isVisible()
    cells = [page.failed.failed.index(0, column).data() for column in range(2)]
    assert cells == ["bad.jpg", "it is not an image"]


def test_removing_a_folder_keeps_the_names(page, db, qtbot):
    with qtbot.waitSignal(page.noted) as noted, qtbot.waitSignal(page._session.changed):
        qtbot.mouseClick(page.cards[0].remove, LEFT)
    assert "names are kept" in noted.args[0]
    assert folders.listed(db) == []
    assert len(people.names(db)) == 3
    qtbot.waitUntil(page.nothing.isVisible)


def test_a_folder_that_is_away_says_so(page, library, session, db, qtbot):
    (folder,) = folders.listed(db)
    with library.open() as writer, transaction(writer):
        folders.set_unreachable(writer, folder.id)
    session.changed.emit()
    qtbot.waitUntil(lambda: "Reconnect" in page.cards[0].state.text())
    assert "missing" in page.cards[0].numbers.text()
