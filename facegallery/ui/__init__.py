"""The window: one folder a screen. Screens read the catalog and ask the session for the rest."""

import PySide6.QtCore  # noqa: F401  # what follows is about imports after this one

from facegallery.ui import plain_imports

plain_imports.restore()
