"""What the user leaves out of a folder: .facegalleryignore files, with the rules of .gitignore."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILE = ".facegalleryignore"
_MAX_BYTES = 1 << 20  # a list of patterns; more is another kind of file with this name


@dataclass(frozen=True, slots=True)
class IgnoreRules:
    """The rules of one folder's file, and those of the folders above it, which it overrides."""

    folder: str
    patterns: "GitIgnoreSpec"
    above: "IgnoreRules | None"

    def leaves_out(self, path: str, *, is_folder: bool) -> bool:
        """Tell whether a path below the folder is left out; the nearest rule that fits decides."""
        rules: IgnoreRules | None = self
        while rules is not None:
            relative = path[len(rules.folder) :].lstrip("/\\") + ("/" if is_folder else "")
            decision = rules.patterns.check_file(relative).include
            if decision is not None:
                return decision
            rules = rules.above
        return False


def read_rules(folder: str, above: IgnoreRules | None) -> IgnoreRules:
    """Read a folder's ignore file.

    Raises OSError where it cannot be read, ValueError where it is no text or a pattern is wrong.
    """
    from pathspec import GitIgnoreSpec  # when the first such file comes: it takes a while

    with (Path(folder) / IGNORE_FILE).open("rb") as file:
        content = file.read(_MAX_BYTES + 1)
    if len(content) > _MAX_BYTES:
        raise ValueError("it is over 1 MB, more than a list of patterns can be")
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise ValueError("it is not text in UTF-8") from error
    return IgnoreRules(folder, GitIgnoreSpec.from_lines(lines), above)
