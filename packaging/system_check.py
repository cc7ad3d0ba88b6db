"""Tells what the window needs from a Linux system and does not find; installs it when root.

Qt comes with PySide6, but leans on libraries of the system (X11, Wayland, OpenGL, fonts). Where
one is missing, Qt ends the program with a message that helps nobody. Standard library only: this
runs before anything else is sure to work. Other systems have all that Qt needs.
"""

import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

FONTS = "a font"

# What the window loads: the modules that the program imports, and the plugins that show it.
QT_FILES = (
    "QtCore.abi3.so",
    "QtGui.abi3.so",
    "QtWidgets.abi3.so",
    "QtSvg.abi3.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqwayland.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/xcbglintegrations/libqxcb-egl-integration.so",
    "Qt/plugins/wayland-shell-integration/libxdg-shell.so",
    "Qt/plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
)

# Library -> package of Debian and Ubuntu, package of Arch. Fedora and openSUSE take the library's
# own name. Found with "apt-file search" and "pacman -F" for every library that ldd lists.
PACKAGES = {
    "libEGL.so.1": ("libegl1", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd"),
    "libGLX.so.0": ("libglx0", "libglvnd"),
    "libOpenGL.so.0": ("libopengl0", "libglvnd"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libx11"),
    "libX11.so.6": ("libx11-6", "libx11"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus"),
    "libdrm.so.2": ("libdrm2", "libdrm"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype2"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2", "krb5"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libwayland-client.so.0": ("libwayland-client0", "wayland"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "wayland"),
    "libwayland-egl.so.1": ("libwayland-egl1", "wayland"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-glx.so.0": ("libxcb-glx0", "libxcb"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libz.so.1": ("zlib1g", "zlib"),
    FONTS: ("fonts-dejavu-core", "ttf-dejavu"),
}

# Package manager -> its words for "install without asking".
MANAGERS = {
    "apt-get": ("apt-get", "install", "-y"),
    "dnf": ("dnf", "install", "-y"),
    "zypper": ("zypper", "--non-interactive", "install"),
    "pacman": ("pacman", "-S", "--noconfirm"),
}

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


def qt_files() -> list[Path]:
    """Return those of QT_FILES that are installed; none where PySide6 is not."""
    found = importlib.util.find_spec("PySide6")
    folders = found.submodule_search_locations if found else None
    files = [Path(folder, name) for folder in folders or () for name in QT_FILES]
    return [file for file in files if file.exists()]


def missing_libraries(files: Sequence[Path]) -> list[str]:
    """Return the names of the shared libraries that these files need and the system lacks."""
    if not files or not shutil.which("ldd"):
        return []
    environment = os.environ | {"LC_ALL": "C"}
    listing = subprocess.run(
        ["ldd", *files], capture_output=True, text=True, check=False, env=environment
    ).stdout
    return sorted({line.split()[0] for line in listing.splitlines() if "=> not found" in line})


def missing_fonts(folders: Iterable[str] = FONT_FOLDERS) -> list[str]:
    """Return [FONTS] if there is no font at all: Qt would draw no letters then."""
    for folder in folders:
        for _folder, _folders, files in os.walk(Path(folder).expanduser()):
            if any(name.lower().endswith((".ttf", ".otf", ".ttc", ".pfb")) for name in files):
                return []
    return [FONTS]


def package_of(missing: str, manager: str) -> str | None:
    """Return the package of this package manager that brings what is missing, if it is known."""
    if manager in ("dnf", "zypper") and missing != FONTS:
        return f"{missing}()(64bit)"
    if missing == FONTS:
        return {"dnf": "dejavu-sans-fonts", "zypper": "dejavu-fonts"}.get(manager) or (
            PACKAGES[FONTS][manager == "pacman"]
        )
    return PACKAGES[missing][manager == "pacman"] if missing in PACKAGES else None


def install_command(missing: Sequence[str], manager: str) -> list[str]:
    """Return the command that installs the known packages for what is missing; [] if none is."""
    packages = {package_of(name, manager) for name in missing} - {None}
    return [*MANAGERS[manager], *sorted(str(package) for package in packages)] if packages else []


def find_manager(which: Callable[[str], str | None] = shutil.which) -> str | None:
    """Return the name of this system's package manager; None if it is none that we know."""
    return next((manager for manager in MANAGERS if which(manager)), None)


def explain(missing: Sequence[str], manager: str | None) -> str:
    """Return one line: what is missing, and the command that installs it."""
    said = f"The window needs {', '.join(missing)}, which this system lacks."
    command = install_command(missing, manager) if manager else []
    if not command:
        return f"{said} Install what brings it with your system's package manager."
    unknown = [name for name in missing if package_of(name, manager or "") is None]
    rest = f" For {', '.join(unknown)}, ask your system's package manager." if unknown else ""
    return f"{said} This installs it: sudo {shlex.join(command)}{rest}"


def install(missing: Sequence[str]) -> bool:
    """Install what is missing with apt-get; tell whether that worked. Needs root."""
    command = install_command(missing, "apt-get")
    if not command:
        return False
    print(f"Installing what the window needs: {shlex.join(command)}", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    command.insert(2, "--no-install-recommends")

    def run_quietly(step: Sequence[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(step, check=False, env=environment, capture_output=True, text=True)

    run_quietly(["apt-get", "update"])  # one broken source need not stop the rest
    done = run_quietly(command)
    if done.returncode:
        print(done.stderr.strip(), file=sys.stderr)
    return done.returncode == 0


def find_missing() -> list[str]:
    """Return what the window needs and this system lacks: libraries, or a font."""
    return missing_libraries(qt_files()) + missing_fonts()


def main() -> int:
    """Return 0 if the window has what it needs, 1 after telling what it lacks."""
    if not sys.platform.startswith("linux"):
        return 0
    missing = find_missing()
    if missing and os.geteuid() == 0 and shutil.which("apt-get") and install(missing):
        missing = find_missing()
    if not missing:
        return 0
    print(explain(missing, find_manager()), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
