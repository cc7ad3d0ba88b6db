"""When the library is scanned by itself, which is on at first; and on which machines."""

from facegallery.catalog import properties
from facegallery.catalog.library import Catalog

WATCH = "watch_folders"
WAIT_ON_BATTERY = "wait_on_battery"
_CLUSTER = "cluster"
_ON, _OFF = "yes", "no"


def is_on(db: Catalog, setting: str) -> bool:
    """Tell whether WATCH or WAIT_ON_BATTERY is switched on."""
    return properties.value(db, setting) != _OFF


def all_settings(db: Catalog) -> dict[str, bool]:
    """Return which are on, by name."""
    return {setting: is_on(db, setting) for setting in (WATCH, WAIT_ON_BATTERY)}


def switch(db: Catalog, setting: str, *, on: bool) -> None:
    """Switch WATCH or WAIT_ON_BATTERY."""
    properties.set_value(db, setting, _ON if on else _OFF)


def cluster(db: Catalog) -> str:
    """Return the address of the Dask scheduler to scan with; "" for this machine alone."""
    return properties.value(db, _CLUSTER) or ""


def set_cluster(db: Catalog, address: str) -> None:
    """Choose a Dask cluster, tcp://host:8786, or "" for this machine."""
    properties.set_value(db, _CLUSTER, address)
