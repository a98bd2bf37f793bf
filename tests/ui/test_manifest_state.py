"""What the bus screen says of its people: who is missing, who is safe, what is called out."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, FactId, Instant, RouteId, StationId
from checkin_app.domain.movements import Movements, Presence
from checkin_app.domain.outcomes import Verdict
from checkin_app.runtime.languages import of_papers
from checkin_app.services.ports.buses import BusCount, Filter, Manifest, ManifestLine
from checkin_app.services.ports.people import DelegateCard
from checkin_app.ui import words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.manifest import state as buses
from checkin_app.ui.manifest.calls import calls
from checkin_app.ui.manifest.model import ViewModel
from checkin_app.ui.manifest.rows import BusRow, PersonRow
from checkin_app.ui.manifest.state import ManifestState
from checkin_app.ui.manifest.words import ManifestWords, endonym

BUS = Bus(BusCode("3-2"), RouteId("3"), 49, 37, departs="14:00", bay="6", state=BusState.BOARDING)
CALLED = replace(BUS, state=BusState.FINAL_CALL)
MINUTE = 60_000


def plain(text: str) -> str:
    """Return a text without the marks of direction."""
    return text.translate(dict.fromkeys(map(ord, "\u2066\u2068\u2069")))


def line(name: str, *, aboard: bool = False, seen_on: str = "", listed: bool = True, **more: Any) -> ManifestLine:
    who = Delegate(DelegateId(name.lower()), name, languages=more.pop("languages", ("ar",)), **more)
    since = Instant(0) if aboard else None
    return ManifestLine(who, aboard, since, BusCode(seen_on) if seen_on else None, listed)


def state_of(*lines: ManifestLine, bus: Bus = BUS, filter_: Filter = Filter.SOUGHT) -> ManifestState:
    manifest = Manifest(bus, lines, 7)
    of = manifest.tally
    state = buses.counted(ManifestState(), [BusCount(bus, of.listed, of.aboard, of.unlisted, of.safe)])
    return buses.filtered(buses.listed(state, manifest), filter_)


@pytest.fixture
def manifest_words(dressed: object, telling: words.Telling) -> ManifestWords:
    return ManifestWords(telling)


LINES = st.lists(
    st.builds(
        line,
        st.text(st.characters(categories=("Ll", "Lo")), min_size=1, max_size=5),
        aboard=st.booleans(),
        seen_on=st.sampled_from(("", "3-4")),
        listed=st.booleans(),
    ),
    max_size=12,
)


@given(LINES)
def test_every_filter_shows_as_many_as_it_says_and_together_they_show_everybody_once(lines: list[ManifestLine]) -> None:
    state = state_of(*[each for each in lines if each.listed or each.aboard])
    shown = {each: buses.filtered(state, each).shown for each in Filter}
    parts = [id(line) for each in (Filter.ABOARD, Filter.SAFE, Filter.SOUGHT) for line in shown[each]]
    assert sorted(parts) == sorted(map(id, shown[Filter.ALL]))
    tally = state.tally
    assert [len(shown[each]) for each in (Filter.ABOARD, Filter.SAFE, Filter.SOUGHT)] == [
        tally.aboard, tally.safe, tally.sought,
    ]  # fmt: skip


@given(LINES)
def test_who_is_aboard_another_bus_is_not_looked_for(lines: list[ManifestLine]) -> None:
    assert all(each.seen_on is None for each in state_of(*lines).sought)


def test_a_person_on_another_bus_is_called_safe(manifest_words: ManifestWords) -> None:
    state = state_of(line("Missing"), line("Safe", seen_on="3-4"), bus=CALLED)
    view = manifest_words.view(state, Instant(0))
    assert [row.name for row in view.rows] == ["Missing"]
    assert plain(view.head.title) == "1 missing"
    assert view.elsewhere == f"Aboard other buses and safe: {bidi.code('3-4')}."
    assert [plain(text) for _, text in view.filters] == ["All 2", "Aboard 0", "Safe elsewhere 1", "Missing 1"]
    (safe,) = manifest_words.view(buses.filtered(state, Filter.SAFE), Instant(0)).rows
    assert safe.chip == f"Aboard {bidi.code('3-4')}, safe"
    assert safe.tone is ChipTone.GO


def test_the_filter_of_the_safe_goes_with_the_last_of_them(manifest_words: ManifestWords) -> None:
    state = state_of(line("Safe", seen_on="3-4"), filter_=Filter.SAFE)
    state = buses.listed(state, Manifest(BUS, (line("Safe"),), 8))
    assert state.filter is Filter.SOUGHT
    assert [value for value, _ in manifest_words.view(state, Instant(0)).filters] == ["all", "aboard", "sought"]


@pytest.mark.parametrize(
    ("bus_state", "title", "verdict"),
    [
        (BusState.PLANNED, "1 still to come", None),
        (BusState.BOARDING, "1 still to come", None),
        (BusState.FINAL_CALL, "1 missing", Verdict.ASK),
        (BusState.DEPARTED, "1 missing", Verdict.ASK),
    ],
)
def test_nobody_is_missing_before_the_final_call(
    manifest_words: ManifestWords, bus_state: BusState, title: str, verdict: Verdict | None
) -> None:
    bus = Bus(BUS.code, BUS.route, 49, 37, state=bus_state)
    head = manifest_words.view(state_of(line("A"), bus=bus), Instant(0)).head
    assert (plain(head.title), head.verdict) == (title, verdict)


def test_when_all_are_aboard_nobody_is_missing(manifest_words: ManifestWords) -> None:
    view = manifest_words.view(state_of(line("A", aboard=True)), Instant(0))
    assert view.head.title == view.empty == "Nobody is missing"
    assert view.head.verdict is Verdict.GO
    assert view.calls == ()


@pytest.mark.parametrize(
    ("gone", "said"),
    [(10_000, "just now"), (MINUTE, "1 min ago"), (42 * MINUTE, "42 min ago"), (60 * MINUTE, "1 hour ago"),
     (3 * 60 * MINUTE, "3 hours ago"), (25 * 60 * MINUTE, "1 day ago")],
)  # fmt: skip
def test_last_seen_is_said_with_how_long_ago(
    manifest_words: ManifestWords, at_nine: Instant, gone: int, said: str
) -> None:
    presence = Presence(CheckpointId("opening"), False, True, at_nine, at_nine, StationId("s"), FactId("f"))
    card = DelegateCard(line("A").delegate, BadgeStanding(), Movements((presence,)))
    state = buses.sought(state_of(line("A")), [card])
    row = manifest_words.view(state, Instant(at_nine + gone)).rows[0]
    assert row.seen == f"{bidi.code('09:12')} at {bidi.name('Opening & plenary')}"
    assert row.ago == said


def test_a_rehearsal_says_nothing_of_where_somebody_is(at_nine: Instant) -> None:
    presence = Presence(CheckpointId("opening"), True, True, at_nine, at_nine, StationId("s"), FactId("f"))
    card = DelegateCard(line("A").delegate, BadgeStanding(), Movements((presence,)))
    state = state_of(line("A"))
    assert buses.sought(state, [card]).seen == {}
    assert state.manifest
    practised = replace(state, manifest=Manifest(BUS, (line("A"),), 8, rehearsal=True))
    assert set(buses.sought(practised, [card]).seen) == {card.delegate.id}


def test_a_manifest_of_a_bus_that_was_left_is_passed_over() -> None:
    state = buses.opened(state_of(line("A")), BusCode("3-4"))
    assert buses.listed(state, Manifest(BUS, (line("A"),), 8)).manifest is None


def test_a_bus_that_is_gone_gives_way_to_the_first() -> None:
    other = BusCount(Bus(BusCode("1-1"), RouteId("1"), 20, 18), 0, 0)
    assert buses.counted(state_of(line("A")), [other]).bus == "1-1"
    assert buses.counted(state_of(line("A")), []).bus is None


def test_calls_are_made_in_the_languages_of_the_missing_the_most_wanted_first() -> None:
    state = state_of(line("A", languages=("fr",)), line("B", languages=("ru",)), line("C", languages=("ru",)))
    assert [tag for tag, _ in calls(BUS.code, buses.needed_languages(state))] == ["ru", "fr"]


@given(st.lists(st.sampled_from([*of_papers(), "ka", "sw", ""]), max_size=6, unique=True))
def test_nobody_is_left_without_a_call(wanted: list[str]) -> None:
    made = dict(calls(BusCode("3-2"), wanted))
    assert set(wanted) & set(of_papers()) <= made.keys()
    if not wanted or not set(wanted) <= set(of_papers()):
        assert {"zh", "en"} <= made.keys()


def test_every_call_names_the_bus_from_left_to_right() -> None:
    for tag in of_papers():
        assert bidi.code("3-2") in dict(calls(BusCode("3-2"), [tag]))[tag]


def test_a_language_is_named_in_itself_and_in_that_of_the_screen(manifest_words: ManifestWords) -> None:
    row = manifest_words.view(state_of(line("A")), Instant(0)).rows[0]
    assert (row.language, row.language_here) == ("العربية", "Arabic")
    assert endonym("zh") == "中文"
    assert endonym("fr") == "Français"
    assert endonym("") == endonym("not a language") == ""


def test_the_bus_leaves_only_by_way_of_the_head_count(manifest_words: ManifestWords) -> None:
    view = manifest_words.view(state_of(line("A"), line("B")), Instant(0))
    assert view.move == (BusState.FINAL_CALL, "Final call")
    assert view.count == "Count and leave"


def test_the_models_keep_qts_rules(dressed: object) -> None:
    people: ViewModel[PersonRow] = ViewModel()
    QAbstractItemModelTester(people, QAbstractItemModelTester.FailureReportingMode.Fatal)
    people.show([PersonRow(DelegateId("a"), "A"), PersonRow(DelegateId("b"), "B")])
    people.show([PersonRow(DelegateId("a"), "A"), PersonRow(DelegateId("b"), "C")])
    people.show([])
    listed: ViewModel[BusRow] = ViewModel()
    QAbstractItemModelTester(listed, QAbstractItemModelTester.FailureReportingMode.Fatal)
    listed.show([BusRow("Route 3"), BusRow("", BusCode("3-2"), "1 / 2", "Boarding")])
    listed.show([])


def test_the_number_of_a_bay_stands_on_one_line_with_its_word(manifest_words: ManifestWords) -> None:
    view = manifest_words.view(state_of(line("Ada")), Instant(0))
    assert "bay\u00a06" in plain(view.head.line)
