"""What names say: which files are taken for photos, and which folders are a system's own."""

# Cameras' own: Adobe and phones, Canon, Nikon, Sony, Fujifilm, Olympus, Panasonic and Leica,
# Pentax, Samsung, Hasselblad, Kodak, Minolta, Sigma, Epson.
RAW_EXTENSIONS = frozenset(
    (
        *("dng", "cr2", "cr3", "crw", "nef", "nrw", "arw", "sr2", "srf", "raf", "orf"),
        *("rw2", "rwl", "raw", "pef", "srw", "3fr", "fff", "dcr", "kdc", "mrw", "x3f", "erf"),
    )
)

# What imaging.decode opens; scan and imaging do not import each other.
PHOTO_EXTENSIONS = frozenset(
    (
        *("jpg", "jpeg", "jpe", "jfif", "mpo"),
        *("png", "webp", "tif", "tiff", "gif", "bmp"),
        *("heic", "heif", "hif", "avif"),
        *("jp2", "j2k", "jpf", "jpx", "jpc", "j2c"),
        *RAW_EXTENSIONS,
    )
)

# Folders of systems and network drives, in lower case: wastebaskets, thumbnails, snapshots. Those
# whose names begin with a dot (.Trashes, .Trash-1000) are hidden anyway.
_SYSTEM_FOLDERS = frozenset(
    (
        *("$recycle.bin", "recycler", "recycled", "system volume information"),  # Windows
        *("lost+found", "lost.dir", "__macosx"),  # Linux, Android, macOS
        *("@eadir", "@tmp", "#recycle", "#snapshot"),  # Synology
        *("@recycle", "@recently-snapshot"),  # QNAP
    )
)
NO_MEDIA = ".nomedia"  # Android: the pictures in and below this folder are no photos


def is_photo_name(name: str) -> bool:
    """Tell whether a file of this name (without folders) is taken for a photo: not a hidden one."""
    _, dot, extension = name.rpartition(".")
    return bool(dot) and extension.lower() in PHOTO_EXTENSIONS and not name.startswith(".")


def is_wanted_folder(name: str) -> bool:
    """Tell whether a folder of this name is looked into: not a hidden one, nor a system's own."""
    return not name.startswith(".") and name.lower() not in _SYSTEM_FOLDERS


def is_unicode(text: str) -> bool:
    """Tell whether a path can be stored and shown. Python keeps other bytes as lone surrogates."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
