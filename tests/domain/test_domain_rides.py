"""How a ride stands follows from the facts alone: in any order, each of them taken back by one that names it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from factkit import named, told
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec import structs

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import FactId, LogId
from checkin_app.domain.kinds.rides import RideLeft, RideSaid, RideUndone, Saying, deed_of
from checkin_app.domain.movements import Movements, fold_presences
from checkin_app.domain.operators import Objection, objection
from checkin_app.domain.ride_states import FOLLOWING, RideState, RideVerb, may, ride_state
from checkin_app.domain.rides import fold_ride
from checkin_app.domain.roles import TABLE, Deed, OperatorRole
from checkin_app.domain.roles import may as role_may

LOGS = (LogId("a" * 32), LogId("b" * 32))
BUSES = ("1-1", "1-2")


@dataclass
class Story:
    """What two laptops write of one guest, and what each has heard by then."""

    facts: list[Fact] = field(default_factory=list)
    heard: dict[LogId, set[FactId]] = field(default_factory=lambda: {log: set() for log in LOGS})

    def add(self, kind: str, body: dict[str, object], log: LogId = LOGS[0], actor: str = "") -> FactId:
        number = len(self.facts) + 1
        fact = structs.replace(told(log, number, kind, body, at=number * 60_000), actor=actor)
        assert fact.said is not None, (kind, body)
        self.facts.append(fact)
        self.heard[log].add(fact.fact_id)
        return fact.fact_id

    def known(self, log: LogId) -> Movements:
        return fold([each for each in self.facts if each.fact_id in self.heard[log]])

    def meet(self) -> None:
        for log in LOGS:
            self.heard[log] = {each.fact_id for each in self.facts}

    def knows(self, log: LogId) -> list[str]:
        moved = self.known(log)
        seen = [each.fact_id for each in moved.at_buses(rehearsal=False)]
        return [*seen, *moved.ride.edits, *(moved.ride.said.heads if moved.ride.said else ())]

    def say(self, what: Saying, log: LogId = LOGS[0], **more: object) -> FactId:
        return self.add("ride.said", {"what": what, "knows": self.knows(log), **more}, log)

    def leave(self, what: Saying, bus: str, log: LogId = LOGS[0]) -> FactId:
        known = self.known(log)
        body = {
            "what": what,
            "knows": self.knows(log),
            "checkpoint": f"bus:{bus}",
            "after": [each.fact_id for each in known.aboard],
        }
        return self.add("ride.left", body, log)

    def scan(self, bus: str, reason: str, log: LogId = LOGS[0]) -> FactId:
        known = self.known(log)
        others = [each for each in known.aboard if each.checkpoint != f"bus:{bus}"] if reason == "boarded" else []
        here = known.at(f"bus:{bus}", rehearsal=False)  # type: ignore[arg-type]
        after = [each.fact_id for each in (*others, *((here,) if here else ()))]
        body = {"verdict": "go", "reason": reason, "checkpoint": f"bus:{bus}", "after": after}
        return self.add("scan.decided", {**body, "moved_from": [each.checkpoint for each in others]}, log)

    def assign(self, bus: str | None, log: LogId = LOGS[0]) -> FactId:
        return self.add("ride.assigned", {"bus": bus, "supersedes": list(self.known(log).ride.edits)}, log)

    def state(self) -> RideState:
        return ride_state(fold(self.facts), route=False, called=False)


def fold(facts: Sequence[Fact]) -> Movements:
    presences = [each for each in facts if not isinstance(each.said, RideSaid)]
    return Movements.of(fold_presences(presences), fold_ride(facts))


# ---- single laws


def test_a_scan_that_the_speaker_did_not_know_of_goes_before_what_was_said() -> None:
    story = Story()
    story.assign("1-1")
    story.meet()
    story.scan("1-1", "boarded", LOGS[0])
    story.say(Saying.EXCUSED, LOGS[1])  # said later by the clock, without having heard of the scan
    assert story.state() is RideState.BOARDED


def test_of_two_things_said_apart_the_one_that_keeps_looking_counts() -> None:
    story = Story()
    story.assign("1-1")
    story.meet()
    story.say(Saying.MISSING, LOGS[0])
    story.say(Saying.EXCUSED, LOGS[1])
    assert story.state() is RideState.MISSING
    story.meet()
    story.say(Saying.EXCUSED, LOGS[1])
    assert story.state() is RideState.EXCUSED


@pytest.mark.parametrize(
    ("asked", "confirmed", "counts"),
    [
        ({}, {}, False),
        ({"log": LOGS[0]}, {"log": LOGS[1]}, True),
        ({"by": "1" * 16}, {"by": "1" * 16, "log": LOGS[1]}, False),
        ({"by": "1" * 16}, {"by": "2" * 16}, True),
        ({"by": "1" * 16}, {}, False),
        ({"actor": "x"}, {"actor": "y", "log": LOGS[1]}, False),  # signed in, and nobody says who they are
    ],
)
def test_a_no_show_counts_only_where_a_second_person_confirmed_it(asked, confirmed, counts) -> None:
    story = Story()
    story.assign("1-1")
    story.meet()

    def say(what: Saying, log=LOGS[0], actor="", **more):
        return story.add("ride.said", {"what": what, "knows": story.knows(log), **more}, log, actor)

    first = say(Saying.NO_SHOW_ASKED, **asked)
    story.meet()
    say(Saying.NO_SHOW, **confirmed, confirms=first)
    assert (story.state() is RideState.NO_SHOW) is counts


def test_nobody_confirms_as_somebody_else_than_who_signed_in() -> None:
    who, other = "operator:" + "1" * 16, "2" * 16
    sign_in = told(LOGS[0], 1, "operator.signed_in", {"after": [named(9)], "how": "pin"}, at=1, about=who)
    stated = {"after": [], "heard": {}, "badge": None, "listed": False, "document": "d" * 64, "role": "coordinator"}
    naming = structs.replace(told(LOGS[1], 9, "operator.named", stated, at=1, hlc=1, about=who))

    def said(by: str) -> Fact:
        body = {"what": Saying.NO_SHOW_ASKED, "knows": [], "by": by}
        return structs.replace(told(LOGS[0], 2, "ride.said", body, at=2), actor=sign_in.fact_id)

    assert objection(said("1" * 16), sign_in, [naming]) is None
    assert objection(said(other), sign_in, [naming]) is Objection.UNKNOWN


def test_what_a_coordinator_says_is_not_taken_back_as_a_scan_is() -> None:
    story = Story()
    story.assign("1-1")
    said = story.say(Saying.EXCUSED)
    story.add("scan.undone", {"fact": said})
    story.add("ride.undone", {"fact": said, "what": Saying.STANDBY})
    assert story.state() is RideState.EXCUSED
    story.add("ride.undone", {"fact": said, "what": Saying.EXCUSED})
    assert story.state() is RideState.ASSIGNED


def test_taking_back_asks_the_leave_that_saying_so_asks() -> None:
    for what in Saying:
        deeds = {
            RideSaid(what=what, knows=()).deed,
            RideLeft(what=what, knows=(), checkpoint="bus:1-1").deed,  # type: ignore[arg-type]
            RideUndone(what=what, fact=named(1)).deed,
        }
        assert deeds == {deed_of(what)}
    assert deed_of(Saying.OFFLOADED) is Deed.RIDE
    assert not role_may(OperatorRole.VOLUNTEER, Deed.RIDE)
    assert Deed.RIDE in {each.deed for each in TABLE}


def test_what_is_said_of_a_boarding_that_is_taken_back_puts_nobody_anywhere() -> None:
    story = Story()
    scan = story.scan("1-1", "boarded")
    story.leave(Saying.UNBOARDED, "1-1")
    story.add("scan.undone", {"fact": scan})
    assert fold(story.facts).presences == ()


@given(st.sampled_from(RideState), st.sampled_from(RideVerb))
def test_every_state_can_be_left_and_whoever_is_off_a_bus_may_always_board(state: RideState, verb: RideVerb) -> None:
    assert FOLLOWING[state]
    assert may(state, RideVerb.BOARD) is (state is not RideState.BOARDED)
    assert may(state, verb) is (verb is RideVerb.UNDO or verb in FOLLOWING[state])


# ---- all of it: two laptops that meet now and then, one guest, two buses


class TwoLaptops(RuleBasedStateMachine):
    """Each laptop says what the table lets it say of what it knows; the folds are asked after every step."""

    @initialize()
    def begin(self) -> None:
        self.story = Story()

    def _state(self, log: LogId) -> RideState:
        return ride_state(self.story.known(log), route=False, called=True)

    @rule(log=st.sampled_from(LOGS), bus=st.sampled_from(BUSES), reason=st.sampled_from(("boarded", "got_off")))
    def scan(self, log: LogId, bus: str, reason: str) -> None:
        aboard = {each.checkpoint for each in self.story.known(log).aboard}
        if (f"bus:{bus}" in aboard) is (reason == "got_off"):
            self.story.scan(bus, reason, log)

    @rule(log=st.sampled_from(LOGS), bus=st.sampled_from((*BUSES, None)))
    def assign(self, log: LogId, bus: str | None) -> None:
        self.story.assign(bus, log)

    @rule(
        log=st.sampled_from(LOGS),
        said=st.sampled_from(
            [
                (RideVerb.STANDBY, Saying.STANDBY),
                (RideVerb.EXCUSE, Saying.EXCUSED),
                (RideVerb.MISSING, Saying.MISSING),
                (RideVerb.UNBOARD, Saying.UNBOARDED),
                (RideVerb.OFFLOAD, Saying.OFFLOADED),
                (RideVerb.RETURN, Saying.RETURNED),
                (RideVerb.NO_SHOW, Saying.NO_SHOW_ASKED),
            ]
        ),
    )
    def say(self, log: LogId, said: tuple[RideVerb, Saying]) -> None:
        verb, what = said
        if not may(self._state(log), verb):
            return
        aboard = self.story.known(log).aboard
        if aboard:
            self.story.leave(what, aboard[-1].checkpoint.removeprefix("bus:"), log)
        else:
            self.story.say(what, log)

    @rule(log=st.sampled_from(LOGS))
    def confirm(self, log: LogId) -> None:
        said = self.story.known(log).said(rehearsal=False)
        if said and said.what is Saying.NO_SHOW_ASKED:
            self.story.say(Saying.NO_SHOW, log, confirms=said.fact_id, by=f"{len(self.story.facts):016x}")

    @precondition(lambda self: self.story.facts)
    @rule(log=st.sampled_from(LOGS), pick=st.integers(0, 30))
    def undo(self, log: LogId, pick: int) -> None:
        of_rides = [each for each in self.story.facts if isinstance(each.said, RideSaid | RideLeft)]
        mine = [each for each in of_rides if each.fact_id in self.story.heard[log]]
        if mine:
            fact = mine[pick % len(mine)]
            said = fact.said
            assert isinstance(said, RideSaid | RideLeft)
            before = len(self.story.facts)
            self.story.add("ride.undone", {"fact": fact.fact_id, "what": said.what}, log)
            after = fold(self.story.facts)
            assert after.ride.said is None or after.ride.said.fact_id != fact.fact_id
            assert len(self.story.facts) == before + 1

    @rule()
    def meet(self) -> None:
        self.story.meet()

    @invariant()
    def any_order_comes_to_the_same(self) -> None:
        facts = self.story.facts
        whole = fold(facts)
        assert fold(facts[::-1]) == whole
        assert fold([*facts[len(facts) // 2 :], *facts]) == whole

    @invariant()
    def who_knew_of_it_is_on_one_bus_and_has_one_state(self) -> None:
        for log in LOGS:
            if len({each.log_id for each in self.story.facts if each.fact_id in self.story.heard[log]}) <= 1:
                assert len(self.story.known(log).aboard) <= 1
        moved = fold(self.story.facts)
        state = ride_state(moved, route=False, called=False)
        assert (state is RideState.BOARDED) is bool(moved.aboard)


TestTwoLaptops = TwoLaptops.TestCase


def test_every_state_is_reached_by_what_may_be_said() -> None:
    reached: set[RideState] = set()

    def note(story: Story, *, route: bool = False, called: bool = False) -> None:
        reached.add(ride_state(fold(story.facts), route=route, called=called))

    for what in (Saying.STANDBY, Saying.EXCUSED, Saying.MISSING):
        story = Story()
        note(story)
        note(story, route=True)
        story.say(what)
        note(story)
    story = Story()
    story.assign("1-1")
    note(story)
    asked = story.say(Saying.NO_SHOW_ASKED, by="1" * 16)
    story.say(Saying.NO_SHOW, confirms=asked, by="2" * 16)
    note(story)
    for what in (Saying.UNBOARDED, Saying.OFFLOADED, Saying.RETURNED):
        story.scan("1-1", "boarded")
        note(story)
        story.leave(what, "1-1")
        note(story)
    story.scan("1-1", "boarded")
    story.scan("1-1", "got_off")
    note(story)
    note(story, called=True)
    assert reached == {*RideState}
