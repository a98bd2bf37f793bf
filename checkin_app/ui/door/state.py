"""What the door shows, as values; nothing here knows how it is drawn."""

from dataclasses import dataclass, field, replace

from checkin_app.domain.buses import BOARDABLE, ONWARD, BusState, leaves_next
from checkin_app.domain.ids import FactId, OperatorId
from checkin_app.domain.operators import Operator
from checkin_app.domain.outcomes import Answer, Reason, Verdict
from checkin_app.domain.overriding import BY_TWO, OVERRIDABLE, OverrideGround
from checkin_app.domain.roles import Deed, may
from checkin_app.domain.standings import sought_as
from checkin_app.services.ports.acting import Present
from checkin_app.services.ports.buses import BusCount, Manifest
from checkin_app.services.ports.movements import RecentScan
from checkin_app.services.proofs import BadgeShown
from checkin_app.services.scanning import ScanOutcome
from checkin_app.ui.kit.chips import Health

RECENT = 5

#: Reasons whose verdict is another bus's code, drawn as large as a bus's own sign.
POINTING_ELSEWHERE = frozenset({Reason.WRONG_ROUTE, Reason.LISTED_ELSEWHERE})


@dataclass(frozen=True, slots=True)
class OverrideDraft:
    """Why a guest is to board though the door says otherwise, as far as it was chosen and typed."""

    ground: OverrideGround | None = None
    text: str = ""
    by: str = ""
    """Who says so, where nobody signs in."""
    second: OperatorId | None = None
    pin: str = field(default="", repr=False)
    badge: BadgeShown | None = None
    busy: bool = False
    note: str = ""
    """Why it could not be done."""


@dataclass(frozen=True, slots=True)
class DoorState:
    """One bus door; `count` is None until the bus is known."""

    count: BusCount | None = None
    outcome: ScanOutcome | None = None
    repeated: int = 0
    """Grows with every verdict, so that two equal ones are two events."""
    recent: tuple[RecentScan, ...] = ()
    trouble: str = ""
    """A sentence of ours, shown as NOT DECIDED."""
    missing: tuple[str, ...] = ()
    """The names of those the bus would leave without, as its manifest had them last."""
    old_since: str | None = None
    """When the other laptops were met last, where that is long ago."""
    others: Health | None = None
    """How this laptop stands to them."""
    present: Present | None = None
    draft: OverrideDraft | None = None
    """What is being said of an override, while it is asked for."""

    @property
    def is_open(self) -> bool:
        return self.count is not None and self.count.bus.state in BOARDABLE

    @property
    def leaves_next(self) -> bool:
        return self.count is not None and leaves_next(self.count.bus.state)

    @property
    def next_state(self) -> BusState | None:
        return ONWARD.get(self.count.bus.state) if self.count else None

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Return what can be answered to the verdict in sight, by whoever acts."""
        if self.outcome is None or self.draft:
            return ()
        decision = self.outcome.decision
        allowed = self.present is not None and Deed.OVERRIDE in self.present.acting.may
        offered = allowed and decision.reason in OVERRIDABLE and self.outcome.delegate is not None
        return (*decision.answers, *((Answer.OVERRIDE,) if offered else ()))

    @property
    def names_nobody(self) -> bool:
        """Whether nobody is signed in, so that it is typed who says so."""
        return self.present is None or not self.present.acting.is_named

    @property
    def awaits_second(self) -> bool:
        """Whether a second person has to agree to what is being overridden."""
        by_two = self.outcome is not None and self.outcome.decision.reason in BY_TWO
        return self.draft is not None and by_two and not self.names_nobody

    @property
    def seconds(self) -> tuple[Operator, ...]:
        """Return who may agree to what whoever acts overrides."""
        if self.present is None or self.names_nobody:
            return ()
        own = self.present.acting.operator
        others = (each for each in self.present.operators if each.can_sign_in and own and each.id != own.id)
        return tuple(each for each in others if may(each.role, Deed.OVERRIDE))

    @property
    def may_board(self) -> bool:
        """Return whether enough was said of an override."""
        draft = self.draft
        if draft is None or draft.busy or draft.ground is None:
            return False
        if draft.ground is OverrideGround.OTHER and not draft.text.strip():
            return False
        if self.names_nobody and not draft.by.strip():
            return False
        return not self.awaits_second or draft.badge is not None or (draft.second is not None and bool(draft.pin))


def counted(state: DoorState, count: BusCount) -> DoorState:
    """The figures of the bus arrived; another bus begins with an empty panel, the first one with what was scanned."""
    other = state.count is not None and state.count.bus.code != count.bus.code
    kept = DoorState(count=count, old_since=state.old_since, others=state.others, present=state.present)
    return kept if other else replace(state, count=count)


def decided(state: DoorState, outcome: ScanOutcome) -> DoorState:
    return replace(state, outcome=outcome, trouble="", repeated=state.repeated + 1, draft=None)


def failed(state: DoorState, sentence: str) -> DoorState:
    return replace(state, outcome=None, trouble=sentence, repeated=state.repeated + 1, draft=None)


def cleared(state: DoorState) -> DoorState:
    """The verdict recedes; the bus stays."""
    return replace(state, outcome=None, trouble="", draft=None)


def others_known(state: DoorState, others: Health, old_since: str | None) -> DoorState:
    return replace(state, others=others, old_since=old_since)


def operators_listed(state: DoorState, present: Present) -> DoorState:
    """Who acts came; one who signed in meanwhile begins what is said of an override anew."""
    former = state.present.acting.sign_in if state.present else None
    same = former == present.acting.sign_in
    return replace(state, present=present, draft=state.draft if same else None)


def override_begun(state: DoorState) -> DoorState:
    return replace(state, draft=OverrideDraft()) if Answer.OVERRIDE in state.answers else state


def override_dropped(state: DoorState) -> DoorState:
    return replace(state, draft=None)


def override_typed(state: DoorState, name: str, text: str) -> DoorState:
    """A reason was chosen, or something written beside it: ``ground``, ``text``, ``by`` or ``pin``."""
    draft = state.draft
    if draft is None:
        return state
    match name:
        case "ground":
            draft = replace(draft, ground=OverrideGround(text))
        case "text":
            draft = replace(draft, text=text)
        case "by":
            draft = replace(draft, by=text)
        case _:
            draft = replace(draft, pin=text)
    return replace(state, draft=replace(draft, note=""))


def second_chosen(state: DoorState, second: OperatorId | None) -> DoorState:
    if state.draft is None:
        return state
    return replace(state, draft=replace(state.draft, second=second, pin="", badge=None, note=""))


def badge_read(state: DoorState, code: str) -> DoorState:
    """The second person showed their badge."""
    return replace(state, draft=replace(state.draft, badge=BadgeShown(code), note="")) if state.draft else state


def override_asked(state: DoorState) -> DoorState:
    return replace(state, draft=replace(state.draft, busy=True, note="")) if state.draft else state


def override_refused(state: DoorState, sentence: str) -> DoorState:
    """It was not done; what was chosen stands, a PIN and a badge do not."""
    if state.draft is None:
        return state
    return replace(state, draft=replace(state.draft, busy=False, pin="", badge=None, note=sentence))


def listed(state: DoorState, recent: tuple[RecentScan, ...]) -> DoorState:
    return replace(state, recent=recent[:RECENT])


def named(state: DoorState, manifest: Manifest) -> DoorState:
    """The manifest came; one of another bus is passed over."""
    if state.count is None or manifest.bus.code != state.count.bus.code:
        return state
    lines = manifest.by_standing[sought_as(manifest.bus.state)]
    return replace(state, missing=tuple(line.delegate.called for line in lines))


def question(state: DoorState) -> FactId | None:
    """Return the scan that waits for an answer."""
    return state.outcome.fact_id if state.outcome and (state.answers or state.draft) else None


def asks(state: DoorState) -> bool:
    """Return whether a guest waits for an answer."""
    return state.outcome is not None and state.outcome.decision.verdict is Verdict.ASK
