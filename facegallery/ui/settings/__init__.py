"""Settings: the models there are and which of them work, and what the library is."""
