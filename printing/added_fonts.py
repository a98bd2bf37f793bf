"""Whether a font file that somebody brings can be used: TrueType outlines that documents may hold, and letters with ink."""

import re
from dataclasses import dataclass
from hashlib import sha256

import uharfbuzz as hb

from checkin_app.domain.problems_printing import FontFlaw, FontUnfit
from printing.fit import halved
from printing.fonts import BROKEN, chain, face_of, inked, open_added
from printing.template_trial import alone
from printing.text import shape

#: The larger file of Hanazono, which has every rare Han letter, is 31 MB.
LARGEST = 48 * 2**20
#: What a PDF needs of a font (ISO 32000-2, 9.9), besides the outlines themselves.
_TABLES = frozenset({"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"})
_TRUETYPE = (b"\0\1\0\0", b"true")
#: Bits of `fsType` (OpenType 1.9, OS/2): no embedding at all, none of a part of the font, none of outlines.
_RESTRICTED, _WHOLE_ONLY, _BITMAP_ONLY = 0x0002, 0x0100, 0x0200
_FS_TYPE = slice(8, 10)
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Examined:
    """A font that can be used."""

    name: str
    """What its file is called in a station's folder: of the content, so that the same font is there once."""
    letters: int
    """Characters that it draws."""


def examined(content: bytes, file: str) -> Examined:
    """Look at a font file of at most `LARGEST` bytes.

    Raises:
        FontUnfit: saying why it cannot be used.
    """
    if content[:4] not in _TRUETYPE:
        raise FontUnfit(file=file, detail=FontFlaw.NO_TRUETYPE)
    try:
        face = hb.Face(hb.Blob(content))
        tables = set(face.table_tags)
        if not tables >= _TABLES:
            raise FontUnfit(file=file, detail=FontFlaw.NO_TRUETYPE)
        _must_be_embeddable(face, tables, file)
        known = face_of("Added", face)
        letters = inked(known)
        if letters:
            _must_come_apart(known.face, known.font, min(letters), file)
    except BROKEN as error:
        raise FontUnfit(file=file, detail=FontFlaw.BROKEN) from error
    if not letters:
        raise FontUnfit(file=file, detail=FontFlaw.NO_LETTERS)
    plain = re.sub(r"[^0-9A-Za-z]+", "-", file.rpartition(".")[0]).strip("-")[:_LONGEST_NAME] or "font"
    return Examined(f"{plain}-{sha256(content).hexdigest()[:8]}.ttf", len(letters))


def forget() -> None:
    """Let what was drawn be drawn anew: with the fonts that are there by now, and by none that is gone."""
    for each in (shape, halved, alone, chain, open_added):
        each.cache_clear()


def _must_be_embeddable(face: hb.Face, tables: set[str], file: str) -> None:
    """Refuse what its maker lets no document hold; a font without the table says nothing against it."""
    kept = bytes(face.reference_table("OS/2").data) if "OS/2" in tables else b""
    allowed = int.from_bytes(kept[_FS_TYPE])
    if allowed & (_RESTRICTED | _WHOLE_ONLY | _BITMAP_ONLY):
        raise FontUnfit(file=file, detail=FontFlaw.NO_EMBEDDING)


def _must_come_apart(face: hb.Face, font: hb.Font, letter: int, file: str) -> None:
    """Refuse a font of which no part can be taken out, as every badge does."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).add(letter)
    if not hb.subset(face, wanted).blob.data or not font.get_nominal_glyph(letter):
        raise FontUnfit(file=file, detail=FontFlaw.BROKEN)
