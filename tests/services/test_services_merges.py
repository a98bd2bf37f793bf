"""Two records that are one person: admitted once by either badge, counted once, nothing lost, and taken apart again."""

import pytest

from checkin_app.domain.contradictions import ConflictKind
from checkin_app.domain.ids import BusCode, CheckpointId
from checkin_app.domain.jobs import MERGED, JobState
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.problems_records import MergedAlready, NotMerged
from checkin_app.services.exchange import exchange
from checkin_app.services.ports.people import Hit, SearchHitKind

OPENING = CheckpointId("opening")


@pytest.fixture
def two(post):
    """A person who is on the list twice."""
    return post.register("Odile Marchetti"), post.register("Odlie Marchetti", aliases=("TICKET-9",))


def scan(post, guest, issue: int = 1) -> Reason:
    return post.station.scanning.scan([post.code(guest, issue)], OPENING).decision.reason


def arrived(post) -> int:
    counts = post.station.queries.checkpoint_counts(rehearsal=False)
    return next(each.arrived for each in counts if each.checkpoint == OPENING)


def sound(post) -> bool:
    post.station.upkeep.check()
    return True


@pytest.mark.parametrize("first", [0, 1])
def test_either_badge_admits_the_one_person_once_whichever_was_scanned_before(post, two, first: int) -> None:
    stays, gone = two
    assert scan(post, two[first]) is Reason.ADMITTED
    post.station.merges.merge(gone.id, stays.id)
    assert scan(post, stays) is Reason.ALREADY_IN
    assert scan(post, gone) is Reason.ALREADY_IN
    assert arrived(post) == 1
    assert sound(post)


def test_the_voided_record_is_in_no_list_and_its_number_code_and_id_name_the_one_that_stands(post, two) -> None:
    stays, gone = two
    post.station.merges.merge(gone.id, stays.id)
    queries = post.station.queries
    assert list(queries.delegate_ids()) == [stays.id]
    for text in (gone.badge_no, gone.id, "TICKET-9"):
        assert queries.resolve(text) == stays.id, text
    assert queries.find(gone.badge_no) == [Hit(stays.id, SearchHitKind.NUMBER)]
    assert queries.card(gone.id).delegate.id == stays.id
    assert post.station.scanning.scan(["TICKET-9"], OPENING).delegate.id == stays.id
    assert [(each.id, each.badge_no) for each in queries.record(stays.id).voided] == [(gone.id, gone.badge_no)]
    assert post.register("Tove Berg").badge_no not in {stays.badge_no, gone.badge_no}


def test_scans_of_both_are_listed_under_the_one_name(post, two) -> None:
    stays, gone = two
    scan(post, gone)
    post.station.merges.merge(gone.id, stays.id)
    scan(post, stays)
    assert {(each.delegate, each.name) for each in post.station.queries.recent_scans(9)} == {(stays.id, stays.name)}


def listed(post, *rows: str, heading: str = "Registration|Name|Title"):
    sheet = Sheet("guests", tuple(tuple(row.split("|")) for row in (heading, *rows)))
    return post.station.importing.preview(sheet)


def test_the_list_that_brought_both_changes_nothing_after_they_were_merged(post) -> None:
    rows = ("R-1|Odile Marchetti|Chair", "R-2|Odlie Marchetti|Chair")
    post.station.importing.apply(listed(post, *rows))
    stays, gone = (post.station.queries.resolve(each) for each in ("R-1", "R-2"))
    number = post.station.queries.card(gone).delegate.badge_no
    post.station.merges.merge(gone, stays)
    assert post.station.queries.find("R-2") == [Hit(stays, SearchHitKind.NUMBER)]
    plan = listed(post, *rows)
    assert (plan.new, plan.changed, plan.not_on_list) == ((), (), ())
    assert set(plan.unchanged) == {stays, gone}
    assert post.station.queries.resolve(number) == stays


def test_a_list_amends_the_voided_record_that_it_names_and_parting_shows_it_without_a_conflict(post) -> None:
    post.station.importing.apply(listed(post, "R-1|Odile Marchetti|Chair", "R-2|Odlie Marchetti|Chair"))
    stays, gone = (post.station.queries.resolve(each) for each in ("R-1", "R-2"))
    post.station.merges.merge(gone, stays)
    post.station.importing.apply(listed(post, "R-1|Odile Marchetti|Chair", "R-2|Odlie Marchetti|Clerk"))
    assert post.station.queries.card(gone).delegate.title == "Chair"
    post.station.merges.part(gone)
    assert post.station.queries.card(gone).delegate.title == "Clerk"
    assert not post.station.queries.conflicts()
    assert sound(post)


def test_only_the_row_of_the_record_that_stands_puts_the_person_on_a_bus(post) -> None:
    post.bus("2-1")
    post.bus("2-2")
    rows = ("R-1|Odile Marchetti|2-1", "R-2|Odlie Marchetti|2-2")
    post.station.importing.apply(listed(post, *rows, heading="Registration|Name|Bus"))
    stays, gone = (post.station.queries.resolve(each) for each in ("R-1", "R-2"))
    post.station.merges.merge(gone, stays)
    post.station.importing.apply(listed(post, *rows, heading="Registration|Name|Bus"))
    assert post.station.queries.card(stays).movements.bus == "2-1"
    assert not listed(post, *rows, heading="Registration|Name|Bus").rides


def test_the_number_of_a_voided_record_is_given_to_nobody_by_a_list(post) -> None:
    post.station.importing.apply(listed(post, "R-1|Odile Marchetti|Chair", "R-2|Odlie Marchetti|Chair"))
    stays, gone = (post.station.queries.resolve(each) for each in ("R-1", "R-2"))
    number = post.station.queries.card(gone).delegate.badge_no
    post.station.merges.merge(gone, stays)
    post.station.importing.apply(listed(post, "R-3|Tove Berg|Clerk"))
    assert post.station.queries.card(post.station.queries.resolve("R-3")).delegate.badge_no != number


def test_what_a_screen_does_that_has_not_heard_of_the_merge_is_done_to_the_person(post, two) -> None:
    stays, gone = two
    post.station.merges.merge(gone.id, stays.id)
    post.station.people.amend(gone.id, {"title": "Chair"})
    assert post.card(stays).delegate.title == "Chair"
    post.station.badges.revoke(gone.id, "not welcome")
    assert post.card(stays).badge.revoked == "not welcome"
    assert scan(post, stays) is scan(post, gone) is Reason.BADGE_REVOKED
    post.station.badges.restore(gone.id, "welcome")
    post.station.badges.replace(gone.id, "lost", 1)
    assert post.card(stays).badge.current == 2


def test_taken_apart_each_has_what_was_its_own_again(post, two) -> None:
    stays, gone = two
    scan(post, gone)
    post.station.merges.merge(gone.id, stays.id)
    post.station.merges.part(gone.id)
    assert post.card(gone).delegate == gone
    assert post.card(gone).movements.at(OPENING, rehearsal=False)
    assert not post.card(stays).movements.presences
    assert scan(post, stays) is Reason.ADMITTED
    assert scan(post, gone) is Reason.ALREADY_IN
    assert post.station.queries.resolve("TICKET-9") == gone.id
    assert sound(post)


def test_a_replacement_voids_both_badges(post, two) -> None:
    stays, gone = two
    post.station.merges.merge(gone.id, stays.id)
    post.station.badges.replace(stays.id, "lost", former=1)
    assert [scan(post, each) for each in two] == [Reason.BADGE_REPLACED] * 2
    assert scan(post, stays, 2) is Reason.ADMITTED


def test_whoever_is_revoked_is_stopped_by_either_badge(post, two) -> None:
    stays, gone = two
    post.station.merges.merge(gone.id, stays.id)
    post.station.badges.revoke(stays.id, "cancelled")
    assert [scan(post, each) for each in two] == [Reason.BADGE_REVOKED] * 2


def test_a_badge_that_was_void_by_itself_stays_void_and_the_other_holds(post, two) -> None:
    stays, gone = two
    post.station.badges.replace(gone.id, "lost", former=1)
    post.station.merges.merge(gone.id, stays.id)
    assert scan(post, gone) is Reason.BADGE_REPLACED
    assert scan(post, gone, 2) is Reason.ADMITTED
    assert scan(post, stays) is Reason.ALREADY_IN


def test_a_seat_of_either_is_the_one_person_s_seat(post, two) -> None:
    stays, gone = two
    post.bus("2-1")
    post.station.dispatch.assign(gone.id, BusCode("2-1"))
    post.station.merges.merge(gone.id, stays.id)
    assert post.card(stays).movements.bus == "2-1"
    assert [line.delegate.id for line in post.station.manifest(BusCode("2-1")).lines] == [stays.id]
    assert sound(post)


def test_what_was_merged_into_a_merged_record_goes_with_it_and_comes_back_with_it(post, two) -> None:
    stays, gone = two
    third = post.register("O. Marchetti")
    post.station.merges.merge(third.id, gone.id)
    post.station.merges.merge(gone.id, stays.id)
    assert {scan(post, each) for each in (third, gone, stays)} == {Reason.ADMITTED, Reason.ALREADY_IN}
    assert arrived(post) == 1
    post.station.merges.part(gone.id)
    assert post.card(third).delegate.id == gone.id
    assert sound(post)


def test_merging_one_with_itself_or_parting_what_stands_alone_changes_nothing(post, two) -> None:
    stays, gone = two
    with pytest.raises(NotMerged):
        post.station.merges.part(gone.id)
    post.station.merges.merge(gone.id, stays.id)
    for voided, into in ((gone, stays), (stays, gone), (stays, stays)):
        with pytest.raises(MergedAlready):
            post.station.merges.merge(voided.id, into.id)


def test_laptops_that_merge_in_a_circle_apart_come_to_one_record_and_stay_the_same(new_post) -> None:
    here, there = new_post("here"), new_post("there")
    one, other = here.register("Odile"), here.register("Odlie")
    exchange(here.station, there.station)
    here.station.merges.merge(one.id, other.id)
    there.station.merges.merge(other.id, one.id)
    assert scan(here, one) is Reason.ADMITTED
    assert scan(there, one) is Reason.ADMITTED
    exchange(here.station, there.station)
    standing = min(one.id, other.id)
    for post in (here, there):
        assert list(post.station.queries.delegate_ids()) == [standing]
        assert {scan(post, each) for each in (one, other)} <= {Reason.ALREADY_IN, Reason.ALREADY_IN_ELSEWHERE}
        assert arrived(post) == 1
        assert sound(post)
    assert here.card(one) == there.card(one)


def test_merged_into_two_others_apart_is_a_conflict_until_one_is_chosen(new_post) -> None:
    here, there = new_post("here"), new_post("there")
    twice, one, other = (here.register(name) for name in ("Odile M", "Odile Marchetti", "Odile Marceau"))
    exchange(here.station, there.station)
    here.station.merges.merge(twice.id, one.id)
    there.station.merges.merge(twice.id, other.id)
    exchange(here.station, there.station)
    for post in (here, there):
        (conflict,) = post.station.queries.conflicts()
        assert (conflict.kind, conflict.subject) == (ConflictKind.TWO_RECORDS, twice.id)
        assert {claim["value"] for claim in conflict.claims} == {one.id, other.id}
    there.station.merges.part(twice.id)
    there.station.merges.merge(twice.id, one.id)
    exchange(here.station, there.station)
    for post in (here, there):
        assert not post.station.queries.conflicts()
        assert post.card(twice).delegate.id == one.id


def test_a_scan_of_a_laptop_that_has_not_heard_of_the_merge_counts_for_the_one_person(new_post) -> None:
    here, there = new_post("here"), new_post("there")
    stays, gone = here.register("Odile"), here.register("Odlie")
    exchange(here.station, there.station)
    here.station.merges.merge(gone.id, stays.id)
    assert scan(there, gone) is Reason.ADMITTED
    exchange(here.station, there.station)
    for post in (here, there):
        assert post.card(stays).movements.at(OPENING, rehearsal=False).inside
        assert arrived(post) == 1
        assert sound(post)


def test_a_scan_before_the_merge_is_taken_back_after_it(post, two) -> None:
    stays, gone = two
    scan(post, gone)
    post.station.merges.merge(gone.id, stays.id)
    undone = post.station.scanning.undo()
    assert undone.delegate.id == stays.id
    assert scan(post, stays) is Reason.ADMITTED or scan(post, gone) is Reason.ADMITTED
    assert sound(post)


def test_a_badge_that_waits_for_the_voided_record_gives_way_to_that_of_the_one_that_stands(post, two) -> None:
    stays, gone = two
    post.station.badges.print(gone.id, "Desk printer")
    post.station.merges.merge(gone.id, stays.id)
    (job,) = post.station.printing.waiting()
    assert post.station.printing.print(job, _never, _never, lambda _changes: None) is None
    told = {each.delegate: each for each in post.station.queries.jobs(5)}
    assert (told[gone.id].state, told[gone.id].detail) == (JobState.SUPERSEDED, MERGED)
    assert [(each.delegate, each.printer) for each in post.station.printing.waiting()] == [(stays.id, "Desk printer")]


def test_a_badge_that_was_owed_for_the_one_that_stands_is_not_owed_twice(post, two) -> None:
    stays, gone = two
    for each in two:
        post.station.badges.print(each.id, "Desk printer")
    post.station.merges.merge(gone.id, stays.id)
    for job in post.station.printing.waiting():
        if job.delegate == gone.id:
            post.station.printing.print(job, _never, _never, lambda _changes: None)
    assert [each.delegate for each in post.station.printing.waiting()] == [stays.id]


def _never(*_given):
    raise AssertionError


def test_the_name_of_a_merged_record_is_found_and_leads_to_the_one_that_stands(post) -> None:
    stands, voided = post.register("Marguerite Duval"), post.register("Greta Dufour")
    queries = post.station.queries
    assert [hit.delegate for hit in queries.find("dufour")] == [voided.id]
    post.station.merges.merge(voided.id, stands.id)
    for text in ("dufour", "greta", "Greta Duf", "dufuor"):
        (hit,) = queries.find(text)
        assert (hit.delegate, hit.formerly) == (stands.id, "Greta Dufour"), text
        assert [card.delegate.id for card in queries.cards([hit.delegate])] == [stands.id]
    (own,) = queries.find("marguerite")
    assert own.formerly == ""
    assert queries.look_alikes("Greta Dufour", "") == [stands.id]
    assert voided.id not in queries.delegate_ids()
    post.station.people.amend(stands.id, {"title": "Director"})
    assert [hit.delegate for hit in queries.find("dufour")] == [stands.id]
    assert post.station.upkeep.check(repair=True) is not None
    assert [hit.formerly for hit in queries.find("dufour")] == ["Greta Dufour"]
    post.station.merges.part(voided.id)
    (again,) = queries.find("dufour")
    assert (again.delegate, again.formerly) == (voided.id, "")
    assert voided.id in queries.delegate_ids()
