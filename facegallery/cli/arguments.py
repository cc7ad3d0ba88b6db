"""What the commands take; the functions that do them are in the modules beside this one."""

import argparse
from pathlib import Path
from typing import Any

from facegallery.cli import names_arguments, query_help
from facegallery.cli.later import Do, Later
from facegallery.cli.window_arguments import window_parser

Commands = Any  # argparse names no public type for what add_subparsers returns
EXPORT_KINDS = ("copies", "hard-links", "links")  # as exporting.KINDS has them

albums = Later("albums")
bystanders = Later("bystanders")
comparing = Later("comparing")
evaluating = Later("evaluating")
exporting = Later("exporting")
folders = Later("folders")
identifying = Later("identifying")
library = Later("library")
merging = Later("merging")
models = Later("models")
people = Later("people")
pictures = Later("pictures")
reviewing = Later("reviewing")
searching = Later("searching")
tuning = Later("tuning")


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = window_parser()
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _library_commands(commands)
    _album_commands(commands)
    names_arguments.add_to(commands, _add)
    _model_commands(commands)
    _folder_commands(commands)
    _people_commands(commands)
    _face_commands(commands)
    _review_commands(commands)
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


def _models(
    command: argparse.ArgumentParser, *, recognizer: bool = True, several: bool = False
) -> None:
    action = "append" if several else "store"
    more = "; several, with commas or given again, are compared" if several else ""
    command.add_argument(
        "--detector", metavar="D", action=action, help=f"how to find faces: mtcnn or yunet{more}"
    )
    if recognizer:
        command.add_argument(
            "--recognizer",
            metavar="R",
            action=action,
            help=f"how to recognise them: sface, vggface2-resnet50 ...{more}",
        )


def _library_commands(commands: Commands) -> None:
    scan = _add(commands, "scan", library.scan, "find new and changed photos and who is in them")
    scan.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    scan.add_argument(
        "--watch", action="store_true", help="go on with what changes there, until Ctrl-C"
    )
    scan.add_argument("--workers", type=_positive, metavar="N", help="processes (default: cores)")
    scan.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="look at photos on the workers of this Dask scheduler, tcp://host:8786; "
        'default: as in Settings; "": on this machine',
    )
    _models(scan)
    _add(commands, "status", library.status, "tell what the library holds and what works on it")
    restore = _add(commands, "restore", library.restore, "bring back a copy of the catalog")
    restore.add_argument("copy", nargs="?", metavar="COPY", help="its name; none: list all")
    search = _add(commands, "search", searching.search, "list the photos that a query asks for")
    search.epilog = query_help.LANGUAGE
    search.formatter_class = argparse.RawDescriptionHelpFormatter
    search.add_argument(
        "query", nargs="*", metavar="QUERY", help="names and more, as in: obama date: summer 2015"
    )
    search.add_argument("--limit", type=_positive, metavar="N", help="no more than N photos")
    search.add_argument("--count", action="store_true", help="tell only how many they are")
    _lists_photos(search)


def _lists_photos(command: argparse.ArgumentParser) -> None:
    command.add_argument("-0", dest="nul", action="store_true", help="end each path with NUL")
    command.add_argument("--csv", action="store_true", help="a table as CSV, one photo a line")


def _album_commands(commands: Commands) -> None:
    _add(commands, "albums", albums.listed, "list the albums")
    album = commands.add_parser("album", help="save, change and delete albums")
    what = album.add_subparsers(dest="what", metavar="WHAT", required=True)
    save = _add(what, "save", albums.save, "save a search, which stays alive, or photos")
    save.add_argument("name", metavar="NAME")
    save.add_argument("query", nargs="*", metavar="QUERY")
    save.add_argument("--photos", nargs="+", type=Path, metavar="PHOTO", help="these, by path")
    show = _add(what, "show", albums.show, "list the photos of an album")
    _lists_photos(show)
    add = _add(what, "add", albums.add, "put photos into an album")
    remove = _add(what, "remove", albums.remove, "take photos out of an album")
    delete = _add(what, "delete", albums.delete, "delete an album; its photos stay")
    rename = _add(what, "rename", albums.rename, "give an album another name")
    change = _add(what, "change", albums.change, "have an album of a search look for another")
    cover = _add(what, "cover", albums.cover, "choose the photo that stands for an album")
    move = _add(what, "move", albums.move, "put an album at another place in the list")
    for command in (show, add, remove, delete, rename, change, cover, move):
        command.add_argument("album", metavar="ALBUM", help="its name or number")
    for command in (add, remove):
        command.add_argument("photos", nargs="+", type=Path, metavar="PHOTO")
    rename.add_argument("name", metavar="NAME")
    change.add_argument("query", nargs="+", metavar="QUERY")
    cover.add_argument("photo", type=Path, metavar="PHOTO")
    move.add_argument("place", type=_positive, metavar="PLACE", help="1 for the first")
    export = _add(commands, "export", exporting.run, "put photos of a search into another folder")
    export.add_argument("query", nargs="*", metavar="QUERY")
    export.add_argument("--album", action="append", metavar="ALBUM", help="of albums instead")
    export.add_argument("--to", type=Path, metavar="FOLDER")
    export.add_argument("--as", dest="kind", choices=EXPORT_KINDS, default="copies")
    export.add_argument("--by", choices=("person", "album"), help="a folder for each")
    export.add_argument("--undo", action="store_true", help="remove what the last export wrote")


def _model_commands(commands: Commands) -> None:
    listed = _add(commands, "models", models.listed, "list the models, and bring or choose others")
    what = listed.add_subparsers(dest="what", metavar="WHAT")
    install = _add(what, "install", models.install, "bring a model's weights to this machine")
    install.add_argument("name", metavar="NAME")
    install.add_argument(
        "--from",
        dest="source",
        nargs="+",
        type=Path,
        default=(),
        metavar="FILE",
        help="files brought by hand, instead of downloading them",
    )
    remove = _add(what, "remove", models.remove, "remove a model's weights from this machine")
    remove.add_argument("name", metavar="NAME")
    use = _add(what, "use", models.use, "change the model that the library works with")
    use.add_argument("name", metavar="NAME")
    use.add_argument("--workers", type=_positive, metavar="N", help="processes (default: cores)")


def _folder_commands(commands: Commands) -> None:
    _add(commands, "folders", folders.listed, "list the folders, and the files that failed")
    removed = _add(commands, "remove-folder", folders.remove, "take a folder out of the library")
    moved = _add(commands, "relocate-folder", folders.relocate, "tell where a folder is now")
    for command in (removed, moved):
        command.add_argument("folder", type=Path, metavar="FOLDER")
    moved.add_argument("new", type=Path, metavar="NEW", help="where it is now")
    words = "leave folders or files out of the library; nothing is written there"
    left_out = _add(commands, "leave-out", folders.leave_out, words)
    words = "take back that folders or files are left out"
    let_in = _add(commands, "let-in", folders.let_in, words)
    for command in (left_out, let_in):
        command.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    words = "have the next scan look again at the files that failed"
    _add(commands, "try-again", folders.try_again, words)


def _people_commands(commands: Commands) -> None:
    listed = _add(commands, "people", people.listed, "list people and groups, most photos first")
    listed.add_argument("--all", action="store_true", help="hidden ones too")
    name = _add(commands, "name", people.name, "name a group, or rename a person")
    name.add_argument("who", metavar="ID")
    name.add_argument("name", metavar="NAME")
    name.add_argument("--new", action="store_true", help="even if somebody has this name already")
    merge = _add(commands, "merge", merging.merge, "make one of several; the first person stays")
    merge.add_argument("who", nargs="+", metavar="ID")
    merge.add_argument("--name", metavar="NAME", help="another name for the one who stays")
    merge.add_argument("--cover", type=int, metavar="FACE", help="the face on their card")
    merged = _add(commands, "merges", merging.listed, "list merges that can be taken apart")
    merged.add_argument("who", nargs="?", metavar="ID", help="of this person or group only")
    unmerge = _add(commands, "unmerge", merging.unmerge, "take a merge apart, at any later time")
    unmerge.add_argument("merge", type=int, metavar="MERGE", help="its number, see merges")
    split = _add(commands, "split", merging.split, "take apart who is several people")
    split.add_argument("who", metavar="ID")
    split.add_argument(
        "--parts", type=_positive, default=2, metavar="N", help="how many people (default: 2)"
    )
    split.add_argument("--yes", action="store_true", help="do what is proposed")
    split.add_argument(
        "--part", type=int, nargs="+", action="append", metavar="FACE", help="a part, by its faces"
    )
    split.add_argument("--name", action="append", metavar="NAME", help="of the next other part")
    split.add_argument("--new", action="store_true", help="even if somebody has this name already")
    for verb, words in (("hide", "hide people or groups"), ("show", "show hidden ones again")):
        command = _add(commands, verb, people.hide, words)
        command.add_argument("who", nargs="+", metavar="ID")
    words = "hide everybody without a name in photos or folders"
    unnamed = _add(commands, "hide-unnamed", bystanders.hide, words)
    unnamed.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    unnamed.add_argument("--show", action="store_true", help="show them again")
    strangers = _add(
        commands, "strangers", tuning.strangers, "list groups that appear in one event only"
    )
    strangers.add_argument("--hide", action="store_true", help="hide them all")
    strict = _add(commands, "strictness", tuning.strictness, "tell or set how strict grouping is")
    strict.add_argument(
        "strictness", type=int, nargs="?", metavar="N", help="-2 joins most, 0 as usual, 2 least"
    )
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


def _review_commands(commands: Commands) -> None:
    review = _add(commands, "review", reviewing.review, "ask what is worth most to know next")
    review.add_argument("question", nargs="?", metavar="QUESTION", help="one to answer")
    review.add_argument(
        "--limit", type=_positive, default=20, metavar="N", help="questions (default: 20)"
    )
    review.add_argument(
        "--faces", type=int, nargs="+", metavar="FACE", help="answer for these of a row's faces"
    )
    answers = review.add_mutually_exclusive_group()
    for answer in ("yes", "no", "not-sure"):
        answers.add_argument(f"--{answer}", dest="answer", action="store_const", const=answer)
    describe = _add(commands, "set", reviewing.describe, "tell something of a person")
    describe.add_argument("person", metavar="PERSON")
    describe.add_argument("--birth-date", metavar="DATE", help="1984-05-03, or 1984")
    describe.add_argument("--notes", metavar="TEXT")
    describe.add_argument(
        "--also-called", action="append", metavar="NAME", help="another name; can be given again"
    )
    describe.add_argument("--favourite", action=argparse.BooleanOptionalAction)
    words = "say that people and groups are different people, for good"
    different = _add(commands, "different", reviewing.different, words)
    different.add_argument("who", nargs="+", metavar="ID")
    words = "say that a photo may show one person more than once"
    same = _add(commands, "same-in-photo", reviewing.same_in_photo, words)
    same.add_argument("face", type=int, nargs="+", metavar="FACE", help="any face of the photo")
    same.add_argument("--wrong", action="store_true", help="take that back")


def _picture_commands(commands: Commands) -> None:
    detect = _add(commands, "detect", pictures.detect, "find the faces in pictures")
    detect.add_argument("images", nargs="+", type=Path, metavar="IMAGE")
    _models(detect, recognizer=False)
    detect.add_argument(
        "--draw",
        type=Path,
        metavar="OUT",
        help="draw boxes, landmarks, score and quality: into a file, or a folder for several",
    )
    verify = _two_pictures(
        commands, "verify", comparing.verify, "tell whether two pictures show one person"
    )
    verify.add_argument(
        "--all", action="store_true", help="every face of A against every face of B"
    )
    compare = _two_pictures(
        commands, "compare", comparing.compare, "tell which faces of one photo appear in another"
    )
    compare.add_argument(
        "--draw", type=Path, metavar="OUT", help="draw both photos, with lines between the pairs"
    )
    explain = _two_pictures(
        commands, "explain", comparing.explain, "tell why two faces count as one person's or not"
    )
    explain.add_argument(
        "--draw", type=Path, metavar="OUT", help="draw what the recognizer saw and made of it"
    )
    identify = _add(commands, "identify", identifying.identify, "tell who is in a picture")
    identify.add_argument("image", type=Path, metavar="IMAGE")
    identify.add_argument(
        "--top", type=_positive, default=5, metavar="N", help="names a face (default: 5)"
    )
    identify.add_argument(
        "--classifier",
        metavar="C",
        help="of famous people (default: one that is installed): vggface2-resnet50-classifier ...",
    )
    _models(identify, recognizer=False)


def _two_pictures(commands: Commands, name: str, do: Do, words: str) -> argparse.ArgumentParser:
    command = _add(commands, name, do, words)
    command.add_argument("first", type=Path, metavar="A")
    command.add_argument("second", type=Path, metavar="B")
    _models(command)
    return command


def _evaluate_commands(commands: Commands) -> None:
    words = "measure how right the models are on pictures with known people"
    what = commands.add_parser("evaluate", help=words, description=words).add_subparsers(
        dest="what", metavar="WHAT", required=True
    )
    grouping = _add(what, "grouping", evaluating.grouping, "group a folder of people's pictures")
    faces = grouping.add_mutually_exclusive_group(required=True)
    faces.add_argument(
        "folder", type=Path, nargs="?", metavar="DIR", help="a folder for each person"
    )
    faces.add_argument(
        "--synthetic",
        type=_positive,
        metavar="N",
        help="made faces: time and memory, beside scikit-learn's DBSCAN; with --plot how they grow",
    )
    grouping.add_argument(
        "--dimensions", type=_positive, default=128, metavar="D", help="of made faces: 128 or more"
    )
    _models(grouping, several=True)
    _plot(grouping, "F against the grouping distance")
    effort = _add(
        what, "effort", evaluating.effort, "count what a user must do until all people are named"
    )
    effort.add_argument(
        "folder", type=Path, metavar="DIR", help="a folder for each person, or with a truth.json"
    )
    effort.add_argument(
        "--player",
        choices=("usual", "careful"),
        default="usual",
        help="who is played; careful: in any order, unsure at times, names before looking closely",
    )
    _models(effort)
    pairs = _add(what, "pairs", evaluating.pairs, "judge pairs of pictures by LFW's protocol")
    pairs.add_argument("file", type=Path, metavar="FILE", help="the list of pairs")
    pairs.add_argument("--images", type=Path, metavar="DIR", required=True)
    _models(pairs, several=True)
    _plot(pairs, "ROC with the threshold")
    detection = _add(
        what, "detection", evaluating.detection, "judge a detector on photos with labelled faces"
    )
    detection.add_argument(
        "truth", type=Path, metavar="TRUTH", help="JSON as of detect --json, or WIDER FACE's text"
    )
    detection.add_argument("--images", type=Path, metavar="DIR", required=True)
    _models(detection, recognizer=False, several=True)
    _plot(detection, "recall against false faces")


def _plot(command: argparse.ArgumentParser, words: str) -> None:
    command.add_argument("--plot", type=Path, metavar="OUT.png", help=f"draw {words}")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number
