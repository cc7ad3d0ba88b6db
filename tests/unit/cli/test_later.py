"""Commands import what they need when they are called, and what they name exists."""

import subprocess
import sys
from argparse import ArgumentParser, _SubParsersAction

import pytest

from facegallery.cli.arguments import EXPORT_KINDS, parser
from facegallery.cli.exporting import KINDS
from facegallery.cli.later import Later


def commands(of: ArgumentParser):
    """Each command's function, and those of the commands below it."""
    for action in of._actions:
        if isinstance(action, _SubParsersAction):
            for command in action.choices.values():
                if "do" in command._defaults:
                    yield command.get_default("do")
                yield from commands(command)


def test_every_command_names_a_function_that_exists():
    found = list(commands(parser()))
    assert len(found) > 20
    for do in found:
        function = Later(do.__module__.rpartition(".")[2]).function(do.__name__)
        assert function.__name__ == do.__name__


def test_the_kinds_of_export_are_those_of_the_command():
    assert tuple(KINDS) == EXPORT_KINDS


def test_the_parser_needs_none_of_them():
    code = "import sys, facegallery.cli.arguments as a; a.parser(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert not {"facegallery.cli.library", "facegallery.jobs.analyse", "PIL"} & set(
        done.stdout.split()
    )


def test_a_function_that_is_not_there_is_an_error():
    with pytest.raises(AttributeError):
        Later("people").function("nothing_of_the_kind")
