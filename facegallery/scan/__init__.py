"""The disk only: which files of a folder look like photos. Opens folders, never a file."""
