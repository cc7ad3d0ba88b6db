"""How old somebody is in a photo, in words."""

from datetime import date

from PySide6.QtCore import QCoreApplication

_MONTHS_TOLD = 24  # younger children change by the month
_YEAR_ONLY = len("1984")


def age_words(birth_date: str | None, taken_at: str | None) -> str:
    """Return "7 months", "5 years", "about 5 years" where only the year of birth is known.

    birth_date: ISO date or the year. taken_at: ISO 8601. Empty where one of them is not known, or
    the photo is older than the person.
    """
    if not birth_date or not taken_at:
        return ""
    try:
        taken = date.fromisoformat(taken_at[:10])
        only_year = len(birth_date) == _YEAR_ONLY
        born = date.fromisoformat(f"{birth_date}-01-01" if only_year else birth_date)
    except ValueError:  # a camera's date such as 0000-00-00
        return ""
    if only_year:
        years = taken.year - born.year
        return _about(years) if years >= 0 else ""
    months = 12 * (taken.year - born.year) + taken.month - born.month - (taken.day < born.day)
    if months < 0:
        return ""
    if months < _MONTHS_TOLD:
        return _tr("1 month") if months == 1 else _tr("{0} months").format(months)
    return _tr("{0} years").format(months // 12)


def _about(years: int) -> str:
    if years == 0:
        return _tr("less than a year")
    return _tr("about 1 year") if years == 1 else _tr("about {0} years").format(years)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ages", text)
