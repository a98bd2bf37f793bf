"""Where everything on a badge stands: content and template made into a page plan, in mm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from printing import qr
from printing.content import BadgeContent
from printing.fit import Box, Fitted, fits, too_long
from printing.template import CATEGORY, Block, Emblem, Stack, Template, TextRule
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
class Plan:
    """A page ready to be drawn."""

    width: float
    height: float
    blocks: tuple[Block, ...]
    emblem: Emblem | None
    lines: tuple[PlacedLine, ...]
    code: Box
    """The square of the code with its quiet zone."""
    code_text: str


def lay_out(content: BadgeContent, template: Template) -> Plan:
    """Return the plan of one badge.

    Raises:
        TextDoesNotFit: a text is too long even at its smallest step.
        GlyphMissing: a text holds characters that no font has.
        FontMissing: a font file of this installation is gone.
        CodeNotReadable: the code's text fits no code.
    """
    qr.matrix(content.code)
    texts = content.texts()
    lines: list[PlacedLine] = []
    for stack in template.stacks:
        lines += _place(stack, _set(stack, texts), content.colour)
    blocks = tuple(Block(block.box, _colour(block.fill, content.colour)) for block in template.blocks)
    return Plan(template.width, template.height, blocks, template.emblem, tuple(lines), template.code, content.code)


def _set(stack: Stack, texts: dict[str, str]) -> list[tuple[TextRule, Fitted]]:
    """Return the texts of a stack at the largest steps that fit its box: each narrow enough, all low enough."""
    rules = [rule for rule in stack.texts if texts[rule.shows].strip()]
    smaller = [fits(texts[rule.shows], rule.weight, stack.box.width, rule.steps) for rule in rules]
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


def _shrink(chosen: list[Fitted], smaller: Sequence[Iterator[Fitted]], texts: Sequence[str]) -> None:
    """Replace the highest text that has a next step by that step; raise TextDoesNotFit where none has one."""
    by_height = sorted(range(len(chosen)), key=lambda index: -chosen[index].height)
    for index in by_height:
        following = next(smaller[index], None)
        if following is not None:
            chosen[index] = following
            return
    raise too_long(texts[by_height[0]])


def _place(stack: Stack, chosen: list[tuple[TextRule, Fitted]], category: str) -> list[PlacedLine]:
    gaps = [0.0 if index == 0 else rule.above for index, (rule, _) in enumerate(chosen)]
    height = sum(gaps) + sum(fitted.height for _, fitted in chosen)
    spare = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[stack.upright] * (stack.box.height - height)
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


def _indent(stack: Stack, line: ShapedLine, fitted: Fitted) -> float:
    spare = stack.box.width - fitted.width(line)
    return {"left": 0.0, "centre": 0.5, "right": 1.0}[stack.align] * spare


def _colour(colour: str, category: str) -> str:
    return category if colour == CATEGORY else colour
