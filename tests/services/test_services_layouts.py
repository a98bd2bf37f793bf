"""A bus that names its legal layouts: planned, boarded, changed and counted within the one that its wheelchairs leave."""

from collections.abc import Sequence

import pytest
from postkit import Post

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.contradictions import ConflictKind
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.dispatching import Concern, concerns
from checkin_app.domain.head_counts import Crew
from checkin_app.domain.ids import BusCode, DelegateId, RouteId, bus_checkpoint
from checkin_app.domain.kinds.rides import Ground
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Answer, Reason
from checkin_app.domain.planning.shortage import Lacking
from checkin_app.domain.problems import FieldInvalid
from checkin_app.domain.problems_counts import MoreThanLicensed
from checkin_app.domain.problems_planning import MoveNoPlace
from checkin_app.domain.problems_rides import TransferHasNoSeat
from checkin_app.domain.problems_stops import BusNotReady
from checkin_app.domain.problems_undo import UndoAccessiblePlacesTaken, UndoSeatsTaken
from checkin_app.domain.readiness import Lack
from checkin_app.domain.ride_states import RideVerb
from checkin_app.domain.swaps import Cause, Left
from checkin_app.domain.sync.status import SyncStatus
from checkin_app.services.overseeing import board
from checkin_app.services.planning import PlanWish
from checkin_app.services.rides import RideWish
from checkin_app.services.scanning import How

ONE, TWO = BusCode("2-1"), BusCode("2-2")
LAYOUTS = ("8+0", "5+1", "3+2")


@pytest.fixture
def named(post: Post) -> Post:
    """Return a station with an open bus of eight seats, fewer with wheelchairs."""
    post.bus(ONE, usable=8, licensed=8, layouts=LAYOUTS)
    return post


def guests(post: Post, count: int, *, wheelchairs: int = 0, on: BusCode | None = ONE) -> Sequence[Delegate]:
    made = [post.register(f"Guest {n}", delegation="D", accessible=n < wheelchairs) for n in range(count)]
    for each in made:
        if on:
            post.station.dispatch.assign(each.id, on)
    return made


def boards(post: Post, who: Delegate, bus: BusCode = ONE) -> Reason:
    return post.station.scanning.enter(who.id, bus_checkpoint(bus), How.FOUND, Direction.IN).decision.reason


def figures(post: Post, bus: BusCode = ONE) -> tuple[int, int, int]:
    count = next(each for each in post.station.buses() if each.bus.code == bus)
    alone = post.station.queries.bus_count(bus, rehearsal=False)
    assert (count.seats, count.licensed, count.free) == (alone.seats, alone.licensed, alone.free)
    assert count.wheelchairs.expected == post.station.manifest(bus).wheelchairs
    return count.seats, count.free, count.open_seats


def test_its_wheelchair_places_follow_its_layouts_and_both_are_amended(named: Post) -> None:
    bus = next(each.bus for each in named.station.buses())
    assert (bus.layouts, bus.accessible_places) == (LAYOUTS, 2)
    named.station.dispatch.amend_bus(Bus(ONE, RouteId("2"), 8, 8, 2, layouts=("8+0", "5+1")), ["layouts"])
    bus = next(each.bus for each in named.station.buses())
    assert (bus.layouts, bus.accessible_places) == (("8+0", "5+1"), 1)
    named.station.dispatch.amend_bus(Bus(ONE, RouteId("2"), 8, 8, 1), ["layouts"])
    assert next(each.bus for each in named.station.buses()).layouts == ()
    named.station.upkeep.check()


@pytest.mark.parametrize(
    ("bus", "words"),
    [
        (Bus(ONE, RouteId("2"), 8, 8, layouts=("eight",)), "such as 45\\+1"),
        (Bus(ONE, RouteId("2"), 8, 8, layouts=("5+1", "4+1")), "one layout for each"),
        (Bus(ONE, RouteId("2"), 8, 8, layouts=("8+1",)), "within the 8 licensed seats"),
        (Bus(ONE, RouteId("2"), 8, 8, 3, layouts=("5+1",)), "1, as its layouts say"),
    ],
)
def test_a_layout_that_cannot_be_is_refused_with_a_sentence_and_nothing_is_written(
    post: Post, bus: Bus, words: str
) -> None:
    with pytest.raises(FieldInvalid, match=words):
        post.station.dispatch.add_bus(bus)
    assert not post.station.buses()


def test_a_plan_passes_no_layout_and_names_who_is_short_of_a_seat(named: Post) -> None:
    guests(named, 8, wheelchairs=2, on=None)
    planned = named.station.planning.plan(PlanWish())
    (route,) = planned.routes
    manifest = named.station.manifest(ONE)
    assert (manifest.tally.listed, manifest.wheelchairs) == (5, 2), (
        "nobody stays behind for the seats that a place takes"
    )
    assert [(each.of, each.people) for each in route.plan.short_of] == [(Lacking.SEAT, 3)]


def test_a_plan_is_proven_best_where_wheelchairs_share_a_layout(post: Post) -> None:
    for number in range(3):
        post.bus(f"2-{number + 1}", usable=8, licensed=8, layouts=("8+0", "5+2"), opened=False)
    guests(post, 23, wheelchairs=2, on=None)
    (route,) = post.station.planning.plan(PlanWish()).routes
    assert (route.plan.cost.unplaced, route.plan.is_best) == (0, True)
    assert sorted(each.listed for each in post.station.buses()) == [7, 8, 8]


def test_its_figures_are_those_of_the_layout_that_its_wheelchairs_leave(named: Post) -> None:
    assert figures(named) == (8, 8, 8)
    listed = guests(named, 3, wheelchairs=1)
    assert figures(named) == (6, 3, 3)
    named.station.rides.say(RideWish(listed[0].id, RideVerb.EXCUSE, ground=Ground.OWN_WAY))
    assert figures(named) == (8, 3, 6), "nobody waits for a wheelchair that does not come"
    assert boards(named, listed[1]) is Reason.BOARDED
    stranger = named.register("Stranger", accessible=True)
    outcome = named.station.scanning.enter(stranger.id, bus_checkpoint(ONE), How.FOUND, Direction.IN)
    named.station.scanning.answer(outcome.fact_id, Answer.BOARD_HERE)
    assert figures(named)[0] == 6, "who is aboard and on no list sits on a place, too"
    named.station.upkeep.check()


def test_who_is_listed_and_aboard_has_one_place_and_not_two(named: Post) -> None:
    (comes,) = guests(named, 1, wheelchairs=1)
    for reason in (None, Reason.BOARDED):
        assert reason is None or boards(named, comes) is reason
        assert figures(named) == (6, 5, 5)


def test_a_wheelchair_user_whose_place_would_take_seats_of_those_aboard_is_stopped(named: Post) -> None:
    aboard = guests(named, 6)
    assert {boards(named, each) for each in aboard} == {Reason.BOARDED}
    comes = named.register("Comes", accessible=True)
    named.station.dispatch.assign(comes.id, ONE)
    assert boards(named, comes) is Reason.NO_LAYOUT_LEFT
    named.bus(TWO, usable=8, licensed=8, layouts=LAYOUTS)
    again = named.station.scanning.enter(comes.id, bus_checkpoint(ONE), How.FOUND, Direction.IN).decision
    assert again.details == {"aboard": 6, "seats": 6, "bus": TWO}
    named.station.scanning.enter(aboard[0].id, bus_checkpoint(ONE), How.FOUND, Direction.OUT)
    assert boards(named, comes) is Reason.BOARDED, "one got off"


def test_the_place_of_a_wheelchair_user_who_is_expected_is_kept_until_a_person_gives_it_away(named: Post) -> None:
    listed = guests(named, 6, wheelchairs=1)
    assert {boards(named, each) for each in listed[1:]} == {Reason.BOARDED}
    stranger = named.register("Stranger")
    asked = named.station.scanning.enter(stranger.id, bus_checkpoint(ONE), How.FOUND, Direction.IN).decision
    assert (asked.reason, asked.details) == (Reason.FULL, {"aboard": 5, "seats": 5})
    more = named.register("More")
    named.station.rides.say(RideWish(more.id, RideVerb.STANDBY, bus=ONE))
    assert boards(named, more) is Reason.FULL, "nor is it given to who waits"
    assert boards(named, listed[0]) is Reason.BOARDED


@pytest.mark.parametrize(("listed", "seat"), [(5, ONE), (6, TWO)])
def test_who_boards_in_a_wheelchair_is_listed_there_only_where_the_seats_that_the_place_takes_are_nobody_s(
    named: Post, listed: int, seat: BusCode
) -> None:
    named.bus(TWO, usable=8, licensed=8, layouts=LAYOUTS)
    guests(named, listed)
    (comes,) = guests(named, 1, wheelchairs=1, on=TWO)
    asked = named.station.scanning.enter(comes.id, bus_checkpoint(ONE), How.FOUND, Direction.IN)
    assert asked.decision.reason is Reason.WRONG_BUS
    named.station.scanning.answer(asked.fact_id, Answer.BOARD_HERE)
    assert (named.card(comes).movements.bus, named.station.manifest(ONE).tally.aboard) == (seat, 1)


def test_nobody_is_put_back_on_a_seat_that_a_wheelchair_s_place_takes_by_now(named: Post) -> None:
    named.bus(TWO, usable=8, licensed=8, layouts=LAYOUTS)
    listed = guests(named, 6)
    moved = named.station.reseating.move(ONE, [listed[0].id], TWO)
    guests(named, 1, wheelchairs=1)
    with pytest.raises(UndoSeatsTaken, match="6"):
        named.station.reseating.take_back(moved.act)
    assert named.card(listed[0]).movements.bus == TWO


@pytest.mark.parametrize("layouts", [("8+0", "5+1"), ()])
def test_nobody_is_put_back_on_a_wheelchair_s_place_that_another_has_by_now(
    post: Post, layouts: tuple[str, ...]
) -> None:
    """Whether a move or a transfer is taken back, and whether a place is a seat as well or takes three."""
    for code in (ONE, TWO):
        post.bus(code, usable=8, licensed=8, accessible_places=1, layouts=layouts)
    for moves in (True, False):
        (comes,) = guests(post, 1, wheelchairs=1)
        if moves:
            act = post.station.reseating.move(ONE, [comes.id], TWO).act
        else:
            post.station.rides.say(RideWish(comes.id, RideVerb.TRANSFER, bus=TWO))
        (other,) = guests(post, 1, wheelchairs=1)
        with pytest.raises(UndoAccessiblePlacesTaken):
            post.station.reseating.take_back(act) if moves else post.station.rides.undo(comes.id)
        assert post.card(comes).movements.bus == TWO
        for each in (comes, other):
            post.station.dispatch.assign(each.id, None)


@pytest.mark.parametrize(("more", "seat"), [(0, TWO), (1, ONE)])
def test_a_plan_that_is_taken_back_leaves_a_wheelchair_user_where_the_seats_that_the_place_takes_are(
    post: Post, more: int, seat: BusCode
) -> None:
    """The seat of before is another's by now; the one that was planned is theirs only where it takes nobody's."""
    post.bus(ONE, usable=2, licensed=2, layouts=("2+0", "0+1"), opened=False)
    post.bus(TWO, usable=3, licensed=3, layouts=("3+0", "1+1"), opened=False)
    (comes,) = guests(post, 1, wheelchairs=1, on=ONE)
    guests(post, 1, on=TWO)
    post.station.planning.plan(PlanWish())
    assert post.card(comes).movements.bus == TWO
    guests(post, 1, on=ONE)
    guests(post, more, on=TWO)
    post.station.planning.take_back()
    assert post.card(comes).movements.bus == seat


def test_no_bus_is_released_with_more_than_the_layout_of_those_aboard_carries(named: Post) -> None:
    assert {boards(named, each) for each in guests(named, 5, wheelchairs=1)} == {Reason.BOARDED}
    counts = named.station.head_counts
    for staff in (2, 1):
        counts.crew(ONE, {Crew.STAFF: staff, Crew.DRIVER: 1})
        for who in ("Ann", "Bo"):
            counts.count(ONE, who, 6 + staff)
        if staff == 2:
            with pytest.raises(MoreThanLicensed, match="6"):
                counts.release(ONE)
            named.station.dispatch.move_to(ONE, BusState.BOARDING)
    counts.release(ONE)


def test_nobody_is_taken_back_from_a_transfer_to_a_seat_that_a_wheelchair_s_place_takes_by_now(named: Post) -> None:
    named.bus(TWO, usable=8, licensed=8, layouts=LAYOUTS)
    listed = guests(named, 6)
    named.station.rides.say(RideWish(listed[0].id, RideVerb.TRANSFER, bus=TWO))
    guests(named, 1, wheelchairs=1)
    with pytest.raises(UndoSeatsTaken, match="6"):
        named.station.rides.undo(listed[0].id)
    assert named.card(listed[0]).movements.bus == TWO


def test_nobody_is_transferred_moved_or_walks_in_where_the_layout_has_no_seat(named: Post) -> None:
    named.bus(TWO, usable=8, licensed=8, layouts=LAYOUTS)
    guests(named, 6, on=ONE)
    comes = guests(named, 2, wheelchairs=1, on=TWO)
    with pytest.raises(TransferHasNoSeat):
        named.station.rides.say(RideWish(comes[0].id, RideVerb.TRANSFER, bus=ONE))
    with pytest.raises(MoveNoPlace):
        named.station.reseating.move(TWO, [comes[0].id], ONE)
    named.station.reseating.move(TWO, [comes[1].id], ONE)
    assert figures(named) == (8, 1, 1)
    walks = Delegate(DelegateId(""), "Walks", category=comes[0].category, route=RouteId("2"), accessible=True)
    assert named.station.walk_ins.register(walks, None).bus == TWO


def test_a_swap_leaves_who_needs_more_than_a_layout_has(post: Post) -> None:
    post.bus(ONE, usable=9, licensed=9, accessible_places=2)
    post.bus(TWO, usable=8, licensed=8, layouts=("8+0", "5+1"))
    for each in guests(post, 8, wheelchairs=2):
        assert boards(post, each) is Reason.BOARDED
    told = post.station.swaps.swap(ONE, TWO, Cause.SWAPPED)
    assert [each.delegate.accessible for each in told.moves] == [True] + [False] * 5
    assert sorted(each.why for each in told.left) == [Left.NO_PLACE, Left.NO_SEAT]


def test_who_has_a_place_on_the_substitute_already_keeps_it_and_the_seats_that_it_takes_are_gone(post: Post) -> None:
    post.bus(ONE, usable=9, licensed=9, accessible_places=2)
    post.bus(TWO, usable=8, licensed=8, layouts=("8+0", "5+1"))
    guests(post, 1, wheelchairs=1, on=TWO)
    for each in guests(post, 8, wheelchairs=1):
        assert boards(post, each) is Reason.BOARDED
    told = post.station.swaps.swap(ONE, TWO, Cause.SWAPPED)
    assert [each.delegate.accessible for each in told.moves] == [False] * 5
    assert [each.why for each in told.left].count(Left.NO_PLACE) == 1


def test_more_listed_than_a_layout_seats_is_missed_before_a_bus_is_ready(post: Post) -> None:
    post.bus(ONE, usable=8, licensed=8, layouts=LAYOUTS, opened=False)
    guests(post, 7, wheelchairs=1)
    with pytest.raises(BusNotReady):
        post.station.bus_days.ready(ONE)
    sight = next(sight for _, sight in board(post.station, SyncStatus()).sights(post.station.forum, post.clock()))
    assert Lack.SEATS in sight.lacks
    assert Concern.OVERBOOKED in concerns(sight)


def test_more_aboard_than_the_layout_allows_by_two_doors_is_a_contradiction(named: Post) -> None:
    """Two laptops apart, or a guest who is said to need a place only once they are aboard."""
    aboard = guests(named, 7)
    assert {boards(named, each) for each in aboard} == {Reason.BOARDED}
    assert not named.station.queries.conflicts()
    named.station.people.amend(aboard[0].id, {"accessible": True})
    (found,) = named.station.queries.conflicts()
    assert (found.kind, found.subject, found.may_stay) == (ConflictKind.OVERBOOKED, ONE, False)
    assert [each["value"] for each in found.claims] == [aboard[6].id]
    named.move(ONE, BusState.FINAL_CALL)
    named.station.upkeep.check()
