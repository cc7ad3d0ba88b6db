"""Modules of commands that are imported when one of their commands is called."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from facegallery.catalog.library import Library

Do = Callable[[Library, Any], int | None]


class Later:
    """Stands for a module beside this one: its functions can be named before it is imported.

    A command needs its own modules only; importing those of all commands takes half a second.
    """

    def __init__(self, module: str) -> None:
        """Take the module's name, without the package."""
        self._module = f"{__package__}.{module}"

    def __getattr__(self, name: str) -> Do:
        """Return a function that calls the module's function of this name."""

        def do(library: Library, arguments: Any) -> int | None:
            return self.function(name)(library, arguments)

        do.__name__, do.__module__ = name, self._module
        return do

    def function(self, name: str) -> Do:
        """Return the module's function itself; raises AttributeError where there is none."""
        found: Do = getattr(import_module(self._module), name)
        return found
