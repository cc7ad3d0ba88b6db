"""What the command `names` takes; see cli.names."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from facegallery.cli.later import Later

names = Later("names")


def add_to(commands: Any, add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the command and what can be done with it. add: of arguments, adds one command."""
    words = "keep all names and decisions in a file, bring them in, tell them to other programs"
    top = commands.add_parser("names", help=words, description=f"{words.capitalize()}.")
    what = top.add_subparsers(dest="what", metavar="WHAT", required=True)
    words = "write all names and decisions into one file"
    export = add(what, "export", names.export, words)
    words = "bring in a file of names, into this library or that of another machine"
    bring_in = add(what, "import", names.bring_in, words)
    for command in (export, bring_in):
        command.add_argument("file", type=Path, metavar="FILE")
    bring_in.add_argument(
        "--apart",
        action="append",
        default=[],
        metavar="NAME",
        help="this person of the file is nobody here, though somebody has the name",
    )
    bring_in.add_argument("--dry-run", action="store_true", help="only tell what it would do")
    words = "write an XMP sidecar with names and face regions for each photo, for other programs"
    sidecars = add(what, "sidecars", names.sidecars, words)
    sidecars.add_argument(
        "--to", type=Path, metavar="FOLDER", help="into this folder (default: beside the photos)"
    )
