"""The fonts that were added, and what is done about them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkin_app.ui.shell.printer_actions import AddedFont


@dataclass(frozen=True, slots=True)
class FontsState:
    fonts: tuple[AddedFont, ...] = ()
    busy: bool = False
    note: str = ""
    """What was done last, or why it was not, in words."""
    wrong: bool = False


def fonts_listed(state: FontsState, fonts: Sequence[AddedFont]) -> FontsState:
    return replace(state, fonts=tuple(fonts))


def begun(state: FontsState) -> FontsState:
    return replace(state, busy=True, note="", wrong=False)


def told(state: FontsState, note: str, *, wrong: bool = False) -> FontsState:
    """Something came to its end, well or not."""
    return replace(state, busy=False, note=note, wrong=wrong)


def font_of(state: FontsState, name: str) -> AddedFont | None:
    """Return the font of a name; None where there is none."""
    return next((each for each in state.fonts if each.name == name), None)
