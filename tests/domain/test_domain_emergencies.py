"""An emergency: the same list and figures on every laptop, in whatever order it was heard of, and the worst holds."""

import random
from collections import Counter

import pytest
from factkit import named, told
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.bus_counts import fold_counts
from checkin_app.domain.buses import BusState
from checkin_app.domain.emergencies import Condition, Emergency, How, crew_keys, in_order_of_need
from checkin_app.domain.folds import fold_bus
from checkin_app.domain.ids import BusCode, LogId
from checkin_app.domain.kinds.emergencies import BusEmergencyEnded
from checkin_app.domain.roles import BY_NOBODY, Deed, OperatorRole, may

BUS = "bus:2-1"
ONE, OTHER = LogId("1" * 32), LogId("2" * 32)
ANN, BEN, CAI = ("00000000000000a1", "00000000000000b2", "00000000000000c3")
PEOPLE = (ANN, BEN, CAI, "driver-1", "guide-2")


class Story:
    """What two laptops say of one bus; each knows what it has heard of."""

    def __init__(self) -> None:
        self.facts: list[tuple] = []

    def say(self, kind: str, after=(), *, log: LogId = ONE, clock: int = 0, **body):
        number = len(self.facts) + 1
        document = {key: body.pop(key) for key in ("reason", "note") if key in body}
        if document:
            body["document"] = "a" * 64
        fact = told(log, number, f"bus.{kind}", {"after": [*after], **body}, at=number, hlc=clock or number, about=BUS)
        assert fact.said is not None, kind
        self.facts.append((fact, document))
        return fact.fact_id

    def call(self, after=(), *, aboard=(ANN,), expected=(BEN,), crew=("driver-1",), **more):
        return self.say("emergency_called", after, version=7, aboard=aboard, expected=expected, crew=crew, **more)

    def mark(self, calls, who, condition, after=(), **more):
        return self.say("emergency_marked", after, calls=[*calls], who=who, condition=condition, **more)

    def end(self, calls, after, how="over", **more):
        return self.say("emergency_ended", after, calls=[*calls], how=how, **more)

    @property
    def emergency(self) -> Emergency | None:
        return fold_counts(self.facts).emergency

    @property
    def state(self) -> BusState:
        fields = {"route": "2", "licensed_seats": 40, "usable_seats": 38}
        added = told(OTHER, 999, "bus.added", {"values": fields}, at=0, hlc=1, about=BUS)
        bus = fold_bus(BusCode("2-1"), [(added, {}), *self.facts]).bus
        assert bus
        return bus.state


@st.composite
def stories(draw) -> Story:
    """Draw what several laptops say of emergencies and moves, each knowing any of what was said before."""
    story = Story()
    chain, moves, calls, marks = [], [], [], []

    def known(some):
        return draw(st.lists(st.sampled_from(some), unique=True, max_size=3)) if some else []

    for _ in range(draw(st.integers(1, 9))):
        what = draw(st.sampled_from(("call", "mark", "mark", "end", "move")))
        log = draw(st.sampled_from((ONE, OTHER)))
        clock = draw(st.integers(1, 4))
        if what == "call":
            aboard = draw(st.lists(st.sampled_from((ANN, BEN, CAI)), unique=True))
            calls.append(story.call(known(chain), aboard=aboard, log=log, clock=clock))
            chain.append(calls[-1])
        elif what == "end" and calls:
            some = draw(st.lists(st.sampled_from(calls), unique=True, min_size=1))
            chain.append(story.end(some, [*some, *known(chain)], log=log, clock=clock))
        elif what == "mark" and calls:
            some = draw(st.lists(st.sampled_from(calls), unique=True, min_size=1))
            condition = draw(st.sampled_from(Condition))
            who = draw(st.sampled_from(PEOPLE))
            marks.append(story.mark(some, who, condition, known(marks), log=log, clock=clock))
        elif what == "move":
            moves.append(story.say("moved_to", known(moves), state=draw(st.sampled_from(("boarding", "departed")))))
    return story


@given(stories(), st.randoms(use_true_random=False), st.integers(0, 9))
def test_an_emergency_is_the_same_in_any_order_and_however_often_it_was_heard_of(
    story: Story, chance: random.Random, some: int
) -> None:
    facts = [*story.facts, *story.facts[:some]]
    chance.shuffle(facts)
    assert fold_counts(facts) == fold_counts(story.facts)
    assert fold_bus(BusCode("2-1"), facts) == fold_bus(BusCode("2-1"), story.facts)


@given(stories())
def test_a_bus_is_in_an_emergency_as_long_as_one_is_on_whatever_moved_it(story: Story) -> None:
    emergency = story.emergency
    assert (story.state is BusState.EMERGENCY) == bool(emergency and emergency.is_on)
    if emergency and not emergency.is_on:
        assert story.state is emergency.state, "and then again what its moves made it"


@given(stories())
def test_everybody_is_counted_once_and_nobody_who_was_listed_is_dropped(story: Story) -> None:
    emergency = story.emergency
    if emergency is None:
        return
    everybody = [*emergency.people, *emergency.added]
    assert len(everybody) == len(set(everybody)) == sum(emergency.figures.values())
    for call in emergency.calls:
        assert set(call.people) <= set(emergency.people)
    ordered = in_order_of_need(emergency, everybody)
    assert Counter(ordered) == Counter(everybody)
    doubted = [emergency.is_contradicted(who) for who in ordered]
    assert doubted == sorted(doubted, reverse=True), "contradictions first"
    settled = [list(Condition).index(emergency.condition(who)) for who in ordered[sum(doubted) :]]
    assert settled == sorted(settled), "then unknown, injured, safe"


@given(st.lists(st.sampled_from(Condition), min_size=1, max_size=4))
def test_of_what_laptops_say_apart_the_worst_holds_until_somebody_looks(said: list[Condition]) -> None:
    story = Story()
    call = story.call()
    names = [story.mark([call], ANN, condition, log=OTHER) for condition in said]
    emergency = story.emergency
    worst = min(said, key=[Condition.UNKNOWN, Condition.INJURED, Condition.SAFE].index)
    assert (emergency.condition(ANN), emergency.is_contradicted(ANN)) == (worst, len(set(said)) > 1)
    if emergency.is_contradicted(ANN):
        assert sum(emergency.figures.values()) == 3, "she is counted once, by the worst"
        assert emergency.looked_for == 3, "the other two were not marked, and nobody knows of her"
    story.mark([call], ANN, Condition.SAFE, names)
    settled = story.emergency
    assert (settled.condition(ANN), settled.is_contradicted(ANN), settled.looked_for) == (Condition.SAFE, False, 2)


def test_a_mark_that_names_what_it_follows_corrects_it_whatever_the_clocks_say() -> None:
    story = Story()
    call = story.call()
    first = story.mark([call], ANN, "safe", clock=900)
    story.mark([call], ANN, "injured", [first], clock=5, note="arm")
    mark = story.emergency.marks[ANN]
    assert [(each.condition, each.note) for each in mark] == [(Condition.INJURED, "arm")]


def test_two_laptops_that_call_it_apart_call_one_emergency_whose_list_holds_everybody_on_either() -> None:
    story = Story()
    one = story.call(aboard=(ANN,), expected=(BEN,))
    story.mark([one], ANN, "safe")
    other = story.call(aboard=(ANN, CAI), expected=(), log=OTHER)
    emergency = story.emergency
    assert emergency.people == ("driver-1", ANN, CAI, BEN)
    assert (emergency.figures[Condition.SAFE], emergency.figures[Condition.UNKNOWN]) == (1, 3)
    # Who ends the one without knowing of the other ends neither what the other froze nor what was marked.
    story.end([one], [one], unknown=1)
    assert story.emergency.is_on
    assert story.state is BusState.EMERGENCY
    assert story.emergency.condition(ANN) is Condition.SAFE
    story.end([one, other], story.emergency.facts)
    assert (story.emergency.is_on, story.state) == (False, BusState.PLANNED)
    assert story.emergency.people == emergency.people, "and it can be read afterwards"


def test_a_move_by_who_had_not_heard_of_it_neither_ends_it_nor_is_lost() -> None:
    story = Story()
    first = story.say("moved_to", state="boarding")
    call = story.call(clock=5)
    story.say("moved_to", [first], state="departed", log=OTHER, clock=900)
    assert (story.state, story.emergency.state) == (BusState.EMERGENCY, BusState.DEPARTED)
    story.end([call], [call], how="false_alarm", reason="a leaking radiator", clock=6)
    assert story.state is BusState.DEPARTED
    assert [(each.how, each.reason) for each in story.emergency.endings] == [(How.FALSE_ALARM, "a leaking radiator")]


def test_a_further_emergency_begins_with_a_list_of_its_own() -> None:
    story = Story()
    one = story.call()
    story.mark([one], ANN, "injured")
    end = story.end([one], [one])
    story.call([end], aboard=(ANN, BEN), expected=())
    assert story.emergency.figures == {Condition.UNKNOWN: 3, Condition.INJURED: 0, Condition.SAFE: 0}


def test_who_is_found_besides_is_counted_and_told_from_the_frozen_list() -> None:
    story = Story()
    call = story.call(aboard=(ANN,), expected=(), crew=())
    story.mark([call], CAI, "safe")
    emergency = story.emergency
    assert (emergency.people, emergency.added, sum(emergency.figures.values())) == ((ANN,), (CAI,), 2)


def test_a_list_of_everybody_is_frozen_whole() -> None:
    story = Story()
    everybody = tuple(f"{number:016x}" for number in range(6000))
    story.call(aboard=everybody[:60], expected=everybody[60:])
    assert len(story.emergency.people) == 6001


def test_the_crew_stands_on_the_list_one_by_one() -> None:
    assert crew_keys({"guide": 1, "interpreter": 2, "medic": 0}) == ("guide-1", "interpreter-1", "interpreter-2")


@pytest.mark.parametrize(
    ("how", "unknown", "deed"),
    [
        (How.OVER, 0, Deed.EMERGENCY_END),
        (How.FALSE_ALARM, 9, Deed.EMERGENCY_END),
        (How.OVER, 1, Deed.EMERGENCY_END_SHORT),
    ],
)
def test_only_the_office_ends_it_while_somebody_is_looked_for(how: How, unknown: int, deed: Deed) -> None:
    assert BusEmergencyEnded(calls=(named(1),), how=how, unknown=unknown, after=()).deed is deed


def test_everybody_may_call_for_help_also_where_nobody_signed_in() -> None:
    assert all(may(role, Deed.EMERGENCY) for role in OperatorRole)
    assert Deed.EMERGENCY in BY_NOBODY
    assert [each for each in OperatorRole if may(each, Deed.EMERGENCY_END_SHORT)] == [
        OperatorRole.DUTY_OFFICER,
        OperatorRole.LEAD,
    ]
    assert not may(OperatorRole.VOLUNTEER, Deed.EMERGENCY_END)
    assert may(OperatorRole.COORDINATOR, Deed.EMERGENCY_END)
