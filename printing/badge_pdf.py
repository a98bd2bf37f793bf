"""Badges as PDF, which is the master of everything that is printed."""

from collections.abc import Iterable
from dataclasses import dataclass

from checkin_app.domain.problems import FontMissing, PrintProblem
from printing import qr
from printing.content import BadgeContent
from printing.layout import Plan, lay_out
from printing.paper import Paper, Pen
from printing.printers import A6
from printing.template import Emblem, Template, load_template

_TITLE = "Badges"
_A4 = (210.0, 297.0)  # mm, ISO 216
_MARK = 4.0
_CUT = Pen(0.15, "#808080")
#: Dots a module at which a bulk run reads a code back.
_PROOF_DOTS = 3


@dataclass(frozen=True, slots=True)
class Refused:
    """A badge that could not be drawn, and why; the others were."""

    number: str
    problem: PrintProblem


@dataclass(frozen=True, slots=True)
class Drawn:
    """Badges on their pages, in no file yet."""

    paper: Paper
    places: tuple[int, ...]
    """Of those that could be drawn, among all."""
    refused: tuple[Refused, ...]

    def pdf(self) -> bytes:
        """Return the pages, of which there must be one."""
        return self.paper.finished()


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
    return paper.finished()


def draw_badges(contents: Iterable[BadgeContent], template: str = A6, *, on_a4: bool = False) -> Drawn:
    """Draw a page for each badge, or sheets of A4 to be cut; one that cannot be drawn stops none of the others.

    The code of each is read back before it counts.

    Raises:
        FontMissing, TemplateInvalid: the installation is broken, and no badge can be drawn.
    """
    look = load_template(template)
    paper = Paper(_TITLE, "")
    pages = _CutSheets(paper, look) if on_a4 else _SinglePages(paper, look)
    drawn, refused = list[int](), list[Refused]()
    for place, content in enumerate(contents):
        plan = _proven(content, look)
        if isinstance(plan, Refused):
            refused.append(plan)
        else:
            pages.begin(len(drawn))
            draw_badge(paper, plan)
            drawn.append(place)
    if drawn:
        pages.end()
    return Drawn(paper, tuple(drawn), tuple(refused))


@dataclass(frozen=True, slots=True)
class _SinglePages:
    """A page for each badge."""

    paper: Paper
    template: Template

    def begin(self, before: int) -> None:
        """Make room for a badge; `before` were drawn already."""
        if before:
            self.end()
        self.paper.open_page(self.template.width, self.template.height)

    def end(self) -> None:
        self.paper.close_page()


@dataclass(frozen=True, slots=True)
class _CutSheets:
    """As many badges as an A4 sheet holds, row by row, with marks at its edges to cut by."""

    paper: Paper
    template: Template

    def begin(self, before: int) -> None:
        """Make room for a badge; `before` were drawn already."""
        columns, rows = self._grid()
        place = before % (columns * rows)
        if place == 0:
            if before:
                self.end()
            self.paper.open_page(*_A4)
        row, column = divmod(place, columns)
        self.paper.move_origin(column * self.template.width, row * self.template.height)

    def end(self) -> None:
        self.paper.move_origin(0, 0)
        columns, rows = self._grid()
        for x in (column * self.template.width for column in range(1, columns + 1)):
            self.paper.path([(x, 0), (x, _MARK)], _CUT)
            self.paper.path([(x, _A4[1] - _MARK), (x, _A4[1])], _CUT)
        for y in (row * self.template.height for row in range(1, rows + 1)):
            self.paper.path([(0, y), (_MARK, y)], _CUT)
            self.paper.path([(_A4[0] - _MARK, y), (_A4[0], y)], _CUT)
        self.paper.close_page()

    def _grid(self) -> tuple[int, int]:
        return int(_A4[0] // self.template.width), int(_A4[1] // self.template.height)


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
