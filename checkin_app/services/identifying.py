"""Whose code was read: by its signature, or by a text that a list gave for somebody."""

from collections.abc import Sequence
from typing import Protocol

from checkin_app.domain import codes
from checkin_app.domain.framing import added_to, framed_in
from checkin_app.domain.outcomes import Reason
from checkin_app.services.ports.people import IdentityReads
from checkin_app.services.ports.stations import ForumReads, KeyReads
from checkin_app.services.proving import Proving
from checkin_app.services.scene import Identified

#: Of several readings of one scan the most telling objection is shown.
_UNREAD = (Reason.DAMAGED_CODE, Reason.OTHER_FORUM, Reason.PARTIAL_CODE, Reason.FOREIGN_CODE)


class CodeReads(ForumReads, IdentityReads, KeyReads, Protocol):
    """What says whose code it is."""


def identify(unit: CodeReads, proving: Proving, candidates: Sequence[str]) -> Identified | Reason:
    """Return whose code was scanned, or why nobody is known by it.

    Args:
        unit: where codes and keys are looked up.
        proving: knows which signatures hold.
        candidates: the readings of one scan, likeliest first; the first that proves to be a code wins.
    """
    objections = {Reason.FOREIGN_CODE}
    for text in candidates:
        code = codes.parse(text)
        if isinstance(code, codes.BadgeCode):
            if _holds(unit, proving, code):
                return Identified(code.delegate, code.issue)
            objections.add(Reason.DAMAGED_CODE if unit.keys(code.key_id) else Reason.OTHER_FORUM)
        elif code.partial:
            objections.add(Reason.PARTIAL_CODE)
        if alias := unit.delegate_by_alias(text.strip()):
            return Identified(alias, None)
    found = _unwrapped(unit, proving, candidates)
    if isinstance(found, Identified):
        return found
    objections.add(found)
    return next(reason for reason in _UNREAD if reason in objections)


def _unwrapped(unit: CodeReads, proving: Proving, candidates: Sequence[str]) -> Identified | Reason:
    """Identify whose code is read through what the scanner adds; two proven codes in one reading are nobody's."""
    objection = Reason.FOREIGN_CODE
    for text in candidates:
        runs = [each for each in framed_in(text) if unit.keys(each.code.key_id)]
        proven = [each for each in runs if _holds(unit, proving, each.code)]
        if len({(each.code.delegate, each.code.issue) for each in proven}) == 1:
            return Identified(proven[0].code.delegate, proven[0].code.issue, added_to(text, proven))
        if proven:
            return Reason.DAMAGED_CODE
        if runs:
            objection = Reason.DAMAGED_CODE
    tickets = (unit.delegate_by_ticket(text) for text in candidates)
    ticket = next(filter(None, tickets), None)
    return Identified(ticket, None) if ticket else objection


def _holds(unit: CodeReads, proving: Proving, code: codes.BadgeCode) -> bool:
    return any(proving.holds(key, unit.forum.id, code) for key in unit.keys(code.key_id))
