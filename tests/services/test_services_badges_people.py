"""Replacing badges, registering and amending people."""

import pytest

from checkin_app.domain.delegates import Delegate, values_of
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.kinds.people import DelegateRegistered
from checkin_app.domain.problems import FieldInvalid, UnknownCategory, UnknownDelegate, UnknownRoute
from checkin_app.domain.walk_in_numbers import highest_of, next_number
from checkin_app.services.exchange import exchange
from checkin_app.services.merging import bundle_above
from checkin_app.services.people import draft_of


def test_asked_twice_a_replacement_answers_with_the_one_that_exists(post) -> None:
    guest = post.register()
    first = post.station.badges.replace(guest.id, "lost", former=1, printer="P")
    again = post.station.badges.replace(guest.id, "lost", former=1, printer="P")
    assert again.badge.current == first.badge.current == 2
    assert again.job == first.job


def test_a_replacement_that_is_printed_is_one_act_and_one_that_is_only_recorded_is_one_fact(post) -> None:
    first, second = post.register("Ana"), post.register("Ben")
    post.station.badges.replace(first.id, "lost", 1, "badges")
    post.station.badges.replace(second.id, "lost", 1)
    facts = post.station.merging.log.above({}, 10_000).facts
    acts = {fact.kind + fact.subject[-16:]: fact.said.act for fact in facts if fact.kind.startswith(("badge.", "job."))}
    (printed,) = {act for name, act in acts.items() if not name.endswith(second.id)}
    assert printed
    assert not acts[f"badge.replaced{second.id}"]


def test_a_replacement_wants_a_reason_and_a_person(post) -> None:
    guest = post.register()
    with pytest.raises(FieldInvalid):
        post.station.badges.replace(guest.id, "  ", former=1)
    with pytest.raises(UnknownDelegate):
        post.station.badges.replace("0" * 16, "lost", former=1)
    assert post.card(guest).badge.current == 1


def test_a_badge_is_replaced_254_times_and_not_once_more(post) -> None:
    guest = post.register()
    for issue in range(1, 255):
        post.station.badges.replace(guest.id, "worn", former=issue)
    with pytest.raises(FieldInvalid):
        post.station.badges.replace(guest.id, "worn", former=255)


def test_two_badges_given_out_apart_are_a_contradiction(new_post) -> None:
    here, there = new_post("here"), new_post("there")
    guest = here.register()
    exchange(here.station, there.station)
    for desk in (here, there):
        desk.station.badges.replace(guest.id, "lost", former=1)
    exchange(here.station, there.station)
    for desk in (here, there):
        assert [each.kind.value for each in desk.station.queries.conflicts()] == ["two_badges"]


def test_walk_ins_of_two_laptops_never_share_a_number(new_post) -> None:
    here, there = new_post("here"), new_post("there")
    numbers = {desk.register(f"Guest {n}").badge_no for desk in (here, there) for n in range(3)}
    assert len(numbers) == 6
    exchange(here.station, there.station)
    assert {here.station.queries.resolve(number) is not None for number in numbers} == {True}


def test_a_number_that_a_list_gave_to_somebody_is_passed_over(post) -> None:
    first = post.register().badge_no
    letters, given = first[:6], post.station.people
    taken = next_number(letters, highest_of(first))
    with given.open_unit() as unit:
        listed = Delegate(DelegateId("c" * 16), "Listed", badge_no=f"{letters}999999999999")
        other = Delegate(DelegateId("d" * 16), "Other", badge_no=taken)
        for each in (listed, other):
            unit.record(draft_of(unit, DelegateRegistered, each.id, values_of(each), {}))
        unit.commit()
    assert post.register().badge_no == next_number(letters, highest_of(taken))


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"name": "  "}, FieldInvalid),
        ({"name": "x" * 5000}, FieldInvalid),
        ({"category": "no-such"}, UnknownCategory),
        ({"route": "9"}, UnknownRoute),
    ],
)
def test_a_walk_in_that_cannot_be_is_refused_and_nothing_recorded(post, fields, problem) -> None:
    with pytest.raises(problem):
        post.register(**fields)
    assert post.station.queries.delegate_ids() == [] or not post.station.queries.delegate_ids()


def test_an_amendment_writes_what_changed_and_nothing_twice(post) -> None:
    guest = post.register(phone="+8613700000001")
    before = len(bundle_above(post.station.merging.log, {}).facts)
    amended = post.station.people.amend(guest.id, {"phone": "+8613700000002", "name": guest.name}).delegate
    assert amended.phone == "+8613700000002"
    post.station.people.amend(guest.id, {"phone": "+8613700000002"})
    assert len(bundle_above(post.station.merging.log, {}).facts) == before + 1


def test_two_amendments_apart_are_shown_and_a_third_settles_them(new_post) -> None:
    here, there = new_post("here"), new_post("there")
    guest = here.register()
    exchange(here.station, there.station)
    here.station.people.amend(guest.id, {"title": "Director"})
    there.station.people.amend(guest.id, {"title": "Chair"})
    exchange(here.station, there.station)
    assert [each.field for each in here.station.queries.conflicts()] == ["title"]
    assert here.card(guest).delegate == there.card(guest).delegate
    other = "Chair" if here.card(guest).delegate.title == "Director" else "Director"
    here.station.people.amend(guest.id, {"title": other})
    assert here.station.queries.conflicts() == [] or not here.station.queries.conflicts()


@pytest.mark.parametrize("name", ["\ud800", "Layla\x00", "Layla\x1b[2J"])
def test_a_name_that_is_no_writing_is_refused_and_no_fault(post, name: str) -> None:
    with pytest.raises(FieldInvalid):
        post.register(name)
    assert post.register("Layla", note="two\nlines").note == "two\nlines"
