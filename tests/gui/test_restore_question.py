from facegallery.domain.errors import LibraryDamaged
from facegallery.ui.restore_question import RestoreQuestion


def test_without_copies_it_is_only_said(qtbot):
    question = RestoreQuestion(LibraryDamaged("/library", "it is torn"), [])
    qtbot.addWidget(question)
    assert question.chosen is None
    assert question.choice.isHidden()
