"""What is known of one person, and how it is changed."""

import pytest
from msgspec import structs

from checkin_app.domain.delegates import Delegate, with_badge_no
from checkin_app.domain.ids import CategoryId, DelegateId, RouteId

ANA = Delegate(
    DelegateId("a1"), "Ana Roos", "ANA ROOS", "Roos", "Ana", "Dr", "Puerto", "Institute", "Head", CategoryId("guest"),
    RouteId("1"), RouteId("2"), "+999 1", "ana@example.org", ("en", "zh"), accessible=True, note="n", host="h",
    aliases=("T1",), badge_no="0007", origin="number:7", prints_latin=True,
)  # fmt: skip


@pytest.mark.parametrize("who", [ANA, Delegate(DelegateId("b2"), "Jens Holm")])
@pytest.mark.parametrize("number", ["", "0007", "HQ-0008"])
def test_somebody_with_another_number_is_the_same_in_everything_else(who: Delegate, number: str) -> None:
    assert with_badge_no(who, number) == structs.replace(who, badge_no=number)
