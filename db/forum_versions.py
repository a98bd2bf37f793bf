"""Versions of the forum that laptops wrote apart, and what each of them says otherwise than the others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from checkin_app.domain.contradictions import Conflict
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import Digest
from checkin_app.domain.kinds.forums import FIELD
from checkin_app.domain.programme import Difference, differences
from db.engine import Link
from db.projections.forums import Forums

#: Lines of two versions that anybody reads beside each other.
_MOST = 6
_Claim = Mapping[str, str | int]


def told(link: Link, forums: Forums, found: Iterable[Conflict]) -> list[Conflict]:
    """Return contradictions, those about the forum with what is different in place of the names of two files.

    Two files that come to the same forum are none.
    """
    return [shown for each in found if (shown := _told(link, forums, each)) is not None]


def _told(link: Link, forums: Forums, conflict: Conflict) -> Conflict | None:
    if conflict.field != FIELD:
        return conflict
    versions = [forums.version(link, Digest(str(claim["value"]))) for claim in conflict.claims]
    if len(versions) > 1 and all(each is not None and each == versions[0] for each in versions):
        return None
    claims = tuple(_said(claim, place, versions) for place, claim in enumerate(conflict.claims))
    current = forums.current(link)
    return replace(conflict, name=current.short_name.in_(current.languages[0]), claims=claims)


def _said(claim: _Claim, place: int, versions: Sequence[Forum | None]) -> _Claim:
    own = versions[place]
    others = [each for each in versions if each is not None and each != own]
    if own is None or not others:
        return {**claim, "value": str(claim["value"])[:8]}
    found = [_line(each) for each in differences(own, others[0])]
    shown = [*found[:_MOST], "…"] if len(found) > _MOST else found
    return {**claim, "value": "; ".join(shown) or str(claim["value"])[:8]}


def _line(each: Difference) -> str:
    return f"{each.part} {each.id} {each.field}={each.text}" if each.field else f"{each.part} {each.id} -"
