"""The badge templates that there are: a forum's own, which travel with it, before those that come with the application."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from checkin_app.domain.problems_printing import TemplateMissing, VariantMisfit
from checkin_app.runtime.paths import RESOURCES

if TYPE_CHECKING:  # what draws is loaded by the first badge, not by whoever names a printer
    from printing.elements import Template

FOLDER = RESOURCES / "badge_templates"


@dataclass(frozen=True, slots=True)
class Looks:
    own: tuple[tuple[str, str], ...] = ()
    """The forum's: the name and the text of each."""

    def names(self) -> Sequence[str]:
        return sorted({*(each.stem for each in FOLDER.glob("*.toml")), *dict(self.own)})

    def text(self, name: str) -> str:
        """Return the file of the template of a name.

        Raises:
            TemplateMissing: there is none here.
        """
        if name in (own := dict(self.own)):
            return own[name]
        if name not in self.names():
            raise TemplateMissing(name=name, known=", ".join(self.names()))
        return (FOLDER / f"{name}.toml").read_text(encoding="utf-8")

    def template(self, name: str) -> "Template":
        """Return the template of a name.

        Raises:
            TemplateMissing: there is none here.
            TemplateInvalid: naming line, what was expected and what was found.
        """
        return _template(self, name)

    def of(self, name: str, category: str) -> "Template":
        """Return what badges of a category are drawn by where a template is asked for: that, or its variant.

        Raises:
            TemplateMissing, TemplateInvalid: as `template`.
            VariantMisfit: the variant is of another size or sheet, which the printer's paper is not.
        """
        look = self.template(name)
        variant = look.variants.get(category)
        if variant is None:
            return look
        other = self.template(variant)
        if not other.stock.is_like(look.stock):
            raise VariantMisfit(variant=variant, template=name)
        return other


@lru_cache(maxsize=64)
def _template(looks: Looks, name: str) -> "Template":
    from printing.template import parse_template  # noqa: PLC0415 - as above

    return parse_template(looks.text(name), f"{name}.toml")


OURS = Looks()
"""Those that come with the application alone."""
