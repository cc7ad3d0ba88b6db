"""The program run as a user runs it: in a process of its own, on a library of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Program:
    """facegallery on one library."""

    library: Path
    environment: dict[str, str]

    def command(self, *arguments: object) -> list[str]:
        return [
            sys.executable, "-m", "facegallery", "--library", str(self.library),
            *map(str, arguments),
        ]  # fmt: skip

    def start(self, *arguments: object) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            self.command(*arguments),
            env=self.environment,
            cwd=ROOT,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    def run(self, *arguments: object) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            self.command(*arguments),
            env=self.environment,
            cwd=ROOT,
            text=True,
            capture_output=True,
            check=False,
        )

    def json(self, *arguments: object) -> Any:
        done = self.run(*arguments, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def fails(self, *arguments: object, code: int = 1) -> str:
        done = self.run(*arguments)
        assert done.returncode == code, (done.returncode, done.stdout, done.stderr)
        assert done.stdout == ""
        assert "Traceback" not in done.stderr
        return done.stderr


@pytest.fixture(scope="session")
def new_program(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Program]:
    """Makes the program on a new empty library, with a home folder of its own."""

    def make() -> Program:
        home = tmp_path_factory.mktemp("home")
        environment = {name: value for name, value in os.environ.items() if name != "KERAS_HOME"}
        for name in ("HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "USERPROFILE"):
            environment[name] = str(home)
        return Program(home / "library", environment)

    return make


@pytest.fixture
def program(new_program: Callable[[], Program]) -> Program:
    """The program on a new empty library."""
    return new_program()
