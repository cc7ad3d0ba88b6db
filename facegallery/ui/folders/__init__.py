"""Folders: where the photos come from, how each one is, and what could not be read."""
