"""The burst's law: every typed character comes back in order, every scan comes out once."""

import dataclasses

import pytest
from devices_timeline import ENTER, Played, Timeline, play
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_app.devices.burst import WINDOWS_TIMING, Burst, Key, KeyKind, State, Timing

CODES = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", min_size=12, max_size=40)
HUMAN_GAPS = st.integers(45, 400)
SCANNER_GAPS = st.integers(1, 20)


@st.composite
def timelines(draw):
    timeline = Timeline()
    for _ in range(draw(st.integers(1, 5))):
        timeline.wait(45)
        match draw(st.sampled_from(["typing", "held", "scan", "torn", "hiccup"])):
            case "typing":
                for character in draw(st.text("ab1 \r\t", min_size=1, max_size=12)):
                    timeline.type(character, draw(HUMAN_GAPS), draw(st.integers(0, 150)))
            case "held":
                timeline.type("x", draw(HUMAN_GAPS), 0)
                repeats = draw(st.lists(st.integers(15, 40), min_size=1, max_size=12))
                timeline.hold_down("x", draw(st.integers(150, 700)), repeats, first_marked=draw(st.booleans()))
            case kind:
                _draw_scan(draw, timeline, kind)
    return timeline


def _draw_scan(draw, timeline, kind):
    code = draw(CODES)
    terminators = draw(st.sampled_from([ENTER, "\t", "\r\n", ""]))
    gaps = draw(st.lists(SCANNER_GAPS, min_size=len(code) + 2, max_size=len(code) + 2))
    places = {"torn": st.integers(1, 3), "hiccup": st.integers(4, len(code) - 1), "scan": st.none()}
    tear = draw(places[kind])
    timeline.scan(code, gaps, terminators, tear=tear, hiccup=draw(st.integers(36, 225)))
    if not terminators:
        timeline.wait(300)


STALLS = st.lists(st.tuples(st.integers(900, 6_000), st.integers(1, 2_500)), max_size=4)


@settings(max_examples=max(400, settings.default.max_examples))
@given(timeline=timelines(), stalls=STALLS)
def test_any_interleaving_gives_every_typed_key_back_in_order_and_every_scan_once(timeline, stalls):
    played = play(timeline, stalls)

    assert played.presses(by_person=True) == timeline.typed()
    assert set(played.presses(by_person=False)) <= timeline.torn_heads
    assert sorted(played.releases()) == sorted(played.presses(by_person=True) + played.presses(by_person=False))
    assert len(played.scans) == len(timeline.codes)
    assert all(code in scan.candidates for code, scan in zip(timeline.codes, played.scans, strict=True))


def typed(text, *, gap, timing=None):
    timeline = Timeline()
    for character in text:
        timeline.type(character, gap, gap)
    return play(timeline, [], timing)


def scanned(code, *, gap=2, terminators=ENTER, stalls=(), **tear) -> Played:
    timeline = Timeline()
    timeline.scan(code, [gap] * (len(code) + 2), terminators, **tear)
    return play(timeline, list(stalls))


def test_keys_at_most_35_ms_apart_begin_a_scan_and_slower_ones_do_not():
    assert scanned("ABCDEFGH", gap=35).scans
    assert typed("ABCDEFGH", gap=36).scans == []


def test_from_the_fourth_key_on_a_scan_may_pause_for_a_quarter_of_a_second():
    assert scanned("ABCDEFGHIJKL", tear=4, hiccup=248).scans[0].candidates == ("ABCDEFGHIJKL",)
    assert "ABCDEFGHIJKL" not in scanned("ABCDEFGHIJKL", tear=4, hiccup=249).scans[0].candidates[:1]


def test_a_burst_of_seven_keys_is_typing_and_of_eight_a_scan():
    assert scanned("ABCDEFG").scans == []
    assert scanned("ABCDEFG").presses(by_person=False)[-1].endswith(ENTER)
    assert [scan.candidates for scan in scanned("ABCDEFGH").scans] == [("ABCDEFGH",)]


def test_silence_ends_a_scan_too():
    assert [scan.candidates for scan in scanned("ABCDEFGH", terminators="").scans] == [("ABCDEFGH",)]


@pytest.mark.parametrize("terminators", [ENTER, "\n", "\t", "\r\n", "\t\r"])
def test_no_terminator_of_a_scan_reaches_a_window(terminators):
    assert scanned("ABCDEFGH", terminators=terminators).strokes == []


def test_a_person_s_enter_after_a_scan_passes():
    timeline = Timeline()
    timeline.scan("ABCDEFGH", [2] * 10, ENTER)
    timeline.type(ENTER, 60, 40)
    assert play(timeline, []).presses(by_person=True) == timeline.typed()


def test_candidates_come_physical_first_then_text_then_with_the_tail():
    burst = Burst[str]("wedge", Timing())
    for place, (physical, text) in enumerate(zip("XYABCDEFGH", "xzabcdefgh", strict=True)):
        stamp = 1_000 + place + (100 if place >= 2 else 0)
        burst.press(Key(KeyKind.CHARACTER, stamp, place, physical, text), "")
    scan = burst.press(Key(KeyKind.TERMINATOR, 1_111, 28), "").scan
    assert scan is not None
    assert scan.candidates == ("ABCDEFGH", "abcdefgh", "XYABCDEFGH", "xzabcdefgh")
    assert (scan.device, scan.stamp_ms) == ("wedge", 1_109)


def test_equal_candidates_are_named_once():
    assert scanned("ABCDEFGH").scans[0].candidates == ("ABCDEFGH",)


def test_the_tail_lasts_a_second_and_a_half():
    assert "ABCDEFGHIJKL" in scanned("ABCDEFGHIJKL", tear=3, hiccup=1_498).scans[0].candidates
    assert "ABCDEFGHIJKL" not in scanned("ABCDEFGHIJKL", tear=3, hiccup=1_499).scans[0].candidates


def test_a_scan_torn_after_other_typing_is_repaired_by_its_own_head_alone():
    timeline = Timeline()
    for character in "hello":
        timeline.type(character, 80, 40)
    timeline.wait(60)
    timeline.scan("ABCDEFGHIJKL", [2] * 13, ENTER, tear=2, hiccup=90)
    assert "ABCDEFGHIJKL" in play(timeline, []).scans[0].candidates


def test_doubled_letters_that_come_marked_as_auto_repeat_are_keys():
    assert scanned("AABBBBCCDDDD", gap=12).scans[0].candidates == ("AABBBBCCDDDD",)


def test_a_doubled_letter_at_the_tear_itself_is_repaired_too():
    assert "ABBCDEFGHIJKL" in scanned("ABBCDEFGHIJKL", tear=2, hiccup=40).scans[0].candidates


def test_a_key_held_down_is_no_scan_even_where_its_first_repeat_comes_unmarked():
    timeline = Timeline()
    timeline.type("x", 100, 0)
    timeline.hold_down("x", 500, [20] * 30, first_marked=False)
    played = play(timeline, [])
    assert played.scans == []
    assert played.presses(by_person=True) == timeline.typed()


def test_a_timer_that_overtakes_waiting_keys_asks_once_more():
    played = scanned("ABCDEFGHIJKL", gap=5, stalls=[(1_011, 400)])
    assert played.presses(by_person=False) == []
    assert len(played.scans) == 1


def test_typing_comes_back_after_the_gap_and_one_more_question():
    burst = Burst[str]("wedge", Timing())
    burst.press(Key(KeyKind.CHARACTER, 1_000, 1, "A", "A"), "A")
    assert (burst.state, burst.wait_ms) == (State.HOLD, 35)
    assert burst.time_out().typed == ()
    assert burst.wait_ms == 10
    assert burst.time_out().typed == ("A",)
    assert (burst.state, burst.wait_ms) == (State.PASS, 0)


def test_windows_with_its_coarse_stamps_allows_more_between_keys():
    assert 45 <= WINDOWS_TIMING.key_gap_ms <= 50


def test_keys_without_a_time_stamp_pass():
    burst = Burst[int]("wedge", Timing())
    for code in range(20):
        assert not burst.press(Key(KeyKind.CHARACTER, 0, code, "A", "A"), code).taken


def test_stamps_that_start_again_after_49_days_tear_no_scan():
    burst = Burst[str]("wedge", Timing())
    steps = [
        burst.press(Key(KeyKind.CHARACTER, (2**32 - 4 + place) % 2**32 or 1, place, letter, letter), letter)
        for place, letter in enumerate("ABCDEFGHIJ")
    ]
    end = burst.press(Key(KeyKind.TERMINATOR, 8, 28), "")
    assert all(step.taken and not step.typed for step in steps)
    assert end.scan is not None
    assert end.scan.candidates == ("ABCDEFGHIJ",)


def test_a_key_stamped_by_another_clock_continues_no_burst():
    burst = Burst[int]("wedge", Timing())
    for stamp in range(10_000, 8_000, -100):
        burst.press(Key(KeyKind.CHARACTER, stamp, stamp, "A", "A"), stamp)
        assert burst.state is State.HOLD


@pytest.mark.parametrize("terminated", [True, False])
def test_keys_let_go_after_the_scan_ended_are_still_swallowed(terminated):
    burst = Burst[str]("wedge", Timing())
    for place, letter in enumerate("ABCDEFGH"):
        burst.press(Key(KeyKind.CHARACTER, 1_000 + place, place, letter, letter), letter)
    if terminated:
        burst.press(Key(KeyKind.TERMINATOR, 1_010, 8), "")
    else:
        burst.time_out()
        burst.time_out()
    assert burst.state is State.PASS
    assert all(burst.release(place, "").taken for place in range(9 if terminated else 8))


def test_a_command_key_ends_a_burst_and_passes():
    burst = Burst[str]("wedge", Timing())
    burst.press(Key(KeyKind.CHARACTER, 1_000, 1, "A", "A"), "A")
    step = burst.press(Key(KeyKind.OTHER, 1_010, 2), "F2")
    assert (step.taken, step.typed) == (False, ("A",))


def test_control_characters_of_a_scan_are_swallowed_with_it():
    """STX, code, ETX, Enter: no shortcut fires, and the Enter clicks no button."""
    burst = Burst[str]("wedge", Timing())
    assert not burst.press(Key(KeyKind.CONTROL, 999, 48, "b"), "STX").taken
    for place, letter in enumerate("ABCDEFGHIJ"):
        assert burst.press(Key(KeyKind.CHARACTER, 1_000 + place, place, letter, letter), letter).taken
    assert burst.press(Key(KeyKind.MODIFIER, 1_011, 29), "Ctrl").taken
    etx = Key(KeyKind.CONTROL, 1_012, 46, "c")
    assert burst.wants(etx)
    assert burst.press(etx, "ETX").taken
    assert burst.release(46, "ETX").taken
    step = burst.press(Key(KeyKind.TERMINATOR, 1_014, 28), "")
    assert step.taken
    assert step.scan is not None
    assert step.scan.candidates == ("ABCDEFGHIJ",)
    assert step.typed == ()


@pytest.mark.parametrize(("keys", "gap"), [(3, 10), (7, 10), (10, 36)])
def test_a_command_that_no_scanner_writes_passes(keys, gap):
    burst = Burst[str]("wedge", Timing())
    for place in range(keys):
        burst.press(Key(KeyKind.CHARACTER, 1_000 + place, place, "A", "A"), "A")
    assert not burst.press(Key(KeyKind.CONTROL, 1_000 + keys - 1 + gap, 46, "c"), "copy").taken
    assert burst.state is State.PASS


def test_shift_inside_a_scan_is_swallowed_with_it_and_alone_it_passes():
    burst = Burst[str]("wedge", Timing())
    assert not burst.press(Key(KeyKind.MODIFIER, 999, 42), "shift").taken
    for place, letter in enumerate("ABCDEFGHIJ"):
        assert burst.press(Key(KeyKind.CHARACTER, 1_000 + place, place, letter, letter), letter).taken
        assert burst.press(Key(KeyKind.MODIFIER, 1_000 + place, 54), "shift").taken
        assert burst.release(54, "shift").taken
    assert burst.press(Key(KeyKind.TERMINATOR, 1_011, 28), "").scan


def test_a_burst_without_end_is_cut_and_costs_no_memory():
    timing = dataclasses.replace(Timing(), maximum_keys=100)
    burst = Burst[str]("wedge", timing)
    for stamp in range(1, 10_000):
        assert burst.press(Key(KeyKind.CHARACTER, stamp, stamp % 40, "A", "A"), "A").taken
    assert burst._held == []
    scan = burst.press(Key(KeyKind.TERMINATOR, 10_000, 99), "").scan
    assert scan is not None
    assert scan.candidates == ("A" * 100,)


def test_a_key_that_a_burst_wants_is_a_key_that_it_takes():
    burst = Burst[str]("wedge", Timing())
    for place, kind in enumerate(
        [KeyKind.CHARACTER] * 9
        + [KeyKind.CONTROL, KeyKind.TERMINATOR, KeyKind.TERMINATOR, KeyKind.CONTROL, KeyKind.OTHER]
    ):
        key = Key(kind, 1_000 + place, place, "A", "A")
        assert burst.wants(key) == burst.press(key, "").taken
