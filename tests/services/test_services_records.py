"""A person's record is mended where they stand, says who wrote what, and two edits apart are never silently won."""

import pytest
from msgspec import structs

from checkin_app.domain.contradictions import ConflictKind
from checkin_app.domain.delegates import EDITABLE, LONGEST_TEXT, values_of
from checkin_app.domain.ids import CheckpointId
from checkin_app.domain.outcomes import Reason, Verdict
from checkin_app.domain.problems import FieldInvalid
from checkin_app.domain.problems_records import NotRevoked, RevokedAlready
from checkin_app.services.exchange import exchange

OPENING = CheckpointId("opening")

#: Of each field that can be set a value that is not the one a new person has.
VALUES = {
    "name": "Odile Marchetti", "latin_name": "MARCHETTI Odile", "family": "Marchetti", "given": "Odile",
    "honorific": "Dr", "delegation": "Valdoria", "organisation": "Rail Institute", "title": "Director",
    "category": "media", "route": "3", "second_route": "1", "phone": "+8613700000009", "email": "o@example.org",
    "languages": ["fr", "en"], "accessible": True, "note": "Speaks with the hands", "host": "Benno Straub",
    "prints_latin": True,
}  # fmt: skip


def record_of(post, guest):
    found = post.station.queries.record(guest.id)
    assert found
    return found


def test_every_field_that_can_be_set_is_set_and_its_history_says_by_whom_and_when(post) -> None:
    assert set(VALUES) == set(EDITABLE)
    guest = post.register("Odlie Marchetti")
    post.clock.at += 60_000
    for name, value in VALUES.items():
        post.station.people.amend(guest.id, {name: value})
    record = record_of(post, guest)
    values = values_of(record.card.delegate)
    assert {name: values[name] for name in EDITABLE} == VALUES
    registered, *edits = record.changes
    assert (registered.kind, registered.at) == ("delegate.registered", post.clock.at - 60_000)
    assert [each.written[0].field for each in edits] == list(VALUES)
    named = edits[0].written[0]
    assert (named.former, named.value, edits[0].at) == ("Odlie Marchetti", "Odile Marchetti", post.clock.at)
    assert record.stations[edits[0].station] == "desk"


def test_what_was_written_on_a_laptop_whose_clock_is_a_day_behind_stands_after_what_it_knew(new_post) -> None:
    here, there = new_post("here"), new_post("there")
    guest = here.register(organisation="Rail Institute")
    exchange(here.station, there.station)
    there.clock.at -= 86_400_000
    there.station.people.amend(guest.id, {"organisation": "Port Authority"})
    exchange(here.station, there.station)
    for post in (here, there):
        record = record_of(post, guest)
        assert record.card.delegate.organisation == "Port Authority"
        registered, amended = record.changes
        assert registered.at > amended.at, "each says what its own clock said"
        assert [(each.former, each.value) for each in amended.written] == [("Rail Institute", "Port Authority")]


def test_a_replaced_badge_stands_in_the_history_with_its_reason(post) -> None:
    guest = post.register()
    post.station.badges.replace(guest.id, "details_wrong", former=1)
    last = record_of(post, guest).changes[-1]
    assert (last.kind, last.issue, last.reason) == ("badge.replaced", 2, "details_wrong")


def test_two_edits_apart_stand_in_the_record_with_their_writers_until_one_is_chosen(new_post) -> None:
    here, there = new_post("here"), new_post("there")
    guest = here.register()
    exchange(here.station, there.station)
    here.station.people.amend(guest.id, {"title": "Director", "host": "Ana"})
    there.station.people.amend(guest.id, {"title": "Chair", "host": "Ana"})
    exchange(here.station, there.station)
    for post in (here, there):
        record = record_of(post, guest)
        assert list(record.disputed) == ["title"]  # two who say the same dispute nothing
        assert {record.stations[each.station]: each.value for each in record.disputed["title"]} == {
            "here": "Director", "there": "Chair",
        }  # fmt: skip
    # Also the value that holds meanwhile can be chosen.
    holding = here.card(guest).delegate.title
    here.station.people.amend(guest.id, {"title": holding})
    exchange(here.station, there.station)
    for post in (here, there):
        assert not record_of(post, guest).disputed
        assert post.card(guest).delegate.title == holding


def test_what_came_while_somebody_typed_is_not_overwritten_unseen(new_post) -> None:
    here, there = new_post("here"), new_post("there")
    guest = here.register()
    exchange(here.station, there.station)
    seen = record_of(here, guest).edits
    there.station.people.amend(guest.id, {"title": "Chair", "note": "Left-handed"})
    exchange(here.station, there.station)
    here.station.people.amend(guest.id, {"title": "Director"}, seen)
    record = record_of(here, guest)
    assert {each.value for each in record.disputed["title"]} == {"Chair", "Director"}
    assert record.card.delegate.note == "Left-handed"


def test_what_is_refused_changes_nothing_at_all(post) -> None:
    guest = post.register()
    with pytest.raises(FieldInvalid):
        post.station.people.amend(guest.id, {"title": "Director", "name": " "})
    assert post.card(guest).delegate == guest


def test_blanks_around_what_was_typed_are_no_part_of_it(post) -> None:
    guest = post.register("Odile Marchetti")
    before = len(record_of(post, guest).changes)
    post.station.people.amend(guest.id, {"name": " Odile Marchetti ", "title": " Director"})
    assert post.card(guest).delegate == structs.replace(guest, title="Director")
    assert len(record_of(post, guest).changes) == before + 1


def test_nobody_unknown_has_a_record(post) -> None:
    guest = post.register()
    assert post.station.queries.record(type(guest.id)("0" * 16)) is None


def test_who_is_revoked_is_stopped_with_words_and_nothing_of_earlier_scans_is_lost(post) -> None:
    guest = post.register()
    first = post.station.scanning.scan([post.code(guest)], OPENING)
    post.station.badges.revoke(guest.id, "cancelled by the delegation")
    stopped = post.station.scanning.scan([post.code(guest)], OPENING)
    assert (stopped.decision.reason, stopped.decision.verdict) == (Reason.BADGE_REVOKED, Verdict.STOP)
    seen = [each.fact_id for each in post.station.queries.recent_scans(5)]
    assert {first.fact_id, stopped.fact_id} <= set(seen)
    assert post.card(guest).movements.at(OPENING, rehearsal=False).inside
    post.station.badges.restore(guest.id, "a mistake")
    assert post.station.scanning.scan([post.code(guest)], OPENING).decision.reason is Reason.ALREADY_IN
    told = [(each.kind, each.reason) for each in record_of(post, guest).changes[1:]]
    assert told == [("badge.revoked", "cancelled by the delegation"), ("badge.restored", "a mistake")]


def test_a_badge_is_revoked_or_restored_with_a_reason_and_where_it_makes_a_difference(post) -> None:
    guest = post.register()
    for act, problem in ((post.station.badges.restore, NotRevoked), (post.station.badges.revoke, None)):
        with pytest.raises(FieldInvalid):
            act(guest.id, "  ")
        if problem:
            with pytest.raises(problem):
                act(guest.id, "why")
    post.station.badges.revoke(guest.id, "why")
    with pytest.raises(RevokedAlready):
        post.station.badges.revoke(guest.id, "again")


def test_revoked_here_and_restored_there_apart_is_void_and_shown_until_a_person_settles_it(new_post) -> None:
    here, there = new_post("here"), new_post("there")
    guest = here.register()
    here.station.badges.revoke(guest.id, "struck")
    exchange(here.station, there.station)
    here.station.badges.restore(guest.id, "a mistake")
    here.station.badges.revoke(guest.id, "struck after all")
    there.station.badges.restore(guest.id, "a mistake")
    exchange(here.station, there.station)
    for post in (here, there):
        assert post.card(guest).badge.revoked == "struck after all"
        (conflict,) = post.station.queries.conflicts()
        assert (conflict.kind, conflict.subject) == (ConflictKind.TWO_STATES, guest.id)
        assert {claim["value"] for claim in conflict.claims} == {"revoked", "restored"}
    there.station.badges.revoke(guest.id, "settled by the lead")
    exchange(here.station, there.station)
    for post in (here, there):
        assert not post.station.queries.conflicts()
        assert post.card(guest).badge.revoked == "settled by the lead"


def test_a_reason_is_a_few_words_and_no_page(post) -> None:
    guest, badges = post.register(), post.station.badges
    for act in (badges.revoke, badges.restore, lambda who, why: badges.replace(who, why, 1)):
        with pytest.raises(FieldInvalid):
            act(guest.id, "x" * (LONGEST_TEXT + 1))
    badges.revoke(guest.id, f"  {'x' * LONGEST_TEXT}\n")
    assert post.card(guest).badge.revoked == "x" * LONGEST_TEXT
