"""Laptops that are apart take guests in, take them back and know more of them: they agree, and lose nobody who is here."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import count, permutations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, RouteId, bus_checkpoint
from checkin_app.domain.problem import Problem
from checkin_app.services.exchange import exchange
from checkin_app.services.scanning import How

OPENING = CheckpointId("opening")
BUSES = (BusCode("2-1"), BusCode("2-2"))
_numbers = count()


def _walk_in(post) -> None:
    scanning = replace(post.station.scanning, badge_printer=lambda: "badges")
    walk_ins = replace(post.station.walk_ins, scanning=scanning)
    walk_ins.register(Delegate(DelegateId(""), "Ana", route=RouteId("2")), OPENING)


def _undo(post) -> None:
    post.station.scanning.undo()


def _of_newest(act: Callable[..., object]) -> Callable[..., None]:
    """Return what does something about the last guest in the directory, where there is one."""

    def do(post) -> None:
        for guest in post.station.queries.delegate_ids()[-1:]:
            act(post.station, guest)

    return do


ACTS = [
    _walk_in,
    _undo,
    _of_newest(lambda station, guest: station.scanning.enter(guest, bus_checkpoint(BUSES[0]), How.TYPED)),
    _of_newest(lambda station, guest: station.dispatch.assign(guest, BUSES[1])),
    _of_newest(lambda station, guest: station.dispatch.assign(guest, None)),
    _of_newest(lambda station, guest: station.badges.replace(guest, "lost", 1)),
    _of_newest(lambda station, guest: station.people.amend(guest, {"title": "Chair"})),
]


def _shown(post) -> object:
    queries = post.station.queries
    people = {each: queries.card(each) for each in queries.delegate_ids()}
    manifests = [queries.manifest(bus, rehearsal=False).lines for bus in BUSES]
    return people, manifests, {job.id: job.state for job in queries.jobs(100)}


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.lists(st.sampled_from(ACTS), max_size=4),
    apart=st.lists(st.tuples(st.booleans(), st.sampled_from(ACTS)), max_size=8),
)
@example(first=[], apart=[(True, ACTS[2]), (False, _undo)])
def test_whatever_laptops_do_apart_they_agree_in_the_end_and_nobody_is_on_a_bus_without_a_name(
    new_post, first, apart
) -> None:
    posts = [new_post(f"{name}-{next(_numbers)}") for name in ("one", "other")]
    for bus in BUSES:
        posts[0].bus(bus)
    for act in (_walk_in, *first):
        with suppress(Problem):
            act(posts[0])
    exchange(posts[0].station, posts[1].station)
    for at_the_other, act in apart:
        with suppress(Problem):
            act(posts[at_the_other])
    for one, other in permutations(posts):
        exchange(one.station, other.station)
    assert _shown(posts[0]) == _shown(posts[1])
    for post in posts:
        lines = [line for bus in BUSES for line in post.station.queries.manifest(bus, rehearsal=False).lines]
        assert all(line.delegate.name for line in lines)
        post.station.upkeep.check()
        post.close()
