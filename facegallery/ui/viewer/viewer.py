"""The viewer page: a photo as large as the window, the way to the next, its faces and facts."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from facegallery.catalog import faces as face_queries
from facegallery.catalog import photos as photo_queries
from facegallery.domain.errors import FaceGalleryError
from facegallery.domain.face import Face
from facegallery.domain.photo import Photo
from facegallery.ui.photos.bystanders import add_bystanders
from facegallery.ui.photos.photo_menu import fill_photo_menu, show_in_folder
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.viewer.drawn_faces import DrawnFaces
from facegallery.ui.viewer.name_popup import NamePopup
from facegallery.ui.viewer.photo_loader import PhotoLoader
from facegallery.ui.viewer.photo_view import PhotoView
from facegallery.ui.viewer.side_panel import SidePanel
from facegallery.ui.viewer.viewer_bar import ViewerBar
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.face_deeds import FaceDeeds
from facegallery.ui.widgets.face_menu import FaceMenu
from facegallery.ui.widgets.page import Page
from facegallery.ui.widgets.spoken import spoken_error

ENOUGH = 1.05  # zoomed further than the picture that is here has pixels for: load what is in sight
WIDER = 0.1  # of what is in sight is loaded around it on each side, so that it can be moved about


class Viewer(Page):
    """One photo of a list. Left and Right, zoom, names at the faces, facts at the side.

    Signals: person_opened(Who), face_opened(Face) to show its photo, back_asked(),
    full_screen_asked(), photo_changed(int) with the position in the list.
    """

    person_opened = Signal(object)
    face_opened = Signal(object)
    back_asked = Signal()
    full_screen_asked = Signal()
    photo_changed = Signal(int)

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._pictures = session, pictures
        self._photos: list[Photo] = []
        self._position = 0
        self._loader = PhotoLoader(self)
        self.view = PhotoView(self)
        self.panel = SidePanel(session, pictures, self)
        self.drawn = DrawnFaces(session, self.view, self)
        self.deeds = FaceDeeds(session, pictures, self)
        self.popup = NamePopup(session, pictures, self)
        self.bar = ViewerBar(self)
        self._lay_out()
        self._connect()
        self._connect_actions()

    def _connect(self) -> None:
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self._on_failed)
        self._pictures.arrived.connect(self._on_thumbnail)
        self._session.changed.connect(self._on_changed)
        self.view.face_chosen.connect(self.ask_who)
        self.view.menu_asked.connect(self._on_menu_asked)
        self.view.zoomed.connect(self._on_zoomed)
        self.view.moved.connect(self._want_detail)
        self.popup.closed.connect(self.view.setFocus)
        self.popup.person_opened.connect(self.person_opened)
        self.panel.person_opened.connect(self.person_opened)
        self.panel.why_asked.connect(self.deeds.explain)
        self.deeds.photo_asked.connect(self.face_opened)
        self.drawn.added.connect(self._on_added)

    def _connect_actions(self) -> None:
        bar = self.bar
        for action, do in (
            (bar.back, self.leave),
            (bar.next, lambda: self.go(1)),
            (bar.previous, lambda: self.go(-1)),
            (bar.first, lambda: self.go(-self._position)),
            (bar.last, lambda: self.go(len(self._photos) - 1 - self._position)),
            (bar.zoom_in, self.view.zoom_in),
            (bar.zoom_out, self.view.zoom_out),
            (bar.fit, self.view.fit),
            (bar.every_pixel, lambda: self.view.zoom_to(1 / self.devicePixelRatioF())),
            (bar.folder, self._show_in_folder),
            (bar.full_screen, self.full_screen_asked.emit),
            (bar.new_box, self.view.begin_box),
            (bar.somebody, self.panel.ask_who_else),
        ):
            action.triggered.connect(lambda _checked=False, do=do: do())
        bar.faces.toggled.connect(self.view.set_faces_shown)
        bar.facts.toggled.connect(self.panel.setVisible)
        bar.draw.toggled.connect(self._set_drawing)

    # What other screens ask of it

    @property
    def photo(self) -> Photo | None:
        """The photo that is shown."""
        return self._photos[self._position] if self._photos else None

    def show_photos(self, photos: Sequence[Photo], position: int) -> None:
        """Show one photo of a list; the others are next and previous."""
        self._photos = list(photos)
        self._position = min(max(position, 0), len(self._photos) - 1)
        self._show()

    def put_among(self, photos: Sequence[Photo]) -> None:
        """Make the photo that is shown one of a list; nothing where it is not in it."""
        shown = self.photo
        ids = [photo.id for photo in photos]
        if shown is not None and shown.id in ids:
            self._photos, self._position = list(photos), ids.index(shown.id)
            self._show_position()
            self._load_around()
            self.photo_changed.emit(self._position)

    def go(self, steps: int) -> None:
        """Show the photo that is so many further on in the list."""
        position = self._position + steps
        if 0 <= position < len(self._photos):
            self._position = position
            self._show()

    def ask_who(self, face: Face) -> None:
        """Ask at a face who it is."""
        place = self.view.face_place(face)
        place.moveTopLeft(self.view.mapTo(self, place.topLeft()))
        self.popup.ask(face, place)

    def leave(self) -> None:
        """Go back one step: close what is open over the photo, end drawing, leave the viewer."""
        if self.popup.isVisible():
            self.popup.close_popup()
        elif self.view.boxes.cancel():
            self.view.update()
        elif self.bar.draw.isChecked():
            self.bar.draw.setChecked(False)
        elif self.window().isFullScreen():
            self.full_screen_asked.emit()
        else:
            self.back_asked.emit()

    @property
    def busy(self) -> bool:
        """Tell whether a photo is being decoded."""
        return self._loader.busy

    def close_threads(self) -> None:
        """End what decodes."""
        self._loader.close()

    def set_bare(self, bare: bool) -> None:
        """Show nothing but the photo, for the full screen; or everything again."""
        self.bar.setVisible(not bare)
        self.panel.setVisible(not bare and self.bar.facts.isChecked())

    # Showing

    def _show(self) -> None:
        photo = self.photo
        if photo is None:
            return
        self.popup.close_popup()
        picture = self._loader.picture(photo)
        thumbnail = self._pictures.photo(photo.content_hash, photo.path)
        self.view.show_photo(photo, picture or thumbnail)
        self._load_around()
        self.drawn.show_photo(photo)
        self.panel.show_photo(photo)
        self._show_faces()
        self.bar.title.setText(photo.name)
        self._show_position()
        if photo.missing:
            self._say_missing(photo)
        self.photo_changed.emit(self._position)

    def _show_position(self) -> None:
        self.bar.count.setText(f"{written(self._position + 1)} / {written(len(self._photos))}")
        self.bar.previous.setEnabled(self._position > 0)
        self.bar.next.setEnabled(self._position < len(self._photos) - 1)

    def _load_around(self) -> None:
        """Load this photo, then the next and the one before it."""
        order = [self._position, self._position + 1, self._position - 1]
        wanted = [self._photos[i] for i in order if 0 <= i < len(self._photos)]
        here = [photo for photo in wanted if not photo.missing]
        if here and here[0] is wanted[0]:
            self._loader.want(here, self.view.size() * self.devicePixelRatioF())

    def _show_faces(self) -> None:
        photo = self.photo
        if photo is not None:
            found = face_queries.of_photo(self._session.db, photo.id)
            self.view.set_faces(found)
            self.panel.show_people(found)
            self.popup.follow(found)

    def _set_drawing(self, on: bool) -> None:
        self.view.set_drawing(on)
        if on:
            self.drawn.get_ready()
            self.view.setFocus()

    def _on_added(self, face: Face) -> None:
        """Ask who a face is that was just drawn."""
        self._show_faces()
        self.ask_who(face)

    def _say_missing(self, photo: Photo) -> None:
        self.view.set_sentence(
            self.tr(
                "This photo is not at {0} any more: the drive may be away, or it was moved. "
                "Its names are kept. Reconnect the drive or rescan the folders."
            ).format(photo.path)
        )

    def _on_loaded(self, content_hash: bytes) -> None:
        photo = self.photo
        if photo is not None and photo.content_hash == content_hash:
            picture = self._loader.picture(photo)
            if picture is not None:
                self.view.set_picture(picture)
                self.view.set_sentence("")
            self._want_detail()

    def _on_failed(self, content_hash: bytes, error: FaceGalleryError) -> None:
        photo = self.photo
        if photo is not None and photo.content_hash == content_hash:
            self.view.set_sentence(
                self.tr("{0} This is its small picture from the library.").format(
                    spoken_error(error)
                )
            )

    def _on_thumbnail(self, key: bytes) -> None:
        photo = self.photo
        if photo is not None and photo.content_hash == key and not self._loader.picture(photo):
            thumbnail = self._pictures.photo(photo.content_hash, photo.path)
            if thumbnail is not None:
                self.view.set_picture(thumbnail)

    def _on_zoomed(self, scale: float) -> None:
        self.bar.zoom.setText(f"{scale * self.devicePixelRatioF() * 100:.0f} %")
        if self.isVisible() and self._photos:
            self._load_around()  # the room may be another
        self._want_detail()

    def _want_detail(self) -> None:
        """Have what is in sight loaded where the picture of the whole has too few pixels for it."""
        photo = self.photo
        picture = self._loader.picture(photo) if photo is not None else None
        if photo is None or picture is None or photo.missing:
            return
        wanted = min(1.0, self.view.scale * self.devicePixelRatioF())
        if photo.width * wanted <= picture.width() * ENOUGH:
            self._loader.drop_part()
            self.view.set_part(None)
            return
        part, sight = self._loader.part(photo), self.view.area_in_sight
        self.view.set_part(part)
        if part is None or not part.covers(sight) or wanted > part.scale * ENOUGH:
            wide, high = WIDER * sight.width(), WIDER * sight.height()
            around = sight.adjusted(-wide, -high, wide, high) & QRectF(0, 0, 1, 1)
            self._loader.want_part(photo, around, wanted)
            self._pictures.shrink()

    def _on_changed(self) -> None:
        """Show new names, and that a file has gone or is back."""
        if not self.isVisible() or self.photo is None:
            return
        fresh = photo_queries.by_id(self._session.db, self.photo.id)
        if fresh is not None and fresh != self.photo:
            was_missing = self.photo.missing
            self._photos[self._position] = fresh
            if was_missing != fresh.missing:
                self._show()
                return
        self._show_faces()

    def _on_menu_asked(self, face: Face | None, point: QPoint) -> None:
        if face is not None:
            face_menu = FaceMenu(
                self._session, [face], self, self._pictures, self.deeds, in_photo=True
            )
            face_menu.person_opened.connect(self.person_opened)
            face_menu.popup(point)
        elif self.photo is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            fill_photo_menu(menu, self._session, self.photo, self.person_opened.emit)
            add_bystanders(menu, self._session, self.photo, [self.photo], self)
            menu.popup(point)

    # Actions and layout

    def _show_in_folder(self) -> None:
        if self.photo is not None and not self.photo.missing:
            show_in_folder(self.photo)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(row, 1)
        self.keys = self.view

    def showEvent(self, event: QShowEvent) -> None:
        """Load again what was let go of; see QWidget."""
        super().showEvent(event)
        if self._photos:
            self._load_around()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the large pictures; see QWidget."""
        super().hideEvent(event)
        self.popup.close_popup()
        self._loader.forget()
