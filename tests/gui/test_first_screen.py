from facegallery.ui.first_screen import FirstScreen
from facegallery.ui.main_window import MainWindow


def test_it_is_said_once_when_people_have_been_painted(session, qtbot, capsys):
    first = FirstScreen()
    window = MainWindow(session)
    said = []

    def is_said():
        said.append(capsys.readouterr().err)
        return "people are on screen after" in "".join(said)

    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(is_said)
    window.people.view.viewport().repaint()
    assert first is not None
    assert "".join(said).count("on screen") == 1 and capsys.readouterr().err == ""
    window.close()
