"""Insight: what the library tells of its people and times when looked at as a whole."""
