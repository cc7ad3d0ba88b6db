"""The time as the catalog writes it."""

from datetime import UTC, datetime


def now() -> str:
    """Return the time as the catalog writes it: ISO 8601, UTC, seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def exactly_now() -> str:
    """Return the time, ISO 8601, UTC: exact enough to tell one thing said from the next."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
