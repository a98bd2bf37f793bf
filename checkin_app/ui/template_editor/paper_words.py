"""Puts into words how badges stand on their paper, and who has another template."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from checkin_app.domain.badge_sheets import Fold, Size
from checkin_app.domain.forum import Category
from checkin_app.ui import words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.paint import PART
from checkin_app.ui.shell.template_actions import Aim
from checkin_app.ui.template_design import Design, length_written
from checkin_app.ui.template_paper import SHEETS, Unfit

FOLDS: tuple[Fold | None, ...] = (None, *Fold)


class PaperWords(QObject):
    """Words in the language in use; looked up when shown."""

    def size(self, size: Size) -> str:
        return self.tr("{size} mm").format(size=bidi.code(" × ".join(length_written(each) for each in size)))

    def folds(self) -> list[str]:
        """Return what each of `FOLDS` is called."""
        said = {
            None: self.tr("Not folded"),
            Fold.TOP: self.tr("Folded at the top edge"),
            Fold.LEFT: self.tr("Folded at the left edge"),
        }
        return [said[each] for each in FOLDS]

    def sheets(self, sheet: Size | None) -> list[str]:
        """Return what can be chosen: none, each of `SHEETS`, and a size that is none of them, where it is so."""
        known = [self._sheet(name, size) for name, size in SHEETS]
        own = [self.size(sheet)] if sheet and sheet not in [size for _, size in SHEETS] else []
        return [self.tr("None"), *known, *own]

    def _sheet(self, name: str, size: Size) -> str:
        lies = self.tr("{name}, lying") if size[0] > size[1] else self.tr("{name}, upright")
        return lies.format(name=bidi.code(name))

    def on_a_sheet(self, design: Design) -> str:
        """Return how many badges stand on a sheet."""
        cells = design.stock.cells
        if cells is None:
            return ""
        grid = bidi.code(f"{cells.columns} × {cells.rows}")
        return PART.join((self.tr("%Ln badges on a sheet", "", cells.count), grid))

    def not_a_length(self) -> str:
        return self.tr("A length in mm")

    def counts_wanted(self) -> str:
        return self.tr("A number from 1 to 50")

    def unfit(self, why: Unfit | None) -> str:
        """Return why something was not done, and what helps."""
        match why:
            case None:
                return ""
            case Unfit.SHEET:
                return self.tr("The sheet has no room for a badge: take a larger one, or none.")
            case Unfit.GRID:
                return self.tr("The sheet has no room for so many badges, or so far apart.")
            case Unfit.BACK:
                return self.tr("A sheet is printed on one side: choose a fold for the back first, or no sheet.")

    # ---- who has another

    def categories(self, categories: Sequence[Category], design: Design) -> list[str]:
        """Return each category with the template that it has of its own."""
        return [self._category(each, design.variants.get(each.id, "")) for each in categories]

    def _category(self, category: Category, variant: str) -> str:
        name = bidi.name(category.name.in_(words.spoken()))
        return PART.join((name, bidi.code(variant))) if variant else name

    def variants(self, offered: Sequence[str]) -> list[str]:
        return [
            self.tr("Drawn by this one"),
            *(self.tr("Drawn by {name}").format(name=bidi.code(each)) for each in offered),
        ]

    def aim(self, aim: Aim) -> str:
        """Return a printer by its name, or any by its dots."""
        return bidi.name(aim.printer) or self.tr("{dpi} dpi").format(dpi=bidi.code(str(aim.dpi)))
