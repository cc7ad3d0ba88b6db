"""The catalog's dates in the words of the user's language."""

from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt


def long_date(taken_at: str | None, locale: QLocale) -> str:
    """Return "Tuesday, 30 June 2015" for a date as the catalog keeps it."""
    date = QDate.fromString((taken_at or "")[:10], Qt.DateFormat.ISODate)
    return locale.toString(date, QLocale.FormatType.LongFormat) if date.isValid() else _unknown()


def short_date(taken_at: str | None, locale: QLocale) -> str:
    """Return "30 Jun 2015"; empty where the date is not known."""
    date = QDate.fromString((taken_at or "")[:10], Qt.DateFormat.ISODate)
    return locale.toString(date, "d MMM yyyy") if date.isValid() else ""


def time_of_day(taken_at: str | None, locale: QLocale) -> str:
    """Return "18:04", in the way of the language; empty where the time is not known."""
    moment = QDateTime.fromString(taken_at or "", Qt.DateFormat.ISODate)
    if not moment.isValid() or len(taken_at or "") < len("2015-06-30T18:04"):
        return ""
    return locale.toString(moment.time(), QLocale.FormatType.ShortFormat)


def month(taken_at: str | None) -> str:
    """Return "June 2015", the heading that a photo belongs under."""
    return _month((taken_at or "")[:7])


@lru_cache(maxsize=4096)
def _month(year_and_month: str) -> str:
    date = QDate.fromString(f"{year_and_month}-01", Qt.DateFormat.ISODate)
    return QLocale().toString(date, "MMMM yyyy") if date.isValid() else _unknown()


def _unknown() -> str:
    return QCoreApplication.translate("dates", "Date unknown")
