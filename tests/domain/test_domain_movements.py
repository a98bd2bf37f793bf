"""Where somebody is follows from the facts alone, whatever their order of arrival."""

from dataclasses import dataclass

from factkit import named, told
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.facts import Fact
from checkin_app.domain.folds import fold_badge
from checkin_app.domain.ids import CheckpointId, FactId, LogId
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.rides import RideAssigned
from checkin_app.domain.kinds.scans import ScanUndone
from checkin_app.domain.movements import Movements, fold_presences, move_on
from checkin_app.domain.rides import fold_ride

HERE, THERE = LogId("a" * 32), LogId("b" * 32)
PLENARY = CheckpointId("plenary")


@dataclass
class Story:
    """Facts of one delegate, each a minute after the one before."""

    facts: list[Fact]

    def add(self, kind: str, body: dict[str, object], log: LogId = HERE) -> FactId:
        number = len(self.facts) + 1
        fact = told(log, number, kind, body, at=number * 60_000)
        self.facts.append(fact)
        return fact.fact_id

    def scan(self, checkpoint: str, reason: str, log: LogId = HERE, **more: object) -> FactId:
        body = {"verdict": "go", "reason": reason, "checkpoint": checkpoint, **more}
        return self.add("scan.decided", body, log)

    def fold(self) -> Movements:
        return fold(self.facts)


def fold(facts: list[Fact]) -> Movements:
    return Movements.of(fold_presences(facts), fold_ride(facts))


def test_an_undone_scan_never_happened() -> None:
    story = Story([])
    scan = story.scan("plenary", "admitted")
    story.add("scan.undone", {"fact": scan})
    assert story.fold().at(PLENARY, rehearsal=False) is None


def test_who_left_is_outside_and_first_came_when_they_came() -> None:
    story = Story([])
    story.scan("plenary", "admitted")
    story.scan("plenary", "left")
    presence = story.fold().at(PLENARY, rehearsal=False)
    assert presence
    assert not presence.inside
    assert (presence.first_at, presence.since) == (60_000, 120_000)


def test_a_rehearsal_lets_nobody_in_on_the_day() -> None:
    story = Story([])
    story.scan("plenary", "admitted", rehearsal=True)
    assert story.fold().at(PLENARY, rehearsal=False) is None
    assert story.fold().at(PLENARY, rehearsal=True)


def test_two_boardings_apart_both_stand() -> None:
    story = Story([])
    story.scan("bus:2-1", "boarded", HERE)
    story.scan("bus:2-3", "boarded", THERE)
    assert [each.checkpoint for each in story.fold().aboard] == ["bus:2-1", "bus:2-3"]


def test_a_boarding_that_knew_of_the_other_bus_moves_the_person() -> None:
    story = Story([])
    story.scan("bus:2-1", "boarded")
    moved = story.scan("bus:2-3", "boarded", moved_from=["bus:2-1"])
    assert [each.checkpoint for each in story.fold().aboard] == ["bus:2-3"]
    story.add("scan.undone", {"fact": moved})
    assert [each.checkpoint for each in story.fold().aboard] == ["bus:2-1"]


def test_an_answer_that_lets_in_counts_and_one_that_sends_away_does_not() -> None:
    story = Story([])
    body = {"fact": named(1), "checkpoint": "plenary", "reason": "let_in"}
    story.add("scan.answered", {**body, "answer": "send_away"})
    assert story.fold().at(PLENARY, rehearsal=False) is None
    story.add("scan.answered", {**body, "answer": "let_in"})
    assert story.fold().at(PLENARY, rehearsal=False)


def test_two_first_admissions_apart_are_both_remembered() -> None:
    story = Story([])
    first, second = story.scan("plenary", "admitted", HERE), story.scan("plenary", "admitted", THERE)
    presence = story.fold().at(PLENARY, rehearsal=False)
    assert presence
    assert presence.admissions == (first, second)


def test_lists_made_apart_are_both_named_and_the_later_is_shown() -> None:
    story = Story([])
    first = story.add("ride.assigned", {"bus": "2-1", "supersedes": []})
    story.add("ride.assigned", {"bus": "2-2", "supersedes": [first]})
    story.add("ride.assigned", {"bus": "2-3", "supersedes": [first]}, THERE)
    movements = story.fold()
    assert movements.bus == "2-3"
    assert movements.ride.listed == ("2-2", "2-3")


@st.composite
def stories(draw: st.DrawFn) -> Story:
    story = Story([])
    for _ in range(draw(st.integers(1, 12))):
        log = draw(st.sampled_from([HERE, THERE]))
        done = [fact.fact_id for fact in story.facts]
        what = draw(st.integers(0, 3))
        if what == 0 and done:
            story.add("scan.undone", {"fact": draw(st.sampled_from(done))}, log)
        elif what == 1:
            former = draw(st.lists(st.sampled_from(done), unique=True)) if done else []
            story.add("ride.assigned", {"bus": draw(st.sampled_from(["2-1", None])), "supersedes": former}, log)
        else:
            checkpoint = draw(st.sampled_from(["plenary", "bus:2-1", "bus:2-3"]))
            reason = draw(st.sampled_from(["admitted", "boarded", "left", "got_off"]))
            moved = draw(st.sampled_from([[], ["bus:2-1"], ["bus:2-3"]]))
            story.scan(checkpoint, reason, log, moved_from=moved)
    return story


@given(stories(), st.randoms(use_true_random=False))
def test_any_order_and_any_duplicates_end_in_the_same_place(story: Story, random) -> None:
    arrived = story.facts + random.sample(story.facts, len(story.facts) // 2)
    random.shuffle(arrived)
    assert fold(arrived) == story.fold()


@given(
    stories(), st.sampled_from(["plenary", "bus:2-1", "bus:2-3"]), st.sampled_from(["admitted", "boarded", "got_off"])
)
def test_one_more_scan_moves_on_to_what_folding_everything_gives(story: Story, checkpoint: str, reason: str) -> None:
    before = story.fold()
    story.scan(checkpoint, reason, moved_from=["bus:2-1"])
    assert move_on(before.presences, story.facts[-1]) == story.fold().presences
    assert story.fold().ride == before.ride


@given(stories())
def test_where_somebody_was_seen_and_on_which_list_they_stand_are_folded_apart(story: Story) -> None:
    """No scan says anything of a seat, and no seat of where anybody was; only undoing may be about either."""
    said = [fact for fact in story.facts if isinstance(fact.said, RideAssigned | ScanUndone)]
    seen = [fact for fact in story.facts if not isinstance(fact.said, RideAssigned)]
    assert fold_ride(said) == fold_ride(story.facts)
    assert fold_presences(seen) == fold_presences(story.facts)
    assert {fact.aspect for fact in said} <= {Aspect.RIDE, Aspect.MOVEMENT}
    assert Aspect.RIDE not in {fact.aspect for fact in seen}


def test_a_list_that_was_superseded_is_gone_even_where_a_wrong_clock_dates_it_later() -> None:
    story = Story([])
    second = story.add("ride.assigned", {"bus": "2-2", "supersedes": [named(2)]})
    story.add("ride.assigned", {"bus": "2-1", "supersedes": []}, THERE)  # is f2, written first by a fast clock
    assert story.fold().ride.edits == (second,)


def test_who_was_seen_getting_off_is_off_even_where_a_wrong_clock_dates_the_boarding_later() -> None:
    story = Story([])
    story.scan("bus:2-1", "got_off", after=[named(2)])
    story.scan("bus:2-1", "boarded", THERE)  # is f2: written first, by a clock that runs ahead
    assert story.fold().aboard == ()


def test_a_boarding_that_knew_of_another_bus_moves_the_delegate_whatever_the_clocks_say() -> None:
    story = Story([])
    story.scan("bus:2-2", "boarded", moved_from=["bus:2-1"], after=[named(2)])
    story.scan("bus:2-1", "boarded", THERE)
    assert [each.checkpoint for each in story.fold().aboard] == ["bus:2-2"]


@given(st.lists(st.lists(st.integers(1, 6), max_size=3), max_size=6), st.randoms(use_true_random=False))
def test_facts_that_name_each_other_in_any_way_fold_the_same_in_any_order(names: list[list[int]], random) -> None:
    story = Story([])
    for number, some in enumerate(names):
        reason = ("boarded", "got_off")[number % 2]
        story.scan("bus:2-1", reason, (HERE, THERE)[number % 2], after=[named(each) for each in some])
    arrived = list(story.facts)
    random.shuffle(arrived)
    assert fold(arrived) == story.fold()


def test_two_live_badges_are_one_badge_again_after_the_next_issue() -> None:
    story = Story([])
    story.add("badge.replaced", {"issue": 2, "reason": "lost"})
    story.add("badge.replaced", {"issue": 2, "reason": "torn"}, THERE)
    assert fold_badge(story.facts).doubled == (2,)
    story.add("badge.replaced", {"issue": 3, "reason": "both void"})
    assert fold_badge(story.facts).doubled == ()


def test_two_revoked_badges_are_no_two_live_ones() -> None:
    story = Story([])
    story.add("badge.replaced", {"issue": 2, "reason": "lost"})
    story.add("badge.replaced", {"issue": 2, "reason": "torn"}, THERE)
    story.add("badge.revoked", {"reason": "no longer invited"})
    assert fold_badge(story.facts).doubled == ()
