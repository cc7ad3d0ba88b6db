"""Welcome: what an empty library shows."""
