"""Puts into words which fonts were added, and what came of one."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.ui.kit import bidi
from checkin_app.ui.settings.fonts.state import FontsState


@dataclass(frozen=True, slots=True)
class FontView:
    """One font: its name, and what it draws."""

    name: str
    title: str
    line: str


@dataclass(frozen=True, slots=True)
class FontsView:
    rows: tuple[FontView, ...]
    none: str
    add: str
    remove: str


class FontsWords(QObject):
    """Words in the language in use; looked up when shown."""

    def view(self, state: FontsState) -> FontsView:
        rows = tuple(FontView(each.name, bidi.code(each.name), self._drawn(each.letters)) for each in state.fonts)
        none = "" if state.fonts else self.tr("None was added here.")
        add = self.tr("One moment…") if state.busy else self.tr("Add a font…")
        return FontsView(rows, none, add, self.tr("Take away"))

    def choosing(self) -> str:
        """Return the title under which a font is chosen."""
        return self.tr("Choose a font")

    def added(self, name: str) -> str:
        said = self.tr("{name} is used from now on. Badges that stopped for one of its letters go on by themselves.")
        return said.format(name=bidi.code(name))

    def removed(self, name: str) -> str:
        return self.tr("The font {name} was taken away.").format(name=bidi.code(name))

    def _drawn(self, letters: int) -> str:
        return self.tr("%Ln characters", "", letters) if letters else self.tr("It is broken by now: take it away.")
