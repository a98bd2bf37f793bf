"""What the top bar says of the others: calm where a laptop is alone, and what is only here where the hub is away."""

import pytest

from checkin_app.domain.ids import Instant, StationId
from checkin_app.domain.problems_hub import HubNotReached
from checkin_app.domain.sync.status import OLD_MS, ClockOffset, Gap, Reach, SyncStatus
from checkin_app.services.ports.kept_out import KeptOut
from checkin_app.ui import words
from checkin_app.ui.shell.health import Watched, healths
from checkin_app.ui.shell.sync_health import sync_health

GAP = Gap(StationId("11" * 8), "Bay 9", 41, 44)


def _plain(text: str) -> str:
    return text.replace("\u2066", "").replace("\u2068", "").replace("\u2069", "")


def test_a_laptop_that_never_met_another_is_not_nagged_however_much_is_only_here(dressed: object) -> None:
    item = sync_health(SyncStatus(only_here=1034), "")
    assert (item.words, item.abnormal) == ("This laptop only", False)
    assert "1,034 entries are on no other laptop." in item.explanation


def test_a_laptop_that_meets_others_by_sticks_says_calmly_what_is_only_here(dressed: object) -> None:
    assert sync_health(SyncStatus(Reach.CARRIED), "").words == "By stick"
    item = sync_health(SyncStatus(Reach.CARRIED, only_here=12), "")
    assert (_plain(item.words), item.abnormal) == ("12 only here", False)
    assert "carry a stick" in item.explanation


@pytest.mark.parametrize("reach", [Reach.ALONE, Reach.APART, Reach.CARRIED, Reach.AWAY])
def test_what_of_it_is_on_a_stick_is_said_beside(dressed: object, reach: Reach) -> None:
    assert "on a stick." not in sync_health(SyncStatus(reach, only_here=12), "").explanation
    said = _plain(sync_health(SyncStatus(reach, only_here=12, on_stick=8), "").explanation)
    assert "12 entries are on no other laptop. 8 of them are on a stick." in said


def test_a_laptop_that_was_the_hub_says_what_is_only_there_and_how_the_others_get_it(dressed: object) -> None:
    assert (sync_health(SyncStatus(Reach.APART), "").words, sync_health(SyncStatus(Reach.APART), "").abnormal) == (
        "No hub",
        False,
    )
    item = sync_health(SyncStatus(Reach.APART, only_here=12), "")
    assert (_plain(item.words), item.abnormal) == ("12 only here", True)
    assert "Switch it on again" in item.explanation


@pytest.mark.parametrize("reach", [Reach.LIVE, Reach.POLLED])
def test_together_it_says_that_all_is_shared_or_how_much_is_on_its_way(dressed: object, reach: Reach) -> None:
    item = sync_health(SyncStatus(reach, heard=6, last_exchange=Instant(1)), "08:40")
    assert (item.words, item.abnormal) == ("All shared", False)
    assert "Last exchange 08:40. 6 laptops heard" in _plain(item.explanation)
    item = sync_health(SyncStatus(reach, only_here=2), "08:40")
    assert (_plain(item.words), item.abnormal) == ("2 only here", False)


def test_where_the_hub_is_away_it_says_how_much_is_only_here_since_when_and_what_to_do(dressed: object) -> None:
    away = SyncStatus(Reach.AWAY, only_here=12, trouble=HubNotReached(addresses="192.0.2.7:8443"))
    item = sync_health(away, "08:40")
    assert (_plain(item.words), item.abnormal) == ("12 only here", True)
    assert "Last exchange 08:40." in _plain(item.explanation)
    assert words.problem(HubNotReached(addresses="192.0.2.7:8443"))[1] in item.explanation


@pytest.mark.parametrize("reach", [Reach.WAITING, Reach.SHUT_OUT])
def test_who_is_not_let_in_is_told_whom_to_ask(dressed: object, reach: Reach) -> None:
    item = sync_health(SyncStatus(reach, only_here=12), "")
    assert item.abnormal
    assert item.explanation


def test_gaps_are_named_by_laptop_and_number_beside_what_waits_for_them(dressed: object) -> None:
    watched = Watched(sync=SyncStatus(Reach.LIVE, gaps=(GAP,)), kept_out=KeptOut(set_aside=1))
    told = [_plain(each.explanation) for each in healths(watched)]
    assert any("Bay 9: 41–44 not received." in each for each in told)


@pytest.mark.parametrize(
    ("ahead", "within", "said"), [(61_000, 500, True), (-75_000, 500, True), (61_000, 5_000, False)]
)
def test_clocks_that_surely_differ_are_said_with_the_seconds(
    dressed: object, ahead: int, within: int, *, said: bool
) -> None:
    watched = Watched(sync=SyncStatus(Reach.LIVE, clock=ClockOffset(ahead, within)))
    clocks = [each for each in healths(watched) if each.icon == "clock"]
    assert bool(clocks) is said
    assert not said or str(abs(ahead) // 1000) in clocks[0].explanation


@pytest.mark.parametrize("reach", list(Reach))
def test_a_list_is_old_where_the_others_were_not_met_for_long_and_nowhere_else(reach: Reach) -> None:
    met, apart = Instant(1_000_000), reach in {Reach.AWAY, Reach.WAITING, Reach.SHUT_OUT}
    now = Instant(met + OLD_MS + 1)
    assert SyncStatus(reach).is_old(now) is apart
    assert SyncStatus(reach, last_exchange=met).is_old(now) is (apart or reach is Reach.HUB)
    assert not SyncStatus(reach, last_exchange=met).is_old(Instant(met + OLD_MS))
    assert Watched(last_exchange="08:40", old=True).old_since == "08:40"
    assert Watched(last_exchange="08:40").old_since is None
