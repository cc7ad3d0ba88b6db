"""Search: the photos that show the people whose names were typed."""
