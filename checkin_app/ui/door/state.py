"""What the door shows, as values; nothing here knows how it is drawn."""

from dataclasses import dataclass, replace

from checkin_app.domain.buses import BOARDABLE, ONWARD, BusState, leaves_next
from checkin_app.domain.ids import FactId
from checkin_app.domain.outcomes import Reason, Verdict
from checkin_app.domain.standings import sought_as
from checkin_app.services.ports.buses import BusCount, Manifest
from checkin_app.services.ports.movements import RecentScan
from checkin_app.services.scanning import ScanOutcome

RECENT = 5

#: Reasons whose verdict is another bus's code, drawn as large as a bus's own sign.
POINTING_ELSEWHERE = frozenset({Reason.WRONG_ROUTE, Reason.LISTED_ELSEWHERE})


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

    @property
    def is_open(self) -> bool:
        return self.count is not None and self.count.bus.state in BOARDABLE

    @property
    def leaves_next(self) -> bool:
        return self.count is not None and leaves_next(self.count.bus.state)

    @property
    def next_state(self) -> BusState | None:
        return ONWARD.get(self.count.bus.state) if self.count else None


def counted(state: DoorState, count: BusCount) -> DoorState:
    """The figures of the bus arrived; another bus begins with an empty panel, the first one with what was scanned."""
    other = state.count is not None and state.count.bus.code != count.bus.code
    return DoorState(count=count) if other else replace(state, count=count)


def decided(state: DoorState, outcome: ScanOutcome) -> DoorState:
    return replace(state, outcome=outcome, trouble="", repeated=state.repeated + 1)


def failed(state: DoorState, sentence: str) -> DoorState:
    return replace(state, outcome=None, trouble=sentence, repeated=state.repeated + 1)


def cleared(state: DoorState) -> DoorState:
    """The verdict recedes; the bus stays."""
    return replace(state, outcome=None, trouble="")


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
    outcome = state.outcome
    return outcome.fact_id if outcome and outcome.decision.answers else None


def asks(state: DoorState) -> bool:
    """Return whether a guest waits for an answer."""
    return state.outcome is not None and state.outcome.decision.verdict is Verdict.ASK
