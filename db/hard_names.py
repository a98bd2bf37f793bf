"""Who among all has the text that a badge has the least room for: one pass over the names, whatever their number."""

from collections.abc import Mapping

import sqlalchemy as sa

from checkin_app.domain.ids import DelegateId
from checkin_app.services.ports.people import Hardship
from db.engine import Link, Prepared
from db.projections.people import delegates

_name, _latin, _delegation, _organisation = (
    delegates.c[each] for each in ("name", "latin_name", "delegation", "organisation")
)
_LENGTH_DIGITS = 6
#: What is longest, and among whom.  Ranges are those of Unicode's blocks: Han with its rarer extensions, Arabic, Thai vowels
#: over a letter that carry a tone mark.
_HARD: Mapping[Hardship, tuple[sa.ColumnElement[str], sa.ColumnElement[bool] | None]] = {
    Hardship.NAME: (_name, None),
    Hardship.LATIN: (_latin, _latin != ""),
    Hardship.HAN: (_name, _name.op("GLOB")("*[一-鿿]*")),
    Hardship.ARABIC: (_name, _name.op("GLOB")("*[؀-ۿ]*")),
    Hardship.STACKED: (_name, _name.op("GLOB")("*[ัิ-ื็][่-๎]*")),
    Hardship.RARE: (_name, _name.op("GLOB")("*[㐀-䶿𠀀-𿿽]*")),
    Hardship.DELEGATION: (_delegation, _delegation != ""),
    Hardship.ORGANISATION: (_organisation, _organisation != ""),
    Hardship.NO_DELEGATION: (_name, sa.and_(_delegation == "", _organisation == "")),
}


def _hardest(text: sa.ColumnElement[str], among: sa.ColumnElement[bool] | None) -> sa.ColumnElement[str]:
    """Return the length and the id of whoever's text is longest, in a form in which the greatest is theirs."""
    greatest = sa.func.max(sa.func.printf(f"%0{_LENGTH_DIGITS}d", sa.func.length(text)).op("||")(delegates.c.id))
    return greatest if among is None else greatest.filter(among)


_HARDEST = Prepared(sa.select(*(_hardest(text, among) for text, among in _HARD.values())).select_from(delegates))


def hardest(link: Link) -> Mapping[Hardship, DelegateId]:
    """Return whose badge is hardest to set in each way, of the ways in which anybody's is."""
    found = link.one(_HARDEST)
    return {
        hardship: DelegateId(str(longest)[_LENGTH_DIGITS:])
        for hardship, longest in zip(_HARD, found or (), strict=True)
        if longest is not None
    }
