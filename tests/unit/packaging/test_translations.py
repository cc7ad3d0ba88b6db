"""German is complete, fits its English, and is compiled as it stands."""

import re

import pytest
import translations
import untranslated

PLACES = re.compile(r"\{\d\}")


@pytest.fixture(scope="module")
def texts():
    return translations.texts()


@pytest.fixture(params=translations.LANGUAGES, scope="module")
def known(request):
    return translations.read(translations.FOLDER / f"facegallery_{request.param}.ts")


def test_every_text_of_the_program_is_found(texts):
    assert len(texts) > 700
    for expected in (
        ("Sidebar", "People"),  # self.tr
        ("counts", "{0} photos"),  # a module's own _tr
        ("faces", "Not a face"),  # QT_TRANSLATE_NOOP
        ("errors", "The folder {0} cannot be opened."),
        ("actions", "Merged {0} into {1}"),
        ("progress", "Finding faces"),
        ("reasons", "it is not an image"),
    ):
        assert expected in texts


def test_every_text_is_translated_and_none_is_left_over(texts, known):
    missing = [text for text in texts if not known.get(text)]
    assert missing == [], "make translations lists them"
    assert set(known) == set(texts), "make translations takes out what is said no longer"


def test_translations_have_the_places_and_keys_of_their_source(known):
    wrong = [
        (source, said)
        for (_context, source), said in known.items()
        if set(PLACES.findall(source)) != set(PLACES.findall(said))
        or source.count("&") != said.count("&")
        or (source[:1].isspace(), source[-1:].isspace())
        != (said[:1].isspace(), said[-1:].isspace())
    ]
    assert wrong == []


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_what_the_program_loads_is_compiled_from_what_is_written(language, tmp_path):
    source = translations.FOLDER / f"facegallery_{language}.ts"
    made = tmp_path / "made.qm"
    translations.compile_to(source, made)
    assert made.read_bytes() == source.with_suffix(".qm").read_bytes(), "make translations"


def test_files_are_written_as_they_were_read(tmp_path, texts, known):
    path = tmp_path / "again.ts"
    translations.write(path, "de", texts, known)
    assert translations.read(path) == known


def test_nothing_is_said_that_no_translation_reaches():
    assert untranslated.untranslated() == [], "domain.words.sentence, or tr in ui/"


SAID = """
def do(self, db):
    if not self.name:
        raise NotPossible("A name is needed here.")
    if self.number > 9:
        raise PhotoUnreadable(f"it has {self.number} pages")
    log.info(f"looked at {self.number} photos")
    report(Progress(f"Copying {self.name}"))
    return f"Called it {self.name}"
"""
SHOWN = """
label.setText("Nobody was found")
label.setToolTip(f"{number} of them")
menu.addAction("Delete")
label.setText(self.tr("Nobody was found"))
button = QPushButton(words, self)
"""


def test_texts_that_would_stay_english_are_found(tmp_path):
    for layer, code in (("actions", SAID), ("ui", SHOWN)):
        (tmp_path / layer).mkdir()
        (tmp_path / layer / "some.py").write_text(code, "utf-8")
    found = {line.split(": ", 1)[1] for line in untranslated.untranslated(tmp_path)}
    assert found == {
        "A name is needed here.",
        "it has {} pages",
        "Copying {}",
        "Called it {}",
        "Nobody was found",
        "{} of them",
        "Delete",
    }
