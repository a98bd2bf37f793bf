"""A person lets somebody board though the door says otherwise: why, who, with whom, and what never gives way."""

from dataclasses import replace

import pytest
from msgspec import structs

from checkin_app.bootstrap.papers import write_manifest
from checkin_app.domain.buses import BusState
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import BusCode, RouteId, bus_checkpoint, delegate_subject
from checkin_app.domain.kinds.scans import BoardingOverridden
from checkin_app.domain.operators import Objection
from checkin_app.domain.outcomes import Answer, Reason, Verdict
from checkin_app.domain.overriding import OVERRIDABLE, OverrideGround
from checkin_app.domain.problems import AnswerNotOffered
from checkin_app.domain.problems_operators import RoleMayNot, SecondIsFirst, SecondPersonNeeded, SignInFirst
from checkin_app.domain.problems_rides import OverrideNeedsNote, OverrideNotOffered, OverrideStopped
from checkin_app.domain.roles import OperatorRole
from checkin_app.domain.standings import Standing
from checkin_app.services.exchange import exchange
from checkin_app.services.overriding import OverrideWish
from checkin_app.services.proofs import PinHeld
from checkin_app.services.scanning import How
from printing.manifest_pdf import manifest_pdf

HERE, THERE = BusCode("2-1"), BusCode("3-2")
ESCORT = OverrideGround.ESCORT


def _scan(post, who, bus=HERE):
    return post.station.scanning.enter(who.id, bus_checkpoint(bus), How.FOUND)


def _override(post, scan, ground=ESCORT, proof=None, **more):
    return post.station.overriding.override(OverrideWish(scan.fact_id, ground, **more), proof)


def _line(post, who, bus=HERE):
    return next(each for each in post.station.manifest(bus).lines if each.delegate.id == who.id)


def _named(post, name):
    return next(each for each in post.station.queries.operators() if each.name == name)


def _held(post, name):
    known = _named(post, name)
    return PinHeld(known.id, known.pin)


def _sign_in(post, name):
    post.station.signing_in.sign_in(_held(post, name))


@pytest.fixture
def doors(post):
    """Return a station with an open bus of route 2, a full place for its only wheelchair, and one of route 3."""
    post.bus("2-1", usable=2, licensed=3)
    post.bus("3-2")
    return post


@pytest.fixture
def led(doors):
    for name, role in (("Lena", "lead"), ("Cora", "coordinator"), ("Cem", "coordinator"), ("Vera", "volunteer")):
        doors.station.operators.add(name, OperatorRole(role))
        doors.station.operators.set_pin(_named(doors, name).id, f"h{name}")
        _sign_in(doors, "Lena")
    _sign_in(doors, "Cora")
    return doors


def _of_route_three(post):
    who = post.register("Amara Diallo", route=RouteId("3"))
    post.station.dispatch.assign(who.id, THERE)
    return who


def test_whoever_boards_by_override_is_aboard_and_on_the_list_with_reason_text_and_person(led) -> None:
    who = _of_route_three(led)
    scan = _scan(led, who)
    assert scan.decision.reason is Reason.WRONG_ROUTE
    outcome = _override(led, scan, text="  interprets for Ms Okafor ")
    assert (outcome.decision.reason, outcome.decision.verdict) == (Reason.BOARDED_BY_OVERRIDE, Verdict.GO)
    line = _line(led, who)
    assert led.station.manifest(HERE).standing(line) is Standing.ABOARD
    told = line.override
    assert (told.asked, told.ground, told.text, told.by) == (
        Reason.WRONG_ROUTE, ESCORT, "interprets for Ms Okafor", "Cora",
    )  # fmt: skip
    assert who.id not in [each.delegate.id for each in led.station.manifest(THERE).lines]
    recent = led.station.queries.recent_scans(1)[0]
    assert (recent.answer, recent.undone) == (Answer.OVERRIDE, False)
    change = led.station.queries.record(who.id).changes[-1]
    assert (change.kind, change.reason, change.bus, change.text, change.undone) == (
        BoardingOverridden.KIND, ESCORT, HERE, "interprets for Ms Okafor", False,
    )  # fmt: skip


def test_an_override_is_taken_back_with_the_seat_as_any_boarding_is(led) -> None:
    who = _of_route_three(led)
    _override(led, _scan(led, who))
    assert led.station.scanning.undo().delegate.id == who.id
    assert led.card(who).movements.bus == THERE
    assert not led.station.manifest(HERE).lines
    assert led.station.queries.record(who.id).changes[-1].undone
    assert led.station.queries.recent_scans(1)[0].undone
    assert _scan(led, who).decision.reason is Reason.WRONG_ROUTE


def test_nobody_overrides_a_void_badge_the_licensed_seats_or_doors_that_are_shut(led) -> None:
    assert not OVERRIDABLE & {
        Reason.BADGE_REPLACED, Reason.BADGE_REVOKED, Reason.LICENSED_SEATS_TAKEN, Reason.BUS_NOT_OPEN, Reason.BUS_LEFT,
    }  # fmt: skip
    who = _of_route_three(led)
    stopped = _scan(led, who)
    for number in range(3):
        guest = led.register(f"Guest {number}")
        led.station.dispatch.assign(guest.id, HERE)
        aboard = _scan(led, guest)
        if aboard.decision.reason is Reason.FULL:
            led.station.scanning.answer(aboard.fact_id, Answer.BOARD_HERE)
    with pytest.raises(OverrideStopped):
        _override(led, stopped)
    late = led.register("Late")
    led.station.dispatch.assign(late.id, HERE)
    full = _scan(led, late)
    assert full.decision.reason is Reason.LICENSED_SEATS_TAKEN
    with pytest.raises(OverrideNotOffered):
        _override(led, full)
    led.move(HERE, BusState.COUNTING)
    shut = _scan(led, late)
    with pytest.raises(OverrideNotOffered):
        _override(led, shut)
    with pytest.raises(OverrideStopped):
        _override(led, stopped)


def test_a_stop_is_not_answered_as_a_question_is(led) -> None:
    scan = _scan(led, _of_route_three(led))
    for answer in (Answer.BOARD_HERE, Answer.OVERRIDE):
        with pytest.raises(AnswerNotOffered):
            led.station.scanning.answer(scan.fact_id, answer)


def test_only_who_may_overrides_and_signed_in(led) -> None:
    scan = _scan(led, _of_route_three(led))
    _sign_in(led, "Vera")
    with pytest.raises(RoleMayNot):
        _override(led, scan)
    led.station.signing_in.who.signed_in = None
    with pytest.raises(SignInFirst):
        _override(led, scan)


def test_where_no_accessible_place_is_left_a_second_person_agrees_who_is_another(led) -> None:
    who = led.register("Wang Fang", accessible=True)
    led.station.dispatch.assign(who.id, HERE)
    scan = _scan(led, who)
    assert scan.decision.reason is Reason.NEEDS_ACCESSIBLE_PLACE
    manages = OverrideGround.CAN_MANAGE
    with pytest.raises(SecondPersonNeeded):
        _override(led, scan, manages)
    with pytest.raises(SecondIsFirst):
        _override(led, scan, manages, _held(led, "Cora"))
    with pytest.raises(RoleMayNot):
        _override(led, scan, manages, _held(led, "Vera"))
    assert not led.station.manifest(HERE).aboard
    _override(led, scan, manages, _held(led, "Cem"))
    told = _line(led, who).override
    assert (told.by, told.approved_by) == ("Cora + Cem", "Cem")


def test_what_two_have_to_agree_to_is_not_recorded_by_one_whatever_way_it_comes(led) -> None:
    who = led.register("Wang Fang", accessible=True)
    scan = _scan(led, who)
    said = BoardingOverridden(
        fact=scan.fact_id, checkpoint=bus_checkpoint(HERE), delegate=who.id, asked=Reason.NEEDS_ACCESSIBLE_PLACE,
        ground=OverrideGround.CAN_MANAGE,
    )  # fmt: skip
    with led.station.scanning.open_unit() as unit, pytest.raises(SecondPersonNeeded):
        unit.record(FactDraft(delegate_subject(who.id), said))
    with led.station.scanning.open_unit() as unit:
        unit.record(FactDraft(delegate_subject(who.id), structs.replace(said, asked=Reason.WRONG_ROUTE)))
        unit.commit()
    assert _line(led, who).aboard


def test_whoever_only_signed_in_at_that_laptop_is_not_said_to_have_agreed(led) -> None:
    who = _of_route_three(led)
    said = BoardingOverridden(
        fact=_scan(led, who).fact_id, checkpoint=bus_checkpoint(HERE), delegate=who.id, asked=Reason.WRONG_ROUTE,
        ground=ESCORT, approved_by=led.station.signing_in.who.signed_in.sign_in,
    )  # fmt: skip
    with led.station.scanning.open_unit() as unit:
        unit.by_itself()  # as a changed program writes it, which nobody in particular is behind
        unit.record(FactDraft(delegate_subject(who.id), said))
        unit.commit()
    assert _line(led, who).override.approved_by == ""


def test_another_reason_is_said_in_words(led) -> None:
    scan = _scan(led, _of_route_three(led))
    with pytest.raises(OverrideNeedsNote):
        _override(led, scan, OverrideGround.OTHER, text="  ")
    assert not led.station.manifest(HERE).aboard


def test_the_seats_of_staff_and_those_who_wait_longer_are_overridden_with_a_reason_too(doors) -> None:
    guests = [doors.register(f"Guest {number}") for number in range(3)]
    for guest in guests:
        doors.station.dispatch.assign(guest.id, HERE)
    *_, full = [_scan(doors, guest) for guest in guests]
    assert full.decision.reason is Reason.FULL
    _override(doors, full, OverrideGround.SECURITY, by="Lao Li")
    assert _line(doors, guests[-1]).override.by == "Lao Li"
    assert not [each for each in doors.station.queries.conflicts() if each.subject == HERE]


def test_an_override_by_somebody_revoked_meanwhile_is_listed_and_not_applied_on_every_laptop(led, new_post) -> None:
    who = _of_route_three(led)
    other = new_post("other")
    exchange(led.station, other.station)
    scan = _scan(led, who)
    _sign_in(other, "Lena")
    other.clock.at += 1000
    other.station.operators.revoke(_named(other, "Cora").id, "went home")
    led.clock.at += 60_000
    _override(led, scan)
    assert _line(led, who).aboard
    exchange(led.station, other.station)
    for post in (led, other):
        assert not post.station.manifest(HERE).aboard
        kept = [each for each in post.station.queries.not_applied() if each.fact.kind == BoardingOverridden.KIND]
        assert [each.why for each in kept] == [Objection.REVOKED]


def test_at_a_stop_the_override_names_it(doors) -> None:
    who = _of_route_three(doors)
    doors.move(HERE, BusState.RELEASED)
    doors.move(HERE, BusState.DEPARTED)
    doors.station.bus_days.arrive(HERE, "Dam", doors=True)
    outcome = _override(doors, _scan(doors, who), by="Lao Li")
    with doors.station.dispatch.open_unit() as unit:
        assert unit.fact(outcome.fact_id).said.stop == "Dam"


def test_the_papers_of_the_bus_say_who_boarded_by_override_why_and_by_whom(led, tmp_path) -> None:
    who = _of_route_three(led)
    _override(led, _scan(led, who), text="interprets")
    manifest = led.station.manifest(HERE)
    write_manifest(led.station, manifest, tmp_path / "m.csv")
    assert "为车上嘉宾翻译或陪护 – interprets (Cora)" in (tmp_path / "m.csv").read_text("utf-8-sig")
    sheet = manifest_pdf(manifest, led.station.forum, led.clock())
    bare = manifest_pdf(_without_overrides(manifest), led.station.forum, led.clock())
    assert len(sheet) > len(bare)


def _without_overrides(manifest):
    return replace(manifest, lines=tuple(replace(each, override=None) for each in manifest.lines))
