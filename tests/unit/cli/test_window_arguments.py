import subprocess
import sys
from pathlib import Path

import pytest

from facegallery.cli.window_arguments import parse


def test_without_a_command_it_is_the_window():
    options = parse(["--library", "album", "--profile"])
    assert (options.command, options.library, options.profile) == (None, Path("album"), True)
    assert parse([]).library is None


def test_a_command_is_found_before_and_after_the_windows_options():
    options = parse(["--library", "album", "status", "--json"])
    assert (options.command, options.library, options.json) == ("status", Path("album"), True)


@pytest.mark.parametrize("wrong", [["--libary", "album"], ["staus"], ["scan"]])
def test_what_is_wrong_is_said_by_the_whole_parser(wrong, capsys):
    with pytest.raises(SystemExit) as ended:
        parse(wrong)
    assert ended.value.code == 2
    assert "usage: facegallery" in capsys.readouterr().err


def test_help_lists_the_commands(capsys):
    with pytest.raises(SystemExit):
        parse(["--help"])
    assert "relocate-folder" in capsys.readouterr().out


def test_the_window_does_not_wait_for_the_parsers_of_commands():
    code = (
        "import sys; from facegallery.cli.window_arguments import parse; parse([]);"
        "print('facegallery.cli.arguments' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
