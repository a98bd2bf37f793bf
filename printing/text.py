"""How a line of text becomes glyphs, right in every script, or is refused: never a box, never a dropped letter."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from checkin_app.domain.problems import GlyphMissing
from checkin_app.runtime import added_fonts
from printing import bidi
from printing.fonts import FontFace, Weight, chain

#: Discretionary ligatures would turn the name محمد into one honorific sign.
_FEATURES = {"dlig": False}
#: In Latin, Greek and Cyrillic no ligature is needed, and a name set without can be copied letter by letter.
_ALPHABETIC = {"dlig": False, "liga": False, "clig": False}
_JOINERS = "\u200c\u200d"
#: Directional controls, soft hyphen, zero-width space, word joiner, byte order mark: nothing anybody sees.
_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
#: Compatibility ideographs are somebody's own form of a name; normalising would exchange them.
_COMPATIBILITY_HAN = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")
#: Joiners and variation selectors choose among glyphs and need none of their own.
_IGNORABLE = re.compile("[\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
#: A Han character and the selector of one of its forms (Unicode Technical Standard 37).
_HAN_VARIANT = re.compile("[㐀-鿿豈-\ufaff𠀀-\U0003ffff][\ufe00-\ufe02\U000e0100-\U000e01ef]")
_VIRAMA = 9  # canonical combining class
_EXCERPT = 60  # characters of a text that a message shows


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph; lengths in thousandths of the type size."""

    id: int
    width: float
    """Its own advance, as the font's table has it."""
    advance: float
    """The advance in this place, after kerning and joining."""
    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """The characters that cannot be told apart any more, and the glyphs that they became."""

    text: str
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Clusters of one font, from left to right."""

    face: FontFace
    clusters: tuple[Cluster, ...]


@dataclass(frozen=True, slots=True)
class ShapedLine:
    """One line ready to be drawn, from left to right; lengths are per unit of type size."""

    text: str
    runs: tuple[Run, ...]
    width: float
    top: float
    """Ink above the base line."""
    bottom: float
    """Ink below the base line, positive downwards."""


def clean(text: str) -> str:
    """Return `text` in composed form, controls and runs of white space made one space, invisible marks removed."""
    # Letters and digits alone, as most names are, hold nothing to take out; the same below.
    seen = text if text.isalnum() else _UNSEEN.sub("", "".join([" " if _is_blank(each) else each for each in text]))
    parts = _COMPATIBILITY_HAN.split(" ".join(seen.split()))
    return "".join(part if index % 2 else unicodedata.normalize("NFC", part) for index, part in enumerate(parts))


def _is_blank(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Zs", "Zl", "Zp"}


def clusters(text: str) -> Iterator[str]:
    """Yield what a reader sees as one letter: a base with its marks, conjuncts kept whole.

    Coarser than a line of Annex 29, which is all that choosing a font and breaking a long word need.
    """
    if text.isalnum():
        yield from text
        return
    start = 0
    for index in range(1, len(text)):
        if not _continues(text[index - 1], text[index]):
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def _continues(before: str, character: str) -> bool:
    if character in _JOINERS or unicodedata.category(character)[0] == "M":
        return True
    return before == "\u200d" or unicodedata.combining(before) == _VIRAMA


def missing_characters(text: str) -> str:
    """Return the characters of `text` that the badge fonts cannot draw, each once; empty where all is well.

    Private-use characters are always among them: no two fonts agree on what they are.
    """
    cleaned = clean(text)
    return "".join(dict.fromkeys("".join(_missing(cluster, added_fonts.files()) for cluster in clusters(cleaned))))


@lru_cache(maxsize=16384)
def _missing(cluster: str, _added: tuple[Path, ...] = ()) -> str:
    """Return what no font has, or the whole cluster where only no single font has all of it.

    What is kept of it is kept for the fonts in use: another one may be added.
    """
    if all(_face(cluster, weight) for weight in Weight):
        return ""
    alone = "".join(each for each in cluster if not all(_face(each, weight) for weight in Weight))
    return alone or cluster


def _face(cluster: str, weight: Weight) -> FontFace | None:
    if any(unicodedata.category(character) in {"Co", "Cs"} for character in cluster):
        return None
    face = chain(weight, added_fonts.files()).face_for(_IGNORABLE.sub("", cluster) or " ")
    return face if face is None or not _HAN_VARIANT.match(cluster) or _has_variant(face, cluster) else None


def _has_variant(face: FontFace, cluster: str) -> bool:
    """Return whether a font has the form of a Han character that its selector asks for: another form is another name."""
    return face.font.get_variation_glyph(ord(cluster[0]), ord(cluster[1])) is not None


def named(characters: str) -> str:
    """Return characters so that a person can look them up, those that cannot be shown by number only."""
    return ", ".join(f"U+{ord(each):04X}" if _is_hidden(each) else f"{each} (U+{ord(each):04X})" for each in characters)


def _is_hidden(character: str) -> bool:
    """Return whether a character means nothing where fonts are not known, or cannot even be written to a file."""
    return unicodedata.category(character) in {"Co", "Cs", "Cn", "Cc"}


def _excerpt(text: str) -> str:
    return "".join(f"[U+{ord(each):04X}]" if _is_hidden(each) else each for each in text[:_EXCERPT])


def printable(text: str) -> str:
    """Return `text` with what cannot be drawn in the notation ``[U+XXXX]``: for lists, which must not fail."""
    lost = set(missing_characters(text))
    return "".join(f"[U+{ord(each):04X}]" if each in lost else each for each in clean(text))


@lru_cache(maxsize=8192)
def shape(text: str, weight: Weight = Weight.REGULAR, *, right_to_left: bool | None = None) -> ShapedLine:
    """Return one cleaned line as glyphs, in the direction of its first strong letter unless one is given.

    Raises:
        GlyphMissing: naming the characters that no font has.
        FontMissing: a font file of this installation is gone.
    """
    base = bidi.is_right_to_left(text) if right_to_left is None else right_to_left
    levels = bidi.levels(text, right_to_left=base)
    spans = list(_spans(text, levels, weight))
    runs = [_shape_run(part, face, level) for part, face, level in spans]
    if any(glyph.id == 0 for run in runs for cluster in run.clusters for glyph in cluster.glyphs):
        raise GlyphMissing(characters=named(missing_characters(text)), text=_excerpt(text))
    ordered = tuple(bidi.visual_order(runs, [level for _, _, level in spans]))
    top, bottom = _ink(ordered)
    return ShapedLine(text, ordered, sum(_advance(run) for run in ordered) / 1000, top, bottom)


def _spans(text: str, levels: tuple[int, ...], weight: Weight) -> Iterator[tuple[str, FontFace, int]]:
    """Yield the longest stretches of one font and one level."""
    start, at, current = 0, 0, None
    for cluster in clusters(text):
        face = _next_face(cluster, current, weight, text)
        if current is not None and (face is not current or levels[at] != levels[start]):
            yield text[start:at], current, levels[start]
            start = at
        current = face
        at += len(cluster)
    if current is not None:
        yield text[start:], current, levels[start]


def _next_face(cluster: str, current: FontFace | None, weight: Weight, text: str) -> FontFace:
    """Return the face of `cluster`; spaces and points stay in the face of what stands before them."""
    if current is not None and not cluster[0].isalnum() and current.covers.issuperset(map(ord, cluster)):
        return current
    face = _face(cluster, weight)
    if face is None:
        raise GlyphMissing(characters=named(_missing(cluster, added_fonts.files()) or cluster), text=_excerpt(text))
    return face


def _shape_run(text: str, face: FontFace, level: int) -> Run:
    buffer = hb.Buffer()
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_str(text)
    buffer.language = "und"  # otherwise guessed from the computer's locale, and badges would differ
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if level % 2 else "ltr"
    hb.shape(face.font, buffer, _ALPHABETIC if buffer.script in {"Latn", "Grek", "Cyrl"} else _FEATURES)
    scale = 1000 / face.upem
    found: list[tuple[int, list[Glyph]]] = []
    for item, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        width = face.font.get_glyph_h_advance(item.codepoint) * scale
        glyph = Glyph(item.codepoint, width, place.x_advance * scale, place.x_offset * scale, place.y_offset * scale)
        if found and found[-1][0] == item.cluster:
            found[-1][1].append(glyph)
        else:
            found.append((item.cluster, [glyph]))
    return Run(face, _with_text(text, found))


def _with_text(text: str, found: list[tuple[int, list[Glyph]]]) -> tuple[Cluster, ...]:
    """Return the glyphs with their characters; a joiner that left no glyph goes with a neighbour."""
    if not found:
        return ()
    starts = sorted(start for start, _ in found)
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    first = starts[0]
    return tuple(Cluster(text[start if start > first else 0 : ends[start]], tuple(glyphs)) for start, glyphs in found)


def _advance(run: Run) -> float:
    return sum(glyph.advance for cluster in run.clusters for glyph in cluster.glyphs)


def _ink(runs: tuple[Run, ...]) -> tuple[float, float]:
    """Return how far the ink reaches above and below the base line."""
    top = bottom = 0.0
    for run in runs:
        for cluster in run.clusters:
            for glyph in cluster.glyphs:
                high, low = _extents(run.face, glyph.id)
                top, bottom = max(top, high + glyph.dy), max(bottom, -low - glyph.dy)
    return top / 1000, bottom / 1000


@lru_cache(maxsize=65536)
def _extents(face: FontFace, glyph: int) -> tuple[float, float]:
    extents = face.font.get_glyph_extents(glyph)
    if extents is None:
        return 0.0, 0.0
    scale = 1000 / face.upem
    return extents.y_bearing * scale, (extents.y_bearing + extents.height) * scale
