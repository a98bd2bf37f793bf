"""Badges as PDF, which is the master of everything that is printed."""

from collections.abc import Iterable
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from typing import assert_never

from checkin_app.domain.badge_sheets import Grid, Size, Stock
from checkin_app.domain.problems import FontMissing, PrintProblem, TextDoesNotFit
from printing import qr
from printing.content import BadgeContent
from printing.elements import Band, Emblem, Rule, Template
from printing.layout import Mark, PlacedCode, PlacedFace, PlacedLine, PlacedPicture, Plan, lay_out
from printing.looks import OURS, Looks
from printing.paper import Paper, Pen
from printing.printers import A6
from printing.separator import draw_separator

_TITLE = "Badges"
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


def badge_pdf(content: BadgeContent, template: str = A6, looks: Looks = OURS) -> bytes:
    """Return one badge as a PDF of one page.

    Raises:
        PrintProblem: one of TextDoesNotFit, GlyphMissing, FontMissing, CodeNotReadable, TemplateInvalid.
    """
    return plan_pdf(lay_out(content, looks.of(template, content.category_id)))


def plan_pdf(plan: Plan) -> bytes:
    paper = Paper(_TITLE, "")
    _SinglePages(paper).draw(plan)
    return paper.finished()


@dataclass(frozen=True, slots=True)
class Apart:
    """A page between badges: whose come next."""

    title: str
    line: str


def draw_badges(contents: Iterable[BadgeContent | Apart], template: str = A6, looks: Looks = OURS) -> Drawn:
    """Draw a page for each badge, or the template's sheets to be cut; one that cannot be drawn stops none of the others.

    The code of each is read back before it counts.  A page between badges is drawn before the first badge after it; on sheets
    to be cut there is none, and one whose title has no room is left out.

    Raises:
        FontMissing, TemplateMissing, TemplateInvalid: no badge can be drawn.
    """
    look = looks.template(template)
    paper = Paper(_TITLE, "")
    pages = _pages(paper, look.stock)
    drawn, refused = list[int](), list[Refused]()
    apart: Apart | None = None
    place = -1
    for content in contents:
        if isinstance(content, Apart):
            apart = content
            continue
        place += 1
        plan = _proven(content, template, looks)
        if isinstance(plan, Refused):
            refused.append(plan)
            continue
        if apart and not look.sheet:
            with suppress(TextDoesNotFit):
                draw_separator(paper, (look.width, look.height), apart.title, apart.line)
        apart = None
        pages.draw(plan, len(drawn))
        drawn.append(place)
    if drawn:
        pages.end()
    return Drawn(paper, tuple(drawn), tuple(refused))


@dataclass(frozen=True, slots=True)
class _SinglePages:
    """A page for each badge, or for each of its faces."""

    paper: Paper

    def draw(self, plan: Plan, _before: int = 0) -> None:
        for page in plan.pages:
            self.paper.open_page(plan.width, plan.height)
            _draw_page(self.paper, page, plan.face)
            self.paper.close_page()

    def end(self) -> None:
        """End the last page, which ended by itself."""


@dataclass(frozen=True, slots=True)
class _CutSheets:
    """As many badges as a sheet holds, row by row, with marks at its edges to cut by."""

    paper: Paper
    size: Size
    """Of a badge."""
    sheet: Size
    grid: Grid

    def draw(self, plan: Plan, before: int) -> None:
        """Draw a badge; `before` were drawn already."""
        place = before % self.grid.count
        if place == 0:
            if before:
                self.end()
            self.paper.open_page(*self.sheet)
        _draw_page(self.paper, plan.pages[0], plan.face, self.grid.corners(self.size)[place])

    def end(self) -> None:
        self.paper.move_origin(0, 0)
        width, height = self.size
        for x in _edges(self.grid.lefts(self.size), width):
            self.paper.path([(x, 0), (x, _MARK)], _CUT)
            self.paper.path([(x, self.sheet[1] - _MARK), (x, self.sheet[1])], _CUT)
        for y in _edges(self.grid.tops(self.size), height):
            self.paper.path([(0, y), (_MARK, y)], _CUT)
            self.paper.path([(self.sheet[0] - _MARK, y), (self.sheet[0], y)], _CUT)
        self.paper.close_page()


def _edges(starts: Iterable[float], length: float) -> Iterable[float]:
    """Return where cuts go: one between two badges that touch, two where there is white between them."""
    return dict.fromkeys(round(each, 3) for start in starts for each in (start, start + length))


def _pages(paper: Paper, stock: Stock) -> _SinglePages | _CutSheets:
    """Return how badges of a template that was looked over come onto their paper."""
    if stock.sheet is None or stock.cells is None:
        return _SinglePages(paper)
    return _CutSheets(paper, stock.paper, stock.sheet, stock.cells)


def sheet_pdf(plan: Plan, template: Template) -> bytes:
    """Return the paper that a badge comes out on: by itself, or on a sheet of badges that are all like it."""
    paper, cells = Paper(_TITLE, ""), template.stock.cells
    pages = _pages(paper, template.stock)
    for place in range(cells.count if cells else 1):
        pages.draw(plan, place)
    pages.end()
    return paper.finished()


def _proven(content: BadgeContent, template: str, looks: Looks) -> Plan | Refused:
    try:
        plan = lay_out(content, looks.of(template, content.category_id))
        qr.prove(qr.dots_image(content.code, _PROOF_DOTS), content.code)
    except FontMissing:
        raise
    except PrintProblem as problem:
        return Refused(content.number, problem)
    return plan


def _draw_page(
    paper: Paper, faces: Iterable[PlacedFace], size: tuple[float, float], at: tuple[float, float] = (0, 0)
) -> None:
    """Draw the faces of a page, its top left at a point of the paper."""
    for face in faces:
        paper.move_origin(at[0] + face.left, at[1] + face.top)
        with paper.turned(*size) if face.turned else nullcontext():
            for mark in face.marks:
                _draw(paper, mark)


def _draw(paper: Paper, mark: Mark) -> None:
    match mark:
        case Band():
            paper.block(mark.box, mark.fill)
        case Rule():
            box = mark.box
            ends = [(box.left, box.top), (box.left + box.width, box.top + box.height)]
            paper.path(ends, Pen(mark.thickness, mark.ink))
        case Emblem():
            _draw_emblem(paper, mark)
        case PlacedLine():
            paper.line(mark.x, mark.y, mark.line, mark.size, mark.ink)
        case PlacedPicture():
            paper.picture(mark.box, mark.picture)
        case PlacedCode():
            _draw_code(paper, mark)
        case _:
            assert_never(mark)


def _draw_code(paper: Paper, code: PlacedCode) -> None:
    modules = qr.matrix(code.text)
    module = code.box.width / (len(modules) + 2 * qr.QUIET)
    quiet = qr.QUIET * module
    paper.mask(code.box.left + quiet, code.box.top + quiet, len(modules) * module, modules)


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
