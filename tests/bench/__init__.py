"""Figures, not tests: `make bench`, or `python -m tests.bench scan queries accuracy`."""
