"""Puts the bus screen's state into words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QLocale, QObject

from checkin_app.domain import bus_texts, sightings
from checkin_app.domain.buses import COMING_BACK, LEFT, BusState, leaves_next
from checkin_app.domain.ids import BusCode, Instant
from checkin_app.domain.kinds.rides import Saying
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.ride_states import ride_word
from checkin_app.domain.sightings import LastSeen
from checkin_app.domain.standings import Standing, Tally, sought_as
from checkin_app.runtime import languages
from checkin_app.runtime.phone_numbers import grouped
from checkin_app.services.missing import companions_of
from checkin_app.services.ports.buses import BusCount, Filter, ManifestLine
from checkin_app.services.ports.missing import MissingList
from checkin_app.ui import words, words_buses, words_languages, words_sightings, words_speech
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone, Occupancy
from checkin_app.ui.kit.paint import PART
from checkin_app.ui.kit.worded import Worded
from checkin_app.ui.manifest import ride_words, standby_words
from checkin_app.ui.manifest.calls import calls
from checkin_app.ui.manifest.ride_words import NOTHING_TO_SAY, RideView
from checkin_app.ui.manifest.rows import BusRow, PersonRow
from checkin_app.ui.manifest.state import ManifestState, needed_languages, sighting

#: States of a bus in which nobody counts it.
_NOT_COUNTED = frozenset({BusState.PLANNED, BusState.EMERGENCY})
_STANDING_TONES: Mapping[Standing, ChipTone] = {
    Standing.ABOARD: ChipTone.GO,
    Standing.UNLISTED: ChipTone.INFO,
    Standing.ACCOUNTED: ChipTone.QUIET,
    Standing.TO_COME: ChipTone.QUIET,
    Standing.MISSING: ChipTone.ASK,
    Standing.GOT_OFF: ChipTone.QUIET,
}


@dataclass(frozen=True, slots=True)
class HeadView:
    """The sentence that counts, and the two beside it."""

    title: str
    line: str = ""
    short_line: str = ""
    """The line where there is little room."""
    second_line: str = ""
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class ManifestView:
    """Everything the panel draws, in words."""

    head: HeadView
    buses: tuple[BusRow, ...]
    rows: Sequence[PersonRow]
    filters: tuple[tuple[str, str], ...]
    empty: str
    empty_line: str
    calls: tuple[tuple[str, str], ...]
    """Language and sentence to read aloud."""
    code: str = ""
    occupancy: Occupancy | None = None
    aboard: str = ""
    expected: str = ""
    elsewhere: str = ""
    state: str = ""
    tone: ChipTone = ChipTone.QUIET
    move: tuple[BusState, str] | None = None
    open_again: str = ""
    """What the button says that has to be held: doors that are opened make void what was counted or released."""
    count: str = ""
    """What the button says that leads to counting and leaving, or empty where the doors were not opened yet."""
    count_leads: bool = False
    """That it is counted, or leaves, is what usually follows."""
    person: str = ""
    """The person chosen, whom the menu moves."""
    person_line: str = ""
    """Who answers for that person, and with whom they came."""
    offers_search: bool = False
    """Somebody is looked for: a message about them can be copied, and cards be printed."""
    move_to: str = ""
    places: tuple[tuple[str, str], ...] = ()
    """Where that person may be moved: pairs of a bus's code, empty for off every bus, and words."""
    ride: RideView = NOTHING_TO_SAY


class ManifestWords(QObject):
    """Words in the language in use; looked up when shown."""

    def __init__(self, telling: words.Telling) -> None:
        super().__init__()
        self.telling = telling

    def view(self, state: ManifestState, now: Instant) -> ManifestView:
        count, manifest = state.count, state.manifest
        empty, empty_line = self._empty(state)
        view = ManifestView(
            head=self._head(state),
            buses=self._buses(state),
            rows=self._rows(state, now),
            filters=self._filters(state),
            empty=empty,
            empty_line=empty_line,
            calls=self._calls(state),
        )
        if count is None or manifest is None:
            return view
        return self._with_figures(view, state, count)

    def _rows(self, state: ManifestState, now: Instant) -> Sequence[PersonRow]:
        lines = state.shown
        clock, placed = self.telling.clock, standby_words.placed
        return Worded(len(lines), lambda place: placed(state, self._row(state, lines[place], now), place, clock))

    # ---- the head

    def _head(self, state: ManifestState) -> HeadView:
        if state.manifest is None or not state.lines:
            title = words.say("Bus", bus_texts.BUSES)
            if state.bus:
                title = words.say("Bus", bus_texts.BUS).format(bus=bidi.code(state.bus))
            return HeadView(title, self._leaves(state), second_line=_swapped(state))
        if state.filter is Filter.STANDBY and state.manifest.waiting:
            short = self._leaves(state, short=True)
            return HeadView(*standby_words.head(state.manifest, self._leaves(state), short))
        tally = state.tally
        figures = words.say("Bus", bus_texts.EXPECTED_ABOARD).format(
            listed=bidi.code(str(tally.listed)), aboard=bidi.code(tally.aboard_said)
        )
        title, verdict = self._title(state.manifest.bus.state, tally)
        return HeadView(
            title, self._leaves(state), self._leaves(state, short=True), _part(figures, _swapped(state)), verdict
        )

    def _title(self, bus: BusState, tally: Tally) -> tuple[str, Verdict | None]:
        if tally.sought == 0:
            return words.say("Bus", bus_texts.NOBODY_MISSING), Verdict.GO
        return words_buses.sought(bus, tally), Verdict.ASK if sought_as(bus) is Standing.MISSING else None

    def _leaves(self, state: ManifestState, *, short: bool = False) -> str:
        bus = state.manifest.bus if state.manifest else state.count.bus if state.count else None
        if bus is None:
            return ""
        parts = [] if short else [words.say("Bus", bus_texts.BUS).format(bus=bidi.code(bus.code))]
        if bus.departs:
            leaves = words.say("Bus", bus_texts.LEAVES)
            parts.append(leaves.format(time=bidi.code(bus.departs)))
        if bus.bay:
            parts.append(words_buses.bay(bus.bay))
        return " · ".join(parts)

    # ---- the lists

    def _buses(self, state: ManifestState) -> tuple[BusRow, ...]:
        rows: list[BusRow] = []
        route = ""
        for count in state.buses:
            if count.bus.route != route:
                route = count.bus.route
                rows.append(BusRow(words_buses.route(self.telling.forum, route)))
            figures = f"{count.tally.aboard_said} / {count.listed}"
            rows.append(BusRow("", count.bus.code, figures, words_buses.state(count.bus.state)))
        return tuple(rows)

    def _row(self, state: ManifestState, line: ManifestLine, now: Instant) -> PersonRow:
        who = line.delegate
        group = who.delegation or who.organisation
        tag = next(iter(who.languages), "")
        own, here = endonym(tag), words_languages.language(tag) if tag else ""
        chip, tone = _chip(state, line)
        seen = sighting(state, line)
        return PersonRow(
            delegate=who.id,
            name=who.called,
            second_line=" · ".join(bidi.name(part) for part in (who.second_name, group) if part),
            seen=self._seen_by(seen) if seen or not (line.aboard or line.seen_on) else "",
            ago=self._ago(seen, now),
            phone=grouped(who.phone),
            language=own,
            language_here=here if here.casefold() != own.casefold() else "",
            chip=chip,
            tone=tone,
        )

    def _seen_by(self, seen: LastSeen | None) -> str:
        return PART.join(part for part in (self._seen(seen), bidi.name(self._station(seen))) if part)

    def _seen(self, seen: LastSeen | None) -> str:
        if seen is None:
            return words.say("Sighting", sightings.NOWHERE)
        return words_sightings.seen(seen, self.telling)

    def _time(self, at: Instant) -> str:
        return bidi.code(self.telling.clock(at))

    def _ago(self, seen: LastSeen | None, now: Instant) -> str:
        told = sightings.ago(seen.at, now) if seen else None
        if told is None:
            return ""
        text, number = told
        return words.say("Sighting", text) if number is None else words.counted("Sighting", text, number)

    def _filters(self, state: ManifestState) -> tuple[tuple[str, str], ...]:
        if state.manifest is None:
            return ()
        tally = state.tally
        said = (
            (Filter.ALL, words.say("Bus", bus_texts.ALL), str(len(state.lines))),
            (Filter.ABOARD, words_buses.standing(Standing.ABOARD), tally.aboard_said),
            (Filter.SAFE, words_buses.standing(Standing.SAFE), str(tally.safe)),
            (Filter.ACCOUNTED, words_buses.standing(Standing.ACCOUNTED), str(tally.accounted)),
            (Filter.SOUGHT, words_buses.standing(sought_as(state.manifest.bus.state)), str(tally.sought)),
        )
        rare = {Filter.SAFE: tally.safe, Filter.ACCOUNTED: tally.accounted}
        shown = (each for each in said if rare.get(each[0], 1))
        offered = tuple((each.value, f"{word} {bidi.code(n)}") for each, word, n in shown)
        return (*offered, *standby_words.offered(state.manifest))

    def _empty(self, state: ManifestState) -> tuple[str, str]:
        if not state.known or (state.bus and state.manifest is None):
            return "", ""
        if not state.buses:
            return (
                words.say("Bus", bus_texts.NO_BUSES),
                self.tr("Buses are put on the routes, and people on the buses."),
            )
        if not state.lines:
            return (
                words.say("Bus", bus_texts.NOBODY_LISTED),
                self.tr("People come here when they are put on the bus, or board it."),
            )
        if state.filter is Filter.ABOARD:
            return words.say("Bus", bus_texts.NOBODY_ABOARD), ""
        return words.say("Bus", bus_texts.NOBODY_MISSING), ""

    # ---- the side

    def _calls(self, state: ManifestState) -> tuple[tuple[str, str], ...]:
        over = state.manifest is None or state.manifest.bus.state in LEFT or not state.sought
        return calls(state.bus, needed_languages(state)) if state.bus and not over else ()

    def _with_figures(self, view: ManifestView, state: ManifestState, count: BusCount) -> ManifestView:
        bus = state.manifest.bus if state.manifest else count.bus
        tally, person = state.tally, state.person
        return replace(
            view,
            occupancy=words_buses.occupancy(count, tally),
            code=bus.code,
            aboard=tally.aboard_said,
            expected=str(tally.listed),
            elsewhere=self._elsewhere(state),
            state=words_buses.state(bus.state),
            tone=words_buses.tone(bus.state),
            move=(state.move, words_buses.move(state.move)) if state.move else None,
            open_again=words_buses.open_again(bus.state),
            count="" if bus.state in _NOT_COUNTED else words_buses.count(),
            count_leads=leaves_next(bus.state) or bus.state in COMING_BACK,
            person=bidi.name(person.delegate.called) if person else "",
            person_line=self._company(state, person) if person else "",
            offers_search=bool(tally.sought),
            move_to=self.tr("Move to…"),
            places=self._places(state) if person else (),
            ride=ride_words.view(state),
        )

    def _company(self, state: ManifestState, person: ManifestLine) -> str:
        parts = [ride_words.overridden(person.override)] if person.override else []
        if person.delegate.host:
            parts.append(self.tr("Liaison: {name}.").format(name=bidi.name(person.delegate.host)))
        known = companions_of(state.manifest, person.delegate) if state.manifest else ()
        if known:
            said = (f"{bidi.name(each.delegate.called)} ({words_buses.standing(each.standing)})" for each in known)
            parts.append(self.tr("With: {names}.").format(names=words.say("List", ", ").join(said)))
        return words_speech.in_a_row(parts)

    def message(self, missing: MissingList, now: Instant) -> str:
        """Return who is looked for as a text for others to read: in which language and on which number to call them."""
        bus = missing.bus
        head = words.say("Bus", bus_texts.BUS).format(bus=bidi.code(bus.code))
        lines = [PART.join((head, words_buses.sought(bus.state, missing.tally), self._time(now)))]
        for place, each in enumerate(missing.sought, start=1):
            who = each.delegate
            seen = PART.join(part for part in (self._seen(each.seen), bidi.name(self._station(each.seen))) if part)
            spoken = words_languages.languages(who.languages)
            names = " / ".join(bidi.name(name) for name in (who.called, who.second_name if who.name else "") if name)
            parts = (names, bidi.name(who.delegation or who.organisation), spoken, bidi.code(grouped(who.phone)), seen)
            lines.append(f"{place}. " + PART.join(part for part in parts if part))
        return "\n".join(lines)

    def copied(self, count: int) -> str:
        """Return what is said once the message can be pasted."""
        return self.tr("Copied, to be pasted into a message: {n} looked for.").format(n=words.figure(count))

    def _station(self, seen: LastSeen | None) -> str:
        return self.telling.stations.get(seen.station, "") if seen and seen.station else ""

    def _places(self, state: ManifestState) -> tuple[tuple[str, str], ...]:
        said = self.tr("Bus {bus}, {free} free")
        buses = (
            (each.bus.code, said.format(bus=bidi.code(each.bus.code), free=bidi.code(str(each.free))))
            for each in state.places
        )
        return (*buses, ("", self.tr("Off every bus")))

    def reseated(self, name: str, bus: BusCode | None) -> str:
        """Return what is said once a person has another seat."""
        if bus is None:
            return self.tr("{name} is on no bus now.").format(name=bidi.name(name))
        return self.tr("{name} is on bus {bus} now.").format(name=bidi.name(name), bus=bidi.code(bus))

    def _elsewhere(self, state: ManifestState) -> str:
        buses = {line.seen_on for line in state.safe if line.seen_on}
        if buses:
            said = self.tr("Aboard other buses and safe: {buses}.")
            return said.format(buses=" ".join(bidi.code(bus) for bus in sorted(buses)))
        if state.sought:
            return self.tr("None of them was scanned on another bus.")
        return ""


def _part(*said: str) -> str:
    return PART.join(part for part in said if part)


def _swapped(state: ManifestState) -> str:
    manifest = state.manifest
    return words_buses.swapped(manifest.swap, manifest.took_over) if manifest else ""


def _chip(state: ManifestState, line: ManifestLine) -> tuple[str, ChipTone]:
    if line.said is Saying.NO_SHOW_ASKED:
        return words.say("RideVerb", ride_words.NO_SHOW_WAITS), ChipTone.ASK
    if line.said is Saying.MISSING:
        return words.say("Detail", ride_word(line.ride)), ChipTone.STOP
    if line.override:
        return words.say("RideVerb", ride_words.BY_OVERRIDE), ChipTone.ASK
    return _standing_chip(state, line)


def _standing_chip(state: ManifestState, line: ManifestLine) -> tuple[str, ChipTone]:
    if state.manifest is None or state.filter is Filter.SOUGHT:
        # Where everybody is looked for, a chip on each row says nothing.
        return "", ChipTone.QUIET
    standing = state.manifest.standing(line)
    if standing is Standing.ACCOUNTED:
        return words.say("Detail", ride_word(line.ride)), ChipTone.QUIET
    if standing is Standing.SAFE:
        return words.say("Bus", bus_texts.SAFE_ABOARD).format(bus=bidi.code(line.seen_on or "")), ChipTone.GO
    return words_buses.standing(standing), _STANDING_TONES[standing]


def endonym(tag: str) -> str:
    """Return a language's name in itself, such as “Français”; empty where it is not known."""
    if tag in languages.of_papers():
        return words_speech.own_name(tag)
    own = QLocale(tag).nativeLanguageName() if tag and QLocale(tag) != QLocale.c() else ""
    return own[:1].upper() + own[1:]
