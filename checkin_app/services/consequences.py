"""What a list says of people besides their details: who does not come, and who rides on which bus."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import BusCode, DelegateId, delegate_subject
from checkin_app.domain.kinds.badges import BadgeRestored, BadgeRevoked
from checkin_app.domain.kinds.rides import RideAssigned
from checkin_app.domain.lists.left_off import REASON
from checkin_app.domain.lists.plan import Plan, Ride
from checkin_app.services.ports.badges import BadgeReads, RevocationReads
from checkin_app.services.ports.buses import BusReads
from checkin_app.services.ports.movements import MovementReads
from checkin_app.services.ports.stations import ForumReads
from checkin_app.services.ports.transactions import Keeping

#: What a list says so.
SAID = (BadgeRevoked, RideAssigned, BadgeRestored)
#: Why a list restores a badge: its status says so, or it names somebody whom an earlier one cancelled.
CONFIRMED, LISTED = "confirmed_by_list", "listed_again"
#: Kinds that change who is let in and rides where.
STANDING = (BadgeRevoked.KIND, BadgeRestored.KIND, RideAssigned.KIND)


class StandingReads(BadgeReads, RevocationReads, MovementReads, BusReads, Protocol):
    """Knows whose badge is valid, and who is on which bus's list."""


class FleetReads(BusReads, ForumReads, Protocol):
    """Knows which buses there are."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing that a list says of somebody, as it is to be written."""

    delegate: DelegateId
    said: BadgeRevoked | RideAssigned | BadgeRestored

    @property
    def kind(self) -> type[BadgeRevoked | RideAssigned | BadgeRestored]:
        return type(self.said)

    def draft(self, _keeping: Keeping) -> FactDraft:
        return FactDraft(delegate_subject(self.delegate), self.said)


def buses_there(state: FleetReads) -> tuple[BusCode, ...]:
    return tuple(bus.code for route in state.forum.routes for bus in state.buses_of(route.id))


def still_due(state: StandingReads, plan: Plan) -> Plan:
    """Return the plan without what is so already: who is revoked, and who is on the list of that bus."""

    def is_due(ride: Ride) -> bool:
        listed = state.movements(ride.delegate)
        return listed.bus != ride.row.bus or len(listed.ride.edits) > 1

    cancelled = tuple(
        replace(each, delegate=None) if each.delegate and state.badge(each.delegate.id).revoked else each
        for each in plan.cancelled
    )
    return replace(plan, cancelled=cancelled, rides=tuple(ride for ride in plan.rides if is_due(ride)))


def sayings(state: StandingReads, plan: Plan, without: Collection[int]) -> Iterator[Saying]:
    """Yield what is to be written of the people of a plan, but for the rows that are left out."""
    for each in plan.cancelled:
        if each.delegate and each.row.number not in without:
            badge = state.badge(each.delegate.id)
            yield Saying(each.delegate.id, BadgeRevoked(reason=each.row.cancelled, after=badge.state_facts))
    for gone in plan.struck:
        if gone.number not in without:
            badge = state.badge(gone.delegate.id)
            yield Saying(gone.delegate.id, BadgeRevoked(reason=REASON, after=badge.state_facts))
    for comes in plan.restored:
        if comes.row.number not in without:
            reason = CONFIRMED if comes.row.confirmed else LISTED
            badge = state.badge(comes.delegate)
            yield Saying(comes.delegate, BadgeRestored(reason=reason, after=badge.state_facts))
    for ride in plan.rides:
        if ride.row.number not in without:
            edits = state.movements(ride.delegate).ride.edits
            yield Saying(ride.delegate, RideAssigned(bus=ride.row.bus, supersedes=edits))
