"""people, faces, and everything that changes whose a face is."""

from argparse import Namespace

from facegallery.actions import perform
from facegallery.actions.faces import Confirm, Move, NotAFace, Reject, TakeOut
from facegallery.actions.people import Hide, Name, Who
from facegallery.catalog import faces, people
from facegallery.catalog.library import Library
from facegallery.cli.output import print_json, print_table, say_done, shown
from facegallery.domain.errors import NoSuchPerson, NotPossible
from facegallery.domain.face import Face
from facegallery.jobs.strictness import obey_strictness
from facegallery.jobs.suggest import refresh_suggestions


def listed(library: Library, arguments: Namespace) -> None:
    """List people and groups, those in most photos first."""
    library.prepare()
    with library.open(read_only=True) as db:
        cards = people.listed(db, hidden=arguments.all)
    cards.sort(key=lambda card: (-card.photos, -card.faces, card.kind == "group", card.number))
    if arguments.json:
        fields = (
            *("id", "kind", "name", "faces", "photos", "hidden"),
            *("birth_date", "notes", "other_names", "favourite"),
        )
        print_json([{name: getattr(card, name) for name in fields} for card in cards])
        return
    rows = [
        [card.id, shown(card.name or _unnamed(card.maybe_name)), card.faces, card.photos]
        + ([("hidden" if card.hidden else "")] if arguments.all else [])
        for card in cards
    ]
    if rows:
        print_table(["id", "name", "faces", "photos"] + ["hidden"] * bool(arguments.all), rows)
    else:
        print("Nobody to show. facegallery scan FOLDER finds people; --all shows hidden ones.")


def faces_listed(library: Library, arguments: Namespace) -> None:
    """List faces: all, those of a person or group, or what the user said is none."""
    library.prepare()
    with library.open(read_only=True) as db:
        if arguments.not_faces:
            found = faces.not_faces(db)
        elif arguments.of is None:
            found = faces.listed(db)
        else:
            who = Who.parse(arguments.of)
            who.card(db)
            if who.kind == "group":
                found = faces.of_group(db, who.number)
            else:
                found = faces.of_person(db, who.number)
                found += faces.of_person(db, who.number, "suggested")
    if arguments.json:
        print_json([_face_json(face) for face in found])
        return
    rows = [
        [
            face.id,
            shown(face.person_name or ""),
            face.state or "",
            "" if face.group_id is None else f"g{face.group_id}",
            f"{face.quality:.2f}",
            shown(face.path),
        ]
        for face in found
    ]
    print_table(["id", "person", "state", "group", "quality", "photo"], rows)


def name(library: Library, arguments: Namespace) -> None:
    """Name a group or rename a person."""
    do_action(library, arguments, Name(Who.parse(arguments.who), arguments.name, arguments.new))


def hide(library: Library, arguments: Namespace) -> None:
    """Hide people and groups, or show them again."""
    who = tuple(map(Who.parse, arguments.who))
    do_action(library, arguments, Hide(who, hidden=arguments.command == "hide"))


def decide(library: Library, arguments: Namespace) -> None:
    """Confirm, reject or move a face."""
    who = Who.parse(arguments.person)
    if who.kind != "person":
        raise NoSuchPerson(arguments.person)
    kinds: dict[str, type[Confirm | Reject | Move]] = {
        "confirm": Confirm,
        "reject": Reject,
        "move": Move,
    }
    do_action(library, arguments, kinds[arguments.command]((arguments.face,), who.number))


def mark(library: Library, arguments: Namespace) -> None:
    """Take faces out of their group, or say that they are faces or not."""
    chosen = tuple(dict.fromkeys(arguments.face))
    if arguments.command == "take-out":
        do_action(library, arguments, TakeOut(chosen))
    else:
        do_action(library, arguments, NotAFace(chosen, is_face=arguments.command == "is-a-face"))


def undo(library: Library, arguments: Namespace) -> None:
    """Take back the last change."""
    _step(library, arguments, perform.undo, "Undone: {0}", "There is nothing to undo.")


def redo(library: Library, arguments: Namespace) -> None:
    """Do again what was taken back last."""
    _step(library, arguments, perform.redo, "Done again: {0}", "There is nothing to do again.")


def do_action(library: Library, arguments: Namespace, action: perform.Action) -> None:
    """Do an action, make suggestions anew, and say what was done."""
    library.prepare()
    with library.open() as db:
        words = perform.perform(db, action)
    _said(library, arguments, words)


def _step(
    library: Library,
    arguments: Namespace,
    step: perform.Step,
    words: str,
    nothing: str,
) -> None:
    library.prepare()
    with library.open() as db:
        done = step(db)
    if done is None:
        raise NotPossible(nothing)
    _said(library, arguments, words.format(done))


def _said(library: Library, arguments: Namespace, words: str) -> None:
    if not obey_strictness(library):
        refresh_suggestions(library)
    say_done(words if arguments.json else f"{words}.", as_json=arguments.json)


def _unnamed(maybe: str | None) -> str:
    return f"(no name; {maybe}?)" if maybe else "(no name)"


def _face_json(face: Face) -> dict[str, object]:
    return {
        "id": face.id,
        "photo": face.path,
        "box": list(face.box),
        "score": face.score,
        "quality": face.quality,
        "person": None if face.person_id is None else f"p{face.person_id}",
        "group": None if face.group_id is None else f"g{face.group_id}",
        "state": face.state,
    }
