"""Distances on the globe."""

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0  # mean radius; a sphere is right to half a percent


def kilometres(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """Return the distance of two places along the globe; degrees, north and east positive."""
    south, north = radians(latitude), radians(to_latitude)
    up = sin((north - south) / 2) ** 2
    across = sin(radians(to_longitude - longitude) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, up + cos(south) * cos(north) * across)))
