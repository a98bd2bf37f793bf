"""Two people count without knowing: what their counts come to, the same in any order, and what nothing may tell them."""

import random
from dataclasses import replace

import pytest
from factkit import named, told
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.bus_counts import fold_counts
from checkin_app.domain.buses import Bus
from checkin_app.domain.head_counts import (
    MOST_ROUNDS,
    NOT_COUNTED,
    NOT_TALLYING,
    BusCounts,
    Count,
    Crew,
    Method,
    Outcome,
    Souls,
    crew_of,
    have_counted_together,
    judged,
    reunions,
)
from checkin_app.domain.ids import BusCode, Instant, LogId, RouteId, StationId

HERE, THERE = LogId("1" * 32), LogId("2" * 32)
SOUL = Souls(44)


def count(number: int, counter: str, people: int) -> Count:
    return Count(named(number), number, counter, Method.HEADS, people, Instant(number), StationId("1" * 16))


def rounds(*pairs: tuple[int, ...]) -> list[Count]:
    return [
        count(number, f"{number}{place}", people)
        for number, pair in enumerate(pairs, 1)
        for place, people in enumerate(pair)
    ]


@pytest.mark.parametrize(
    ("pairs", "outcome", "short", "over"),
    [
        ([(44, 44)], Outcome.AGREED, 0, 0),
        ([(44, 43)], Outcome.DIFFER, 0, 0),
        ([(44, 43), (43, 43)], Outcome.SHORT, 1, 0),
        ([(46, 46)], Outcome.OVER, 0, 2),
        ([(43, 44), (44, 44)], Outcome.AGREED, 0, 0),
        ([(1, 2), (2, 3), (3, 4)], Outcome.UNRESOLVED, 41, 0),
    ],
)
def test_what_rounds_come_to(pairs, outcome, short, over) -> None:
    told = judged(rounds(*pairs), SOUL)
    assert (told.outcome, told.short[1], told.over) == (outcome, short, over)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4), st.integers(0, 60))
def test_nothing_tells_how_many_there_are_as_long_as_somebody_counts(pairs, people) -> None:
    """The number expected, and what the first has counted, are no part of what is told."""
    before = judged(rounds(*pairs), SOUL)
    if not before.may_go_on:
        assert before.outcome is Outcome.AGREED or len(before.finished) == MOST_ROUNDS
        return
    first = replace(count(before.round, "first", people), counter="first")
    told = [judged([*rounds(*pairs), replace(first, people=each)], Souls(all_)) for each in (0, 60) for all_ in (9, 50)]
    finished = {each.finished for each in told}
    same = [each for each in told if each.finished == before.finished]
    assert all(each.outcome is None and each.souls is None for each in same)
    assert len(finished) > 1 or len(set(map(repr, same))) == 1
    if before.outcome in {None, Outcome.DIFFER}:
        assert before.souls is None


def test_a_figure_in_doubt_agrees_from_its_least_to_its_most() -> None:
    doubted = Souls(42, 1, {Crew.DRIVER: 1})
    outcomes = [judged(rounds((each, each)), doubted).outcome for each in (41, 42, 43, 44)]
    assert outcomes == [Outcome.SHORT, Outcome.AGREED, Outcome.AGREED, Outcome.OVER]


def test_the_same_two_do_not_count_a_second_round_together() -> None:
    first = [replace(each, counter=name) for each, name in zip(rounds((44, 43)), ("Ann", "Bo"), strict=True)]
    waiting = judged([*first, count(2, "ann", 44)], SOUL)
    assert have_counted_together(waiting, "BO")
    assert not have_counted_together(waiting, "Cy")


def test_the_souls_are_the_scanned_and_the_crew_that_somebody_said_or_that_is_named() -> None:
    bus = Bus(BusCode("2-1"), RouteId("2"), 49, 45, driver="Mo", guide="Zhou")
    assert crew_of(bus, NOT_COUNTED) == {Crew.GUIDE: 1, Crew.DRIVER: 1}
    said = BusCounts(crew={Crew.DRIVER: 2, Crew.MEDIC: 1, Crew.GUIDE: 0})
    assert crew_of(bus, said) == {Crew.MEDIC: 1, Crew.DRIVER: 2}
    assert Souls(40, 0, crew_of(bus, said)).most == 43


def test_a_bus_that_is_short_and_one_that_is_over_make_up_for_each_other() -> None:
    buses = {"2-1": (43, 43), "2-2": (46, 46), "2-3": (42, 42), "2-4": (44, 44)}
    told = {BusCode(bus): judged(rounds(pair), SOUL) for bus, pair in buses.items()}
    assert [(each.short, each.over, each.people) for each in reunions(told)] == [("2-1", "2-2", 1), ("2-3", "2-2", 1)]
    assert Outcome.AGREED not in NOT_TALLYING


# ---- folded from facts

MOVED, AGAIN = named(1), named(20)
NAMES = {"a" * 64: "Ann", "b" * 64: "Bo"}


def said(number: int, kind: str, body: dict, *, log: LogId = HERE, hlc: int = 0):
    fact = told(log, number, kind, body, at=number, hlc=hlc or number, about="bus:2-1")
    digest = body.get("document", "")
    return fact, {"name": NAMES.get(digest, ""), "reason": "why"} if digest else {}


def counted(number: int, who: str, people: int, *, counting=MOVED, after=(), **more):
    body = {"counting": counting, "round": 1, "method": "heads", "people": people, "document": who * 64, "after": after}
    return said(number, "bus.counted", body, **more)


def moved(number: int, state: str, after=()):
    return said(number, "bus.moved_to", {"state": state, "after": list(after)})


STORY = [
    moved(1, "counting"),
    counted(2, "a", 40),
    counted(3, "a", 44, after=[named(2)]),
    counted(4, "b", 44, log=THERE, hlc=3),
    said(5, "bus.crewed", {"crew": {"driver": 1}, "after": []}),
    said(
        6, "bus.released",
        {"agreed": True, "by_self": True, "people": 44, "souls": 44, "unaccounted": [], "after": [MOVED]},
    ),
    said(7, "bus.release_reviewed", {"release": named(6), "after": [named(6)]}),
    said(8, "bus.emptied", {"document": "a" * 64, "after": [named(6)]}),
]  # fmt: skip


@given(st.randoms(use_true_random=False))
def test_counts_fold_to_the_same_in_any_order_and_a_corrected_one_stands_for_the_former(chance: random.Random) -> None:
    facts = [*STORY, *STORY[:3]]
    chance.shuffle(facts)
    told_of = fold_counts(facts)
    assert told_of == fold_counts(STORY)
    assert {each.counter: each.people for each in told_of.counts} == {"Ann": 44, "Bo": 44}
    assert (told_of.crew, told_of.emptied_by) == ({Crew.DRIVER: 1}, "Ann")
    assert [(each.by_self, each.reviewed, each.tallies) for each in told_of.releases] == [(True, True, True)]


def test_nobody_takes_another_s_count_away_by_naming_it() -> None:
    told_of = fold_counts([*STORY[:3], counted(9, "b", 12, after=[named(3)])])
    assert {each.counter: each.people for each in told_of.counts} == {"Ann": 44, "Bo": 12}


def test_a_count_is_of_the_boarding_that_it_was_begun_at_and_a_bus_at_its_place_has_none() -> None:
    board = moved(10, "boarding", [named(6)])
    again = moved(20, "counting", [named(10)])
    assert fold_counts([*STORY, board, again]).counts == ()
    assert fold_counts([*STORY, board, again]).releases == fold_counts(STORY).releases
    home = moved(30, "planned", [named(20)])
    assert not fold_counts([*STORY, board, again, home]).releases


def test_what_was_released_by_itself_or_does_not_tally_leaves_something_open() -> None:
    assert fold_counts(STORY).tallies
    assert not fold_counts(STORY[:6]).tallies
