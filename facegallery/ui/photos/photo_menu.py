"""What can be done with a photo wherever it is shown: who is in it, show it in its folder."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from facegallery.actions.facts import SameInPhoto
from facegallery.actions.people import Who
from facegallery.actions.photos import HidePhotos
from facegallery.catalog import faces, mirror_photos
from facegallery.domain.face import Face
from facegallery.domain.photo import Photo
from facegallery.ui.photos.bystanders import add_bystanders
from facegallery.ui.session import Session
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.icons import icon

translate = QCoreApplication.translate


def fill_photo_menu(
    menu: QMenu, session: Session, photo: Photo, open_person: Callable[[Who], None]
) -> None:
    """Add the entries of a photo to a menu; open_person is called with a Who that was chosen."""
    people = menu.addMenu(icon("people"), translate("photo_menu", "Who is in it"))
    found = faces.of_photo(session.db, photo.id)
    _fill_people(people, found, open_person)
    _add_twice(menu, session, found)
    menu.addSeparator()
    shown = menu.addAction(icon("folders"), translate("photo_menu", "Show in folder"))
    shown.triggered.connect(lambda: show_in_folder(photo))
    shown.setEnabled(not photo.missing)
    copied = menu.addAction(icon("copy"), translate("photo_menu", "Copy path"))
    copied.triggered.connect(lambda: QGuiApplication.clipboard().setText(photo.path))


def add_hiding(
    menu: QMenu, session: Session, photo: Photo, chosen: Sequence[Photo], parent: QWidget
) -> None:
    """Add entries that hide who has no name in chosen photos, and these photos, or show them."""
    add_bystanders(menu, session, photo, chosen, parent)
    hidden = all(photo.hidden for photo in chosen)
    words = hide_words(len(chosen), hidden=hidden)
    entry = menu.addAction(icon("show" if hidden else "hide"), words)
    entry.triggered.connect(lambda: hide(session, chosen, hidden=not hidden))


def hide_words(number: int, *, hidden: bool) -> str:
    """Return what hiding, or showing again, is called for so many photos."""
    if number == 1:
        one = translate("photo_menu", "Show this photo again")
        return one if hidden else translate("photo_menu", "Hide this photo")
    many = translate("photo_menu", "Show {0} photos again")
    many = many if hidden else translate("photo_menu", "Hide {0} photos")
    return many.format(written(number))


def hide(session: Session, chosen: Sequence[Photo], *, hidden: bool) -> None:
    """Hide photos, or show them again."""
    if chosen:
        session.perform(HidePhotos(tuple(photo.id for photo in chosen), hidden))


def show_in_folder(photo: Photo) -> None:
    """Open the system's file manager at the photo's file."""
    if sys.platform == "win32":
        subprocess.Popen(["explorer", "/select,", photo.path])
    elif sys.platform == "darwin":
        subprocess.Popen(["open", "-R", photo.path])
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(photo.path).parent)))


def _fill_people(menu: QMenu, found: list[Face], open_person: Callable[[Who], None]) -> None:
    for who, words in people_of(found):
        entry = menu.addAction(icon("person"), words.replace("&", "&&"))
        entry.triggered.connect(lambda _checked=False, who=who: open_person(who))
    if menu.isEmpty():
        menu.addAction(translate("photo_menu", "Nobody was found")).setEnabled(False)


def _add_twice(menu: QMenu, session: Session, found: list[Face]) -> None:
    """Add the entry that says of a photo: two faces in it may be one person."""
    words = translate("photo_menu", "May show somebody twice: a mirror, a collage")
    entry = menu.addAction(words)
    entry.setCheckable(True)
    entry.setEnabled(len(found) > 1)
    if found:
        face = found[0]
        entry.setChecked(face.photo_id in mirror_photos.ids(session.db))
        entry.triggered.connect(lambda right: session.perform(SameInPhoto((face.id,), right)))


def people_of(found: list[Face]) -> list[tuple[Who, str]]:
    """Return whom the faces of a photo show, each person or group once, and their words."""
    seen: dict[Who, str] = {}
    for face in found:
        if face.person_id is not None:
            doubt = "?" if face.state == "suggested" else ""
            seen.setdefault(Who("person", face.person_id), f"{face.person_name}{doubt}")
        elif face.group_id is not None:
            seen.setdefault(
                Who("group", face.group_id), translate("photo_menu", "Somebody without a name")
            )
    return list(seen.items())
