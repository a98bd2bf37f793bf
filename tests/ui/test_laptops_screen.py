"""The page of all laptops: this one first, who waits for a person before the others, and what is known of each."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from layout_laptops import (
    ASKING,
    HEARD,
    HUBS,
    INVITED,
    LEFT,
    NOON,
    OTHERS,
    PHONE,
    REVOKED,
    SCANNED,
    SILENT,
    TOGETHER,
    TROUBLED,
    known_as,
    laptop,
    own,
)
from layout_stage import settled
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.changes import Recorded
from checkin_app.domain.enrolment import Enrolment, Role, Standing
from checkin_app.domain.ids import Instant, StationId
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.phones import SignedIn
from checkin_app.domain.problems_hub import NotACoordinator
from checkin_app.domain.sync.laptops import Laptop, Laptops, Written, known_laptops
from checkin_app.domain.sync.status import MOST_APART, MOST_COUNTED, ClockOffset, Gap, Reach, Seen, SyncStatus, Told
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.ui import theme, words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.laptops import state as steps
from checkin_app.ui.laptops.screen import LaptopsScreen
from checkin_app.ui.laptops.state import Doing, LaptopsState
from checkin_app.ui.laptops.told_words import ToldWords
from checkin_app.ui.laptops.words import LaptopsView, LaptopsWords


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any, telling: words.Telling) -> LaptopsScreen:
    remembering.replies["known"] = known_as(TOGETHER)
    screen = LaptopsScreen(remembering.actions, telling)
    screen.retranslate()
    screen.set_layout(theme.Layout.COMPACT)
    qtbot.addWidget(screen)
    screen.resize(1366, 700)
    screen.show()
    screen.shown()
    return screen


def _view(telling: words.Telling, status: SyncStatus, looked_at: object = own) -> LaptopsView:
    laptops = known_as(status)
    state = LaptopsState(laptops, looked_at.enrolment.station)  # type: ignore[attr-defined]
    return LaptopsWords(telling).view(state)


def _told(view: LaptopsView) -> dict[str, str]:
    return {what: bidi.plain(value) for what, value in view.told}


# ---- which there are


def _enrolled(digits: str, standing: Standing = Standing.MEMBER) -> Enrolment:
    return Enrolment(StationId(digits * 8), b"", digits, Role.DESK, standing, Instant(0))


def test_this_laptop_comes_first_then_who_waits_who_takes_part_who_left_and_who_was_shut_out() -> None:
    standings = {"11": Standing.REVOKED, "22": Standing.LEFT, "33": Standing.MEMBER, "44": Standing.ASKING}
    enrolments = [*(_enrolled(digits, standing) for digits, standing in standings.items()), _enrolled("00")]
    found = known_laptops(StationId("00" * 8), enrolments, {}, SyncStatus())
    assert [each.enrolment.name for each in found] == ["00", "44", "33", "22", "11"]
    assert [each.is_own for each in found] == [True, False, False, False, False]


def test_what_is_missing_of_a_laptop_is_the_sum_of_its_gaps_and_no_other_s() -> None:
    one, other = StationId("11" * 8), StationId("22" * 8)
    gaps = (Gap(one, "", 41, 44), Gap(one, "", 50, 50), Gap(other, "", 1, 2))
    status = SyncStatus(Reach.LIVE, gaps=gaps, stations={one: Seen(Instant(5))})
    enrolments = [_enrolled(digits) for digits in ("00", "11", "22")]
    found = known_laptops(StationId("00" * 8), enrolments, {one: Written(7, Instant(3))}, status)
    assert [each.missing for each in found] == [0, 5, 2]
    assert (found[1].written.facts, found[1].seen.at) == (7, 5)


# ---- whom one looks at


def test_whoever_waits_is_looked_at_first_on_a_coordinator_s_laptop_alone() -> None:
    state = steps.listed(LaptopsState(), known_as(TOGETHER))
    assert state.laptop == ASKING
    desk = known_as(TOGETHER, SILENT, *OTHERS)
    assert steps.listed(LaptopsState(), desk).place == 0


def test_nobody_is_looked_at_instead_because_somebody_asks_meanwhile() -> None:
    state = steps.listed(LaptopsState(), known_as(TOGETHER, own, HEARD))
    assert state.laptop == own
    assert steps.listed(state, known_as(TOGETHER, own, ASKING, HEARD)).laptop == own


def test_up_and_down_look_at_another_and_stop_at_the_ends(screen: LaptopsScreen) -> None:
    assert screen._state.laptop == ASKING
    QTest.keyClick(screen, Qt.Key.Key_Up)
    assert screen._state.laptop == own
    QTest.keyClick(screen, Qt.Key.Key_Up)
    assert screen._state.laptop == own
    for _ in range(20):
        QTest.keyClick(screen, Qt.Key.Key_Down)
    assert screen._state.laptop == OTHERS[-1]


def test_it_looks_again_while_it_is_in_sight_and_asks_nothing_while_no_answer_came(
    screen: LaptopsScreen, remembering: Any
) -> None:
    before = len(remembering.named("known"))
    for _ in range(4):
        screen.ticked()
    assert len(remembering.named("known")) == before + 2
    del remembering.replies["known"]
    for _ in range(8):
        screen.ticked()
    assert len(remembering.named("known")) == before + 3


# ---- what is said


def test_a_row_says_of_each_what_matters_most_of_it(dressed: object, telling: words.Telling) -> None:
    rows = [bidi.plain(f"{each.title}|{each.line}|{each.time}") for each in _view(telling, TOGETHER).rows]
    assert rows == [
        "Registration desk 13, hall A|This laptop · Coordinator|2 s ago",
        "Badge desk by the VIP entrance|Waits to be let in|",
        "签到台 4|Waits to be let in|",
        "Registration desk 2, hall A|Desk|3 s ago",
        "Bay 9|Desk · 4 not received|4 min ago",
        "Bay 10, north|Desk · clock 3 min ahead|4 s ago",
        "上车点 12（北广场）|Coordinator|",
        "Hotel lobby|Has left|",
        "Press centre entrance, second floor|Shut out|",
    ]


def test_whoever_waits_or_was_shut_out_has_a_mark_of_its_own(dressed: object, telling: words.Telling) -> None:
    verdicts = [each.verdict for each in _view(telling, TOGETHER).rows]
    assert verdicts == [None, Verdict.ASK, Verdict.ASK, None, None, None, None, None, Verdict.STOP]


def test_of_this_laptop_it_says_the_hub_the_exchange_what_is_only_here_what_has_not_come_and_its_clock(
    dressed: object, telling: words.Telling
) -> None:
    told = _told(_view(telling, TROUBLED))
    assert told["Takes part as"] == "Coordinator"
    assert told["Hub"] == "192.0.2.7:8443"
    assert told["Last exchange"] == "11 min ago"
    assert told["Only on this laptop"] == "12 entries"
    assert told["Not received"].startswith("Bay 9: 41–44 not received.")
    assert told["Clock"] == "91 s ahead of the hub’s"
    assert told["For a newer version"] == "3 entries"


def test_a_laptop_that_is_alone_is_told_of_no_hub_and_of_nothing_only_here(
    dressed: object, telling: words.Telling
) -> None:
    view = _view(telling, SyncStatus())
    assert _told(view).keys() == {"Takes part as", "Its key begins with", "Entries of its own"}
    assert (view.chip, view.tone) == ("This laptop only", ChipTone.QUIET)


def test_a_laptop_that_is_alone_says_what_is_only_there_and_what_of_it_is_on_a_stick(
    dressed: object, telling: words.Telling
) -> None:
    told = _told(_view(telling, SyncStatus(only_here=12, on_stick=8)))
    assert (told["Only on this laptop"], told["Of those, on a stick"]) == ("12 entries", "8 entries")
    told = _told(_view(telling, SyncStatus(Reach.CARRIED)))
    assert told["Only on this laptop"] == "None"
    assert told["Not received"] == "Nothing is missing"
    assert "Last exchange" not in told


def test_a_hub_says_what_is_only_there_too(dressed: object, telling: words.Telling) -> None:
    told = _told(_view(telling, SyncStatus(Reach.HUB, only_here=12)))
    assert told["Only on this laptop"] == "12 entries"


HOUR = 3_600_000


@pytest.mark.parametrize(
    ("told", "brief", "card"),
    [
        (Told(NOON), "", {"Only on it": "None", "It lacks": "None"}),
        (Told(NOON, ahead=12, behind=300), "12 only there", {"Only on it": "12 entries", "It lacks": "300 entries"}),
        (Told(NOON, behind=300), "300 behind", {"It lacks": "300 entries"}),
        (Told(NOON, clock=ClockOffset(-180_000, 40)), "clock 3 min ahead", {"Its clock": "3 min ahead of the hub’s"}),
        (Told(NOON, clock=ClockOffset(9_000, 40)), "clock 9 s behind", {"Its clock": "9 s behind the hub’s"}),
        (
            Told(NOON, clock=ClockOffset(26 * HOUR, 9)),
            "clock 26 hours behind",
            {"Its clock": "26 hours behind the hub’s"},
        ),
        (Told(NOON, clock=ClockOffset(9_000, 4_001)), "", {"Its clock": "9 s behind the hub’s"}),
        (Told(NOON, clock=ClockOffset(400, 9)), "", {"Its clock": "As the hub’s"}),
        (Told(NOON, missing=4, unread=3), "", {"Gaps there": "4 entries", "Too new for it": "3 entries"}),
    ],
)
def test_of_another_laptop_it_says_what_that_told_the_hub_and_in_its_row_the_worst_of_it(
    dressed: object, telling: words.Telling, told: Told, brief: str, card: dict[str, str]
) -> None:
    other = laptop("44", "Bay 9", heard=260, told=told)
    view = LaptopsWords(telling).view(LaptopsState(known_as(TOGETHER, own, other), other.enrolment.station))
    assert _told(view).items() >= card.items()
    assert bidi.plain(view.rows[1].line) == " · ".join(filter(None, ["Desk", brief]))


@pytest.mark.parametrize("apart", [-MOST_APART, MOST_APART])
def test_the_screen_can_say_whatever_a_laptop_may_tell_and_whatever_gap_one_claims(
    dressed: object, telling: words.Telling, apart: int
) -> None:
    most = dict.fromkeys(("ahead", "behind", "missing", "unread"), MOST_COUNTED)
    said = Told(NOON, clock=ClockOffset(apart, 0), **most)
    other = laptop("44", "Bay 9", heard=260, told=said)
    gaps = tuple(Gap(other.enrolment.station, "", first, 2**63 - 1) for first in (2, 3))
    status = replace(TOGETHER, gaps=gaps)
    lacking = known_laptops(own.enrolment.station, [own.enrolment, other.enrolment], {}, status)[1].missing
    assert lacking == MOST_COUNTED
    for each in (other, replace(other, missing=lacking), replace(other, seen=Seen(NOON, replace(said, ahead=0)))):
        view = LaptopsWords(telling).view(LaptopsState(known_as(status, own, each), other.enrolment.station))
        assert _told(view)["It lacks"] == "2,147,483,647 entries"


def test_what_a_laptop_lacks_that_is_heard_is_on_its_way_and_no_matter_of_its_row(
    dressed: object, telling: words.Telling
) -> None:
    other = laptop("44", "Bay 9", heard=3, told=Told(NOON, behind=2))
    view = LaptopsWords(telling).view(LaptopsState(known_as(TOGETHER, own, other), other.enrolment.station))
    assert bidi.plain(view.rows[1].line) == "Desk"


def test_of_another_it_says_when_it_was_heard_its_newest_entry_and_what_of_it_is_missing_or_not_understood(
    dressed: object, telling: words.Telling
) -> None:
    told = _told(_view(telling, TOGETHER, SILENT))
    assert told == {
        "Takes part as": "Desk",
        "Its key begins with": "44444444",
        "Last heard": "4 min ago",
        "Its newest entry here": "4 min ago",
        "Its entries here": "88 entries",
        "Not received": "4 entries",
        "For a newer version": "3 entries",
        "Only on it": "12 entries",
        "It lacks": "1,034 entries",
        "Gaps there": "4 entries",
        "Too new for it": "3 entries",
        "Its clock": "3 min ahead of the hub’s",
    }


@pytest.mark.parametrize(
    ("looked_at", "tone"), [(ASKING, ChipTone.ASK), (REVOKED, ChipTone.STOP), (LEFT, ChipTone.QUIET)]
)
def test_who_does_not_take_part_says_since_when_and_what_follows(
    dressed: object, telling: words.Telling, looked_at: object, tone: ChipTone
) -> None:
    view = _view(telling, TOGETHER, looked_at)
    assert view.tone is tone
    assert view.line
    assert "Since" in _told(view)


def test_what_was_on_another_day_is_told_with_its_date(dressed: object, telling: words.Telling) -> None:
    teller = ToldWords(telling)
    assert bidi.plain(teller.ago(Instant(NOON - 3 * 3_600_000), NOON)) == "10:10"
    assert bidi.plain(teller.ago(Instant(NOON - 30 * 3_600_000), NOON)) == "2024-09-25 07:10"
    assert bidi.plain(teller.ago(Instant(NOON + 5_000), NOON)) == "0 s ago"
    assert teller.ago(Instant(-(2**62)), NOON), "a stranger’s clock may say anything"


def test_the_way_back_leads_to_the_settings(screen: LaptopsScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.asked_for) as asked:
        screen.panel.back.click()
    assert asked.args[0].screen == "settings"


# ---- who is let in, and who is shut out

Hold = Callable[[HeldButton], None]


def _look_at(screen: LaptopsScreen, laptop: Laptop) -> None:
    screen.panel.row_chosen.emit(screen._state.rows.index(laptop))
    settled(screen)  # a button that moves is not held


def _shown(screen: LaptopsScreen) -> set[Doing]:
    return {doing for doing, button in screen.panel.doing.items() if button.isVisible()}


def test_a_coordinator_lets_in_by_name_and_role_with_the_words_to_compare_before_the_eyes(
    screen: LaptopsScreen, remembering: Any, hold: Hold
) -> None:
    remembering.replies["admit"] = Recorded(frozenset())
    assert _shown(screen) == {Doing.ADMIT, Doing.REFUSE}
    assert "castle · river · tiger · window" in screen.panel.card._compare._title.text()
    screen.panel.card.name.line.selectAll()
    QTest.keyClicks(screen.panel.card.name.line, "Desk 7")
    screen.panel.card.role.chosen.emit(Role.COORDINATOR)
    hold(screen.panel.doing[Doing.ADMIT])
    meant, *given = remembering.named("admit")[0]
    assert given == [ASKING.enrolment.station, "Desk 7", Role.COORDINATOR]
    assert "Desk 7" in meant.words
    assert "Desk 7" in screen._state.note


def test_who_is_refused_is_shut_out_and_no_click_does_it(screen: LaptopsScreen, remembering: Any, hold: Hold) -> None:
    remembering.replies["revoke"] = Recorded(frozenset())
    QTest.mouseClick(screen.panel.doing[Doing.REFUSE], Qt.MouseButton.LeftButton)
    QTest.mouseDClick(screen.panel.doing[Doing.REFUSE], Qt.MouseButton.LeftButton)
    assert remembering.named("revoke") == []
    hold(screen.panel.doing[Doing.REFUSE])
    assert remembering.named("revoke")[0][1:] == (ASKING.enrolment.station, "")


def test_a_stolen_laptop_is_shut_out_with_the_reason_that_was_typed(
    screen: LaptopsScreen, remembering: Any, hold: Hold
) -> None:
    _look_at(screen, HEARD)
    assert _shown(screen) == {Doing.REVOKE}
    QTest.keyClicks(screen.panel.card.reason.line, "stolen")
    hold(screen.panel.doing[Doing.REVOKE])
    assert remembering.named("revoke")[0][1:] == (HEARD.enrolment.station, "stolen")
    assert screen._state.busy
    assert not screen.panel.doing[Doing.REVOKE].isEnabled(), "asked twice, it is done once"


def test_what_one_that_takes_part_is_called_and_may_do_is_changed_only_where_something_was(
    screen: LaptopsScreen, remembering: Any, hold: Hold
) -> None:
    _look_at(screen, HEARD)
    screen.panel.card.role.chosen.emit(Role.COORDINATOR)
    settled(screen)
    assert _shown(screen) == {Doing.REVOKE, Doing.AMEND}
    hold(screen.panel.doing[Doing.AMEND])
    assert remembering.named("admit")[0][1:] == (HEARD.enrolment.station, HEARD.enrolment.name, Role.COORDINATOR)


def test_what_was_typed_of_one_laptop_is_there_when_it_is_looked_at_again_and_stands_where_it_was_refused(
    screen: LaptopsScreen, remembering: Any, hold: Hold
) -> None:
    remembering.replies["admit"] = Troubled(NotACoordinator())
    screen.panel.card.name.line.end(False)
    QTest.keyClicks(screen.panel.card.name.line, "!")
    _look_at(screen, SILENT)
    assert screen.panel.card.name.text() == "Bay 9"
    _look_at(screen, ASKING)
    assert screen.panel.card.name.text() == "Badge desk by the VIP entrance!"
    hold(screen.panel.doing[Doing.ADMIT])
    assert screen._state.wrong
    assert "Only a coordinator" in screen._state.note
    assert screen.panel.card.name.text() == "Badge desk by the VIP entrance!"


@pytest.mark.parametrize("reach", [Reach.WAITING, Reach.SHUT_OUT])
def test_a_desk_and_whoever_is_not_in_decide_about_nobody(reach: Reach) -> None:
    desk = laptop("00", "Desk 3")
    for laptops in (known_as(TOGETHER, desk, *OTHERS), known_as(SyncStatus(reach))):
        state = LaptopsState(laptops)
        for each in laptops.known[1:]:
            assert not steps.laptop_chosen(state, laptops.known.index(each)).may


@pytest.mark.parametrize("reach", list(Reach))
def test_this_laptop_may_leave_only_where_it_has_joined_a_hub(reach: Reach) -> None:
    state = steps.laptop_chosen(LaptopsState(known_as(SyncStatus(reach))), 0)
    assert (Doing.LEAVE in state.may) == (reach in {Reach.LIVE, Reach.POLLED, Reach.AWAY})


def test_leaving_is_held_too(screen: LaptopsScreen, remembering: Any, hold: Hold) -> None:
    _look_at(screen, own)
    QTest.mouseClick(screen.panel.doing[Doing.LEAVE], Qt.MouseButton.LeftButton)
    assert remembering.named("leave") == []
    hold(screen.panel.doing[Doing.LEAVE])
    assert len(remembering.named("leave")) == 1


def test_a_button_that_stands_for_another_laptop_has_to_settle_anew(screen: LaptopsScreen) -> None:
    button = screen.panel.doing[Doing.ADMIT]
    _look_at(screen, OTHERS[1])
    assert not button.settled
    button.press()
    assert not button.holding


def test_the_words_to_compare_are_told_in_the_language_in_use_and_as_they_are_typed(
    dressed: object, telling: words.Telling
) -> None:
    asking = laptop("11", "Desk 7", Standing.ASKING, words="apple bell river tiger")
    state = LaptopsState(known_as(TOGETHER, own, asking), asking.enrolment.station)
    assert LaptopsWords(telling).view(state).compare == "apple · bell · river · tiger"
    words.speak("zh")
    said = LaptopsWords(telling).view(state).compare
    assert "(apple bell river tiger)" in said
    assert "苹果" in said


# ---- the hub


@pytest.fixture
def of_own(screen: LaptopsScreen, remembering: Any) -> LaptopsScreen:
    """The page, with this laptop looked at."""
    remembering.replies["known"] = known_as(SyncStatus(), own)
    screen.shown()
    settled(screen)
    return screen


def test_the_switch_asks_once_and_stands_as_it_was_asked_until_the_answer_comes(
    of_own: LaptopsScreen, remembering: Any
) -> None:
    card = of_own.panel.card
    card.hub.chosen.emit("on")
    card.hub.chosen.emit("off")
    card.hub.chosen.emit("on")
    assert remembering.named("switch_hub") == [(True,)]
    assert not card.hub.isEnabled()
    of_own._fetch()
    assert of_own._state.switching, "what was known before says nothing of what was asked since"
    remembering.waiting["switch_hub"](Done(HUBS["hub"]))
    assert card.hub.isEnabled()
    assert not of_own._state.switching


@pytest.mark.parametrize(
    ("hub", "said"),
    [
        ("hub", ("192.168.178.112:7443", "Nobody has come through yet", "firewall")),
        ("hub that was asked", ("10.0.114.7:7443",)),
        ("hub in no network", ("in no network", "cable")),
        ("hub by the command", ("Another program of this laptop",)),
        ("hub whose port is taken", ("0.0.0.0:7443", "End the other program", "tried again")),
    ],
)
def test_what_keeps_the_others_from_the_hub_is_said_with_what_to_do(
    dressed: object, telling: words.Telling, hub: str, said: tuple[str, ...]
) -> None:
    state = LaptopsState(known_as(SyncStatus(), own, hub=HUBS[hub]), own.enrolment.station)
    line = bidi.plain(LaptopsWords(telling).view(state).hub_line)
    assert [each for each in said if each not in line] == []


def test_where_the_port_is_taken_another_is_typed_and_tried(of_own: LaptopsScreen, remembering: Any) -> None:
    assert not of_own.panel.card.port.isVisible()
    remembering.replies["known"] = known_as(SyncStatus(), own, hub=HUBS["hub whose port is taken"])
    of_own._fetch()
    port = of_own.panel.card.port
    assert (port.isVisible(), port.text()) == (True, "7443")
    for wrong in ("", "0", "65536", "7443", "a port", "9" * 5000):
        of_own.panel.card.port_typed.emit(wrong)
        assert port._hint.isVisible() is (wrong not in {"", "7443"})
    assert remembering.named("switch_hub") == []
    of_own._fetch()
    assert port.text() == "9" * 5000, "it stays, to be put right"
    of_own.panel.card.port_typed.emit("7444")
    assert (port.text(), port._hint.isVisible()) == ("7444", False)
    assert remembering.named("switch_hub") == [(True,)]
    assert remembering.kept.hub_port == 7444


def test_an_invitation_shows_its_code_the_short_one_and_for_how_long_it_is_good(
    of_own: LaptopsScreen, remembering: Any
) -> None:
    assert not of_own.panel.invite.isVisible(), "nobody is invited to a hub that is none"
    remembering.replies |= {"known": known_as(SyncStatus(Reach.HUB), own, hub=HUBS["hub"]), "invite": INVITED}
    of_own._fetch()
    del remembering.replies["known"]
    of_own._now = lambda: Instant(NOON + 60_000)
    of_own.panel.invite.click()
    of_own.ticked()
    shown = of_own.panel.invitation
    assert shown.code.isVisible()
    assert bidi.plain(shown.short.text()) == INVITED.short
    assert bidi.plain(shown.left.text()) == "Good for 8:31 more."
    of_own._now = lambda: INVITED.until
    of_own.ticked()
    assert shown.short.text() == ""
    assert "over" in shown.left.text()
    of_own.panel.invite.click()
    assert len(remembering.named("invite")) == 2
    of_own.panel.close_invitation.click()
    assert of_own.panel.card.isVisible()
    assert not shown.isVisible()


def test_the_words_of_who_typed_the_short_code_stand_beside_it(of_own: LaptopsScreen, remembering: Any) -> None:
    remembering.replies |= {"known": known_as(SyncStatus(Reach.HUB), own, hub=HUBS["hub"]), "invite": INVITED}
    of_own._fetch()
    of_own.panel.invite.click()
    assert not of_own.panel.invitation._words.isVisible()
    hub = replace(HUBS["hub"], words="castle river tiger window")
    remembering.replies["known"] = known_as(SyncStatus(Reach.HUB), own, hub=hub)
    of_own._fetch()
    assert of_own.panel.invitation._words._title.text() == "castle · river · tiger · window"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_fingerprint_to_compare_is_in_sight_beside_the_code_without_scrolling(
    of_own: LaptopsScreen, remembering: Any, language: str
) -> None:
    words.speak(language)
    of_own.set_layout(theme.layout_for(1366, 768))
    of_own.retranslate()
    remembering.replies |= {"known": known_as(SyncStatus(Reach.HUB), own, hub=HUBS["hub"]), "sign_in_phone": PHONE}
    of_own._fetch()
    of_own.panel.phone.click()
    settled(of_own)
    shown = of_own.panel.invitation.fingerprint
    assert shown.visibleRegion().boundingRect() == shown.rect()


def test_a_phone_is_signed_in_by_a_code_with_the_fingerprint_to_compare(
    of_own: LaptopsScreen, remembering: Any
) -> None:
    assert not of_own.panel.phone.isVisible(), "there is no page where there is no hub"
    remembering.replies |= {"known": known_as(SyncStatus(Reach.HUB), own, hub=HUBS["hub"]), "sign_in_phone": PHONE}
    of_own._fetch()
    of_own.panel.phone.click()
    shown = of_own.panel.invitation
    assert "phone" in shown._title.text()
    assert bidi.plain(shown.short.text()) == PHONE.short
    assert "https://192.168.100.100:7443" in shown._short_line.text()
    assert bidi.plain(shown.fingerprint.text()).split() == list(PHONE.phone.fingerprint)
    assert "SHA-256" in shown._fingerprint_line.text()
    remembering.replies["invite"] = INVITED
    of_own.panel.invite.click()
    assert "laptop" in shown._title.text(), "a laptop is shown none of it"
    assert not shown.fingerprint.isVisible()


@pytest.mark.parametrize(
    ("role", "said"), [(Role.COORDINATOR, "find this one by themselves"), (Role.DESK, "at a coordinator’s")]
)
def test_where_the_hub_is_gone_it_says_whose_laptop_may_take_its_place(
    dressed: object, telling: words.Telling, role: Role, said: str
) -> None:
    here = laptop("00", "Desk 1", role=role)
    laptops = known_as(SyncStatus(Reach.AWAY), here)
    view = LaptopsWords(telling).view(LaptopsState(laptops, here.enrolment.station))
    assert said in view.hub_line


# ---- phones, and invitations that were used

PHONES = (
    SignedIn(3, Instant(NOON - 600_000), Instant(NOON + 8 * HOUR), Instant(NOON - 4_000)),
    SignedIn(5, Instant(NOON - 60_000), Instant(NOON + 8 * HOUR)),
)


def _with_phones(*phones: SignedIn, known: tuple[Laptop, ...] = (own, HEARD)) -> Laptops:
    laptops = known_as(SyncStatus(Reach.HUB), *known, hub=HUBS["hub"])
    return replace(laptops, phones=phones)


def test_phones_stand_after_the_laptops_with_since_when_and_when_they_looked_last(
    screen: LaptopsScreen, remembering: Any, telling: words.Telling
) -> None:
    remembering.replies["known"] = _with_phones(*PHONES)
    screen.shown()
    for _ in range(5):
        QTest.keyClick(screen, Qt.Key.Key_Down)
    assert screen._state.phone == PHONES[1]
    QTest.keyClick(screen, Qt.Key.Key_Up)
    view = LaptopsWords(telling).view(screen._state)
    assert [bidi.plain(f"{each.title}|{each.time}") for each in view.rows[2:]] == ["Phone 3|4 s ago", "Phone 5|"]
    assert _told(view) == {"Since": "13:00", "Last seen": "4 s ago", "Until": "21:10"}
    assert bidi.plain(view.name) == "Phone 3"


def test_a_phone_is_signed_out_by_holding_and_this_laptop_is_looked_at_again(
    screen: LaptopsScreen, remembering: Any, hold: Hold
) -> None:
    remembering.replies |= {"known": _with_phones(*PHONES), "sign_out_phone": Done(None)}
    screen.shown()
    screen._choose(2)
    settled(screen)
    button = screen.panel.doing[Doing.SIGN_OUT]
    button.click()
    assert not remembering.named("sign_out_phone"), "a click is not meant"
    remembering.replies["known"] = _with_phones(PHONES[1])
    hold(button)
    assert [call[-1] for call in remembering.named("sign_out_phone")] == [3]
    assert screen._state.laptop == own
    assert bidi.plain(screen._state.note) == "Phone 3 was signed out."


def test_an_invitation_that_was_used_gives_way_to_whoever_came_by_it() -> None:
    before = replace(steps.listed(LaptopsState(), _with_phones(known=(own, SCANNED))), invited=INVITED)
    assert steps.listed(before, _with_phones(known=(own, SCANNED))).invited, "who asked before did not come by it"
    after = steps.listed(before, _with_phones(known=(own, SCANNED, ASKING)))
    assert (after.invited, after.laptop) == (None, ASKING)
    phone = replace(before, invited=PHONE)
    assert steps.listed(phone, _with_phones(known=(own, SCANNED, ASKING))).invited, "a laptop came by another"
    signed_in = steps.listed(phone, _with_phones(PHONES[0], known=(own, SCANNED)))
    assert (signed_in.invited, signed_in.phone) == (None, PHONES[0])


def test_a_double_click_invites_one_laptop(screen: LaptopsScreen, remembering: Any) -> None:
    remembering.replies |= {"known": _with_phones(), "invite": INVITED}
    screen.shown()
    for _ in range(2):
        screen.panel.invite.click()
    assert len(remembering.named("invite")) == 1


@pytest.mark.parametrize("typed", ["Desk 2 ", " Desk 2", "Desk  2"])
def test_spaces_about_a_name_make_it_no_other(typed: str) -> None:
    other = laptop("33", "Desk 2", heard=3)
    state = LaptopsState(known_as(TOGETHER, own, other), other.enrolment.station)
    assert not steps.name_typed(state, typed).changed
    assert steps.name_typed(state, "Desk 22").changed


def test_another_screen_opens_it_on_the_laptop_that_it_names_and_the_next_opening_begins_anew(
    screen: LaptopsScreen,
) -> None:
    screen.opened_for(str(LEFT.enrolment.station))
    screen.shown()
    assert screen._state.laptop == LEFT
    screen.shown()
    assert screen._state.laptop != LEFT
