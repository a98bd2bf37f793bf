"""What a laptop tells of itself means the same wherever it is read: what only it holds, and what it lacks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.ids import Instant, StationId
from checkin_app.domain.sync.reports import Report, Reported, as_hub, newest
from checkin_app.domain.sync.status import HEARD_MS, MOST_COUNTED, OnlyHere, Reach, Seen, SyncStatus, Told

NOW = Instant(1_900_000_000_000)
ONE = StationId("11" * 8)
counts = st.integers(0, 10_000)


@given(shared=counts, ahead=counts, behind=counts, since=counts)
def test_a_silent_laptop_lacks_what_the_hub_held_when_it_told_and_all_that_came_since(
    shared, ahead, behind, since
) -> None:
    reported = Reported(Report(shared + ahead, ahead), NOW, shared + behind)
    there = shared + behind + since
    silent, heard = Instant(NOW - HEARD_MS - 1), Instant(NOW - HEARD_MS)
    assert reported.told(there, silent, NOW).behind == behind + since
    assert reported.told(there, None, NOW).behind == behind + since
    assert reported.told(there, heard, NOW).behind == behind, "what came since is on its way to it"
    assert reported.told(there, heard, NOW).ahead == ahead


lies = st.integers(0, MOST_COUNTED)


@given(held=lies, ahead=lies, before=counts, now=counts)
def test_whatever_a_laptop_tells_it_lacks_no_more_than_there_is(held, ahead, before, now) -> None:
    told = Reported(Report(held, ahead), NOW, before)
    for heard, there in ((NOW, before), (None, now)):
        assert 0 <= told.told(now, heard, NOW).behind <= there


def test_of_what_is_known_in_two_ways_the_newest_holds() -> None:
    old, new = Told(NOW, ahead=7), Told(Instant(NOW + 1))
    assert newest(Seen(NOW, new), Seen(Instant(NOW + 5), old)) == Seen(Instant(NOW + 5), new)
    assert newest(Seen(), Seen(NOW)) == Seen(NOW)
    assert newest(Seen(), Seen()) == Seen()


@pytest.mark.parametrize(("reach", "here", "expected"), [(Reach.ALONE, 0, 5), (Reach.AWAY, 9, 5), (Reach.HUB, 0, 5)])
def test_where_others_meet_here_alone_only_they_tell_what_is_only_here(reach, here, expected) -> None:
    stands = as_hub(SyncStatus(reach, only_here=here), {}, OnlyHere(5))
    assert (stands.reach, stands.only_here) == (Reach.HUB, expected)


@pytest.mark.parametrize(("by_hub", "by_others"), [(3, 5), (5, 3)])
def test_a_hub_that_joined_another_holds_alone_what_neither_way_has_taken(by_hub, by_others) -> None:
    stands = as_hub(SyncStatus(Reach.LIVE, only_here=by_hub), {ONE: Seen(NOW)}, OnlyHere(by_others, 1))
    assert (stands.reach, stands.only_here, stands.on_stick) == (Reach.LIVE, 3, int(by_others == 3))
    assert stands.stations == {ONE: Seen(NOW)}
