"""Where everything on a badge stands: content and template made into a page plan, in mm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, assert_never

import msgspec
from PIL import Image

from checkin_app.domain.badge_sheets import Fold
from printing import pictures, qr
from printing.content import BadgeContent, Shown
from printing.elements import (
    CATEGORY,
    Align,
    Band,
    Code,
    Element,
    Emblem,
    Face,
    Photo,
    Picture,
    Rule,
    Template,
    TextRule,
    Texts,
    Upright,
)
from printing.fit import Box, Fitted, fits, too_long
from printing.text import ShapedLine


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """One line of text: the left end of its base line in mm, its type size in points."""

    x: float
    y: float
    line: ShapedLine
    size: float
    ink: str


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    box: Box
    picture: Image.Image


@dataclass(frozen=True, slots=True)
class PlacedCode:
    box: Box
    """Its square, quiet zone included."""
    text: str


#: What is drawn, in colours that are colours.
Mark: TypeAlias = Band | Rule | Emblem | PlacedLine | PlacedPicture | PlacedCode


@dataclass(frozen=True, slots=True)
class PlacedFace:
    """One face of a badge: where its top left stands on its paper, in mm, and what is drawn on it, in this order."""

    left: float
    top: float
    turned: bool
    """Upside down within its area."""
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A badge ready to be drawn."""

    width: float
    height: float
    """Of its paper."""
    face: tuple[float, float]
    """Width and height of a face."""
    pages: tuple[tuple[PlacedFace, ...], ...]
    """One, or two where the back has a page of its own."""
    code: Box
    """Where the square of the code stands on the first page, with its quiet zone."""
    code_text: str


def lay_out(content: BadgeContent, template: Template) -> Plan:
    """Return the plan of one badge.

    Raises:
        TextDoesNotFit: a text is too long even at its smallest step.
        GlyphMissing: a text holds characters that no font has.
        FontMissing: a font file of this installation is gone.
        CodeNotReadable: the code's text fits no code.
        PictureUnusable: the photo is none, or too large.
    """
    qr.matrix(content.code)
    width, height = template.page
    left, top = width * (template.fold is Fold.LEFT), height * (template.fold is Fold.TOP)
    front = PlacedFace(left, top, False, _marks(content, template, Face.FRONT))  # noqa: FBT003 - as a record has it
    pages = [[front]]
    if template.has_back:
        back = PlacedFace(0, 0, template.fold is Fold.TOP, _marks(content, template, Face.BACK))
        pages = [[back, front]] if template.fold else [[front], [back]]
    box = template.code.box
    code = Box(left + box.left, top + box.top, box.width, box.height)
    return Plan(template.width, template.height, template.page, tuple(map(tuple, pages)), code, content.code)


_NAMES = frozenset({Shown.NAME, Shown.LATIN_NAME})
#: Which share of the room left over stands above texts, and before a line.
_SPARE_ABOVE = {Upright.TOP: 0.0, Upright.MIDDLE: 0.5, Upright.BOTTOM: 1.0}
_SPARE_BEFORE = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}


def _marks(content: BadgeContent, template: Template, face: Face) -> tuple[Mark, ...]:
    texts = content.texts()
    return tuple(mark for each in template.elements if each.face is face for mark in _marks_of(each, content, texts))


def _marks_of(element: Element, content: BadgeContent, texts: dict[Shown, str]) -> Sequence[Mark]:
    match element:
        case Texts():
            return _place(element, _set(element, texts), content.colour)
        case Band() | Rule() | Emblem():
            return [_coloured(element, content.colour)]
        case Photo() if not content.photo:
            return []
        case Photo():
            return [PlacedPicture(*pictures.filling(pictures.unpacked(content.photo), element.box))]
        case Picture():
            return [PlacedPicture(*pictures.whole(pictures.embedded(element.image), element.box))]
        case Code():
            return [PlacedCode(element.box, content.code)]
        case _:
            assert_never(element)


def _coloured(element: Band | Rule | Emblem, category: str) -> Mark:
    if isinstance(element, Band):
        return msgspec.structs.replace(element, fill=_colour(element.fill, category))
    if isinstance(element, Rule):
        return msgspec.structs.replace(element, ink=_colour(element.ink, category))
    ink, accent = _colour(element.ink, category), _colour(element.accent, category)
    return msgspec.structs.replace(element, ink=ink, accent=accent)


def _set(stack: Texts, texts: dict[Shown, str]) -> list[tuple[TextRule, Fitted]]:
    """Return the texts of a stack at the largest steps that fit its box: each narrow enough, all low enough."""
    rules = [rule for rule in stack.texts if texts[rule.shows].strip()]
    smaller = [_settings(texts[rule.shows], rule, stack.box.width) for rule in rules]
    chosen: list[Fitted] = []
    for rule, settings in zip(rules, smaller, strict=True):
        first = next(settings, None)
        if first is None:
            raise too_long(texts[rule.shows])
        chosen.append(first)
    room = stack.box.height - sum(rule.above for rule in rules[1:])
    while sum(fitted.height for fitted in chosen) > room:
        _shrink(chosen, smaller, [texts[rule.shows] for rule in rules])
    return list(zip(rules, chosen, strict=True))


def _settings(text: str, rule: TextRule, width: float) -> Iterator[Fitted]:
    return fits(text, rule.weight, width, rule.steps, is_name=rule.shows in _NAMES)


def _shrink(chosen: list[Fitted], smaller: Sequence[Iterator[Fitted]], texts: Sequence[str]) -> None:
    """Replace the highest text that has a next step by that step; raise TextDoesNotFit where none has one."""
    by_height = sorted(range(len(chosen)), key=lambda index: -chosen[index].height)
    for index in by_height:
        following = next(smaller[index], None)
        if following is not None:
            chosen[index] = following
            return
    raise too_long(texts[by_height[0]])


def _place(stack: Texts, chosen: list[tuple[TextRule, Fitted]], category: str) -> list[PlacedLine]:
    gaps = [0.0 if index == 0 else rule.above for index, (rule, _) in enumerate(chosen)]
    height = sum(gaps) + sum(fitted.height for _, fitted in chosen)
    spare = _SPARE_ABOVE[stack.upright] * (stack.box.height - height)
    y = stack.box.top + spare
    placed: list[PlacedLine] = []
    for gap, (rule, fitted) in zip(gaps, chosen, strict=True):
        y += gap
        for line in fitted.lines:
            y += fitted.ascent(line)
            x = stack.box.left + _indent(stack, line, fitted)
            placed.append(PlacedLine(x, y, line, fitted.size, _colour(rule.ink, category)))
            y += fitted.descent(line)
    return placed


def _indent(stack: Texts, line: ShapedLine, fitted: Fitted) -> float:
    spare = stack.box.width - fitted.width(line)
    return _SPARE_BEFORE[stack.align] * spare


def _colour(colour: str, category: str) -> str:
    return category if colour == CATEGORY else colour
