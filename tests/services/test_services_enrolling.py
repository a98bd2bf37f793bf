"""Laptops ask, coordinators let them in and shut them out; every laptop comes to the same, in any order."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.enrolment import Role, Said, Standing, fold_enrolments
from checkin_app.domain.ids import Instant, StationId, station_id
from checkin_app.domain.problems import FieldInvalid
from checkin_app.domain.problems_hub import NotACoordinator, StandsSoAlready, UnknownStation
from checkin_app.services.exchange import exchange
from checkin_app.services.merging import bundle_above

KEY = bytes([9]) * 32
WHO = station_id(KEY)


def standing(post, who=WHO):
    return next(each for each in post.station.queries.enrolments() if each.station == who)


def test_who_started_the_record_is_a_coordinator(post) -> None:
    own = standing(post, post.station.station.id)
    assert (own.role, own.standing) == (Role.COORDINATOR, Standing.MEMBER)


def test_a_laptop_asks_is_let_in_and_shut_out(post) -> None:
    enrolling = post.station.enrolling
    asked = enrolling.ask(KEY, " Desk\t3 ", "lamp river")
    assert (asked.name, asked.standing, asked.words) == ("Desk 3", Standing.ASKING, "lamp river")
    assert enrolling.ask(KEY, "Desk 3", "lamp river") == asked
    enrolling.admit(WHO, "Hall B", Role.DESK)
    assert (standing(post).name, standing(post).standing, standing(post).words) == ("Hall B", Standing.MEMBER, "")
    with pytest.raises(StandsSoAlready):
        enrolling.admit(WHO)
    enrolling.revoke(WHO, "stolen")
    assert standing(post).standing is Standing.REVOKED
    for again in (lambda: enrolling.admit(WHO, "Hall B"), lambda: enrolling.revoke(WHO, "")):
        with pytest.raises(StandsSoAlready):
            again()
    assert enrolling.ask(KEY, "Desk 3").standing is Standing.REVOKED, "its key is never good again"
    post.station.upkeep.check()


def test_a_key_that_only_asks_vouches_for_nothing(post) -> None:
    post.station.enrolling.ask(KEY, "Desk 3")
    assert WHO not in {each.id for each in post.station.queries.stations()}
    assert WHO not in post.station.merging.log.station_keys()
    assert post.station.merging.log.station_key(WHO) is None
    post.station.enrolling.admit(WHO)
    assert post.station.merging.log.station_keys()[WHO] == KEY


def test_nobody_is_let_in_who_did_not_ask_and_no_name_that_cannot_be_shown(post) -> None:
    with pytest.raises(UnknownStation):
        post.station.enrolling.admit(WHO)
    for name in ("", " \n", "x" * 61):
        with pytest.raises(FieldInvalid):
            post.station.enrolling.ask(KEY, name)


def test_a_desk_lets_nobody_in(new_post) -> None:
    hub, desk = new_post("hub"), new_post("desk")
    hub.station.enrolling.ask(desk.station.station.public_key, "Desk 1")
    hub.station.enrolling.admit(desk.station.station.id, "Desk 1", Role.DESK)
    exchange(hub.station, desk.station)
    assert standing(desk, desk.station.station.id).role is Role.DESK
    desk.station.enrolling.ask(KEY, "Mine")
    with pytest.raises(NotACoordinator):
        desk.station.enrolling.admit(WHO)
    with pytest.raises(NotACoordinator):
        desk.station.enrolling.revoke(hub.station.station.id, "a prank")


def test_whoever_leaves_says_so_itself(new_post) -> None:
    hub, desk = new_post("hub"), new_post("desk")
    exchange(hub.station, desk.station)
    desk.station.enrolling.leave()
    exchange(hub.station, desk.station)
    assert standing(hub, desk.station.station.id).standing is Standing.LEFT


_STAGES = st.builds(
    Said,
    st.sampled_from(Standing),
    st.just(StationId("a" * 16)),
    st.just(KEY),
    st.sampled_from(["Desk", "Hall"]),
    st.integers(0, 9).map(Instant),
    role=st.sampled_from([None, Role.DESK, Role.COORDINATOR]),
)


@given(st.lists(_STAGES, min_size=1, max_size=8))
def test_whoever_is_shut_out_stays_so(said: list[Said]) -> None:
    folded = fold_enrolments(said)[StationId("a" * 16)]
    shut_out = any(each.standing is Standing.REVOKED for each in said)
    assert (folded.standing is Standing.REVOKED) == shut_out


@given(st.lists(_STAGES, min_size=1, max_size=8))
def test_what_a_laptop_calls_itself_does_not_undo_what_a_coordinator_calls_it(said: list[Said]) -> None:
    admitted = Said(Standing.MEMBER, StationId("a" * 16), KEY, "Named", Instant(5), Role.DESK)
    own = [replace(each, standing=Standing.MEMBER, role=None) for each in said]
    folded = fold_enrolments([*own, admitted, *own])[StationId("a" * 16)]
    assert (folded.name, folded.role) == ("Named", Role.DESK)


def test_scans_that_arrive_wait_for_the_disk_once(new_post) -> None:
    """A hub takes in dozens a second, each laptop's by themselves."""
    hub, desk = new_post("hub"), new_post("desk")
    guest = desk.register()
    exchange(hub.station, desk.station)
    desk.station.scanning.scan((desk.code(guest),), desk.station.forum.sessions[0].checkpoint)
    log = hub.station.merging.log
    opens, opened = log._open_piece, []

    def counting():
        opened.append(1)
        return opens()

    log._open_piece = counting
    taken = hub.station.merging.take(bundle_above(desk.station.merging.log, hub.station.merging.vector()))
    assert taken.stored == 1
    assert len(opened) == 1
    hub.station.upkeep.check()
