"""When a photo was taken: from EXIF, from the file's name, or from the file's time."""

import re
from datetime import datetime

# The first photo was taken in 1826; people date their scans. Later than 2100 is a broken clock.
_FIRST_YEAR, _LAST_YEAR = 1826, 2100
_NO_TIME = datetime(1970, 1, 1)  # as file systems and archives say it that know none

_EXIF_DATE = re.compile(
    r"(\d{4})[:\-/.](\d{1,2})[:\-/.](\d{1,2})(?:[ T]+(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?"
)
_OFFSET = re.compile(r"(?:Z|([+-])(\d\d):?(\d\d))")
_OFFSET_BEHIND = re.compile(r":\d\d(?:\.\d+)?(?:Z|([+-])(\d\d):?(\d\d))$")
_FURTHEST_ZONE = 14 * 60  # minutes: Kiribati, UTC+14
_FRACTION = re.compile(r"[0-9]+")
# IMG_20150630_180409, 2015-06-30 18.04.09, IMG-20150630-WA0001, photo_2015-06-30_18-04-09,
# "WhatsApp Image 2015-06-30 at 6.04.09 PM". The day's parts share one separator, else 8 of any
# digits would do; the time may be followed by milliseconds.
_NAME_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)"
    r"(?:(?:[-_. T]|[ _]at[ _])?(\d\d|\d(?=[-_.]))([-_.]?)(\d\d)\6(\d\d)(?:\d{3})?)?"
    r"(?!\d)(?:\s?([AaPp])[Mm]\b)?"
)


def exif_date(value: object, fraction: object = None) -> str | None:
    """Return an EXIF date as "2015-06-30T18:04:09"; None for zeros, blanks and nonsense.

    fraction: EXIF's digits after the second, "52" for example: they put a burst into its order.
    Milliseconds are written where they are known and not 0: "2015-06-30T18:04:09.520".
    """
    found = _EXIF_DATE.match(_plain(value))
    if found is None:
        return None
    taken_at = _checked([int(part or 0) for part in found.groups()])
    digits = _FRACTION.match(_plain(fraction))
    if taken_at is None or digits is None or not int(digits[0][:3]):
        return taken_at
    return f"{taken_at}.{digits[0][:3]:0<3}"


def exif_offset(value: object, date: object = None) -> int | None:
    """Return an EXIF time zone, "+05:30", as minutes ahead of UTC; None for nonsense and none.

    date: the date it belongs to, which some programs write with the zone behind it.
    """
    found = _OFFSET.fullmatch(_plain(value)) or _OFFSET_BEHIND.search(_plain(date))
    if found is None:
        return None
    sign, hours, minutes = found.groups()
    if sign is None:  # "Z"
        return 0
    ahead = 60 * int(hours) + int(minutes)
    if ahead > _FURTHEST_ZONE or int(minutes) >= 60:
        return None
    return -ahead if sign == "-" else ahead


def _plain(value: object) -> str:
    """Return the text of an EXIF value without what pads it; nothing where it is no text."""
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    return value.strip("\0 \t\r\n") if isinstance(value, str) else ""


def date_in_name(name: str) -> str | None:
    """Return the date that cameras, phones and messengers write into a file's name.

    Midnight where the name tells the day only; None where it tells no date.
    """
    for found in _NAME_DATE.finditer(name):
        year, _, month, day, hour, _, minute, second, half = found.groups()
        day_only = _checked([int(year), int(month), int(day)])
        if day_only is None:
            continue
        if hour is None:
            return day_only
        time = [_hours_of_day(int(hour), half), int(minute), int(second)]
        return _checked([int(year), int(month), int(day), *time]) or day_only
    return None


def file_date(mtime_ns: int) -> str:
    """Return a file's time in local time; 1 January 1970 for one that no file can have."""
    try:
        moment = datetime.fromtimestamp(mtime_ns // 1_000_000_000)
    except (OverflowError, OSError, ValueError):
        moment = _NO_TIME
    return (moment if _FIRST_YEAR <= moment.year <= _LAST_YEAR else _NO_TIME).isoformat()


def _hours_of_day(hour: int, half: str | None) -> int:
    if half is None or not 1 <= hour <= 12:
        return hour
    return hour % 12 + (12 if half in "pP" else 0)


def _checked(parts: list[int]) -> str | None:
    """Return ISO 8601 from year, month, day and maybe hour, minute, second; None for nonsense."""
    if not _FIRST_YEAR <= parts[0] <= _LAST_YEAR:
        return None
    year, month, day, hour, minute, second = [*parts, 0, 0, 0][:6]
    try:
        return datetime(year, month, day, hour, minute, second).isoformat()
    except ValueError:
        return None
