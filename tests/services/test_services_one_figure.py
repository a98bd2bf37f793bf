"""One figure and one word for one thing: screens, papers and commands say the same of the people of a bus."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from pathlib import Path

import pypdfium2
import pytest
import python_calamine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from checkin_app.bootstrap.papers import write_manifest, write_missing
from checkin_app.cli.overseeing import missing_row
from checkin_app.cli.shown import bus_row
from checkin_app.domain.buses import BusState
from checkin_app.domain.ids import BusCode, bus_checkpoint
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Answer, Verdict
from checkin_app.domain.papers import STANDINGS
from checkin_app.domain.standings import Relation, Standing, sought_as, standing
from checkin_app.domain.sync.status import SyncStatus
from checkin_app.services.missing import missing_of
from checkin_app.services.overseeing import board
from checkin_app.services.ports.buses import BusCount, Filter, Manifest
from checkin_app.services.scanning import How
from checkin_app.sync.phones import pages, people, readings
from checkin_app.sync.phones.frame import Frame
from checkin_app.sync.phones.words import Words as PhoneWords
from checkin_app.sync.phones.words import in_english
from checkin_app.ui import theme, words
from checkin_app.ui.door import state as door
from checkin_app.ui.door.words import DoorWords
from checkin_app.ui.manifest import state as buses
from checkin_app.ui.manifest.state import ManifestState
from checkin_app.ui.manifest.words import ManifestWords


class Way(Enum):
    """What a guest did: the place on a list, then the scans."""

    STAYED_AWAY = (True, ())
    BOARDED = (True, ("here",))
    BOARDED_ELSEWHERE = (True, ("there",))
    CHANGED_BUSES = (True, ("there", "here"))
    GOT_OFF = (True, ("here", "off"))
    CAME_BESIDES = (False, ("here",))
    WENT_AGAIN = (False, ("here", "off"))


#: What a person at the bus would say of each, without looking at the code.
TOLD = {
    Way.STAYED_AWAY: "sought", Way.BOARDED: "aboard", Way.BOARDED_ELSEWHERE: "safe", Way.CHANGED_BUSES: "aboard",
    Way.GOT_OFF: "sought", Way.CAME_BESIDES: "besides", Way.WENT_AGAIN: "",
}  # fmt: skip
PEOPLE = st.lists(st.sampled_from(Way), min_size=1, max_size=7)


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[None]:
    theme.dress(qapp)
    words.speak("en")
    yield
    words.speak("en")


def _go(post, delegate, bus: str, direction: Direction = Direction.IN) -> None:
    outcome = post.station.scanning.enter(delegate.id, bus_checkpoint(BusCode(bus)), How.FOUND, direction)
    if outcome.decision.verdict is Verdict.ASK:
        outcome = post.station.scanning.answer(outcome.fact_id, Answer.BOARD_HERE)
    assert outcome.decision.verdict is Verdict.GO


def _play(post, here: str, there: str, people: list[Way]) -> None:
    post.bus(here, usable=20, licensed=20)
    # Its only seat is somebody's, so that whoever boards it stays on the list of their own bus.
    post.bus(there, usable=1, licensed=20)
    post.station.dispatch.assign(post.register(f"Holder {there}").id, BusCode(there))
    for number, way in enumerate(people):
        guest = post.register(f"Guest {here} {number}")
        listed, steps = way.value
        if listed:
            post.station.dispatch.assign(guest.id, BusCode(here))
        for step in steps:
            _go(post, guest, there if step == "there" else here, Direction.OUT if step == "off" else Direction.IN)


def _plain(text: str) -> str:
    return re.sub("[\u2066\u2068\u2069]", "", text)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(people=PEOPLE, state=st.sampled_from([BusState.BOARDING, BusState.FINAL_CALL, BusState.DEPARTED]))
def test_every_place_says_the_same_of_a_bus(
    post, speaking: None, tmp_path: Path, people: list[Way], state: BusState
) -> None:
    number = len(post.station.queries.buses(rehearsal=False)) + 1
    here, there = f"2-{number}", f"2-{number + 1}"
    _play(post, here, there, people)
    if state is not BusState.BOARDING:
        post.move(here, state)
    known = Counter(TOLD[each] for each in people)
    count = next(each for each in post.station.queries.buses(rehearsal=False) if each.bus.code == here)
    manifest = post.station.queries.manifest(BusCode(here), rehearsal=False)
    _figures_are_what_happened(count, manifest, known)
    alone = post.station.queries.bus_count(BusCode(here), rehearsal=False)
    assert alone == replace(count, last=None, waiting=0), "a head count asks for one bus alone"
    word = {Standing.TO_COME: "still to come", Standing.MISSING: "missing"}[sought_as(state)]
    said = f"{known['sought']} {word}"
    assert _plain(_door(post, count).sought) == said
    _buses_screen(post, count, manifest, said, known)
    _command(count, known, sought_as(state))
    _papers(post, manifest, tmp_path, known, word)
    _phones(post, here, count, said, known)
    _search(post, count, tmp_path, known, sought_as(state))
    _board(post, count, known)


def _search(post, count: BusCount, folder: Path, known: Counter[str], word: Standing) -> None:
    """Command, message and cards about those who are absent."""
    found = missing_of(post.station, count.bus.code)
    row = missing_row(found)
    assert (row[word.value], row["safe"]) == (known["sought"], known["safe"])
    assert row["absent"] == known["sought"] + known["safe"] == len(row["people"])
    message = ManifestWords(words.Telling(post.station.in_force)).message(found, post.clock())
    assert len(message.splitlines()) == 1 + known["sought"]
    path = folder / f"{count.bus.code}-missing.pdf"
    write_missing(post.station, found, path)
    document = pypdfium2.PdfDocument(path)
    try:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
        assert len(document) == max(1, -(-known["sought"] // 2))
    finally:
        document.close()
    assert text.count(STANDINGS[word].value) == known["sought"]


def _board(post, count: BusCount, known: Counter[str]) -> None:
    seen = next(each for each in board(post.station, SyncStatus()).counts if each.bus.code == count.bus.code)
    assert (seen.tally.sought, seen.tally.safe) == (known["sought"], known["safe"])
    if known["aboard"] + known["besides"]:
        assert seen.last is not None
        assert seen.last.station == post.station.station.id


def _figures_are_what_happened(count: BusCount, manifest: Manifest, known: Counter[str]) -> None:
    tally = count.tally
    assert tally == manifest.tally
    assert tally.aboard == known["aboard"] + known["besides"]
    assert (tally.sought, tally.safe, tally.unlisted) == (known["sought"], known["safe"], known["besides"])
    assert tally.listed == known["aboard"] + known["sought"] + known["safe"]


def _door(post, count: BusCount):
    telling = words.Telling(post.station.in_force)
    view = DoorWords(telling).side(door.DoorState(count), count)
    assert (view.aboard, view.expected) == (count.tally.aboard_said, count.tally.listed)
    assert ("safe" in view.beside) == bool(count.tally.safe)
    return view


def _buses_screen(post, count: BusCount, manifest: Manifest, said: str, known: Counter[str]) -> None:
    state = buses.listed(buses.counted(ManifestState(), [count]), manifest)
    view = ManifestWords(words.Telling(post.station.in_force)).view(state, post.clock())
    nobody = "Nobody is missing" if manifest.lines else f"Bus {count.bus.code}"
    assert _plain(view.head.title) == (said if known["sought"] else nobody)
    assert len(view.rows) == known["sought"]
    figures = {value: int(_plain(text).rsplit(" ", 1)[1]) for value, text in view.filters}
    assert figures.pop(Filter.SAFE.value, 0) == known["safe"]
    assert figures == {"all": len(manifest.lines), "aboard": count.tally.aboard, "sought": known["sought"]}
    assert (view.aboard, view.expected) == (count.tally.aboard_said, str(count.tally.listed))


def _phones(post, bus: str, count: BusCount, said: str, known: Counter[str]) -> None:
    """A phone says it in the screens' own words, of which all but the elements around them is left here."""
    station = post.station
    frame = Frame(PhoneWords(in_english, "en", station.forum), here="", others=(), time="")
    shown = readings.Readings(station, lambda: len(station.queries.buses(rehearsal=False)))
    looked = shown.of_bus(BusCode(bus), Filter.SOUGHT, 0)
    page = _words_of(people.bus_people_page(frame, looked, post.clock()))
    nobody = "Nobody is missing" if looked.manifest.lines else "Nobody is on this bus’s list yet"
    assert (said if known["sought"] else nobody) in page
    assert f"{count.listed} expected · {count.tally.aboard_said} aboard" in page
    assert len(looked.lines) == known["sought"]
    listed = _words_of(pages.buses_page(frame, station.forum, shown.figures()))
    assert f"{count.tally.aboard_said} / {count.listed}" in listed


def _words_of(page: str) -> str:
    return re.sub("<[^>]*>", "", page)


def _command(count: BusCount, known: Counter[str], word: Standing) -> None:
    row = bus_row(count)
    other = ({Standing.TO_COME, Standing.MISSING} - {word}).pop()
    assert (row[word.value], row[other.value], row["safe"]) == (known["sought"], 0, known["safe"])


def _papers(post, manifest: Manifest, folder: Path, known: Counter[str], word: str) -> None:
    chinese = {"still to come": "未上车", "missing": "缺席"}[word]
    for ending, read in (("csv", _csv), ("xlsx", _xlsx)):
        path = folder / f"{manifest.bus.code}.{ending}"
        write_manifest(post.station, manifest, path)
        states = Counter("safe" if "安全" in each else each for each in read(path))
        assert (states[chinese], states["safe"]) == (known["sought"], known["safe"])
        assert not {"未上车", "缺席"} - {chinese} & states.keys()
    path = folder / f"{manifest.bus.code}.pdf"
    write_manifest(post.station, manifest, path)
    document = pypdfium2.PdfDocument(path)
    try:
        page = document[0].get_textpage().get_text_bounded()
    finally:
        document.close()
    # Once above the list, with its figure, and once for each of those whom it counts.
    assert page.count(chinese) == 1 + known["sought"]


def _csv(path: Path) -> list[str]:
    rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")))
    return [row[1] for row in list(rows)[1:]]


def _xlsx(path: Path) -> list[str]:
    rows = python_calamine.load_workbook(str(path)).get_sheet_by_index(0).to_python()
    return [str(row[1]) for row in rows[1:]]


@given(state=st.sampled_from(BusState), listed=st.booleans(), aboard=st.booleans(), elsewhere=st.booleans())
def test_nobody_is_missing_before_the_final_call_or_while_safe(
    state: BusState, listed: bool, aboard: bool, elsewhere: bool
) -> None:
    stands = standing(state, Relation(listed, aboard, elsewhere))
    waits = {BusState.PLANNED, BusState.READY, BusState.CANCELLED, BusState.BOARDING, BusState.AT_STOP}
    called = state not in waits
    assert (stands is Standing.MISSING) == (listed and not aboard and not elsewhere and called)
    assert (stands is Standing.TO_COME) == (listed and not aboard and not elsewhere and not called)


def test_every_state_of_a_bus_has_one_word_for_those_looked_for() -> None:
    assert {sought_as(state) for state in BusState} == {Standing.TO_COME, Standing.MISSING}
