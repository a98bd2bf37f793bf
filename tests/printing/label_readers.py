"""What a label printer's paper shows: readers of the languages of label printers, apart from what writes them."""

import base64
import re
import zlib
from dataclasses import dataclass

from PIL import Image

_ZPL = re.compile(rb"\^XA((?:\^[A-Z]{2}[^^]*)*)\^XZ\n")


def zpl_paper(document: bytes) -> Image.Image:
    """Draw a format of ZPL II: a label of ^PW by ^LL dots, with the graphic of ^GFA at ^FO."""
    whole = _ZPL.fullmatch(document)
    assert whole is not None, document[:80]
    said = [(each[:2], each[2:]) for each in whole[1].split(b"^")[1:]]
    once = dict(said)
    assert len(once) == len(said), "a command twice"
    plain = {b"PO": b"N", b"PM": b"N", b"LR": b"N", b"LH": b"0,0", b"LS": b"0", b"PQ": b"1", b"FS": b""}
    assert plain.items() <= once.items()
    assert set(once) == {b"PW", b"LL", b"FO", b"GF", *plain}
    paper = Image.new("1", (int(once[b"PW"]), int(once[b"LL"])), 1)
    form, sent, total, across, data = once[b"GF"].split(b",", 4)
    assert (form, sent) == (b"A", total)
    _, coding, packed, check = data.split(b":")
    assert coding == b"Z64"
    assert int(check, 16) == crc_ccitt(packed)
    assert len(check) == 4
    dots = zlib.decompress(base64.b64decode(packed, validate=True))
    assert len(dots) == int(total)
    assert len(dots) == int(across) * paper.height
    left, top = map(int, once[b"FO"].split(b","))
    _strike(paper, dots, int(across), (left, top), black=1)
    return paper


def tspl_paper(document: bytes, dpi: int) -> Image.Image:
    """Draw the label of a job in TSPL: SIZE, CLS, BITMAP, PRINT."""
    head, _, rest = document.partition(b"BITMAP ")
    commands = head.split(b"\r\n")
    assert commands[0] == commands[-1] == b""
    assert commands[2:-1] == [b"DIRECTION 0,0", b"REFERENCE 0,0", b"CLS"]
    size = re.fullmatch(rb"SIZE ([\d.]+) mm,([\d.]+) mm", commands[1])
    assert size is not None
    paper = Image.new("1", (round(float(size[1]) * dpi / 25.4), round(float(size[2]) * dpi / 25.4)), 1)
    left, top, across, down, mode, data = rest.split(b",", 5)
    assert mode == b"0"
    length = int(across) * int(down)
    assert data[length:] == b"\r\nPRINT 1,1\r\n"
    assert int(down) == paper.height
    _strike(paper, data[:length], int(across), (int(left), int(top)), black=0)
    return paper


@dataclass(frozen=True)
class QlPaper:
    """A label of Brother's raster language: what its print head was told, and the picture as somebody sees it."""

    picture: Image.Image
    """As wide as the print head, whose first dot is on the right."""
    kind: int
    size: tuple[int, int]
    """Of the paper, in mm."""
    feed: int


def ql_paper(document: bytes, across: int) -> QlPaper:
    """Draw a job of one label: ``ESC i z``, whole rows of ``g`` without compression, and the command that prints them."""
    whole = re.fullmatch(
        rb"\x00{400}\x1b@\x1bia\x01\x1biz(?P<print>.{10})\x1biM\x40\x1biA\x01\x1biK\x08\x1bid(?P<feed>..)M\x00(?P<rows>.*)\x1a",
        document,
        re.DOTALL,
    )
    assert whole is not None
    said, rows = whole["print"], whole["rows"]
    assert said[0] == 0xCE, "kind, width and length are valid, quality comes first, a stopped label is done again"
    assert said[8:] == b"\x00\x00"
    begin, each = b"g\x00" + bytes([across]), across + 3
    lines = int.from_bytes(said[4:8], "little")
    assert len(rows) == lines * each
    picture = Image.new("1", (8 * across, lines), 1)
    for y in range(lines):
        row = rows[y * each : (y + 1) * each]
        assert row.startswith(begin)
        for x, bit in enumerate(f"{int.from_bytes(row[3:]):0{8 * across}b}"):
            if bit == "1":
                picture.putpixel((8 * across - 1 - x, y), 0)
    return QlPaper(picture, said[1], (said[2], said[3]), int.from_bytes(whole["feed"], "little"))


def crc_ccitt(data: bytes) -> int:
    """Return the CRC-16 of the polynomial x^16 + x^12 + x^5 + 1, begun with zeros, bit by bit."""
    register = 0
    for byte in data:
        for bit in range(7, -1, -1):
            out = register >> 15 ^ byte >> bit & 1
            register = (register << 1 & 0xFFFF) ^ (0x1021 if out else 0)
    return register


def _strike(paper: Image.Image, dots: bytes, across: int, at: tuple[int, int], *, black: int) -> None:
    """Blacken a paper dot by dot; a dot beside it is a fault."""
    for place, byte in enumerate(dots):
        for bit in range(8):
            if byte >> 7 - bit & 1 == black:
                x, y = at[0] + place % across * 8 + bit, at[1] + place // across
                assert x < paper.width, "a black dot beside the label"
                paper.putpixel((x, y), 0)
