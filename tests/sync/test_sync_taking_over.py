"""A new laptop comes to all that the others know: it says how far it is, is stopped anywhere, and every mailed code is good."""

from itertools import count, pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from venuekit import Laptop, Venue

from checkin_app.bootstrap import meeting
from checkin_app.cli.parts import JoinWish
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.enrolment import Role
from checkin_app.domain.ids import CategoryId, DelegateId
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.problems import WorkStopped
from checkin_app.domain.problems_hub import NotJoined
from checkin_app.domain.sync.coming import Coming
from checkin_app.services.badges import code_of
from checkin_app.services.operations import STRETCH
from checkin_app.sync.limits import Limit
from db.turns import Turns
from tests.bench.make_store import person
from tests.db import dbkit

#: More than one message holds, so that it comes in several.
LISTED, WALKED_IN = 1_200, 30
_NUMBERS = count()


@pytest.fixture
def full(venue: Venue) -> Venue:
    """A hub that took in a list, and registered people besides."""
    store, forum = venue.hub_laptop.whole.store, venue.hub_laptop.station.forum
    dbkit.take_in(store, *(person(number, forum) for number in range(LISTED)))
    dbkit.register(store, *(person(LISTED + number, forum) for number in range(WALKED_IN)))
    return venue


def enrolled(venue: Venue, name: str = "") -> Path:
    """Return the folder of a laptop that was let in and holds nothing yet."""
    name = name or f"Desk {next(_NUMBERS)}"
    venue.asked(name)
    venue.admit(name)
    return venue.folder / name


def test_it_says_how_far_it_is_until_all_of_it_is_here_and_counts(full: Venue) -> None:
    told: list[Coming] = []
    folder = enrolled(full)
    meeting.take_over(folder, told.append)
    last = told[-1]
    hub, desk = full.hub_laptop.station, full.open(folder).station
    assert (last.people, last.badges) == (LISTED + WALKED_IN,) * 2
    assert last.documents >= LISTED + WALKED_IN
    assert all(one.facts <= other.facts <= other.whole for one, other in pairwise(told))
    assert last.facts == last.whole >= sum(full.hub_laptop.heads().values())
    counted = [each.counted for each in told if each.due]
    assert counted == sorted(counted), "what comes last, the list beginning to count, is told as well"
    assert max(each.due for each in told) >= LISTED - STRETCH
    assert desk.queries.folded() == hub.queries.folded()


@pytest.mark.parametrize("stop_at", [0, 1, 2, 4, -1])
def test_stopped_anywhere_it_keeps_what_came_and_goes_on_from_there(full: Venue, stop_at: int) -> None:
    whole: list[Coming] = []
    meeting.take_over(enrolled(full), whole.append)
    stop_at %= len(whole)
    folder = enrolled(full)

    told: list[Coming] = []

    def come(coming: Coming) -> None:
        told.append(coming)
        if len(told) > stop_at:
            raise WorkStopped

    with pytest.raises(WorkStopped):
        meeting.take_over(folder, come)
    assert len(told) == stop_at + 1
    meeting.take_over(folder)
    assert full.open(folder).station.queries.folded() == full.hub_laptop.station.queries.folded()


def test_a_laptop_at_which_nobody_works_takes_much_at_once(full: Venue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each transaction is a wait for the disk: where nobody is checked in, one holds what came in a message."""
    pieces: list[float] = []
    one, other = enrolled(full), enrolled(full)
    go_on = Turns.may_go_on

    def may_go_on(turns: Turns, held: float) -> bool:
        pieces.append(held)
        # As long as a piece takes on a busy machine: a desk's ends there.
        return go_on(turns, held + 0.7)

    monkeypatch.setattr(Turns, "may_go_on", may_go_on)
    commits: list[int] = []
    written = Turns.have_written
    monkeypatch.setattr(Turns, "have_written", lambda turns, *told: (commits.append(told[0]), written(turns, *told)))
    meeting.meet(one)
    at_a_desk, commits = len(commits), commits[:0]
    meeting.take_over(other)
    assert len(commits) * 4 < at_a_desk


def test_a_laptop_that_left_joins_again_by_a_new_invitation(venue: Venue) -> None:
    desk = venue.joined("Desk 3")
    desk.station.enrolling.leave()
    with pytest.raises(NotJoined):  # the hub answers it no more once it has heard that
        desk.network().meet_once()
    with pytest.raises(NotJoined):
        meeting.join(desk.folder, JoinWish())
    assert venue.asked("Desk 3").standing.value == "asking"


# ---- codes that were mailed before a desk existed


def _decided(laptop: Laptop, code: str) -> Reason:
    checkpoint = laptop.station.forum.sessions[0].checkpoint
    return laptop.station.scanning.scan((code,), checkpoint).decision.reason


@st.composite
def mailings(draw: st.DrawFn) -> list[tuple[bool, bool, int, str]]:
    """Draw people: whether the lead's laptop registered them and signed their code, how often it was replaced, its end."""
    one = st.tuples(st.booleans(), st.booleans(), st.integers(0, 2), st.sampled_from(["", "revoked", "restored"]))
    return draw(st.lists(one, min_size=1, max_size=5))


@pytest.fixture
def patient(venue: Venue, monkeypatch: pytest.MonkeyPatch) -> Venue:
    """A hub that lets one address try as many codes as it likes: more laptops come in these seconds than in a real hour."""
    monkeypatch.setattr(Limit, "allows", lambda *_: True)
    return venue


@settings(
    max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
@given(mailings())
def test_codes_mailed_before_a_desk_existed_are_good_there_at_once_as_far_as_they_are_anywhere(
    patient: Venue, guests: list[tuple[bool, bool, int, str]]
) -> None:
    venue = patient
    lead = next((each for each in venue.laptops if each.station.station.name == "Lead"), None)
    lead = lead or venue.joined("Lead", Role.COORDINATOR)
    mailed: list[str] = []
    for by_lead, signed_by_lead, replaced, end in guests:
        here = lead if by_lead else venue.hub_laptop
        who = here.station.people.register(
            Delegate(DelegateId(""), f"Guest {next(_NUMBERS)}", category=CategoryId("delegate"))
        ).delegate.id
        for issue in range(1, replaced + 1):
            here.station.badges.replace(who, "lost", issue)
        if end:
            here.station.badges.revoke(who, "withdrawn")
        if end == "restored":
            here.station.badges.restore(who, "in error")
        signer = (lead if signed_by_lead else venue.hub_laptop).station.signer
        mailed += [code_of(signer, lead.station.forum.id, who, issue) for issue in range(1, replaced + 2)]
    lead.network().meet_once()
    folder = enrolled(venue)
    meeting.take_over(folder)
    desk = venue.open(folder)
    assert Reason.ADMITTED in {_decided(desk, each) for each in mailed} or all(end == "revoked" for *_, end in guests)
    other = enrolled(venue)
    meeting.take_over(other)
    fresh = venue.open(other)
    assert [_decided(fresh, each) for each in mailed] == [_decided(lead, each) for each in mailed]
