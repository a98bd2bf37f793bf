"""Scenes by which the tour is accepted, played as they are told: a badge on two buses, one that cannot be read, a smaller bus."""

from checkin_app.domain.contradictions import ConflictKind
from checkin_app.domain.ids import BusCode
from checkin_app.domain.outcomes import Answer, Reason, Verdict
from checkin_app.domain.swaps import Cause, Left
from checkin_app.services.exchange import exchange
from checkin_app.services.ports.people import SearchHitKind
from checkin_app.services.scanning import How

ONE, TWO = BusCode("2-1"), BusCode("2-9")


def board(post, who, bus=ONE) -> Reason:
    return post.station.scanning.enter(who.id, f"bus:{bus}", How.FOUND).decision.reason


def test_one_badge_on_two_buses_at_two_stations_is_one_contradiction_and_totals_tell_both(new_post) -> None:
    desk, door = new_post("desk"), new_post("door")
    for code in (ONE, TWO):
        desk.bus(code, usable=45, licensed=49)
    guests = [desk.register(f"Guest {n:02}") for n in range(42)]
    for each in guests:
        desk.station.dispatch.assign(each.id, ONE)
    exchange(desk.station, door.station)
    assert {board(desk, each) for each in guests} == {Reason.BOARDED}
    twice = guests[7]
    # The guest's badge was lost, and whoever found it stands at another bus without a network.
    asked = door.station.scanning.scan([desk.code(twice)], f"bus:{TWO}")
    assert asked.decision.reason is Reason.WRONG_BUS
    door.station.scanning.answer(asked.fact_id, Answer.BOARD_HERE)
    exchange(desk.station, door.station)
    for post in (desk, door):
        (conflict,) = post.station.queries.conflicts()
        assert (conflict.kind, conflict.subject) == (ConflictKind.TWO_BUSES, twice.id)
        counts = {each.bus.code: each.tally.aboard_said for each in post.station.buses()}
        assert counts == {ONE: "41–42", TWO: "0–1"}
        assert post.station.manifest(ONE).tally.aboard_said == "41–42"


def test_an_unreadable_badge_three_times_then_the_number_of_a_namesake_shows_both_and_boards_nobody(post) -> None:
    """That Enter then asks first: `test_the_number_of_a_namesake_is_asked_about_before_anybody_is_checked_in_by_it`."""
    post.bus(ONE)
    guest = post.register("林若溪", latin_name="LIN Ruoxi", delegation="Qinglan")
    other = post.register("林若溪", latin_name="LIN Ruoxi", delegation="Harbour")
    lone = post.register("单于谦")
    for _ in range(3):
        scanned = post.station.scanning.scan(["~~smudge~~"], f"bus:{ONE}")
        assert scanned.decision.verdict is Verdict.UNREADABLE
    assert post.station.manifest(ONE).tally.aboard == 0
    found = {hit.delegate: hit.kind for hit in post.station.queries.find(other.badge_no)}
    assert found == {other.id: SearchHitKind.NUMBER, guest.id: SearchHitKind.NAME}
    assert [hit.delegate for hit in post.station.queries.find(other.badge_no, 1)] == [other.id], (
        "the bearer comes first"
    )
    assert len(post.station.queries.find(lone.badge_no)) == 1, "nobody else is called so"


def test_a_swap_to_33_seats_with_45_aboard_passes_no_seat_and_puts_no_wheelchair_where_there_is_no_place(post) -> None:
    post.bus(ONE, usable=45, licensed=49, accessible_places=4)
    post.bus(TWO, usable=33, licensed=33, accessible_places=1)
    guests = [post.register(f"Guest {n:02}", delegation=f"D{n // 4}", accessible=n < 3) for n in range(45)]
    for each in guests:
        post.station.dispatch.assign(each.id, ONE)
        assert board(post, each) is Reason.BOARDED
    told = post.station.swaps.swap(ONE, TWO, Cause.BROKEN_DOWN)
    assert (len(told.moves), len(told.left)) == (33, 12)
    assert sum(each.delegate.accessible for each in told.moves) == 1
    assert [each.why for each in told.left if each.delegate.accessible] == [Left.NO_PLACE] * 2
    reasons = {each.id: board(post, each, TWO) for each in guests}
    moved = {each.delegate.id for each in told.moves}
    assert {reasons[each.id] for each in guests if each.id in moved} == {Reason.BOARDED_BY_TRANSFER}
    assert {who for who, reason in reasons.items() if reason is Reason.BOARDED_BY_TRANSFER} == moved
    assert all(reasons[each.id] is not Reason.BOARDED for each in guests), (
        "whoever was left is not let aboard by a scan"
    )
    count = next(each for each in post.station.buses() if each.bus.code == TWO)
    assert (count.aboard, count.aboard <= count.bus.licensed_seats) == (33, True)
    post.station.upkeep.check()
