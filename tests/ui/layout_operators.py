"""Operators with long names, who may and may not, as screens have to find room for them."""

from checkin_app.domain.acting import SignedIn, acting
from checkin_app.domain.buses import BusState
from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import BusCode, DelegateId, FactId, Instant, LogId, OperatorId, bus_subject
from checkin_app.domain.kinds.buses import BusMovedTo
from checkin_app.domain.operators import Objection, Operator
from checkin_app.domain.roles import OperatorRole
from checkin_app.services.ports.acting import NotApplied, Present

LEAD = Operator(OperatorId("a" * 16), "买买提·阿卜杜拉·热合曼", OperatorRole.LEAD, None, None, "h")
VOLUNTEER = Operator(OperatorId("b" * 16), "欧阳薇薇", OperatorRole.VOLUNTEER, DelegateId("b" * 16), None, "h")
REVOKED = Operator(
    OperatorId("c" * 16),
    "陈大文",
    OperatorRole.DUTY_OFFICER,
    None,
    "带着证件离开，多次联系均无人应答",
    "",
)
UNABLE = Operator(OperatorId("d" * 16), "فاطمة الزهراء", OperatorRole.ROUTE_DISPATCHER, None, None, "")
OPERATORS = (LEAD, REVOKED, VOLUNTEER, UNABLE)


def present(who: Operator | None = None, operators: tuple[Operator, ...] = OPERATORS) -> Present:
    return Present(operators, acting(operators, SignedIn(who.id, FactId("f")) if who else None))


def not_applied(why: Objection, number: int) -> NotApplied:
    """Return what somebody did who had been revoked, on a laptop with a long name."""
    draft = FactDraft(bus_subject(BusCode("2-1")), BusMovedTo(state=BusState.FINAL_CALL), "f")
    at = Instant(1_727_226_000_000 + 60_000 * number)
    fact = Fact(
        LogId("11" * 16), number, FactId(f"00000000-0000-7000-8000-{number:012}"), Hlc(at << 16), at, 0, draft.kind, draft.version, draft.actor,
        draft.subject, draft.body, b"",
    )  # fmt: skip
    return NotApplied(fact, REVOKED.id, why)
