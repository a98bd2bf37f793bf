"""Laptops tell the hub how they stand: by that it knows what is only on it, and each knows how the others stand."""

import pytest

from checkin_app.domain.ids import LogId, StationId
from checkin_app.domain.problems_hub import HubRefused
from checkin_app.domain.sync.status import MOST_APART, MOST_COUNTED, ClockOffset
from checkin_app.domain.sync.vectors import Vector
from checkin_app.runtime.acknowledged import FILE, Acknowledged
from checkin_app.sync import reports
from checkin_app.sync.hub_client import HubClient
from checkin_app.sync.reports import HeldTo, ReportBody, marked, reporting_of


def _own_log(laptop) -> tuple[str, int]:
    return max(((each, seq) for each, seq in laptop.heads().items() if each.startswith(laptop.id)), key=lambda p: p[1])


def test_what_a_hub_wrote_is_only_there_until_another_laptop_has_confirmed_it(venue) -> None:
    assert venue.hub.only_here().entries == sum(venue.hub_laptop.heads().values()) > 0
    desk = venue.joined("Desk 3")
    assert venue.hub.only_here().entries == 0
    venue.hub_laptop.register("林若溪")
    assert venue.hub.only_here().entries == 1, "given down a stream or not: nobody has said so"
    network = desk.network()
    network.meet_once()
    assert venue.hub.only_here().entries == 0
    venue.hub._reporting.keep(at_once=True)
    assert reporting_of(venue.hub_laptop.folder, venue.hub_laptop.station).only_here().entries == 0, (
        "the window beside it knows"
    )


def test_what_was_confirmed_is_known_after_the_hub_was_begun_anew_and_without_its_file_none_is(venue) -> None:
    venue.joined("Desk 3")
    hub = venue.hub_laptop
    vector = hub.station.merging.vector()
    venue.hub.close()
    assert Acknowledged(hub.folder, hub.station.station.id).only_here(vector).entries == 0
    (hub.folder / FILE).write_text("[")
    own = sum(seq for each, seq in hub.heads().items() if each.startswith(hub.id))
    assert Acknowledged(hub.folder, hub.station.station.id).only_here(vector).entries == own > 0


def test_who_holds_another_fact_in_the_place_of_the_hub_s_confirms_nothing(venue, monkeypatch) -> None:
    desk = venue.joined("Desk 3")
    venue.hub_laptop.register("林若溪")
    log_id, seq = _own_log(venue.hub_laptop)
    client = venue.client(desk)
    said = {"right": marked(venue.hub_laptop.station.merging, log_id, seq), "wrong": "00" * 16}
    told = ReportBody(9, logs={log_id: HeldTo(seq, said["wrong"])})
    assert log_id in client.ask("/v1/report", told)["asks"]
    told = ReportBody(9, logs={log_id: HeldTo(seq + 1, said["right"])})
    assert log_id in client.ask("/v1/report", told)["asks"], "what is not there cannot be confirmed"
    assert venue.hub.only_here().entries == 1
    told = ReportBody(9, logs={log_id: HeldTo(seq, said["right"])})
    assert client.ask("/v1/report", told)["asks"] == []
    client.close()
    assert venue.hub.only_here().entries == 0


def test_each_laptop_knows_of_the_others_what_is_only_there_what_they_lack_and_their_clocks(venue) -> None:
    one, two = venue.joined("Desk 1"), venue.joined("Desk 2")
    one.clock.by = -180_000
    one.network().meet_once()
    one.whole.store.close()  # it goes away, and the day goes on
    venue.laptops.remove(one)
    for each in ("林若溪", "周明轩"):
        two.register(each)
    network = two.network()
    network.meet_once()
    lately = network.status().stations[one.id].told
    assert (lately.ahead, lately.behind) == (0, 0), "it is heard: what it lacks is on its way"
    assert abs(lately.clock.milliseconds - 180_000) < 10_000
    assert network.status().stations[venue.hub_laptop.id].told.ahead == 0
    two.clock.by = venue.hub_laptop.clock.by = 70_000
    network = two.network()
    network.meet_once()
    silent = network.status().stations[one.id]
    assert silent.told.behind == 2
    assert two.clock() - silent.at > 60_000


def test_the_hub_s_own_laptop_is_one_of_those_that_were_heard_in_the_last_minute(venue) -> None:
    desk = venue.joined("Desk 3")
    network = desk.network()
    assert network.status().heard == 0
    network.meet_once()
    assert network.status().heard == 1
    desk.clock.by = 120_000
    assert network.status().heard == 0, "that was two minutes ago"


def test_a_laptop_meets_a_hub_of_a_version_that_asks_for_no_report(venue, monkeypatch) -> None:
    desk = venue.joined("Desk 3")
    asked, refused = HubClient.ask, []

    def ask(client, path, *more, **named):
        if path == "/v1/report":
            refused.append(path)
            raise HubRefused
        return asked(client, path, *more, **named)

    monkeypatch.setattr(HubClient, "ask", ask)
    desk.register("林若溪")
    network = desk.network()
    assert network.meet_once().given.stored == 1
    assert refused
    assert network.status().only_here == 0


def test_a_hub_asks_of_few_logs_at_a_time_and_of_all_of_them_in_turn(tmp_path) -> None:
    own = StationId("11" * 8)
    logs = {LogId(f"{own}{place:016x}"): 3 for place in range(5)}
    vector, known = Vector({**logs, LogId("22" * 16): 4}), Acknowledged(tmp_path, own)
    asked, last = set(), LogId("")
    for _ in range(3):
        some = known.unconfirmed(vector, last, 2)
        asked |= {*some}
        last = some[-1]
        assert len(some) == 2
    assert asked == logs.keys()
    assert known.only_here(vector).entries == 15
    known.note(vector.moved_to({LogId(f"{own}{4:016x}"): 2}))
    assert known.unconfirmed(vector, last, 2) == [LogId(f"{own}{4:016x}")]
    assert known.only_here(vector).entries == 1


def test_a_laptop_that_lies_keeps_no_other_from_hearing_how_all_stand(venue) -> None:
    one, two = venue.joined("Desk 1"), venue.joined("Desk 2")
    with_one, with_two = venue.client(one), venue.client(two)
    for beyond in ({"held": 2**31}, {"held": 1, "ahead": 2**53}, {"held": 1, "clock": -(2**53)}):
        with pytest.raises(HubRefused):
            with_one.ask("/v1/report", beyond)
    most = dict.fromkeys(("ahead", "missing", "unread"), MOST_COUNTED)
    with_one.ask("/v1/report", {"held": 0, "clock": MOST_APART, "within": MOST_APART, **most})
    told = reports.msgspec.convert(with_two.ask("/v1/report", ReportBody(9)), reports.ReportAnswer)
    for each in (with_one, with_two):
        each.close()
    assert told.seen(two.clock())[one.id].told.ahead == MOST_COUNTED


@pytest.mark.parametrize("lacking", [ReportBody(9, ahead=4, clock=-5, within=2, missing=3, unread=1)])
def test_a_report_comes_through_as_it_was_told(venue, lacking) -> None:
    one, two = venue.joined("Desk 1"), venue.joined("Desk 2")
    with_one, with_two = venue.client(one), venue.client(two)
    with_one.ask("/v1/report", lacking)
    told = reports.msgspec.convert(with_two.ask("/v1/report", ReportBody(9)), reports.ReportAnswer)
    seen = told.seen(two.clock())[one.id].told
    for each in (with_one, with_two):
        each.close()
    assert (seen.ahead, seen.clock, seen.missing, seen.unread) == (4, ClockOffset(-5, 2), 3, 1)
