"""The language of the window: the system's, or the one chosen in Settings."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from facegallery.paths import resources

SYSTEM = ""
LANGUAGES = {"en": "English", "de": "Deutsch"}  # as their speakers write them


class _Spoken:
    """What is spoken now."""

    chosen = SYSTEM
    translators: tuple[QTranslator, ...] = ()


def chosen() -> str:
    """Return the language that was chosen, SYSTEM for the system's."""
    return _Spoken.chosen


def spoken(wanted: str) -> str:
    """Return the language to speak for a choice: English where the system's is not known."""
    code = wanted or QLocale.system().name()[:2]
    return code if code in LANGUAGES else "en"


def install(app: QCoreApplication, wanted: str = SYSTEM) -> None:
    """Speak a language from now on; what is on screen already keeps its words.

    Numbers and dates follow: the system's way where its language is spoken, else the language's.
    """
    for old in _Spoken.translators:
        app.removeTranslator(old)
    _Spoken.chosen = wanted if wanted in LANGUAGES else SYSTEM
    code = spoken(_Spoken.chosen)
    system = QLocale.system()
    QLocale.setDefault(system if system.name().startswith(code) else QLocale(code))
    ours, of_qt = QTranslator(app), QTranslator(app)
    loaded = []
    if ours.load(f"facegallery_{code}", str(resources() / "translations")):
        loaded.append(ours)
    if of_qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        loaded.insert(0, of_qt)  # the one installed last is asked first
    for translator in loaded:
        app.installTranslator(translator)
    _Spoken.translators = tuple(loaded)
