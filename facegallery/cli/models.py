"""models: what there is, and bringing, removing and choosing it."""

import signal
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from facegallery import paths
from facegallery.catalog import embeddings, properties
from facegallery.catalog.library import Catalog, Library
from facegallery.cli.output import print_json, print_table, progress_shown, say_done
from facegallery.domain.progress import CancelToken
from facegallery.jobs import change_models, install_weights
from facegallery.vision.model_info import RecognizerInfo


def listed(_library: Library, arguments: Namespace) -> None:
    """List the models there are, and which are on this machine."""
    states = install_weights.listed(paths.weights_folder())
    if arguments.json:
        print_json([_state_json(state) for state in states])
        return
    rows = [
        [state.info.name, state.kind, _installed(state), state.info.licence] for state in states
    ]
    print_table(["model", "what it is", "on this machine", "licence"], rows)


def install(_library: Library, arguments: Namespace) -> None:
    """Bring a model's weights to this machine, from the network or from files."""
    with (
        _interruptible() as cancel,
        progress_shown(quiet=arguments.json, unit="MB") as report,
    ):
        install_weights.install(
            arguments.name, paths.weights_folder(), report, cancel, arguments.source
        )
    say_done(f"Installed {arguments.name}.", as_json=arguments.json)


def remove(library: Library, arguments: Namespace) -> None:
    """Remove a model's weights, unless the library works with it."""
    library.prepare()
    with library.open(read_only=True) as db:
        in_use = [properties.value(db, "detector"), *_recognizers(db)]
    install_weights.remove(
        arguments.name, paths.weights_folder(), [name for name in in_use if name]
    )
    say_done(f"Removed {arguments.name}.", as_json=arguments.json)


def use(library: Library, arguments: Namespace) -> None:
    """Change the model that the library works with; Ctrl-C stops it, and it can be taken up."""
    library.prepare()
    with _interruptible() as cancel, progress_shown(quiet=arguments.json) as report:
        change = change_models.use(
            library, arguments.name, paths.weights_folder(), report, cancel, arguments.workers
        )
    say_done(change.words(), as_json=arguments.json)


@contextmanager
def _interruptible() -> Iterator[CancelToken]:
    """Let Ctrl-C stop the work at the next step, while it lasts."""
    cancel = CancelToken()
    before = signal.signal(signal.SIGINT, lambda *_: cancel.set())
    try:
        yield cancel
    finally:
        signal.signal(signal.SIGINT, before)


def _recognizers(db: Catalog) -> list[str | None]:
    change = embeddings.change(db)
    return [properties.value(db, embeddings.RECOGNIZER), change.recognizer if change else None]


def _installed(state: install_weights.ModelState) -> str:
    if state.info.built_in and state.installed:
        return "built in"
    return "yes" if state.installed else "no"


def _state_json(state: install_weights.ModelState) -> dict[str, object]:
    info = state.info
    return {
        "name": info.name,
        "installed": state.installed,
        "dimensions": info.dimensions if isinstance(info, RecognizerInfo) else None,
        "licence": info.licence,
        "source": info.source,
    }
