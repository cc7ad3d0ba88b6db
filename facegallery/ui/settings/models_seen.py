"""What Settings shows of models: which there are, and which of them work on this library."""

from dataclasses import dataclass

from facegallery import paths
from facegallery.catalog import embeddings, properties
from facegallery.catalog.embeddings import Change
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import ModelUnavailable
from facegallery.domain.person import LibraryStatus
from facegallery.jobs import install_weights
from facegallery.jobs.device import DEVICE
from facegallery.jobs.install_weights import ModelState
from facegallery.vision import model_files


@dataclass(frozen=True, slots=True)
class SeenModel:
    """A model as its row shows it.

    at_work: the library works with it. coming: the change to it that is under way or was stopped.
    other_coming: it is at work, but the library is changing to another. missing: what must be
    installed beside its files, a clause; empty for nothing.
    """

    state: ModelState
    at_work: bool = False
    coming: Change | None = None
    other_coming: bool = False
    missing: str = ""

    @property
    def can_be_used(self) -> bool:
        """Tell whether the library could be changed to it."""
        return self.state.installed and self.state.kind != "classifier" and not self.at_work


@dataclass(frozen=True, slots=True)
class ModelsSeen:
    """All models, what the library holds, and what its models ran on last, None before a scan."""

    models: tuple[SeenModel, ...]
    status: LibraryStatus
    device: str | None


def see_models(db: Catalog) -> ModelsSeen:
    """Return what there is; looks for files, so never on the window's thread."""
    status = properties.status(db)
    change = embeddings.change(db)
    models = [
        _seen(state, status, change) for state in install_weights.listed(paths.weights_folder())
    ]
    return ModelsSeen(tuple(models), status, properties.value(db, DEVICE))


def _seen(state: ModelState, status: LibraryStatus, change: Change | None) -> SeenModel:
    name = state.info.name
    at_work = name in (status.detector, status.recognizer)
    return SeenModel(
        state,
        at_work=at_work,
        coming=change if change is not None and change.recognizer == name else None,
        other_coming=at_work and state.kind == "recognizer" and change is not None,
        missing="" if state.installed else _missing(state),
    )


def _missing(state: ModelState) -> str:
    try:
        model_files.require_packages(state.info)
    except ModelUnavailable as error:
        return str(error.args[1])
    return ""
