"""The laptops that take part, one of them looked at, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from checkin_app.domain.enrolment import Role, Standing
from checkin_app.domain.ids import Instant, StationId
from checkin_app.domain.phones import SignedIn
from checkin_app.domain.sync.hosting import USUAL_PORT, OwnHub
from checkin_app.domain.sync.laptops import Laptop, Laptops
from checkin_app.domain.sync.status import Reach
from checkin_app.ui.shell.actions import Invited


class Doing(StrEnum):
    """What is done about a laptop."""

    ADMIT = "admit"
    AMEND = "amend"
    REFUSE = "refuse"
    REVOKE = "revoke"
    LEAVE = "leave"
    SIGN_OUT = "sign out"
    """Of a phone."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and chosen of one laptop, and not said yet; None where nothing was."""

    name: str | None = None
    role: Role | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LaptopsState:
    laptops: Laptops | None = None
    """None until they have come."""
    chosen: StationId | None = None
    """The one looked at."""
    chosen_phone: int | None = None
    """The phone that is looked at instead, by its number."""
    drafts: Mapping[StationId, Draft] = field(default_factory=dict)
    """Going to another loses nothing."""
    invited: Invited | None = None
    """The invitation that is shown in the place of the laptop looked at."""
    port: str = ""
    """Where the hub is to listen."""
    no_port: str = ""
    """What was typed for that and is none, until it is put right."""
    switching: bool = False
    """The hub is being begun or ended."""
    busy: bool = False
    note: str = ""
    """What was done or could not be, in words."""
    wrong: bool = False
    """The note is about something that could not be done."""

    @property
    def rows(self) -> tuple[Laptop, ...]:
        return self.laptops.known if self.laptops else ()

    @property
    def phones(self) -> tuple[SignedIn, ...]:
        return self.laptops.phones if self.laptops else ()

    @property
    def phone(self) -> SignedIn | None:
        """Return the phone that is looked at in a laptop's place."""
        return next((each for each in self.phones if each.number == self.chosen_phone), None)

    @property
    def laptop(self) -> Laptop | None:
        if self.phone:
            return None
        return next((each for each in self.rows if each.enrolment.station == self.chosen), None)

    @property
    def place(self) -> int:
        """Return where the one looked at stands: phones follow upon laptops."""
        if phone := self.phone:
            return len(self.rows) + self.phones.index(phone)
        laptop = self.laptop
        return self.rows.index(laptop) if laptop else -1

    @property
    def draft(self) -> Draft:
        """Return what is to be said of the one looked at: as it is known where nothing was typed."""
        laptop = self.laptop
        if laptop is None:
            return Draft("", Role.DESK)
        known, typed = laptop.enrolment, self.drafts.get(laptop.enrolment.station, Draft())
        name = known.name if typed.name is None else typed.name
        return Draft(name, typed.role or known.role, typed.reason)

    @property
    def may(self) -> frozenset[Doing]:
        """Return what can be done about the one looked at."""
        if self.phone:
            return frozenset({Doing.SIGN_OUT})
        if self.laptops is None or self.laptop is None:
            return frozenset()
        if self.laptop.is_own:
            return frozenset({Doing.LEAVE}) if _may_leave(self.laptops) else frozenset()
        return _MAY[self.laptop.enrolment.standing] if self.laptops.may_decide else frozenset()

    @property
    def of_own(self) -> bool:
        """Return whether this laptop itself is looked at."""
        return self.laptop is not None and self.laptop.is_own

    @property
    def hub(self) -> OwnHub:
        return self.laptops.hub if self.laptops else OwnHub()

    @property
    def may_invite(self) -> bool:
        return self.of_own and self.hub.invites and not self.switching

    @property
    def left_ms(self) -> int:
        """Return for how long the invitation that is shown is still good."""
        return max(0, self.invited.until - self.laptops.now) if self.invited and self.laptops else 0

    @property
    def changed(self) -> bool:
        """Return whether the one looked at is to be called otherwise, or to do something else."""
        known = self.laptop.enrolment if self.laptop else None
        said = " ".join((self.draft.name or "").split())  # as it would be called
        return known is not None and (said, self.draft.role) != (known.name, known.role)


#: What a coordinator does about a laptop that stands so.
_MAY: Mapping[Standing, frozenset[Doing]] = {
    Standing.ASKING: frozenset({Doing.ADMIT, Doing.REFUSE}),
    Standing.MEMBER: frozenset({Doing.AMEND, Doing.REVOKE}),
    Standing.LEFT: frozenset({Doing.REVOKE}),
    Standing.REVOKED: frozenset(),
}
#: How a laptop stands that has joined a hub and could tell it that it leaves, now or later.
_JOINED = {Reach.LIVE, Reach.POLLED, Reach.AWAY}


def _may_leave(laptops: Laptops) -> bool:
    return laptops.status.reach in _JOINED and laptops.own.enrolment.standing is Standing.MEMBER


def listed(state: LaptopsState, laptops: Laptops, port: int = USUAL_PORT) -> LaptopsState:
    """They came; the one looked at stays, else it is the first who waits for a person here, or this one."""
    if state.switching:  # what was known before says nothing of what was asked since
        laptops = replace(laptops, hub=state.hub)
    fresh = _without_used(replace(state, laptops=laptops, port=str(port)), state)
    if fresh.laptop or fresh.phone:
        return fresh
    waiting = (each for each in laptops.known if laptops.may_decide and each.enrolment.standing is Standing.ASKING)
    return replace(fresh, chosen=next(waiting, laptops.own).enrolment.station)


def _without_used(fresh: LaptopsState, before: LaptopsState) -> LaptopsState:
    """Put away an invitation that was used meanwhile: whoever came by it is looked at in its place."""
    if fresh.invited is None or before.laptops is None:
        return fresh
    if fresh.invited.phone:
        known = {each.number for each in before.phones}
        came = next((each.number for each in fresh.phones if each.number not in known), None)
        return fresh if came is None else replace(fresh, chosen_phone=came, invited=None)
    asked = {each.enrolment.station for each in before.rows if each.enrolment.standing is Standing.ASKING}
    asking = (each.enrolment for each in fresh.rows if each.enrolment.standing is Standing.ASKING)
    who = next((each.station for each in asking if each.station not in asked), None)
    return fresh if who is None else replace(fresh, chosen=who, chosen_phone=None, invited=None)


def laptop_chosen(state: LaptopsState, place: int) -> LaptopsState:
    """Another one is looked at, by its place; phones follow upon laptops."""
    if not 0 <= place < len(state.rows) + len(state.phones) or place == state.place:
        return state
    looked = replace(state, chosen_phone=None, invited=None, note="", wrong=False)
    if place < len(state.rows):
        return replace(looked, chosen=state.rows[place].enrolment.station)
    return replace(looked, chosen_phone=state.phones[place - len(state.rows)].number)


def hub_asked(state: LaptopsState, port: int) -> LaptopsState:
    """It was asked to be the hub at a port, or to be it no more."""
    return replace(state, port=str(port), no_port="", switching=True, invited=None, note="", wrong=False)


def port_refused(state: LaptopsState, typed: str) -> LaptopsState:
    """What was typed is no port, or nothing: then it is as it was."""
    return replace(state, no_port=typed.strip())


def hub_switched(state: LaptopsState, hub: OwnHub) -> LaptopsState:
    laptops = replace(state.laptops, hub=hub) if state.laptops else None
    return replace(state, laptops=laptops, switching=False)


def invitation_asked(state: LaptopsState) -> LaptopsState:
    return replace(state, busy=True, note="", wrong=False)


def invitation_received(state: LaptopsState, invited: Invited) -> LaptopsState:
    """It takes the place of this laptop; nobody has typed its short code yet."""
    hub = replace(state.hub, words="")
    laptops = replace(state.laptops, hub=hub) if state.laptops else None
    return replace(state, laptops=laptops, invited=invited, busy=False)


def invitation_closed(state: LaptopsState) -> LaptopsState:
    return replace(state, invited=None)


def time_passed(state: LaptopsState, now: Instant) -> LaptopsState:
    return replace(state, laptops=replace(state.laptops, now=now)) if state.laptops else state


def screen_opened(state: LaptopsState, wanted: StationId | None = None) -> LaptopsState:
    """Begin anew: whom to look at was named by another screen, or is seen when they come."""
    return replace(state, chosen=wanted, chosen_phone=None, invited=None, note="", wrong=False)


def name_typed(state: LaptopsState, name: str) -> LaptopsState:
    return _drafted(state, replace(_draft(state), name=name))


def role_chosen(state: LaptopsState, role: Role) -> LaptopsState:
    return _drafted(state, replace(_draft(state), role=role))


def reason_typed(state: LaptopsState, reason: str) -> LaptopsState:
    return _drafted(state, replace(_draft(state), reason=reason))


def _draft(state: LaptopsState) -> Draft:
    return state.drafts.get(state.chosen, Draft()) if state.chosen else Draft()


def _drafted(state: LaptopsState, draft: Draft) -> LaptopsState:
    """What was typed stands by the laptop that is looked at."""
    if state.chosen is None or state.busy:
        return state
    return replace(state, drafts={**state.drafts, state.chosen: draft}, note="", wrong=False)


def begun(state: LaptopsState) -> LaptopsState:
    return replace(state, busy=True, note="", wrong=False)


def told(state: LaptopsState, station: StationId, note: str) -> LaptopsState:
    """It was done: what was typed of that laptop holds now, or is of no use any more."""
    drafts = {each: draft for each, draft in state.drafts.items() if each != station}
    return replace(state, drafts=drafts, busy=False, note=note, wrong=False)


def signed_out(state: LaptopsState, note: str) -> LaptopsState:
    """A phone was signed out; this laptop is looked at again."""
    return replace(state, chosen_phone=None, busy=False, note=note, wrong=False)


def refused(state: LaptopsState, note: str) -> LaptopsState:
    """It was not done; what was typed stays."""
    return replace(state, busy=False, switching=False, note=note, wrong=True)
