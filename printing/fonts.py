"""Where glyphs come from: the font files of this installation, in the order in which they are asked."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from checkin_app.domain.problems import FontMissing
from checkin_app.runtime.paths import RESOURCES

FOLDER = RESOURCES / "fonts"

#: Families in the order in which a character is looked for.  Latin, Greek and Cyrillic first; then Han, so that
#: Korean Han and kana come from one design; Korean last of the East Asian ones, since its file is Hangul only.
FAMILIES = (
    "NotoSans", "NotoSansSC", "NotoSansArabic", "NotoSansDevanagari", "NotoSansEthiopic", "NotoSansThai",
    "NotoSansGeorgian", "NotoSansBengali", "NotoSansKR", "NotoSansHebrew", "NotoSansArmenian", "NotoSansKhmer",
    "NotoSansLao", "NotoSansMyanmar", "NotoSansSinhala", "NotoSansTamil", "NotoSansTelugu", "NotoSansKannada",
    "NotoSansMalayalam", "NotoSansGujarati", "NotoSansGurmukhi", "NotoSansThaana", "NotoSerifTibetan",
    "NotoSansMongolian", "NotoSansOriya", "NotoSansSyriac", "NotoSansNKo", "NotoSansTifinagh", "NotoSansAdlam",
    "NotoSansCherokee", "NotoSansYi", "NotoSansOlChiki",
)  # fmt: skip


#: What comes of a font that is damaged: HarfBuzz's own word, a table's name that is none, a part that cannot be taken out.
BROKEN = (hb.HarfBuzzError, ValueError, RuntimeError)


class Weight(StrEnum):
    REGULAR = "Regular"
    BOLD = "Bold"


#: Families published in one weight only.
_REGULAR_ONLY = frozenset({"NotoSansMongolian", "NotoSansNKo", "NotoSansTifinagh", "NotoSansYi"})


@dataclass(frozen=True, eq=False, slots=True)
class FontFace:
    """One font file, opened."""

    name: str
    """PostScript-like name, such as ``NotoSans-Bold``."""
    face: hb.Face
    font: hb.Font
    upem: int
    covers: frozenset[int]
    """Code points it has a glyph for."""


@dataclass(slots=True)
class FontChain:
    """The faces of one weight; files are opened only when a text needs them."""

    weight: Weight
    folder: Path = FOLDER
    added: tuple[Path, ...] = ()
    """Further fonts, asked last: of one weight, which stands for both."""
    _owner: dict[int, FontFace | None] = field(default_factory=dict)

    def face_for(self, cluster: str) -> FontFace | None:
        """Return the first face that has every character of `cluster`, None where none has.

        Raises:
            FontMissing: a font file of the installation is gone.
        """
        if len(cluster) == 1:
            return self._first(ord(cluster))
        wanted = {ord(character) for character in cluster}
        return next((face for face in self._faces() if wanted <= face.covers), None)

    def _first(self, code_point: int) -> FontFace | None:
        if code_point not in self._owner:
            self._owner[code_point] = next((face for face in self._faces() if code_point in face.covers), None)
        return self._owner[code_point]

    def _faces(self) -> Iterator[FontFace]:
        yield from map(self._open, FAMILIES)
        for file in self.added:
            if face := open_added(file):
                yield face

    def _open(self, family: str) -> FontFace:
        weight = Weight.REGULAR if family in _REGULAR_ONLY else self.weight
        return open_face(self.folder, f"{family}-{weight}")


@lru_cache(maxsize=128)
def open_face(folder: Path, name: str) -> FontFace:
    """Return a font file's face.

    Raises:
        FontMissing: the file is not there or is no font.
    """
    path = folder / f"{name}.ttf"
    try:
        face = hb.Face(hb.Blob.from_file_path(str(path)))
    except (OSError, hb.HarfBuzzError) as error:
        raise FontMissing(font=path.name) from error
    opened = face_of(name, face)
    if not opened.covers:
        raise FontMissing(font=path.name)
    return opened


@lru_cache(maxsize=16)
def open_added(file: Path) -> FontFace | None:
    """Return the face of a font that somebody added, with those characters alone that it draws; None where it is gone."""
    try:
        face = face_of(f"Added-{file.stem}", hb.Face(hb.Blob.from_file_path(str(file))))
        return replace(face, covers=inked(face))
    except (OSError, *BROKEN):
        return None


def face_of(name: str, face: hb.Face) -> FontFace:
    return FontFace(name, face, hb.Font(face), face.upem, frozenset(face.unicodes))


def inked(face: FontFace) -> frozenset[int]:
    """Return the letters that a face has ink for: fonts exist that have every letter, and draw none."""
    return frozenset(each for each in face.covers if _has_ink(face.font, each))


def _has_ink(font: hb.Font, code_point: int) -> bool:
    glyph = font.get_nominal_glyph(code_point)
    extents = font.get_glyph_extents(glyph) if glyph else None
    return extents is not None and bool(extents.width) and bool(extents.height)


@lru_cache(maxsize=4)
def chain(weight: Weight, added: tuple[Path, ...] = ()) -> FontChain:
    return FontChain(weight, added=added)


def check_fonts(folder: Path = FOLDER) -> None:
    """Open every font file, so that a broken installation is known before a badge is owed.

    Raises:
        FontMissing: naming the first file that is not there.
    """
    for family in FAMILIES:
        for weight in Weight:
            if weight is Weight.REGULAR or family not in _REGULAR_ONLY:
                open_face(folder, f"{family}-{weight}")
