"""XMP sidecars: who is where in a photo, in the form that other programs read.

Face regions as the Metadata Working Group laid them down (Guidelines for Handling Image Metadata
2.0, section 5.9): the centre and size of each face as fractions of the photo as it is stored,
before its Exif orientation is applied. Names also as dc:subject and Iptc4xmpExt:PersonInImage.
"""

import re
import xml.etree.ElementTree as ET  # only written: nothing from elsewhere is parsed
from dataclasses import dataclass
from pathlib import Path

from facegallery import __version__
from facegallery.domain.face import Box

SUFFIX = ".xmp"
_MARK = b'x:xmptk="FaceGallery '
_HEAD = 2_000  # bytes, in which the program that wrote a sidecar says who it is
_MADE_BY = ("FaceGallery", __version__)
_DIGITS = 6
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
_SIDEWAYS = (5, 6, 7, 8)
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "mwg-rs": "http://www.metadataworkinggroup.com/schemas/regions/",
    "stArea": "http://ns.adobe.com/xmp/sType/Area#",
    "stDim": "http://ns.adobe.com/xap/1.0/sType/Dimensions#",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "x": "adobe:ns:meta/",
}
for _prefix, _uri in _NAMESPACES.items():
    ET.register_namespace(_prefix, _uri)
_BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'  # XMP, part 1, 7.3.2
_END = '<?xpacket end="w"?>\n'


@dataclass(frozen=True, slots=True)
class NamedFace:
    """A face with a name. box: fractions of the upright photo."""

    name: str
    box: Box


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What is told of one photo.

    width, height: pixels of the upright photo. orientation: Exif's, 1 to 8, of the file. present:
    names of those who are there without a visible face.
    """

    width: int
    height: int
    orientation: int
    faces: tuple[NamedFace, ...]
    present: tuple[str, ...] = ()

    def text(self) -> str:
        """Return it as XMP."""
        meta = ET.Element(_tag("x:xmpmeta"), {_tag("x:xmptk"): " ".join(_MADE_BY)})
        about = _child(_child(meta, "rdf:RDF"), "rdf:Description")
        about.set(_tag("rdf:about"), "")
        if self.orientation != 1:
            _child(about, "tiff:Orientation", str(self.orientation))
        names = list(dict.fromkeys([face.name for face in self.faces] + list(self.present)))
        for tag in ("dc:subject", "Iptc4xmpExt:PersonInImage"):
            bag = _child(_child(about, tag), "rdf:Bag")
            for name in names:
                _child(bag, "rdf:li", name)
        if self.faces:
            self._add_regions(about)
        ET.indent(meta, " ")
        return f"{_BEGIN}{ET.tostring(meta, encoding='unicode')}\n{_END}"

    def _add_regions(self, about: ET.Element) -> None:
        width, height = self.width, self.height
        if self.orientation in _SIDEWAYS:
            width, height = height, width
        regions = _struct(about, "mwg-rs:Regions")
        size = _struct(regions, "mwg-rs:AppliedToDimensions")
        for key, value in (("w", str(width)), ("h", str(height)), ("unit", "pixel")):
            _child(size, f"stDim:{key}", value)
        bag = _child(_child(regions, "mwg-rs:RegionList"), "rdf:Bag")
        for face in self.faces:
            region = _struct(bag, "rdf:li")
            _child(region, "mwg-rs:Name", face.name)
            _child(region, "mwg-rs:Type", "Face")
            area = _struct(region, "mwg-rs:Area")
            box = stored_box(face.box, self.orientation)
            middle = (box.x + box.width / 2, box.y + box.height / 2)
            for key, number in zip("xywh", (*middle, box.width, box.height), strict=True):
                _child(area, f"stArea:{key}", f"{number:.{_DIGITS}f}")
            _child(area, "stArea:unit", "normalized")


def is_ours(file: Path) -> bool:
    """Tell whether this program wrote a sidecar, and nobody else since. Raises OSError."""
    with file.open("rb") as read:
        return _MARK in read.read(_HEAD)


def stored_box(box: Box, orientation: int) -> Box:
    """Return where a box of the upright photo lies in the photo as it is stored."""
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    if orientation in _SIDEWAYS:  # the stored photo's x runs along the upright one's y
        left, top, right, bottom = top, left, bottom, right
    if orientation in (2, 3, 7, 8):
        left, right = 1 - right, 1 - left
    if orientation in (3, 4, 6, 7):
        top, bottom = 1 - bottom, 1 - top
    return Box(left, top, right - left, bottom - top)


def _tag(name: str) -> str:
    """Return "prefix:name" as ElementTree takes it."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def _child(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    made = ET.SubElement(parent, _tag(name))
    made.text = None if text is None else _NOT_XML.sub("\ufffd", text)
    return made


def _struct(parent: ET.Element, name: str) -> ET.Element:
    made = _child(parent, name)
    made.set(_tag("rdf:parseType"), "Resource")
    return made
