"""Finds what the program says in the window that no translation can reach.

Code without Qt says things in domain.words.sentence, whose template is translated; an f-string or a
bare text comes out in English whatever the language. In ui/, words go through tr or translate.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import translations
from translations import name_of, text_of

# Two words, a word before a value, one that ends a sentence, or one alone as on a button.
WORDS = re.compile(
    r"[^\W\d_]{2,}[,:;]? [^\W\d_]{2,}|[^\W\d_]{3,} \{|[^\W\d_]{3,}[.:]$|^[A-Z][a-z]+$"
)
# Only the command line, which is English, or pictures and measurements say what is in these.
ENGLISH = {"cli", "drawing", "evaluate"}
ENGLISH_JOBS = {"careful_player", "demo_album", "draw", "effort", "identify", "plot"}
SHOWS = {
    "addAction", "addItem", "addTab", "say", "setAccessibleDescription", "setAccessibleName",
    "setPlaceholderText", "setText", "setTitle", "setToolTip", "setWindowTitle", "QAction",
    "QCheckBox", "QLabel", "QPushButton", "QToolButton", "make_action", "push_button",
}  # fmt: skip
_LOGS = {"critical", "debug", "error", "exception", "info", "warning", "print"}
_TRANSLATED = {"sentence", "tr", "_tr", "translate", "QT_TRANSLATE_NOOP", "count", "counted"}


def untranslated(root: Path = translations.ROOT / "facegallery") -> list[str]:
    """Return "file:line: words" of each text that would be said in English."""
    known = {text for _context, text in translations.texts(root)}
    found = []
    for path in sorted(root.rglob("*.py")):
        layer = path.relative_to(root).parts[0]
        if layer in ENGLISH or path.stem in ENGLISH_JOBS or path.stem.startswith("measure"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        said = _shown(tree) if layer == "ui" else _said(tree, with_sql=layer == "catalog")
        found += [
            f"{path.relative_to(root)}:{line}: {words}"
            for line, words in said
            if words not in known
        ]
    return found


def _shown(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Give what a widget is told to show without a translation."""
    for call in _calls(tree):
        if name_of(call.func) in SHOWS:
            for argument in call.args:
                yield from _words_in(argument)


def _said(tree: ast.Module, *, with_sql: bool) -> Iterator[tuple[int, str]]:
    """Give the texts of code without Qt that errors and actions say, and the pieced ones.

    with_sql: pieced texts are SQL there; only what is handed to an error counts.
    """
    for call in _calls(tree):
        if name_of(call.func) in _told():
            for argument in call.args:
                yield from _words_in(argument)
    for node in _returned(tree):
        yield from _words_in(node)
    if not with_sql:
        yield from _pieced(tree)


def _returned(tree: ast.Module) -> Iterator[ast.expr]:
    """Give what actions say of themselves, and reports of jobs."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef) and function.name in ("do", "words"):
            for node in ast.walk(function):
                if isinstance(node, ast.Return) and node.value is not None:
                    yield node.value


def _pieced(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Give f-strings, but for those of the log and of Python's own errors, which go there too."""
    to_log: set[int] = set()
    for call in _calls(tree):
        name = name_of(call.func)
        if name in _LOGS or (name.endswith("Error") and name not in _told()):
            to_log.update(map(id, ast.walk(call)))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and id(node) not in to_log:
            yield from _words_in(node)


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


@cache
def _told() -> set[str]:
    """Return the names of the errors that users are told, and of what tells a job's progress."""
    tree = ast.parse((translations.ROOT / "facegallery/domain/errors.py").read_text("utf-8"))
    return {"Progress", *(node.name for node in tree.body if isinstance(node, ast.ClassDef))}


def _words_in(node: ast.expr) -> Iterator[tuple[int, str]]:
    """Give the texts of an expression that are in words, but for what is translated in it."""
    if isinstance(node, ast.Call) and name_of(node.func) in _TRANSLATED:
        return
    text = _text_of(node)
    if text is not None:
        if WORDS.search(text):
            yield node.lineno, text
        return
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            yield from _words_in(child)


def _text_of(node: ast.expr) -> str | None:
    """Return a text, with {} where an f-string has a value."""
    if isinstance(node, ast.JoinedStr):
        return "".join(text_of(part) or "{}" for part in node.values)
    return text_of(node)
