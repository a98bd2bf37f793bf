"""What a badge says, apart from how it looks."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import BusCode
from checkin_app.domain.papers import PaperWord
from printing.words import word

_NO_COLOUR = "#12201C"


class Shown(StrEnum):
    """A text of a badge, by the name that templates use for it."""

    FORUM_1 = "forum_1"
    FORUM_2 = "forum_2"
    NAME = "name"
    LATIN_NAME = "latin_name"
    DELEGATION = "delegation"
    ORGANISATION = "organisation"
    LETTER = "letter"
    CATEGORY_1 = "category_1"
    CATEGORY_2 = "category_2"
    ROUTE = "route"
    BUS = "bus"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class BadgeContent:
    """One badge; empty text where there is nothing to say."""

    forum: tuple[str, str]
    """The forum's name in its first two languages; the second is empty where there is one."""
    name: str
    latin_name: str
    delegation: str
    organisation: str
    letter: str
    category: tuple[str, str]
    """The category's word in the forum's first two languages."""
    colour: str
    """Of the category, ``#RRGGBB``."""
    route: tuple[str, str]
    """Such as ``("线路 3", "Route 3")``."""
    bus: str
    number: str
    """Badge number and issue, such as ``0412-2``."""
    code: str
    """What the QR code holds."""
    category_id: str = ""
    """By which templates have variants."""
    photo: bytes = b""
    """A PNG or JPEG file; empty where there is none."""

    def texts(self) -> dict[Shown, str]:
        """Return every text."""
        return {
            Shown.FORUM_1: self.forum[0],
            Shown.FORUM_2: self.forum[1],
            Shown.NAME: self.name,
            Shown.LATIN_NAME: self.latin_name,
            Shown.DELEGATION: self.delegation,
            Shown.ORGANISATION: self.organisation,
            Shown.LETTER: self.letter,
            Shown.CATEGORY_1: self.category[0],
            Shown.CATEGORY_2: self.category[1],
            Shown.ROUTE: " · ".join(filter(None, self.route)),
            Shown.BUS: self.bus,
            Shown.NUMBER: self.number,
        }


def badge_content(forum: Forum, delegate: Delegate, bus_code: BusCode | None, issue: int, code: str) -> BadgeContent:
    """Return what the badge of `delegate` says; `code` is the text of its QR code."""
    category = forum.category(delegate.category) or forum.category(forum.default_category)
    languages = forum.languages[:2]
    name, latin_name = delegate.printed_names
    organisation = "" if delegate.organisation == delegate.delegation else delegate.organisation
    return BadgeContent(
        forum=_pair(forum.short_name.in_(language) for language in languages),
        name=name,
        latin_name=latin_name,
        delegation=delegate.delegation,
        organisation=organisation,
        letter=category.letter if category else "",
        category=_pair(category.name.in_(language) for language in languages) if category else ("", ""),
        colour=category.colour if category else _NO_COLOUR,
        route=_pair(word(PaperWord.ROUTE, language).format(route=delegate.route) for language in languages)
        if delegate.route
        else ("", ""),
        bus=bus_code or "",
        number=f"{delegate.badge_no}-{issue}" if delegate.badge_no else "",
        code=code,
        category_id=category.id if category else "",
    )


def _pair(words: Iterable[str]) -> tuple[str, str]:
    """Return two words, the second empty where there is none or it is the same."""
    first, second, *_ = [*dict.fromkeys(words), "", ""]
    return first, second
