"""Who approved a fact where a second person must, and whether it counts by that.  Pure."""

from collections.abc import Iterable

from checkin_app.domain.facts import Fact
from checkin_app.domain.kinds.approvals import Approvable
from checkin_app.domain.kinds.operators import APPROVAL, OperatorSignedIn
from checkin_app.domain.operators import Objection, may_not

#: What is approved stands among so many facts after the approval in the same log: it is proven for what is recorded with
#: it, and for nothing that is done later.
REACH = 16


def may_have_approved(approval: Fact, fact: Fact) -> bool:
    """Return whether an approval was given for a fact."""
    said = fact.said
    return (
        isinstance(said, Approvable)
        and said.approved_by == approval.fact_id
        and isinstance(approval.said, OperatorSignedIn)
        and approval.said.how == APPROVAL
        and approval.log_id == fact.log_id
        and 0 < fact.seq - approval.seq <= REACH
    )


def unapproved(fact: Fact, sign_in: Fact | None, approval: Fact | None, stated: Iterable[Fact]) -> Objection | None:
    """Return why a fact does not count by whoever approved it, or None.

    Args:
        fact: any.
        sign_in: what it names as its actor, where that is known.
        approval: what it names as its approval, where that is known.
        stated: what was said of the operator who approved it, and counts itself.
    """
    said = fact.said
    if not fact.actor or not isinstance(said, Approvable):
        return None
    if not said.approved_by:
        return Objection.UNAPPROVED if said.approval else None
    if sign_in is None or approval is None or not isinstance(approval.said, OperatorSignedIn):
        return Objection.UNAPPROVED
    if not may_have_approved(approval, fact) or approval.subject == sign_in.subject:
        return Objection.UNAPPROVED
    deed = said.approval or said.deed
    return Objection.UNAPPROVED if deed and may_not(deed, fact, approval.said.after, stated) else None
