"""Names in which nothing can be but a name: most of a long list, told at once so that the others can be looked at."""

import re

from checkin_app.domain.lists.nobody import FIRST_WORDS
from checkin_app.domain.lists.placeholders import HOLDERS
from checkin_app.domain.lists.several import JOINING
from checkin_app.domain.lists.values import Cleaned

_SIGNS = re.compile(
    r"[^\w\s.'’‘`´·‐‑–—-]|[\d_]|(?:^|\s)[^\w\s]|\.$|[例和及与與等夫伉一家他外定报報以第缺空无無没沒未人位名计計組组团團队隊行预預合总總共小数數待选選补補暂暫名单]"
)
_WORDS = FIRST_WORDS | HOLDERS | JOINING


def is_plain(cell: Cleaned) -> bool:
    """Return whether nothing was cleaned off, and no sign or word is left by which a name is told from none or several."""
    text = cell.text
    return (
        not cell.invisible
        and not cell.line_break
        and _SIGNS.search(text) is None
        and _WORDS.isdisjoint(text.casefold().split())
    )
