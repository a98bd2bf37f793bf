"""Cards and codes as the badge desk needs them."""

from checkin_app.domain import codes
from checkin_app.domain.ids import CheckpointId
from checkin_app.services.ports.people import DelegateCard, Hit, SearchHitKind
from checkin_app.ui.badge_desk.state import Candidate, Holder


def delegate_in(text: str) -> str:
    """Return the delegate that a scanned code names, empty where it is none of our codes.

    Its signature is not looked at: the code makes a person known here and lets nobody in.
    """
    parsed = codes.parse(text)
    return parsed.delegate if isinstance(parsed, codes.BadgeCode) else ""


def candidate_from(card: DelegateCard, hit: Hit) -> Candidate:
    """Return somebody who fits what was typed, as `hit` tells."""
    delegate = card.delegate
    return Candidate(
        delegate.id,
        delegate.name or delegate.latin_name,
        delegate.second_name,
        delegate.organisation or delegate.delegation,
        delegate.badge_no,
        hit.kind is SearchHitKind.NUMBER,
        hit.kind is SearchHitKind.PART,
        hit.issue,
    )


def holder_from(card: DelegateCard, checkpoint: CheckpointId | None, *, printed: bool, rehearsal: bool) -> Holder:
    """Return whose badge it is; `printed` says whether one of the valid issue went to a printer."""
    delegate = card.delegate
    presence = card.movements.at(checkpoint, rehearsal=rehearsal) if checkpoint else None
    return Holder(
        delegate=delegate.id,
        name=delegate.name or delegate.latin_name,
        latin=delegate.second_name,
        organisation=delegate.organisation or delegate.delegation,
        badge_no=delegate.badge_no,
        issue=card.badge.current,
        printed=printed,
        revoked=card.badge.revoked,
        inside_since=presence.since if presence and presence.inside else None,
    )
