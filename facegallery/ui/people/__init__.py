"""The People page: everybody the library knows or has found, and the ways to name them."""
