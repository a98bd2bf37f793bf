"""The paper that a design is printed on: its page, where that is folded, the sheet that holds several, and who has another."""

from enum import StrEnum

from msgspec.structs import replace

from checkin_app.domain.badge_sheets import Fold, Grid, Size
from checkin_app.ui import template_areas as areas
from checkin_app.ui.template_areas import Page
from checkin_app.ui.template_design import Design, Face

#: Paper of offices (ISO 216, ANSI/ASME Y14.1), each upright and lying.
SHEETS: tuple[tuple[str, Size], ...] = (
    ("A4", (210.0, 297.0)),
    ("A4", (297.0, 210.0)),
    ("A3", (297.0, 420.0)),
    ("A3", (420.0, 297.0)),
    ("Letter", (215.9, 279.4)),
    ("Letter", (279.4, 215.9)),
)


class Unfit(StrEnum):
    """Why no template can be so."""

    SHEET = "sheet"
    """The sheet has no room for a badge."""
    GRID = "grid"
    """The sheet has no room for so many, or so far apart."""
    BACK = "back"
    """A sheet is printed on one side, and the back is not folded over."""


def unfit(design: Design) -> Unfit | None:
    """Return why no template can be as a design is; None for one that can be written and read."""
    if design.sheet is None:
        return None
    if Face.BACK in design.faces and design.fold is None:
        return Unfit.BACK
    if design.stock.cells is None:
        return Unfit.SHEET if design.grid is None else Unfit.GRID
    return None


def with_page(design: Design, width: float, height: float) -> Design:
    """Return the design on another page, everything on it moved to where it has room."""
    page = Page(width, height)
    elements = tuple(replace(each, box=areas.inside(each.box, page)) for each in design.elements)
    return _with_room(replace(design, page=(width, height), elements=elements))


def with_fold(design: Design, fold: Fold | None) -> Design:
    return _with_room(replace(design, fold=fold))


def with_sheet(design: Design, sheet: Size | None) -> Design:
    """Return the design on another sheet, as many of it as there is room for; on none each badge is a page of its own."""
    return design if sheet == design.sheet else replace(design, sheet=sheet, grid=None)


def with_grid(design: Design, grid: Grid | None) -> Design:
    """Return the design with badges where a grid says, or as many as there is room for."""
    return replace(design, grid=grid) if design.sheet else design


def with_variant(design: Design, category: str, template: str) -> Design:
    """Return the design with a template that stands in for it on badges of a category; empty for itself."""
    others = {each: name for each, name in design.variants.items() if each != category}
    return replace(design, variants={**others, category: template} if template else others)


def _with_room(design: Design) -> Design:
    """Let as many stand on the sheet as have room, where those that somebody wanted have none any more."""
    return replace(design, grid=None) if unfit(design) is Unfit.GRID else design
