"""A laptop joins by what the hub shows, is let in by a coordinator, and holds all that the others do."""

from contextlib import closing

import pytest

from checkin_app.bootstrap import meeting
from checkin_app.cli.parts import JoinWish
from checkin_app.domain.comparing import Spoken
from checkin_app.domain.enrolment import Role, Standing
from checkin_app.domain.invitations import HOLDS_MINUTES, Invitation, parse_invitation, shown_short
from checkin_app.domain.problems_hub import (
    ForumDiffers,
    HubForeign,
    HubNotReached,
    InvitationInvalid,
    InvitationSpent,
    NotAdmitted,
    NotJoined,
    ShutOut,
    WordsDiffer,
)
from checkin_app.services.badges import code_of
from checkin_app.sync.membership import membership_in


def test_a_laptop_that_joins_gets_all_there_is_and_gives_all_it_has(venue) -> None:
    venue.hub_laptop.register("林若溪")
    desk = venue.joined("Desk 3")
    assert desk.names() == {"林若溪"}
    assert desk.heads() == venue.hub_laptop.heads()
    desk.register("佐伯 遥")
    assert desk.network().meet_once().given.stored == 1
    assert venue.hub_laptop.names() == {"林若溪", "佐伯 遥"}
    desk.station.upkeep.check()
    venue.hub_laptop.station.upkeep.check()


def test_a_code_that_was_mailed_before_a_desk_existed_is_good_there_at_once(venue) -> None:
    guest = venue.hub_laptop.register("林若溪")
    mailed = code_of(venue.hub_laptop.station.signer, venue.hub_laptop.station.forum.id, guest.id, 1)
    desk = venue.joined("Desk 3")
    checkpoint = desk.station.forum.sessions[0].checkpoint
    assert desk.station.scanning.scan((mailed,), checkpoint).decision.reason.value == "admitted"


def test_what_a_third_laptop_brought_is_taken_by_one_that_joined_later(venue) -> None:
    first = venue.joined("Desk 1")
    first.register("林若溪")
    first.network().meet_once()
    second = venue.joined("Desk 2")
    assert second.names() == {"林若溪"}
    assert second.station.merging.log.station_key(first.station.station.id) is not None


def test_nothing_but_the_forum_is_told_before_a_coordinator_lets_it_in(venue) -> None:
    venue.hub_laptop.register("林若溪")
    assert venue.asked("Desk 3").standing is Standing.ASKING
    desk = venue.open(venue.folder / "Desk 3")
    with pytest.raises(NotAdmitted):
        desk.network().meet_once()
    client = venue.client(desk)
    for path in ("/v1/exchange", "/v1/keys"):
        with pytest.raises(NotAdmitted):
            client.ask(path)
    client.close()
    assert desk.names() == set()


def test_an_invitation_is_good_for_one_laptop(venue) -> None:
    code = venue.hub.invite().invitation.text()
    venue.asked("Desk 1", code)
    with pytest.raises(InvitationSpent):
        venue.asked("Desk 2", code)
    assert not (venue.folder / "Desk 2").exists()
    assert venue.asked("Desk 1", "").standing is Standing.ASKING, "the same laptop goes on where it was"


def test_an_invitation_is_good_for_ten_minutes(venue) -> None:
    code = venue.hub.invite().invitation.text()
    venue.hub_laptop.clock.by += (HOLDS_MINUTES + 1) * 60_000
    with pytest.raises(InvitationSpent):
        venue.asked("Desk 1", code)


def test_a_laptop_goes_on_where_it_was_broken_off(venue) -> None:
    venue.asked("Desk 3")
    folder = venue.folder / "Desk 3"
    assert meeting.join(folder, JoinWish()).standing is Standing.ASKING
    venue.admit("Desk 3")
    assert meeting.join(folder, JoinWish()).standing is Standing.MEMBER
    assert membership_in(folder).code == b"", "what was used is not kept"
    with pytest.raises(NotJoined):
        meeting.join(venue.folder / "nowhere", JoinWish())


def test_a_laptop_with_a_record_of_the_same_forum_joins_with_all_it_holds(venue) -> None:
    meeting.stations.new_station(venue.folder / "Island", "gstf-2024", "Island", "")
    island = venue.open(venue.folder / "Island")
    island.register("佐伯 遥")
    venue.hub_laptop.register("林若溪")
    venue.asked("Island")
    venue.admit("Island")
    island.network().meet_once()
    assert island.names() == venue.hub_laptop.names() == {"林若溪", "佐伯 遥"}


def test_a_laptop_of_another_forum_does_not_join(venue, monkeypatch) -> None:
    shown = venue.hub.invite().invitation
    other = Invitation(shown.addresses, shown.pin, "another", shown.code)
    with pytest.raises(ForumDiffers):
        venue.asked("Desk 3", other.text())


def test_a_hub_with_another_certificate_is_told_nothing(venue) -> None:
    shown = venue.hub.invite().invitation
    other = Invitation(shown.addresses, bytes(32), shown.forum, shown.code)
    with pytest.raises(HubForeign):
        venue.asked("Desk 3", other.text())
    with pytest.raises(InvitationInvalid):
        venue.asked("Desk 3", "no code")
    assert venue.asked("Desk 3", shown.text()).standing is Standing.ASKING, "its code was not told"


def test_a_hub_that_is_not_there_is_said(venue) -> None:
    desk = venue.joined("Desk 3")
    venue.hub.close()
    with pytest.raises(HubNotReached):
        desk.network().meet_once()


def test_a_short_code_is_good_with_the_words_that_the_hub_shows(venue) -> None:
    short, hub = shown_short(venue.hub.invite().short), str(venue.hub.address)
    joined = venue.asked("Desk 3", short.lower(), hub=hub, compare=lambda: venue.words[-1])
    assert joined.standing is Standing.ASKING
    asking = next(each for each in venue.hub_laptop.station.queries.enrolments() if each.name == "Desk 3")
    assert asking.words == venue.words[-1]
    assert {*asking.words.split()} <= {each.value for each in Spoken}
    with pytest.raises(InvitationSpent):
        venue.asked("Desk 4", short, hub=hub, compare=lambda: venue.words[-1])


def test_words_that_differ_end_it(venue) -> None:
    short, hub = venue.hub.invite().short, str(venue.hub.address)
    with pytest.raises(WordsDiffer):
        venue.asked("Desk 3", short, hub=hub, compare=lambda: "apple apple apple apple")
    assert not (venue.folder / "Desk 3").exists()


def test_a_short_code_is_not_guessed(venue) -> None:
    short, hub = venue.hub.invite().short, str(venue.hub.address)
    for _ in range(5):
        with pytest.raises(InvitationSpent):
            venue.asked("Desk 3", "AAAAAAAAAA", hub=hub)
    with pytest.raises(InvitationSpent):
        venue.asked("Desk 3", short, hub=hub, compare=lambda: venue.words[-1])


def test_whoever_is_shut_out_is_answered_no_more(venue) -> None:
    desk = venue.joined("Desk 3")
    venue.hub_laptop.station.enrolling.revoke(desk.id, "stolen")
    desk.register("佐伯 遥")
    with pytest.raises(ShutOut):
        desk.network().meet_once()
    assert venue.hub_laptop.names() == set()
    with closing(venue.client(desk)) as client:
        code = venue.hub.invite().invitation.code.hex()
        assert client.ask("/v1/enrol", {"code": code, "name": "Desk 9"})["standing"] == "revoked"


def test_a_coordinators_laptop_lets_another_in_and_the_hub_hears_of_it(venue) -> None:
    lead = venue.joined("Lead", Role.COORDINATOR)
    venue.asked("Desk 3")
    lead.network().meet_once()
    asking = next(each for each in lead.station.queries.enrolments() if each.standing is Standing.ASKING)
    lead.station.enrolling.admit(asking.station, "Desk 3")
    lead.network().meet_once()
    assert meeting.join(venue.folder / "Desk 3", JoinWish()).standing is Standing.MEMBER


def test_what_the_hub_shows_is_what_a_scanner_reads(venue) -> None:
    shown = venue.hub.invite().invitation
    assert parse_invitation(shown.text()) == shown
    assert len(shown.code) * 8 >= 128
