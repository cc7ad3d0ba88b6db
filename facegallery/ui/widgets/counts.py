"""Numbers with their nouns, for all screens: "1 photo", "2,481 photos"."""

from PySide6.QtCore import QCoreApplication, QLocale


def written(number: int) -> str:
    """Return a number as the language writes it: "2,481", "2.481"."""
    return _locale().toString(number)


def decimal(number: float, digits: int) -> str:
    """Return a number with so many digits after the point, as the language writes it: "0,55"."""
    return _locale().toString(float(number), "f", digits)


def photos(number: int) -> str:
    """Return "1 photo" or "7 photos"."""
    return _counted(number, _tr("1 photo"), _tr("{0} photos"))


def faces(number: int) -> str:
    """Return "1 face" or "7 faces"."""
    return _counted(number, _tr("1 face"), _tr("{0} faces"))


def people(number: int) -> str:
    """Return "1 person" or "7 people"."""
    return _counted(number, _tr("1 person"), _tr("{0} people"))


def questions(number: int) -> str:
    """Return "1 question left" or "7 questions left"."""
    return _counted(number, _tr("1 question left"), _tr("{0} questions left"))


def files(number: int) -> str:
    """Return "1 file" or "7 files"."""
    return _counted(number, _tr("1 file"), _tr("{0} files"))


def changes(number: int) -> str:
    """Return "1 change" or "7 changes"."""
    return _counted(number, _tr("1 change"), _tr("{0} changes"))


def groups(number: int) -> str:
    """Return "1 group" or "7 groups"."""
    return _counted(number, _tr("1 group"), _tr("{0} groups"))


def chosen(number: int) -> str:
    """Return "1 chosen" or "7 chosen"."""
    return _tr("{0} chosen").format(written(number))


def _locale() -> QLocale:
    locale = QLocale()
    if locale.language() == QLocale.Language.C:  # of no country: it would have no marks at all
        return QLocale(QLocale.Language.English)
    return locale


def _counted(number: int, one: str, many: str) -> str:
    return one if number == 1 else many.format(written(number))


def _tr(text: str) -> str:
    return QCoreApplication.translate("counts", text)
