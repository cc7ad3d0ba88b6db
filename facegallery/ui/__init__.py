"""The window: one folder a screen. Screens read the catalog and ask the session for the rest."""
