import subprocess
import sys

# Run by a Python of its own: here everything is imported already.
CODE = """
import builtins, linecache
import PySide6.QtWidgets
assert builtins.__import__ is builtins.__feature_import__, "PySide6 has another way now"
import facegallery.ui
assert builtins.__import__ is not builtins.__feature_import__
import facegallery.ui.people.people_page
print(*[name for name in linecache.cache if "facegallery" in name and "__init__" not in name])
"""


def test_the_source_of_what_is_imported_is_not_read():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
