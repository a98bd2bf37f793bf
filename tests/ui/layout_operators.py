"""Operators with long names, who may and may not, as screens have to find room for them."""

from checkin_app.domain.acting import SignedIn, acting
from checkin_app.domain.ids import DelegateId, FactId, OperatorId
from checkin_app.domain.operators import Operator
from checkin_app.domain.roles import OperatorRole
from checkin_app.services.ports.acting import Present

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
