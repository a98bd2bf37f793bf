"""Badges as PDF, which is the master of everything that is printed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from checkin_app.domain.problems import FontMissing, PrintProblem
from printing import qr
from printing.content import BadgeContent
from printing.layout import Plan, lay_out
from printing.paper import Paper, Pen
from printing.template import Emblem, Template, load_template
from printing.whole_file import whole_file

A6 = "a6"
_TITLE = "Badges"
#: Dots a module at which a bulk run reads a code back.
_PROOF_DOTS = 3


@dataclass(frozen=True, slots=True)
class Refused:
    """A badge that could not be drawn, and why; the others were."""

    number: str
    problem: PrintProblem


@dataclass(frozen=True, slots=True)
class Written:
    """What a bulk run came to."""

    drawn: int
    refused: tuple[Refused, ...]


def badge_pdf(content: BadgeContent, template: str = A6) -> bytes:
    """Return one badge as a PDF of one page.

    Raises:
        PrintProblem: one of TextDoesNotFit, GlyphMissing, FontMissing, CodeNotReadable, TemplateInvalid.
    """
    return plan_pdf(lay_out(content, load_template(template)))


def plan_pdf(plan: Plan) -> bytes:
    paper = Paper(_TITLE, "")
    paper.open_page(plan.width, plan.height)
    draw_badge(paper, plan)
    paper.close_page()
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def badges_pdf(
    contents: Iterable[BadgeContent], path: Path, progress: Callable[[int], None], template: str = A6
) -> Written:
    """Write a page for each badge; one that cannot be drawn stops none of the others.

    The code of each is read back before it counts.  `progress` hears how many have been taken.  The file
    appears under its name only when it is whole, and not at all where no badge could be drawn.

    Raises:
        FileNotWritable: `path` cannot be written.
        FontMissing, TemplateInvalid: the installation is broken, and no badge can be drawn.
    """
    look = load_template(template)
    paper = Paper(_TITLE, "")
    drawn, refused = 0, []
    for taken, content in enumerate(contents, start=1):
        plan = _proven(content, look)
        if isinstance(plan, Refused):
            refused.append(plan)
        else:
            paper.open_page(plan.width, plan.height)
            draw_badge(paper, plan)
            paper.close_page()
            drawn += 1
        progress(taken)
    if drawn:
        with whole_file(path) as file:
            paper.save(file)
    return Written(drawn, tuple(refused))


def _proven(content: BadgeContent, template: Template) -> Plan | Refused:
    try:
        plan = lay_out(content, template)
        qr.prove(qr.dots_image(content.code, _PROOF_DOTS), content.code)
    except FontMissing:
        raise
    except PrintProblem as problem:
        return Refused(content.number, problem)
    return plan


def draw_badge(paper: Paper, plan: Plan) -> None:
    """Draw a planned badge at the paper's origin."""
    for block in plan.blocks:
        paper.block(block.box, block.fill)
    if plan.emblem:
        _draw_emblem(paper, plan.emblem)
    for placed in plan.lines:
        paper.line(placed.x, placed.y, placed.line, placed.size, placed.ink)
    modules = qr.matrix(plan.code_text)
    module = plan.code.width / (len(modules) + 2 * qr.QUIET)
    quiet = qr.QUIET * module
    paper.mask(plan.code.left + quiet, plan.code.top + quiet, len(modules) * module, modules)


def _draw_emblem(paper: Paper, emblem: Emblem) -> None:
    """Draw the application's mark: a road from a white end to a coloured one, in a round-cornered frame."""
    left, top, side = emblem.box.left, emblem.box.top, emblem.box.width

    def at(x: float, y: float) -> tuple[float, float]:
        return left + x * side, top + y * side

    paper.frame(emblem.box, Pen(0.045 * side, emblem.ink), radius=0.22 * side)
    road = Pen(0.1 * side, emblem.ink)
    paper.curve([at(0.24, 0.72), at(0.45, 0.72), at(0.36, 0.27), at(0.54, 0.27)], road)
    paper.curve([at(0.54, 0.27), at(0.68, 0.27), at(0.62, 0.5), at(0.76, 0.5)], road)
    for end, colour in ((at(0.22, 0.72), emblem.ink), (at(0.78, 0.5), emblem.accent)):
        paper.path([end, end], Pen(0.17 * side, colour))
