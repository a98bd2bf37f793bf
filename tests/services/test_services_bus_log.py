"""What was done with a bus, read back: everything of it, in its order, by whom, and what was taken back."""

import pytest

from checkin_app.domain.bus_log import Done
from checkin_app.domain.buses import BusState
from checkin_app.domain.head_counts import Method
from checkin_app.domain.ids import BusCode, RouteId, bus_checkpoint
from checkin_app.domain.kinds.rides import Ground
from checkin_app.domain.kinds.scans import ScanDecided
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Answer, Reason
from checkin_app.domain.overriding import OverrideGround
from checkin_app.domain.problems import UnknownBus
from checkin_app.domain.ride_states import RideVerb
from checkin_app.domain.roles import OperatorRole
from checkin_app.services.exchange import exchange
from checkin_app.services.overriding import OverrideWish
from checkin_app.services.proofs import PinHeld
from checkin_app.services.rides import RideWish
from checkin_app.services.scanning import How

HERE, THERE = BusCode("2-1"), BusCode("3-2")


def _scan(post, who, bus=HERE, direction=Direction.IN):
    post.clock.at += 1000
    return post.station.scanning.enter(who.id, bus_checkpoint(bus), How.FOUND, direction)


def _log(post, bus=HERE):
    return post.station.queries.bus_log(bus)


def _told(post, bus=HERE):
    return [each.reason or each.answer or str(each.what) for each in _log(post, bus).entries]


def test_everything_that_was_done_with_a_bus_is_told_in_its_order_and_nothing_of_another(post) -> None:
    for code in ("2-1", "3-2"):
        post.bus(code, usable=2, licensed=3)
    who, other = post.register("Amara Diallo"), post.register("Jan Novak", route=RouteId("3"))
    post.station.dispatch.assign(who.id, HERE)
    post.station.dispatch.assign(other.id, THERE)
    _scan(post, who)
    stopped = _scan(post, other)
    post.station.overriding.override(OverrideWish(stopped.fact_id, OverrideGround.ESCORT, "interprets", "Lao Li"))
    post.station.scanning.undo()
    _scan(post, who, direction=Direction.OUT)
    post.station.rides.say(RideWish(who.id, RideVerb.EXCUSE, ground=Ground.UNWELL, text="fever"))
    _scan(post, other, THERE)
    assert _told(post) == [
        "Bus added", "State: boarding", "Put on the list of bus 2-1", Reason.BOARDED, Reason.WRONG_ROUTE,
        "Put on the list of bus 2-1", Answer.OVERRIDE, "Something is taken back", "Something is taken back",
        Reason.GOT_OFF, "Ride: Excused",
    ]  # fmt: skip
    log = _log(post)
    assert [each.undone for each in log.entries].count(True) == 2, "the seat and the boarding, not their undoing"
    told = next(each for each in log.entries if each.answer == Answer.OVERRIDE)
    assert (told.undone, told.text, log.name(told)) == (True, "interprets – Lao Li", "Jan Novak")
    assert (str(log.entries[-1].why), log.entries[-1].text) == ("Unwell", "fever")
    assert str(told.why) == "Interprets for or looks after a guest aboard"
    assert [each.at for each in log.entries] == sorted(each.at for each in log.entries)
    assert Reason.BOARDED in _told(post, THERE)
    with pytest.raises(UnknownBus):
        _log(post, BusCode("9-9"))


def test_an_arrival_that_was_none_and_a_stop_called_at_after_all_are_struck_out(post) -> None:
    post.bus("2-1")
    for state in (BusState.RELEASED, BusState.DEPARTED):
        post.move("2-1", state)
    post.station.bus_days.arrive(HERE, "Tea house")
    post.station.bus_days.undo(HERE)
    struck = [str(each.what) for each in _log(post).entries if each.undone]
    assert struck == ["Came to a stop: Tea house"]
    assert str(_log(post).entries[-1].what) == Done.NOT_ARRIVED


def test_how_many_somebody_counted_is_not_in_it_while_others_have_to_count(post) -> None:
    post.bus("2-1")
    post.station.head_counts.count(HERE, "Ada", 31, Method.HEADS)
    counted = _log(post).entries[-1]
    assert (str(counted.what), counted.text) == ("Head count, round 1", "Ada")
    assert "31" not in f"{counted.what} {counted.why} {counted.text} {counted.answer}"


def test_who_did_it_is_named_and_what_does_not_count_is_said_to_be_so_on_every_laptop(post, new_post) -> None:
    def operator(at, name):
        return next(each for each in at.station.queries.operators() if each.name == name)

    def signs_in(at, name):
        known = operator(at, name)
        at.station.signing_in.sign_in(PinHeld(known.id, known.pin))

    for name, role in (("Lena", "lead"), ("Vera", "volunteer")):
        post.station.operators.add(name, OperatorRole(role))
        post.station.operators.set_pin(operator(post, name).id, f"h{name}")
        signs_in(post, "Lena")
    post.bus("2-1")
    who = post.register("Amara Diallo")
    other = new_post("other")
    exchange(post.station, other.station)
    signs_in(other, "Lena")
    signs_in(post, "Vera")
    other.clock.at += 1000
    other.station.operators.revoke(operator(other, "Vera").id, "went home")
    post.clock.at += 60_000
    _scan(post, who)
    assert _log(post).maker(_log(post).entries[-1]) == "Vera"
    exchange(post.station, other.station)
    for each in (post, other):
        log = _log(each)
        (scan,) = (entry for entry in log.entries if entry.kind == ScanDecided.KIND)
        assert (log.maker(scan), scan.counts) == ("Vera", False)
        assert [entry.counts for entry in log.entries if entry is not scan] == [True] * (len(log.entries) - 1)
