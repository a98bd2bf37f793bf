"""How badges stand on paper: folded, and several on a sheet that is cut.  Lengths are mm."""

from enum import StrEnum
from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

Size: TypeAlias = tuple[float, float]
"""Width and height."""
MOST_IN_A_ROW = 50
_SLACK = 0.01
"""That a length may be off by its digits."""
_DIGITS = 2
_Count = Annotated[int, Meta(ge=1, le=MOST_IN_A_ROW)]
_Length = Annotated[float, Meta(ge=0, le=2000)]


class Fold(StrEnum):
    """Along which edge of the front a badge is folded, its back beyond that edge on the same paper."""

    TOP = "top"
    """The back is printed above the front, upside down."""
    LEFT = "left"


class Grid(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where the badges of a sheet stand."""

    columns: _Count
    rows: _Count
    left: _Length
    """White before the first column."""
    top: _Length
    """White above the first row."""
    across: _Length = 0.0
    """White between two columns."""
    down: _Length = 0.0
    """White between two rows."""

    @property
    def count(self) -> int:
        return self.columns * self.rows

    def corners(self, paper: Size) -> list[Size]:
        """Return where the top left of each badge of this size is, row by row."""
        return [(x, y) for y in self.tops(paper) for x in self.lefts(paper)]

    def lefts(self, paper: Size) -> list[float]:
        return [self.left + each * (paper[0] + self.across) for each in range(self.columns)]

    def tops(self, paper: Size) -> list[float]:
        return [self.top + each * (paper[1] + self.down) for each in range(self.rows)]

    def fits(self, paper: Size, sheet: Size) -> bool:
        """Return whether a sheet has room for all of these badges."""
        right, bottom = self.lefts(paper)[-1] + paper[0], self.tops(paper)[-1] + paper[1]
        return right <= sheet[0] + _SLACK and bottom <= sheet[1] + _SLACK


class Stock(Struct, frozen=True):
    """What is cut and folded to badges."""

    page: Size
    """Of a face."""
    fold: Fold | None = None
    sheet: Size | None = None
    """What holds several badges; None where each is a page of its own."""
    grid: Grid | None = None
    """None for as many as a sheet has room for, in its middle."""

    @property
    def paper(self) -> Size:
        """What one badge needs."""
        width, height = self.page
        return width * (2 if self.fold is Fold.LEFT else 1), height * (2 if self.fold is Fold.TOP else 1)

    @property
    def cells(self) -> Grid | None:
        """Where badges stand on the sheet; None where there is none, or it has no room for one."""
        if self.sheet is None:
            return None
        if self.grid is not None:
            return self.grid if self.grid.fits(self.paper, self.sheet) else None
        columns, rows = (
            min(MOST_IN_A_ROW, int((whole + _SLACK) // part))
            for whole, part in zip(self.sheet, self.paper, strict=True)
        )
        if not columns or not rows:
            return None
        left, top = (
            round(max(0.0, whole - count * part) / 2, _DIGITS)
            for whole, part, count in zip(self.sheet, self.paper, (columns, rows), strict=True)
        )
        return Grid(columns=columns, rows=rows, left=left, top=top)

    def is_like(self, other: "Stock") -> bool:
        """Return whether badges of both come out at the same places of the same paper."""
        return (self.paper, self.sheet, self.cells) == (other.paper, other.sheet, other.cells)
