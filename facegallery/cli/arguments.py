"""What the commands take; the functions that do them are in the modules beside this one."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from facegallery import __version__, paths
from facegallery.catalog.library import Library
from facegallery.cli import evaluating, library, people, pictures, searching

Do = Callable[[Library, Any], int | None]
Commands = Any  # argparse names no public type for what add_subparsers returns


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="facegallery",
        description="A private people album. Without a command it opens the window.",
        epilog="Photos are never changed, and nothing leaves this machine.",
    )
    top.add_argument("--version", action="version", version=f"FaceGallery {__version__}")
    top.add_argument(
        "--library",
        type=Path,
        metavar="DIR",
        help=f"the library to work on (default: FACEGALLERY_LIBRARY, or {paths.default_library()})",
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _library_commands(commands)
    _people_commands(commands)
    _face_commands(commands)
    _picture_commands(commands)
    _evaluate_commands(commands)
    return top


def _add(commands: Commands, name: str, do: Do, words: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=words, description=words[0].upper() + words[1:] + "."
    )
    command.set_defaults(do=do)
    command.add_argument("--json", action="store_true", help="print one JSON value")
    return command


def _models(command: argparse.ArgumentParser, *, recognizer: bool = True) -> None:
    command.add_argument("--detector", metavar="D", help="how to find faces: mtcnn or yunet")
    if recognizer:
        command.add_argument(
            "--recognizer", metavar="R", help="how to recognise them: sface, vggface2-resnet50 ..."
        )


def _library_commands(commands: Commands) -> None:
    scan = _add(commands, "scan", library.scan, "find new and changed photos and who is in them")
    scan.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    scan.add_argument("--workers", type=_positive, metavar="N", help="processes (default: cores)")
    _models(scan)
    _add(commands, "status", library.status, "tell what the library holds and what works on it")
    search = _add(
        commands, "search", searching.search, "list the photos that show all these people"
    )
    search.add_argument("query", nargs="*", metavar="QUERY", help='names, as in: obama "joe biden"')
    search.add_argument("-0", dest="nul", action="store_true", help="end each path with NUL")


def _people_commands(commands: Commands) -> None:
    listed = _add(commands, "people", people.listed, "list people and groups, most photos first")
    listed.add_argument("--all", action="store_true", help="hidden ones too")
    name = _add(commands, "name", people.name, "name a group, or rename a person")
    name.add_argument("who", metavar="ID")
    name.add_argument("name", metavar="NAME")
    name.add_argument("--new", action="store_true", help="even if somebody has this name already")
    merge = _add(commands, "merge", people.merge, "make one of several; the first person stays")
    merge.add_argument("who", nargs="+", metavar="ID")
    for verb, words in (("hide", "hide people or groups"), ("show", "show hidden ones again")):
        command = _add(commands, verb, people.hide, words)
        command.add_argument("who", nargs="+", metavar="ID")
    _add(commands, "undo", people.undo, "take back the last change")
    _add(commands, "redo", people.redo, "do again what was taken back last")


def _face_commands(commands: Commands) -> None:
    listed = _add(commands, "faces", people.faces_listed, "list faces")
    which = listed.add_mutually_exclusive_group()
    which.add_argument("--of", metavar="ID", help="of one person or group only")
    which.add_argument("--not-faces", action="store_true", help='what you said is "not a face"')
    for verb, words in (
        ("confirm", "say that a face is a person's"),
        ("reject", "say that a face is not a person's, for good"),
        ("move", "give a face to another person"),
    ):
        command = _add(commands, verb, people.decide, words)
        command.add_argument("face", type=int, metavar="FACE")
        command.add_argument("person", metavar="PERSON")
    for verb, words in (
        ("take-out", "take faces out of their group"),
        ("not-a-face", "say that these are no faces"),
        ("is-a-face", "say that they are faces after all"),
    ):
        command = _add(commands, verb, people.mark, words)
        command.add_argument("face", type=int, nargs="+", metavar="FACE")


def _picture_commands(commands: Commands) -> None:
    detect = _add(commands, "detect", pictures.detect, "find the faces in pictures")
    detect.add_argument("images", nargs="+", type=Path, metavar="IMAGE")
    _models(detect, recognizer=False)
    verify = _add(commands, "verify", pictures.verify, "tell whether two pictures show one person")
    verify.add_argument("first", type=Path, metavar="A")
    verify.add_argument("second", type=Path, metavar="B")
    _models(verify)


def _evaluate_commands(commands: Commands) -> None:
    words = "measure how right the models are on pictures with known people"
    what = commands.add_parser("evaluate", help=words, description=words).add_subparsers(
        dest="what", metavar="WHAT", required=True
    )
    grouping = _add(what, "grouping", evaluating.grouping, "group a folder of people's pictures")
    grouping.add_argument("folder", type=Path, metavar="DIR", help="a folder for each person")
    _models(grouping)
    pairs = _add(what, "pairs", evaluating.pairs, "judge pairs of pictures by LFW's protocol")
    pairs.add_argument("file", type=Path, metavar="FILE", help="the list of pairs")
    pairs.add_argument("--images", type=Path, metavar="DIR", required=True)
    _models(pairs)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number
