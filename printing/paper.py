"""A document being drawn: millimetres from the top left on our side, a reportlab canvas on the other.

reportlab's own fonts draw characters, not glyphs, and put each used block of 256 characters into a font of its
own.  So the fonts of a document are ours: one composite font (ISO 32000-2, 9.7) per face, whose codes are the
glyph numbers that HarfBuzz chose, cut to the glyphs that were used when the document is finished.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import Any, BinaryIO

import uharfbuzz as hb
from PIL import Image
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from printing.fit import MM, Box
from printing.fonts import FontFace
from printing.text import Cluster, Glyph, Run, ShapedLine

# base 85 would cost a quarter of each page; every reader since 1993 takes binary streams
rl_config.useA85 = 0

_KEPT_LINES = 4096
#: Tables that a font inside a PDF has no use for.
_DROPPED = (
    "GSUB",
    "GPOS",
    "GDEF",
    "BASE",
    "STAT",
    "DSIG",
    "OS/2",
    "name",
    "post",
    "kern",
    "cmap",
    "vhea",
    "vmtx",
    "VORG",
)


class _Sheets(Canvas):
    """A canvas whose pages do not begin by choosing Helvetica, which we neither use nor embed."""

    def _make_preamble(self) -> None:
        self._preamble = ""


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn."""

    width: float
    """In mm."""
    colour: str


@dataclass(eq=False, slots=True)
class _EmbeddedFont:
    """One face in one document."""

    face: FontFace
    name: str
    glyphs: dict[int, float] = field(default_factory=dict)
    """Glyphs drawn, each with its width."""
    texts: dict[int, str] = field(default_factory=dict)
    """What a glyph says where it stands alone."""

    def addObjects(self, document: Any) -> None:  # noqa: N802 - reportlab calls it when the document is finished
        subset, cid_to_gid = _subset(self.face, self.glyphs)
        base = f"{_tag(self.glyphs)}+{self.face.name}"
        program = _stream(subset, {"Length1": len(subset)})
        descriptor = pdfdoc.PDFDictionary({
            "Type": pdfdoc.PDFName("FontDescriptor"), "FontName": pdfdoc.PDFName(base), "Flags": 4,
            "FontBBox": pdfdoc.PDFArrayCompact([-1000, -1000, 3000, 1500]), "ItalicAngle": 0,
            "Ascent": 1069, "Descent": -293, "CapHeight": 714, "StemV": 80,
            "FontFile2": document.Reference(program, f"{self.name}:program"),
        })  # fmt: skip
        descendant = pdfdoc.PDFDictionary({
            "Type": pdfdoc.PDFName("Font"), "Subtype": pdfdoc.PDFName("CIDFontType2"),
            "BaseFont": pdfdoc.PDFName(base),
            "CIDSystemInfo": pdfdoc.PDFDictionary({
                "Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0,
            }),
            "FontDescriptor": document.Reference(descriptor, f"{self.name}:descriptor"),
            "DW": 1000, "W": _widths(self.glyphs),
            "CIDToGIDMap": document.Reference(_stream(cid_to_gid), f"{self.name}:glyphs"),
        })  # fmt: skip
        font = pdfdoc.PDFDictionary({
            "Type": pdfdoc.PDFName("Font"), "Subtype": pdfdoc.PDFName("Type0"), "BaseFont": pdfdoc.PDFName(base),
            "Encoding": pdfdoc.PDFName("Identity-H"),
            "DescendantFonts": pdfdoc.PDFArrayCompact([document.Reference(descendant, f"{self.name}:descendant")]),
            "ToUnicode": document.Reference(_stream(_to_unicode(self.texts)), f"{self.name}:texts"),
        })  # fmt: skip
        document.idToObject[pdfdoc.BasicFonts].dict[self.name] = document.Reference(font, f"{self.name}:font")


class Paper:
    """Pages of one document.

    Drawing takes mm from the top left of the page; colours are ``#RRGGBB``.
    """

    def __init__(self, title: str, language: str) -> None:
        self._bytes = BytesIO()
        self._canvas = _Sheets(self._bytes, pageCompression=1, pdfVersion=(1, 7), lang=language)
        self._canvas.setTitle(title)
        self._canvas.setCreator("Forum check-in")
        self._code: list[str] = []
        self._height = 0.0
        self._origin = (0.0, 0.0)
        self._fonts: dict[FontFace, _EmbeddedFont] = {}
        self._lines: dict[tuple[int, float], tuple[ShapedLine, str]] = {}

    def open_page(self, width: float, height: float) -> None:
        self._canvas.setPageSize((width * MM, height * MM))
        self._height = height
        self.move_origin(0, 0)

    def move_origin(self, x: float, y: float) -> None:
        """Let what follows count from this point of the page, in mm."""
        self._origin = (x, y)

    def close_page(self) -> None:
        self._canvas._code.extend(self._code)  # type: ignore[attr-defined]  # noqa: SLF001 - no public way in for operators
        self._code = []
        self._canvas.showPage()

    def save(self, file: BinaryIO) -> None:
        """Finish the document and write it; raises OSError."""
        self._canvas.save()
        file.write(self._bytes.getbuffer())

    def finished(self) -> bytes:
        """Finish the document and return it."""
        file = BytesIO()
        self.save(file)
        return file.getvalue()

    @contextmanager
    def turned(self, width: float, height: float) -> Iterator[None]:
        """Draw what follows upside down within an area at the origin, in mm."""
        (left, top), (right, bottom) = self._at(0, 0), self._at(width, height)
        self._code.append(f"q -1 0 0 -1 {_n(float(left) + float(right))} {_n(float(top) + float(bottom))} cm")
        yield
        self._code.append("Q")

    def picture(self, box: Box, picture: Image.Image) -> None:
        """Draw a picture over the whole of a box."""
        left, bottom = self._at(box.left, box.top + box.height)
        self._canvas._code.extend(self._code)  # type: ignore[attr-defined]  # noqa: SLF001 - as in `close_page`
        self._code = []
        self._canvas.drawImage(ImageReader(picture), float(left), float(bottom), box.width * MM, box.height * MM)

    def block(self, box: Box, colour: str) -> None:
        left, bottom = self._at(box.left, box.top + box.height)
        self._code.append(f"{_fill(colour)} {left} {bottom} {_n(box.width * MM)} {_n(box.height * MM)} re f")

    def path(self, points: Iterable[tuple[float, float]], pen: Pen) -> None:
        """Draw a line through points, with round ends and corners; through one point twice, a dot."""
        steps = [" ".join(self._at(x, y)) for x, y in points]
        drawn = " ".join([f"{steps[0]} m", *(f"{step} l" for step in steps[1:])])
        self._code.append(f"q 1 J 1 j {_pen(pen)} {drawn} S Q")

    def curve(self, points: Iterable[tuple[float, float]], pen: Pen) -> None:
        """Draw one Bézier curve through its four points."""
        start, *rest = [" ".join(self._at(x, y)) for x, y in points]
        self._code.append(f"q 1 J {_pen(pen)} {start} m {' '.join(rest)} c S Q")

    def frame(self, box: Box, pen: Pen, radius: float = 0) -> None:
        """Draw the outline of a box, its corners rounded by `radius` mm."""
        left, bottom = self._at(box.left, box.top + box.height)
        outline = self._canvas.beginPath()
        outline.roundRect(float(left), float(bottom), box.width * MM, box.height * MM, radius * MM)
        self._code.append(f"q {_pen(pen)} {outline.getCode()} S Q")

    def mask(self, x: float, y: float, side: float, rows: Iterable[Iterable[bool]], colour: str = "#000000") -> None:
        """Draw a square of modules as one 1-bit image: a thousand rectangles a badge cost ten times more."""
        packed = [_packed(row) for row in rows]
        left, bottom = self._at(x, y + side)
        size = _n(side * MM)
        self._code.append(
            f"q {_fill(colour)} {size} 0 0 {size} {left} {bottom} cm "
            f"BI /W {len(packed)} /H {len(packed)} /IM true /BPC 1 /D [1 0] /F /AHx ID {''.join(packed)}> EI Q"
        )

    def line(self, x: float, y: float, line: ShapedLine, size: float, colour: str) -> None:
        """Draw a shaped line with the left end of its base line at (x, y) and a type size in points."""
        left, bottom = self._at(x, y)
        self._code.append(f"BT {_fill(colour)} 1 0 0 1 {left} {bottom} Tm {self._operators(line, size)} ET")

    def _at(self, x: float, y: float) -> tuple[str, str]:
        return _n((x + self._origin[0]) * MM), _n((self._height - y - self._origin[1]) * MM)

    def _operators(self, line: ShapedLine, size: float) -> str:
        """Return the operators of a line; kept, because a forum's name stands on each of ten thousand badges."""
        key = (id(line), size)
        if key not in self._lines:
            drawn = " ".join(_run_operators(run, self._font(run.face), size) for run in line.runs)
            self._lines[key] = (line, drawn)
            if len(self._lines) > _KEPT_LINES:
                self._lines.pop(next(iter(self._lines)))
        return self._lines[key][1]

    def _font(self, face: FontFace) -> _EmbeddedFont:
        if face not in self._fonts:
            self._fonts[face] = _EmbeddedFont(face, f"N{len(self._fonts) + 1}")
            # where reportlab's own fonts go, too
            self._canvas._doc.delayedFonts.append(self._fonts[face])  # type: ignore[attr-defined]  # noqa: SLF001 - as above
        return self._fonts[face]


def _run_operators(run: Run, font: _EmbeddedFont, size: float) -> str:
    parts = [f"/{font.name} {_n(size)} Tf"]
    open_array = ""
    for cluster in run.clusters:
        for glyph in cluster.glyphs:
            font.glyphs.setdefault(glyph.id, glyph.width)
        if _says(cluster, font):
            open_array += _shown(cluster.glyphs[0])
            continue
        if open_array:
            parts.append(f"[{open_array}] TJ")
            open_array = ""
        parts.append(_marked(cluster, size))
    if open_array:
        parts.append(f"[{open_array}] TJ")
    return " ".join(parts)


def _says(cluster: Cluster, font: _EmbeddedFont) -> bool:
    """Return whether the one glyph of `cluster` can say its text by itself, and let it."""
    if len(cluster.glyphs) != 1 or len(cluster.text) != 1 or cluster.glyphs[0].dy:
        return False
    return font.texts.setdefault(cluster.glyphs[0].id, cluster.text) == cluster.text


def _marked(cluster: Cluster, size: float) -> str:
    """Return a cluster with its text beside it (ActualText, ISO 32000-2, 14.9.4)."""
    text = cluster.text.encode("utf-16-be").hex().upper()
    drawn = []
    rise = 0.0
    for glyph in cluster.glyphs:
        if glyph.dy != rise:
            rise = glyph.dy
            drawn.append(f"{_n(rise * size / 1000)} Ts")
        drawn.append(f"[{_shown(glyph)}] TJ")
    if rise:
        drawn.append("0 Ts")
    return f"/Span <</ActualText <FEFF{text}>>> BDC {' '.join(drawn)} EMC"


def _shown(glyph: Glyph) -> str:
    """Return a glyph inside a TJ array: moved to its place and its advance corrected."""
    before = f"{_n(-glyph.dx)} " if glyph.dx else ""
    after = glyph.width - glyph.advance + glyph.dx
    return f"{before}<{glyph.id:04X}>" + (f"{_n(after)} " if after else "")


def _n(value: float) -> str:
    """Return a number as PDF writes it: no exponent, no more digits than a printer can show."""
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


def _fill(colour: str) -> str:
    return f"{_rgb(colour)} rg"


def _pen(pen: Pen) -> str:
    return f"{_n(pen.width * MM)} w {_rgb(pen.colour)} RG"


def _rgb(colour: str) -> str:
    return " ".join(_n(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))


def _packed(row: Iterable[bool]) -> str:
    """Return one row of modules as hexadecimal bytes, padded to whole bytes."""
    bits = "".join("1" if module else "0" for module in row)
    padded = bits.ljust(-(-len(bits) // 8) * 8, "0")
    return f"{int(padded, 2):0{len(padded) // 4}X}"


def _subset(face: FontFace, glyphs: Mapping[int, float]) -> tuple[bytes, bytes]:
    """Return a font file of these glyphs, and the map from our codes to its glyph numbers, two bytes each."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update({0, *glyphs})
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(int.from_bytes(tag.encode()) for tag in _DROPPED)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    plan = hb.SubsetPlan(_made_ready(face.face), wanted)
    renumbered = plan.old_to_new_glyph_mapping
    table = bytearray(2 * (max(glyphs) + 1))
    for glyph in glyphs:
        table[2 * glyph : 2 * glyph + 2] = renumbered[glyph].to_bytes(2)
    return bytes(plan.execute().blob.data), bytes(table)


@cache
def _made_ready(face: hb.Face) -> hb.Face:
    """Return a font from which glyphs are taken out at once: made once in 50 ms, it saves 2 ms a badge of Han."""
    return hb.subset_preprocess(face)


def _stream(content: bytes, entries: Mapping[str, Any] | None = None) -> pdfdoc.PDFStream:
    stream = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
    for key, value in (entries or {}).items():
        stream.dictionary[key] = value
    return stream


def _widths(glyphs: Mapping[int, float]) -> pdfdoc.PDFArrayCompact:
    entries: list[Any] = []
    for glyph, width in sorted(glyphs.items()):
        entries += [glyph, pdfdoc.PDFArrayCompact([round(width, 3)])]
    return pdfdoc.PDFArrayCompact(entries)


def _tag(glyphs: Mapping[int, float]) -> str:
    """Return the six letters that mark a subset (ISO 32000-2, 9.9.2), the same for the same glyphs."""
    number = hash(tuple(sorted(glyphs)))
    return "".join(chr(65 + (number >> 5 * place) % 26) for place in range(6))


def _to_unicode(texts: Mapping[int, str]) -> bytes:
    """Return the CMap from glyph numbers to text (ISO 32000-2, 9.10.3), a hundred entries a block."""
    entries = [f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>" for glyph, text in sorted(texts.items())]
    blocks = [entries[at : at + 100] for at in range(0, len(entries), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}\nendcmap\n"
        "CMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()
