"""XMP sidecars: who is where in a photo, in the form that other programs read.

Face regions as the Metadata Working Group laid them down (Guidelines for Handling Image Metadata
2.0, section 5.9): the centre and size of each face as fractions of the photo as it is stored,
before its Exif orientation is applied. Names also as dc:subject and Iptc4xmpExt:PersonInImage.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from facegallery import __version__
from facegallery.domain.face import Box

SUFFIX = ".xmp"
_MARK = b'x:xmptk="FaceGallery '
_HEAD = 2_000  # bytes, in which the program that wrote a sidecar says who it is
_DIGITS = 6
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
_SIDEWAYS = (5, 6, 7, 8)
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "mwg-rs": "http://www.metadataworkinggroup.com/schemas/regions/",
    "stArea": "http://ns.adobe.com/xmp/sType/Area#",
    "stDim": "http://ns.adobe.com/xap/1.0/sType/Dimensions#",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
}


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
        regions = "".join(_region(face, self.orientation) for face in self.faces)
        names = list(dict.fromkeys([face.name for face in self.faces] + list(self.present)))
        spaces = "".join(f"\n    xmlns:{name}={quoteattr(at)}" for name, at in _NAMESPACES.items())
        turned = f"\n   <tiff:Orientation>{self.orientation}</tiff:Orientation>"
        return (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
            f'<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="FaceGallery {__version__}">\n'
            ' <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
            f'  <rdf:Description rdf:about=""{spaces}>'
            f"{turned if self.orientation != 1 else ''}{_bag('dc:subject', names)}"
            f"{_bag('Iptc4xmpExt:PersonInImage', names)}{self._regions(regions)}\n"
            "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n"
            '<?xpacket end="w"?>\n'
        )

    def _regions(self, regions: str) -> str:
        if not regions:
            return ""
        width, height = self.width, self.height
        if self.orientation in _SIDEWAYS:
            width, height = height, width
        return (
            '\n   <mwg-rs:Regions rdf:parseType="Resource">'
            '\n    <mwg-rs:AppliedToDimensions rdf:parseType="Resource">'
            f"\n     <stDim:w>{width}</stDim:w>\n     <stDim:h>{height}</stDim:h>"
            "\n     <stDim:unit>pixel</stDim:unit>\n    </mwg-rs:AppliedToDimensions>"
            f"\n    <mwg-rs:RegionList>\n     <rdf:Bag>{regions}\n     </rdf:Bag>"
            "\n    </mwg-rs:RegionList>\n   </mwg-rs:Regions>"
        )


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


def _region(face: NamedFace, orientation: int) -> str:
    box = stored_box(face.box, orientation)
    area = {
        "x": box.x + box.width / 2,
        "y": box.y + box.height / 2,
        "w": box.width,
        "h": box.height,
    }
    numbers = "".join(
        f"\n        <stArea:{key}>{value:.{_DIGITS}f}</stArea:{key}>" for key, value in area.items()
    )
    return (
        '\n      <rdf:li rdf:parseType="Resource">'
        f"\n       <mwg-rs:Name>{_plain(face.name)}</mwg-rs:Name>"
        "\n       <mwg-rs:Type>Face</mwg-rs:Type>"
        f'\n       <mwg-rs:Area rdf:parseType="Resource">{numbers}'
        "\n        <stArea:unit>normalized</stArea:unit>\n       </mwg-rs:Area>"
        "\n      </rdf:li>"
    )


def _bag(name: str, texts: Sequence[str]) -> str:
    items = "".join(f"\n     <rdf:li>{_plain(text)}</rdf:li>" for text in texts)
    return f"\n   <{name}>\n    <rdf:Bag>{items}\n    </rdf:Bag>\n   </{name}>" if texts else ""


def _plain(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))
