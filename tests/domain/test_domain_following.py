"""What somebody knew when they wrote decides; stamps order only those who did not know of each other."""

from dataclasses import dataclass, field

import pytest
from factkit import named, told
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from checkin_app.domain import following
from checkin_app.domain.buses import AT_REST, BEFORE_A_RIDE, FOLLOWING, BusState, may_follow
from checkin_app.domain.facts import Fact
from checkin_app.domain.folds import fold_bus
from checkin_app.domain.following import heads, in_order
from checkin_app.domain.ids import BusCode, FactId, LogId
from checkin_app.domain.kinds.buses import BusMovedTo

#: Two laptops; the clock of the second runs twenty minutes ahead, that of the third a day behind.
LOGS = tuple(LogId(letter * 32) for letter in "abc")
AHEAD = (0, 20 * 60, -24 * 60 * 60)
START = 1_727_226_900


@dataclass
class Days:
    """Moves of one bus, as laptops with clocks of their own wrote them, a second apart."""

    facts: list[Fact] = field(default_factory=list)

    def move(self, state: BusState, *, after: "tuple[FactId, ...] | None", clock: int = 0, stamp: int = 0) -> FactId:
        number = len(self.facts) + 1
        at = (stamp or START + number + AHEAD[clock]) * 1000
        body: dict[str, object] = {"state": state.value}
        if after is not None:
            body["after"] = list(after)
        fact = told(LOGS[clock], number, "bus.moved_to", body, at=at, hlc=at << 16, about="bus:1-1")
        self.facts.append(fact)
        return fact.fact_id

    def state(self) -> BusState:
        return heads(self.facts)[-1].said_as(BusMovedTo).state


@st.composite
def days(draw: st.DrawFn) -> Days:
    """Any laptops, any clocks, any knowledge of what went before, facts of the old form among them."""
    story = Days()
    for _ in range(draw(st.integers(1, 10))):
        known = [fact.fact_id for fact in story.facts]
        after = draw(st.none() | st.lists(st.sampled_from(known), unique=True).map(tuple)) if known else ()
        story.move(draw(st.sampled_from(BusState)), after=after, clock=draw(st.integers(0, 2)))
    return story


@given(days(), st.randoms(use_true_random=False))
def test_any_order_and_any_duplicates_end_in_the_same_state(story: Days, random) -> None:
    arrived = story.facts + random.sample(story.facts, len(story.facts) // 2)
    random.shuffle(arrived)
    assert heads(arrived) == heads(story.facts)
    assert in_order(arrived) == in_order(story.facts)
    values = {"route": "1", "licensed_seats": 10, "usable_seats": 10}
    added = told(LOGS[0], 99, "bus.added", {"values": values}, at=1, hlc=1, about="bus:1-1")
    folds = [fold_bus(BusCode("1-1"), [(fact, {}) for fact in (added, *some)]) for some in (arrived, story.facts)]
    assert folds[0] == folds[1]


@given(days())
def test_what_was_heard_is_never_overruled_by_itself_coming_later(story: Days) -> None:
    followed = {name for fact in story.facts for name in following.named(fact)}
    assert not {fact.fact_id for fact in heads(story.facts)} & followed
    places = {fact.fact_id: place for place, fact in enumerate(in_order(story.facts))}
    assert all(places[name] < places[fact.fact_id] for fact in story.facts for name in following.named(fact))


@given(days(), st.integers(0, 2), st.sampled_from(BusState))
def test_who_knew_of_all_that_holds_decides_whatever_the_clocks_say(story: Days, clock: int, state: BusState) -> None:
    known = tuple(fact.fact_id for fact in heads(story.facts))
    mine = story.move(state, after=known, clock=clock)
    assert [fact.fact_id for fact in heads(story.facts)] == [mine]
    assert story.state() is state


@given(days())
def test_those_who_did_not_know_of_each_other_are_ordered_by_their_stamps(story: Days) -> None:
    last = heads(story.facts)
    assert last == tuple(sorted(last, key=lambda fact: fact.order))


@given(st.lists(st.tuples(st.sampled_from(BusState), st.integers(1, 10_000)), min_size=1, max_size=8))
def test_facts_of_the_old_form_fold_by_their_stamps_alone(moves: list[tuple[BusState, int]]) -> None:
    story = Days()
    for state, stamp in moves:
        story.move(state, after=None, stamp=stamp)
    assert heads(story.facts) == (max(story.facts, key=lambda fact: fact.order),)


def test_a_fact_that_knew_an_old_one_overrules_it_and_one_that_did_not_is_beside_it() -> None:
    story = Days()
    old = story.move(BusState.BOARDING, after=None, clock=1)
    knew = story.move(BusState.DEPARTED, after=(old,))
    assert story.state() is BusState.DEPARTED
    story.move(BusState.PLANNED, after=None, clock=1)
    assert {fact.fact_id for fact in heads(story.facts)} == {knew, named(3)}


@given(st.lists(st.lists(st.integers(1, 6), max_size=3), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_facts_that_name_each_other_in_any_way_end_alike_in_any_order(names: list[list[int]], random) -> None:
    story = Days()
    for number, some in enumerate(names):
        story.move(list(BusState)[number], after=tuple(named(each) for each in some))
    arrived = list(story.facts)
    random.shuffle(arrived)
    assert heads(arrived) == heads(story.facts)
    assert heads(story.facts)


def leading(names: list[list[int]], number: int) -> set[int]:
    """Return whom a fact names, whom those name, and so on."""
    found: set[int] = set()
    ahead = [number]
    while ahead:
        for each in names[ahead.pop() - 1]:
            if each <= len(names) and each not in found:
                found.add(each)
                ahead.append(each)
    return found


@st.composite
def tangles(draw: st.DrawFn) -> tuple[Days, list[list[int]]]:
    """Facts that name whatever they like, themselves and each other too, by any clocks."""
    names = draw(st.lists(st.lists(st.integers(1, 8), max_size=3), min_size=1, max_size=8))
    story = Days()
    for some in names:
        clock = draw(st.integers(0, 2))
        story.move(BusState.BOARDING, after=tuple(named(each) for each in some), clock=clock)
    return story, names


@given(tangles(), st.randoms(use_true_random=False))
def test_a_circle_costs_only_its_own_order(tangle: tuple[Days, list[list[int]]], random) -> None:
    """Whatever names each other in circles, every fact still stands after all it names outside of its own."""
    story, names = tangle
    arrived = story.facts + random.sample(story.facts, len(story.facts) // 2)
    random.shuffle(arrived)
    ordered = in_order(arrived)
    assert ordered == in_order(story.facts)
    assert sorted(fact.fact_id for fact in ordered) == sorted(fact.fact_id for fact in story.facts)
    places = {fact.fact_id: place for place, fact in enumerate(ordered)}
    last = {fact.fact_id for fact in heads(arrived)}
    assert last
    for number in range(1, len(names) + 1):
        for other in names[number - 1]:
            if other <= len(names) and number not in leading(names, other):
                assert places[named(other)] < places[named(number)]
                assert named(other) not in last


@given(days(), st.data())
def test_naming_oneself_is_naming_nothing(story: Days, data: st.DataObject) -> None:
    order, last = [f.fact_id for f in in_order(story.facts)], [f.fact_id for f in heads(story.facts)]
    vain = Days()
    some = data.draw(st.sets(st.sampled_from([fact.fact_id for fact in story.facts])))
    for fact in story.facts:
        moved = fact.said_as(BusMovedTo)
        after = None if moved.after is UNSET else moved.after
        if after is not None and fact.fact_id in some:
            after = (fact.fact_id, *after)
        vain.move(moved.state, after=after, clock=LOGS.index(fact.log_id))
    assert [fact.fact_id for fact in in_order(vain.facts)] == order
    assert [fact.fact_id for fact in heads(vain.facts)] == last


def test_one_fact_that_names_itself_does_not_bring_the_fastest_clock_back() -> None:
    story = Days()
    ahead = story.move(BusState.BOARDING, after=(), clock=1)
    left = story.move(BusState.DEPARTED, after=(ahead,))
    vain = story.move(BusState.BOARDING, after=(named(3),), clock=2)
    assert [fact.fact_id for fact in in_order(story.facts)] == [vain, ahead, left]
    assert story.state() is BusState.DEPARTED


def test_circles_may_be_very_many_and_hang_together_in_a_long_chain() -> None:
    """Nothing here goes as deep as the facts are many."""
    story = Days()
    number = 3000
    for each in range(1, number, 2):
        story.move(BusState.BOARDING, after=(named(each + 1),))
        story.move(BusState.BOARDING, after=(named(each), named(max(each - 1, 1))))
    assert len(in_order(story.facts)) == number
    assert [fact.fact_id for fact in heads(story.facts)] == [named(number)]


def test_nothing_leaves_before_its_doors_were_open_and_what_is_closed_stays_closed() -> None:
    assert FOLLOWING[BusState.PLANNED] == BEFORE_A_RIDE - {BusState.PLANNED} | {BusState.BOARDING, BusState.CLOSED}
    assert not FOLLOWING[BusState.CLOSED]
    assert set(FOLLOWING) == set(BusState)


@pytest.mark.parametrize("state", sorted(set(BusState) - AT_REST - {BusState.SWAPPING, BusState.EMERGENCY}))
def test_a_bus_under_way_may_board_again_and_never_becomes_what_it_is(state: BusState) -> None:
    assert BusState.BOARDING in FOLLOWING[state] | {state}
    assert not may_follow(state, state)


def test_a_bus_is_emptied_only_once_it_is_back_and_is_back_only_once_it_left() -> None:
    before = {state: {each for each in BusState if may_follow(each, state)} for state in BusState}
    assert before[BusState.EMPTIED] == {BusState.RETURNED, BusState.SWAPPING}, "or another bus took over from it"
    assert before[BusState.RETURNED] == {BusState.DEPARTED, BusState.AT_STOP}
