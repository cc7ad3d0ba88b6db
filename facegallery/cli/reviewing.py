"""review, set, different, same-in-photo: questions, and facts about people."""

from argparse import Namespace

from facegallery.actions.details import Describe
from facegallery.actions.facts import Different, SameInPhoto
from facegallery.actions.people import Who
from facegallery.catalog.library import Library
from facegallery.cli.output import print_json, print_table, shown
from facegallery.cli.people import do_action
from facegallery.domain.errors import NoSuchPerson, NotPossible
from facegallery.jobs import review as reviewing
from facegallery.jobs.review import Question


def review(library: Library, arguments: Namespace) -> None:
    """List the questions worth most, or answer one of them."""
    library.prepare()
    if arguments.question is not None:
        _answer(library, arguments)
        return
    found = reviewing.questions(library, arguments.limit)
    if arguments.json:
        print_json([_question_json(question) for question in found])
    elif found:
        rows = [[one.id, _words(one), f"{one.worth:.1f}", one.why] for one in found]
        print_table(["question", "asked", "worth", "why"], rows)
    else:
        print("There is nothing to ask.")


def _answer(library: Library, arguments: Namespace) -> None:
    every = reviewing.questions(library, limit=reviewing.ALL)
    question = next((one for one in every if one.id == arguments.question), None)
    if question is None:
        raise NotPossible(
            f"{arguments.question} is not asked now. facegallery review lists the questions."
        )
    answers = {"yes": reviewing.yes, "no": reviewing.no, "not-sure": reviewing.not_sure}
    if arguments.answer is None:
        raise NotPossible("Say --yes, --no or --not-sure.")
    do_action(library, arguments, answers[arguments.answer](question, arguments.faces))


def describe(library: Library, arguments: Namespace) -> None:
    """Tell something of a person."""
    who = Who.parse(arguments.person)
    if who.kind != "person":
        raise NoSuchPerson(arguments.person)
    also = arguments.also_called
    action = Describe(
        who.number,
        arguments.birth_date,
        arguments.notes,
        None if also is None else tuple(name for name in also if name.strip()),
        arguments.favourite,
    )
    do_action(library, arguments, action)


def different(library: Library, arguments: Namespace) -> None:
    """Say that people and groups are all different people."""
    do_action(library, arguments, Different(tuple(map(Who.parse, arguments.who))))


def same_in_photo(library: Library, arguments: Namespace) -> None:
    """Say that photos may show one person more than once, or that they may not."""
    do_action(library, arguments, SameInPhoto(tuple(arguments.face), right=not arguments.wrong))


def _words(question: Question) -> str:
    if question.kind == "not-face":
        return f"{len(question.face_ids[0])} more that are no faces?"
    if question.kind == "hide":
        return f"Hide {len(question.face_ids[0])} groups like hidden ones?"
    names = [shown(card.name or f"{card.faces} faces") for card in question.who]
    if question.kind == "who":
        return f"Who is this? ({names[0]})"
    if question.kind == "same":
        return f"Same person? ({names[0]}, {names[1]})"
    if question.kind == "more":
        return f"{len(question.face_ids[0])} more of {names[0]}?"
    return f"Two people in here? ({names[0]})"


def _question_json(question: Question) -> dict[str, object]:
    return {
        "id": question.id,
        "kind": question.kind,
        "who": [card.id for card in question.who],
        "faces": [list(faces) for faces in question.face_ids],
        "worth": round(question.worth, 3),
        "likeness": question.likeness,
        "why": question.why,
    }
