"""The way to the others as values: shown an invitation, the hub is looked for, asked, and taken over from."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from checkin_app.domain.comparing import Spoken
from checkin_app.domain.enrolment import Standing
from checkin_app.domain.ids import StationId
from checkin_app.domain.invitations import Address, Invitation, parse_invitation, parse_short
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems import WorkStopped
from checkin_app.domain.problems_hub import (
    ForumDiffers,
    HubForeign,
    HubNotReached,
    HubRefused,
    InvitationInvalid,
    InvitationSpent,
    NotJoined,
    WordsDiffer,
)
from checkin_app.domain.sync.coming import Coming
from checkin_app.domain.sync.status import ClockOffset

#: After these, another invitation is needed: the one there was is worth nothing any more.
_NEEDS_ANOTHER = (ForumDiffers, HubForeign, InvitationInvalid, InvitationSpent, NotJoined, WordsDiffer)
#: These may pass by themselves.
_PASSING = (HubNotReached, HubRefused)


class Phase(StrEnum):
    CODE = "code"
    """An invitation is scanned or typed."""
    LOOKING = "looking"
    """The hub is looked for."""
    WORDS = "words"
    """A short code was typed: people compare the words on both laptops."""
    ASKING = "asking"
    """A coordinator is to let it in."""
    RECEIVING = "receiving"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Agreeing:
    """What a short code stands for, once the words on both laptops are found to be the same."""

    invitation: str
    words: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """How a laptop stands that has asked."""

    station: StationId
    standing: Standing


@dataclass(frozen=True, slots=True)
class JoiningState:
    """How far a laptop is on its way."""

    phase: Phase = Phase.CODE
    code: str = ""
    """What was scanned or typed."""
    hub: str = ""
    """The address that was typed, where one was."""
    agreeing: Agreeing | None = None
    name: str = ""
    station: StationId | None = None
    made: bool = False
    """Its store is there, with a key of its own: its name is settled."""
    coming: Coming = field(default_factory=Coming)
    clock: ClockOffset | None = None
    busy: bool = False
    stopped: bool = False
    """A person has stopped it; it goes on when they say so."""
    problem: Problem | None = None
    fault: bool = False
    """Something of ours went wrong, and was reported."""

    @property
    def invitation(self) -> Invitation | None:
        return parse_invitation(self.code)

    @property
    def places(self) -> tuple[Address, ...]:
        """Return where the hub may be, as far as the code tells."""
        invitation = self.invitation
        return invitation.addresses if invitation else ()

    @property
    def part(self) -> tuple[int, int]:
        """Return how much is done, and of how much: what comes first, then lists that came and do not count yet."""
        coming = self.coming
        if coming.due and self.phase is Phase.RECEIVING:
            return coming.counted, coming.due
        return coming.facts, coming.whole

    @property
    def is_code_whole(self) -> bool:
        return self.invitation is not None or bool(parse_short(self.code))

    @property
    def is_in_trouble(self) -> bool:
        return self.problem is not None or self.fault

    @property
    def tries_again(self) -> bool:
        """Return whether what is in its way may pass by itself."""
        return isinstance(self.problem, _PASSING)

    @property
    def may_go_on(self) -> bool:
        """Return whether there is something for the blue button to do."""
        waits = self.phase is Phase.ASKING and not self.is_in_trouble
        return not (self.busy or waits)

    @property
    def may_go_back(self) -> bool:
        """Return whether there is a way back: until a coordinator has let it in, to another invitation."""
        match self.phase:
            case Phase.CODE:
                return not self.made
            case Phase.LOOKING | Phase.WORDS | Phase.ASKING:
                return not self.busy or self.phase is Phase.ASKING
            case _:
                return False


def typed(state: JoiningState, *, code: str, hub: str) -> JoiningState:
    """Trouble with the code is over as it is edited; that with the hub stands until it answers."""
    problem = None if state.phase is Phase.CODE else state.problem
    return replace(state, code=code, hub=hub, problem=problem, fault=False)


def code_scanned(state: JoiningState, text: str) -> JoiningState:
    """What a scanner reads takes the place of what was typed; a code of something else is said to be that."""
    if state.phase not in {Phase.CODE, Phase.LOOKING, Phase.ASKING} or (state.busy and state.phase is Phase.LOOKING):
        return state
    if parse_invitation(text):
        return replace(state, phase=Phase.CODE, code=text, agreeing=None, problem=None, fault=False)
    return replace(state, problem=InvitationInvalid()) if state.phase is Phase.CODE else state


def named(state: JoiningState, name: str) -> JoiningState:
    return replace(state, name=name)


def begun(state: JoiningState) -> JoiningState:
    """What is to be done in this phase is being done; what stood in its way is shown until it is known to be gone."""
    return replace(state, busy=True, stopped=False)


def sought(state: JoiningState) -> JoiningState:
    return replace(state, phase=Phase.LOOKING, busy=True, problem=None, fault=False)


def paired(state: JoiningState, agreeing: Agreeing) -> JoiningState:
    return replace(state, phase=Phase.WORDS, agreeing=agreeing, busy=False, problem=None)


def agreed(state: JoiningState) -> JoiningState:
    """The words are the same: from now on it is as if the whole invitation had been scanned."""
    code = state.agreeing.invitation if state.agreeing else state.code
    return sought(replace(state, code=code, agreeing=None))


def disagreed(state: JoiningState) -> JoiningState:
    return troubled(replace(state, agreeing=None), WordsDiffer())


def answered(state: JoiningState, asked: Asked) -> JoiningState:
    """The hub has said how this laptop stands."""
    phase = Phase.RECEIVING if asked.standing is Standing.MEMBER else Phase.ASKING
    return replace(state, phase=phase, station=asked.station, made=True, busy=False, problem=None, fault=False)


def moved_on(state: JoiningState, coming: Coming) -> JoiningState:
    return replace(state, coming=coming, problem=None) if state.busy else state


def received(state: JoiningState, clock: ClockOffset | None) -> JoiningState:
    return replace(state, phase=Phase.READY, clock=clock, busy=False, problem=None, fault=False)


def troubled(state: JoiningState, problem: Problem) -> JoiningState:
    """It goes no further now, or not with this invitation."""
    if isinstance(problem, WorkStopped):
        return replace(state, busy=False, stopped=True, problem=None)
    another = isinstance(problem, _NEEDS_ANOTHER)
    code = "" if another and not isinstance(problem, InvitationInvalid) else state.code
    phase = Phase.CODE if another else state.phase
    return replace(state, phase=phase, code=code, busy=False, problem=problem, fault=False)


def failed(state: JoiningState) -> JoiningState:
    return replace(state, busy=False, fault=True)


def gone_back(state: JoiningState) -> JoiningState:
    return replace(state, phase=Phase.CODE, agreeing=None, busy=False, problem=None, fault=False)


# ---- closed half way


@dataclass(frozen=True, slots=True)
class JoinEntered:
    """What is kept of it: of the invitation only as long as it lets a laptop in."""

    phase: Phase = Phase.CODE
    code: str = ""
    hub: str = ""
    agreeing: Agreeing | None = None


def draft_of(state: JoiningState) -> JoinEntered:
    """Return what is to be kept of it."""
    spent = state.phase in {Phase.ASKING, Phase.RECEIVING, Phase.READY}
    return JoinEntered(state.phase, "" if spent else state.code, state.hub, state.agreeing)


def resumed(state: JoiningState, kept: JoinEntered, *, made: bool) -> JoiningState:
    """It goes on where it was left; what has to be asked of the hub again is asked again."""
    phase = kept.phase
    if made and phase in {Phase.LOOKING, Phase.ASKING, Phase.RECEIVING}:
        phase = Phase.ASKING  # whether it was let in meanwhile, the hub says
    elif not (made or phase is Phase.LOOKING or (phase is Phase.WORDS and kept.agreeing)):
        phase = Phase.CODE
    return replace(state, phase=phase, code=kept.code, hub=kept.hub, agreeing=kept.agreeing, made=made)
