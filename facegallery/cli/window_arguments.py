"""What the program takes where no command is given: the window is to be up soon."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from facegallery import __version__, paths


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what a command line asks for; ends the program where it is wrong, as argparse does.

    The parsers of all commands take 20 ms to make, which the window need not wait for.
    """
    options, others = window_parser(add_help=False).parse_known_args(arguments)
    if not others:
        return options
    from facegallery.cli.arguments import parser

    return parser().parse_args(arguments)


def window_parser(*, add_help: bool = True) -> argparse.ArgumentParser:
    """Return the parser of what comes before a command, or stands alone: for the window."""
    top = argparse.ArgumentParser(
        prog="facegallery",
        description="A private people album. Without a command it opens the window.",
        epilog="Photos are never changed, and nothing leaves this machine.",
        add_help=add_help,
    )
    top.set_defaults(command=None)
    top.add_argument("--version", action="version", version=f"FaceGallery {__version__}")
    top.add_argument(
        "--library",
        type=Path,
        metavar="DIR",
        help=f"the library to work on (default: FACEGALLERY_LIBRARY, or {paths.default_library()})",
    )
    top.add_argument(
        "--profile",
        action="store_true",
        help="of the window: say on stderr whenever it is held up, and by which lines",
    )
    return top
