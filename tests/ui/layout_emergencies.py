"""Emergencies as screens are given them: foreseen, on, contradicted, and over."""

from collections.abc import Sequence
from dataclasses import replace

from layout_people import GUESTS
from msgspec import structs

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.emergencies import Call, Condition, Emergency, Ending, How, Mark
from checkin_app.domain.head_counts import Crew
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, FactId, Instant, RouteId, StationId
from checkin_app.domain.movements import Movements
from checkin_app.domain.operators import Maker
from checkin_app.domain.roles import OperatorRole
from checkin_app.domain.sightings import LastSeen
from checkin_app.services.emergencies import EmergencyLine, EmergencyStanding
from checkin_app.services.ports.acting import Makers
from checkin_app.services.ports.people import DelegateCard

BUS = Bus(
    BusCode("2-1"), RouteId("2"), 49, 45, 2, plate="京A·12345", driver="Wang Jianguo", driver_phone="+86 139 1000 2000",
    state=BusState.DEPARTED,
)  # fmt: skip
PEOPLE: Sequence[Delegate] = GUESTS[:7]
CALLED, HERE, THERE = Instant(1_727_226_900_000), StationId("00" * 8), StationId("11" * 8)
DRIVER = EmergencyLine(
    "driver-1", None, Crew.DRIVER, "Wang Jianguo", "+86 139 1000 2000", True, True, Condition.UNKNOWN
)
GUIDE = EmergencyLine("guide-1", None, Crew.GUIDE, "", "", True, True, Condition.UNKNOWN)
NOTE = "left arm, taken to the second people’s hospital by the first ambulance"
HAPPENED, VITO, SOUGHT = "smoke, km 42", "Vito Volunteer", "xyz"
#: What people typed, and what they are called: the same in every language.
NAMED = (DRIVER.name, NOTE, HAPPENED, VITO, SOUGHT)


def _line(who: Delegate, *, aboard: bool) -> EmergencyLine:
    return EmergencyLine(who.id, who, None, "", who.phone, aboard, True, Condition.UNKNOWN)


LINES = (DRIVER, GUIDE, *(_line(each, aboard=place < 5) for place, each in enumerate(PEOPLE)))


def mark(condition: Condition, number: int = 1, station: StationId = HERE, note: str = "") -> Mark:
    return Mark(FactId(f"{number}"), condition, Instant(CALLED + number * 60_000), station, note)


def foreseen(lines: Sequence[EmergencyLine] = LINES) -> EmergencyStanding:
    return EmergencyStanding(BUS, tuple(lines), None, 812)


def standing(
    marks: dict[str, tuple[Mark, ...]] | None = None,
    *,
    how: How | None = None,
    rehearsal: bool = False,
    call: str = "c",
) -> EmergencyStanding:
    """Return an emergency at which so much was said; over where it is said how."""
    said = marks or {}
    aboard = tuple(each.who for each in LINES if each.was_aboard and each.delegate)
    expected = tuple(each.who for each in LINES if not each.was_aboard)
    frozen = Call(FactId(call), CALLED, HERE, 812, aboard, expected, ("driver-1", "guide-1"), HAPPENED, rehearsal)
    endings = (Ending(FactId("e"), how, Instant(CALLED + 3_600_000), HERE),) if how else ()
    emergency = Emergency((frozen,), dict(said), endings, (), is_on=how is None, state=BusState.DEPARTED)
    lines = tuple(
        replace(
            each,
            marks=said.get(each.who, ()),
            condition=emergency.condition(each.who),
            is_contradicted=emergency.is_contradicted(each.who),
        )
        for each in LINES
    )
    makers = Makers(has_operators=True, by={(FactId("1"), HERE): Maker(VITO, OperatorRole.VOLUNTEER)})
    bus = BUS if how else replace(BUS, state=BusState.EMERGENCY)
    return EmergencyStanding(bus, lines, emergency, 812, rehearsal, makers, {HERE: "Desk 3", THERE: "Bay 7"})


SOME = {
    PEOPLE[0].id: (mark(Condition.SAFE),),
    PEOPLE[1].id: (mark(Condition.INJURED, note=NOTE),),
    PEOPLE[2].id: (mark(Condition.SAFE), mark(Condition.INJURED, 2, THERE)),
}
ALL = {each.who: (mark(Condition.SAFE),) for each in LINES}
#: Somebody whose badge was seen since.
SEEN = LastSeen(CheckpointId("bus:2-1"), Instant(CALLED + 60_000), inside=False, station=THERE)


#: Of a guest who is not on the list.
OTHER = DelegateCard(structs.replace(GUESTS[0], id=DelegateId("9" * 16), badge_no="0999"), BadgeStanding(), Movements())


def with_sighting(of: EmergencyStanding) -> EmergencyStanding:
    return replace(of, lines=tuple(replace(each, seen=SEEN) if each.delegate else each for each in of.lines))
