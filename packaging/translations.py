"""Keeps resources/translations in step with the program: `make translations`.

Finds every text that the program can say (in tr, translate, _tr and QT_TRANSLATE_NOOP, in the
errors of the domain, and in words.say), updates the .ts files, which Qt Linguist edits, and
compiles them with Qt's lrelease. New texts come in empty ("unfinished"); those that the program
says no longer go.

pyside6-lupdate is not used: it does not know the contexts of functions that stand for translate.
"""

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET  # our own files, no one else's
from collections.abc import Iterator
from pathlib import Path
from shutil import which

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de",)
Text = tuple[str, str]
"""Context and source."""

_TELL_REASONS = (
    "analyse.py",
    "decoder.py",
    "look_at_face.py",
    "process_end.py",
    "worker_process.py",
)
_REASON = re.compile(r"(it|its|there|no|opening|reading|permission|the program) [a-z].*[^ :]")
_NOOPS = ("QT_TRANSLATE_NOOP", "translate")


def texts(root: Path = ROOT / "facegallery") -> list[Text]:
    """Return all texts of the program with their contexts, in order, each once."""
    found: list[Text] = []
    for path in sorted(root.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found += _texts_in(tree)
        if path.parent.name == "domain" and path.name == "errors.py":
            found += _errors_in(tree)
        if path.parent.name in ("imaging", "scan") or path.name in _TELL_REASONS:
            found += _reasons_in(tree)
    return sorted(dict.fromkeys(found))


def _texts_in(tree: ast.Module) -> Iterator[Text]:
    context = _context_of_tr(tree)
    for owner, call in _calls(tree, ""):
        function, arguments = name_of(call.func), call.args
        if function == "tr" and owner and (text := _literal(arguments, 0)) is not None:
            yield owner, text
        elif function == "_tr" and context and (text := _literal(arguments, 0)) is not None:
            yield context, text
        elif function in _NOOPS and (text := _literal(arguments, 1)) is not None:
            where = _literal(arguments, 0)
            if where is not None:
                yield where, text
        else:
            yield from _said(call)


def _said(call: ast.Call) -> Iterator[Text]:
    """Give what code without Qt says: an action's words, what is counted, what a job does."""
    name = name_of(call.func)
    if name == "sentence" and (text := _literal(call.args, 0)) is not None:
        yield "actions", text
    elif name in ("count", "counted") and (noun := _literal(call.args, 1)) is not None:
        yield "actions", f"1 {noun}"
        yield "actions", f"{{0}} {noun}s"
    elif name == "Progress" and (text := _literal(call.args, 0)) is not None:
        yield "progress", text


def _calls(node: ast.AST, owner: str) -> Iterator[tuple[str, ast.Call]]:
    """Give every call with the name of the class that it stands in."""
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else owner
        if isinstance(child, ast.Call):
            yield owner, child
        yield from _calls(child, inner)


def _context_of_tr(tree: ast.Module) -> str | None:
    """Return the context that a module's own function _tr translates in."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            for _owner, call in _calls(node, ""):
                if name_of(call.func) == "translate":
                    return _literal(call.args, 0)
    return None


def _errors_in(tree: ast.Module) -> Iterator[Text]:
    """Give the sentences of errors: class attributes that are texts."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            for line in node.body:
                if isinstance(line, ast.Assign) and (text := text_of(line.value)):
                    yield "errors", text


def _reasons_in(tree: ast.Module) -> Iterator[Text]:
    """Give the clauses that say why a file cannot be used: they begin with a small letter."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            for part in node.values:
                part.in_pieces = True  # type: ignore[attr-defined]
    for node in ast.walk(tree):
        text = text_of(node) if isinstance(node, ast.expr) else None
        whole = not hasattr(node, "in_pieces") and not re.search(r"\{\d\}", text or "")
        if text and _REASON.fullmatch(text) and whole:
            yield "reasons", text


def name_of(function: ast.expr) -> str:
    """Return the name that is called, without what it belongs to."""
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literal(arguments: list[ast.expr], position: int) -> str | None:
    return text_of(arguments[position]) if len(arguments) > position else None


def text_of(value: ast.expr) -> str | None:
    """Return a text that is written out; None for anything else."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return value.value
    return None


def read(path: Path) -> dict[Text, str]:
    """Return the translations of a .ts file; empty where one is missing."""
    if not path.exists():
        return {}
    known = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            known[name, message.findtext("source", "")] = message.findtext("translation", "")
    return known


def write(path: Path, language: str, wanted: list[Text], known: dict[Text, str]) -> None:
    """Write a .ts file of these texts, with the translations that are known."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = name = None
    for where, source in wanted:
        if context is None or where != name:
            context, name = ET.SubElement(root, "context"), where
            ET.SubElement(context, "name").text = where
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        translation.text = known.get((where, source), "")
        if not translation.text:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    text = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")


def compile_to(source: Path, target: Path) -> None:
    """Compile a .ts file as the program loads it. Needs lrelease, which PySide6 brings."""
    beside = Path(sys.executable).with_name("pyside6-lrelease")
    tool = str(beside) if beside.exists() else which("pyside6-lrelease")
    if tool is None:
        raise FileNotFoundError("pyside6-lrelease, a part of PySide6, is not installed")
    subprocess.run([tool, "-silent", str(source), "-qm", str(target)], check=True)


def main() -> int:
    """Update all languages; tell how many texts are still to be translated."""
    wanted = texts()
    for language in LANGUAGES:
        path = FOLDER / f"facegallery_{language}.ts"
        known = read(path)
        write(path, language, wanted, known)
        compile_to(path, path.with_suffix(".qm"))
        missing = [text for text in wanted if not known.get(text)]
        print(f"{path.name}: {len(wanted)} texts, {len(missing)} to be translated")
        for where, text in missing:
            print(f"  {where}: {text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
