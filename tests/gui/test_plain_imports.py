import subprocess
import sys

# Run by a Python of its own: here everything is imported already.
CODE = """
import builtins, linecache
usual = builtins.__import__
import PySide6.QtWidgets
assert builtins.__import__ is not usual, "PySide6 no longer puts an import of its own in place"
import facegallery.ui
assert builtins.__import__ is usual
import facegallery.ui.people.people_page
print([name for name in linecache.cache if "facegallery" in name])
"""


def test_the_source_of_what_is_imported_is_not_read():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert [line.rpartition("/")[2] for line in done.stdout.split("'") if ".py" in line] in (
        [],
        ["__init__.py"],
    )
