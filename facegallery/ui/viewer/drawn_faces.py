"""Faces that the user draws or moves in the viewer: looked at in a worker, then an action."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from facegallery.actions.perform import Action
from facegallery.actions.photos import DrawFace, RedrawFace
from facegallery.catalog import faces
from facegallery.domain.errors import FaceGalleryError
from facegallery.domain.face import Box, Face
from facegallery.domain.photo import Photo
from facegallery.jobs.look_at_face import SeenFace, get_ready, look_at_face
from facegallery.ui.session import Session
from facegallery.ui.viewer.photo_view import PhotoView


class DrawnFaces(QObject):
    """Takes the boxes drawn in a view. Signal added(Face): a new face is in the library."""

    added = Signal(object)

    def __init__(self, session: Session, view: PhotoView, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._view = session, view
        self._photo: Photo | None = None
        view.boxes.drawn.connect(self._on_drawn)
        view.boxes.moved.connect(self._on_moved)

    def show_photo(self, photo: Photo) -> None:
        """Note which photo is drawn in."""
        self._photo = photo

    def get_ready(self) -> None:
        """Have the networks loaded that a box will need."""
        self._session.ask_beside(partial(get_ready, self._session.library), lambda _nothing: None)

    def _on_drawn(self, box: Box) -> None:
        photo = self._photo
        if photo is not None:
            self._look(
                photo,
                box,
                lambda seen: DrawFace(photo.id, seen.face, seen.recognizer),
                lambda: self._on_added(photo, box),
            )

    def _on_moved(self, face: Face, box: Box) -> None:
        if self._photo is not None:
            self._look(
                self._photo, box, lambda seen: RedrawFace(face.id, seen.face, seen.recognizer)
            )

    def _look(
        self,
        photo: Photo,
        box: Box,
        action: Callable[[SeenFace], Action],
        then: Callable[[], None] | None = None,
    ) -> None:
        def done() -> None:
            self._end(box)
            if then is not None:
                then()

        def seen_it(seen: SeenFace) -> None:
            self._session.perform(action(seen), done)

        def failed(error: FaceGalleryError) -> None:
            self._end(box)
            self._session.failed.emit(error)

        question = partial(look_at_face, self._session.library, photo.id, box)
        self._session.ask_beside(question, seen_it, failed)

    def _end(self, box: Box) -> None:
        if self._view.boxes.waiting == box:
            self._view.boxes.waiting = None
            self._view.update()

    def _on_added(self, photo: Photo, box: Box) -> None:
        if self._photo is None or self._photo.id != photo.id:
            return  # another photo is looked at by now
        for face in faces.of_photo(self._session.db, photo.id):
            if face.box == box:
                self.added.emit(face)
