"""Tools on photos that need not be in the library: compare two."""
