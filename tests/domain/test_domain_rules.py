"""Each rule of a door by its name, and the order in which they are read."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from msgspec import structs

from checkin_app.domain import admission, boarding
from checkin_app.domain.buses import BOARDABLE, Bus, BusState
from checkin_app.domain.delegates import BadgeStanding, Delegate, Issue
from checkin_app.domain.forum import Session, Words
from checkin_app.domain.ids import (
    BusCode,
    CategoryId,
    CheckpointId,
    DelegateId,
    FactId,
    Instant,
    RouteId,
    SessionId,
    StationId,
)
from checkin_app.domain.kinds.rides import Saying
from checkin_app.domain.movements import Direction, Presence
from checkin_app.domain.outcomes import ANSWERS, VERDICTS, Reason, Verdict
from checkin_app.domain.rides import Said

HERE, ELSEWHERE = StationId("a" * 16), StationId("b" * 16)
NINE = datetime(2024, 9, 25, 9, tzinfo=UTC)
DELEGATE = Delegate(DelegateId("1" * 16), "林若溪", category=CategoryId("delegate"), route=RouteId("2"))
PLENARY = Session(
    SessionId("plenary"), Words({"en": "Plenary"}), Words({}), Words({}), NINE, NINE + timedelta(hours=1),
    timedelta(minutes=30), frozenset({CategoryId("delegate")}),
)  # fmt: skip
REPLACED = BadgeStanding(2, (Issue(2, "lost", Instant(9), FactId("r")),))


def _at(minutes: int) -> Instant:
    return Instant(round((NINE + timedelta(minutes=minutes)).timestamp() * 1000))


def _presence(checkpoint: str, *, inside: bool = True, station: StationId = HERE) -> Presence:
    return Presence(CheckpointId(checkpoint), False, inside, Instant(1), Instant(1), station, FactId("p"))


KNOCK = admission.Attempt(
    delegate=DELEGATE, issue=1, badge=BadgeStanding(), session=PLENARY, presence=None, direction=Direction.IN,
    at=_at(0), station=HERE, rehearsal=False,
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, Reason.ADMITTED),
        ({"at": _at(-31)}, Reason.NOT_OPEN_YET),
        ({"at": _at(-30)}, Reason.ADMITTED),
        ({"at": _at(59)}, Reason.ADMITTED),
        ({"at": _at(60)}, Reason.SESSION_OVER),
        ({"at": _at(-9999), "rehearsal": True}, Reason.ADMITTED),
        ({"delegate": structs.replace(DELEGATE, category=CategoryId("press"))}, Reason.CATEGORY_NOT_ADMITTED),
        (
            {"delegate": structs.replace(DELEGATE, category=CategoryId("press")), "at": _at(-31)},
            Reason.CATEGORY_NOT_ADMITTED,
        ),
        ({"delegate": None}, Reason.DETAILS_NOT_HERE),
        ({"presence": _presence("plenary")}, Reason.ALREADY_IN),
        ({"presence": _presence("plenary", station=ELSEWHERE)}, Reason.ALREADY_IN_ELSEWHERE),
        ({"presence": _presence("plenary", inside=False)}, Reason.REENTERED),
        ({"direction": Direction.OUT}, Reason.NOT_INSIDE),
        ({"direction": Direction.OUT, "presence": _presence("plenary")}, Reason.LEFT),
        ({"badge": REPLACED}, Reason.BADGE_REPLACED),
        ({"badge": REPLACED, "issue": 2}, Reason.ADMITTED),
        ({"badge": REPLACED, "issue": None}, Reason.ADMITTED),
        ({"issue": 2}, Reason.BADGE_NOT_KNOWN_YET),
        ({"badge": BadgeStanding(revoked="stolen"), "issue": None}, Reason.BADGE_REVOKED),
        ({"badge": REPLACED, "at": _at(-9999)}, Reason.BADGE_REPLACED),
    ],
)
def test_a_session_decides(change: dict[str, object], reason: Reason) -> None:
    assert admission.decide(structs.replace(KNOCK, **change)).reason is reason


BUS = Bus(BusCode("2-1"), RouteId("2"), licensed_seats=4, usable_seats=3, state=BusState.BOARDING)
OTHER = Bus(BusCode("2-3"), RouteId("2"), licensed_seats=4, usable_seats=3, plate="京A12345", bay="9")
FAR = Bus(BusCode("3-2"), RouteId("3"), licensed_seats=4, usable_seats=3, bay="6")
STEP = boarding.Attempt(
    delegate=DELEGATE, issue=1, badge=BadgeStanding(), bus=BUS, aboard=0, accessible_aboard=0, own_bus=BUS,
    accessible_bus=None, presences=(), direction=Direction.IN,
)  # fmt: skip
TRANSFER = Said(Saying.TRANSFER, False, Instant(1), "", FactId("f"), (), BusCode("2-1"), BusCode("2-3"))
WHEELCHAIR = structs.replace(DELEGATE, accessible=True)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, Reason.BOARDED),
        ({"bus": replace(BUS, state=BusState.FINAL_CALL)}, Reason.BOARDED),
        ({"bus": replace(BUS, state=BusState.PLANNED)}, Reason.BUS_NOT_OPEN),
        ({"bus": replace(BUS, state=BusState.COUNTING)}, Reason.BUS_NOT_OPEN),
        ({"bus": replace(BUS, state=BusState.DEPARTED)}, Reason.BUS_LEFT),
        ({"presences": (_presence("bus:2-1"),)}, Reason.ALREADY_ABOARD),
        ({"presences": (_presence("bus:2-3"),)}, Reason.ON_ANOTHER_BUS),
        ({"own_bus": OTHER}, Reason.WRONG_BUS),
        ({"own_bus": FAR}, Reason.WRONG_ROUTE),
        ({"own_bus": None, "delegate": structs.replace(DELEGATE, route=RouteId("3"))}, Reason.WRONG_ROUTE),
        ({"own_bus": None}, Reason.NO_BUS),
        ({"own_bus": None, "delegate": structs.replace(DELEGATE, route=RouteId(""))}, Reason.NO_ROUTE),
        ({"transfer": TRANSFER, "presences": (_presence("bus:2-3"),)}, Reason.BOARDED_BY_TRANSFER),
        ({"transfer": TRANSFER, "presences": (_presence("bus:3-2"),)}, Reason.ON_ANOTHER_BUS),
        ({"own_bus": None, "rank": 1, "standby_seats": 1}, Reason.BOARDED_FROM_STANDBY),
        ({"own_bus": None, "rank": 2, "standby_seats": 1}, Reason.STANDBY_WAITS),
        ({"own_bus": None, "rank": 2, "standby_seats": 5, "aboard": 3}, Reason.FULL),
        ({"aboard": 3}, Reason.FULL),
        ({"aboard": 4}, Reason.LICENSED_SEATS_TAKEN),
        ({"aboard": 4, "presences": (_presence("bus:2-1"),)}, Reason.ALREADY_ABOARD),
        ({"delegate": WHEELCHAIR}, Reason.NEEDS_ACCESSIBLE_PLACE),
        ({"delegate": WHEELCHAIR, "bus": replace(BUS, accessible_places=1)}, Reason.BOARDED),
        ({"delegate": None, "own_bus": None}, Reason.DETAILS_NOT_HERE),
        ({"direction": Direction.OUT}, Reason.NOT_ABOARD),
        ({"direction": Direction.OUT, "presences": (_presence("bus:2-1"),)}, Reason.GOT_OFF),
        ({"badge": REPLACED}, Reason.BADGE_REPLACED),
    ],
)
def test_a_bus_door_decides(change: dict[str, object], reason: Reason) -> None:
    assert boarding.decide(structs.replace(STEP, **change)).reason is reason


def test_the_wrong_bus_names_the_right_one_and_its_bay() -> None:
    assert boarding.decide(structs.replace(STEP, own_bus=FAR)).details == {
        "route": "3", "bus": "3-2", "bay": "6", "departs": "",
    }  # fmt: skip


SHUT = [state for state in BusState if state not in BOARDABLE | {BusState.EMERGENCY}]


@pytest.mark.parametrize("state", [each for each in BusState if each is not BusState.EMERGENCY])
def test_a_guest_of_another_route_is_sent_there_whatever_the_doors(state: BusState) -> None:
    sent = boarding.decide(structs.replace(STEP, bus=replace(BUS, state=state), own_bus=FAR))
    assert (sent.reason, sent.details["bus"]) == (Reason.WRONG_ROUTE, "3-2")


@pytest.mark.parametrize("state", SHUT)
def test_a_guest_of_another_bus_is_sent_there_while_nobody_boards_here(state: BusState) -> None:
    sent = boarding.decide(structs.replace(STEP, bus=replace(BUS, state=state), own_bus=OTHER))
    assert (sent.reason, sent.verdict) == (Reason.LISTED_ELSEWHERE, Verdict.STOP)
    assert sent.details == {"route": "2", "bus": "2-3", "bay": "9", "departs": ""}
    assert not sent.answers


@pytest.mark.parametrize("state", SHUT)
def test_nobody_is_sent_to_a_bus_of_the_route_that_has_left(state: BusState) -> None:
    gone = replace(OTHER, state=BusState.DEPARTED)
    told = boarding.decide(structs.replace(STEP, bus=replace(BUS, state=state), own_bus=gone))
    assert told.reason in {Reason.BUS_NOT_OPEN, Reason.BUS_LEFT}


@pytest.mark.parametrize("own_bus", [BUS, OTHER, FAR, None])
@pytest.mark.parametrize("presences", [(), (_presence("bus:2-1"),)])
def test_at_an_emergency_nobody_is_waved_on_or_sent_about_and_whoever_gets_off_is_recorded(own_bus, presences) -> None:
    burning = structs.replace(STEP, bus=replace(BUS, state=BusState.EMERGENCY), own_bus=own_bus, presences=presences)
    told = boarding.decide(burning)
    assert (told.reason, told.verdict, told.answers) == (Reason.BUS_EMERGENCY, Verdict.STOP, ())
    off = boarding.decide(structs.replace(burning, direction=Direction.OUT))
    assert off.reason is (Reason.GOT_OFF if presences else Reason.NOT_ABOARD)


@pytest.mark.parametrize("own_bus", [BUS, None])
def test_who_belongs_here_is_told_of_the_doors(own_bus: Bus | None) -> None:
    shut = replace(BUS, state=BusState.PLANNED)
    own = shut if own_bus else None
    assert boarding.decide(structs.replace(STEP, bus=shut, own_bus=own)).reason is Reason.BUS_NOT_OPEN
    left = replace(shut, state=BusState.DEPARTED)
    own = left if own_bus else None
    assert boarding.decide(structs.replace(STEP, bus=left, own_bus=own)).reason is Reason.BUS_LEFT


def test_boarding_says_the_count_with_this_person() -> None:
    assert boarding.decide(structs.replace(STEP, aboard=2)).details == {"aboard": 3, "seats": 3}


def test_every_reason_has_a_verdict_and_every_question_an_answer() -> None:
    assert set(VERDICTS) == set(Reason)
    asking = {reason for reason, verdict in VERDICTS.items() if verdict is Verdict.ASK}
    assert asking <= set(ANSWERS)


def test_no_badge_that_is_void_can_be_waved_through() -> None:
    for reason in (Reason.BADGE_REPLACED, Reason.BADGE_REVOKED):
        assert not {"let_in", "board_here"} & set(ANSWERS[reason])


@pytest.mark.parametrize(
    ("guest", "bus", "said"),
    [
        (("fr", "en"), ("zh", "en"), None),
        (("fr",), ("zh", "en"), "zh en"),
        (("pt-BR",), ("pt",), None),
        (("FR",), ("fr",), None),
        ((), ("zh",), None),
        (("fr",), (), None),
    ],
)
def test_no_language_in_common_is_a_remark_that_changes_no_verdict(
    guest: tuple[str, ...], bus: tuple[str, ...], said: str | None
) -> None:
    step = structs.replace(STEP, delegate=structs.replace(DELEGATE, languages=guest), bus=replace(BUS, languages=bus))
    for change, reason in (
        ({}, Reason.BOARDED),
        ({"own_bus": OTHER}, Reason.WRONG_BUS),
        ({"own_bus": FAR}, Reason.WRONG_ROUTE),
        ({"direction": Direction.OUT, "presences": (_presence("bus:2-1"),)}, Reason.GOT_OFF),
    ):
        decision = boarding.decide(structs.replace(step, **change))
        assert decision.reason is reason
        boards = reason in {Reason.BOARDED, Reason.WRONG_BUS}
        assert decision.details.get("speaks") == (said if boards else None)
