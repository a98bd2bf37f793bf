"""The pages that name people: one bus's list, and whoever is missing from any bus."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from checkin_app.domain import bus_texts
from checkin_app.domain.buses import Bus
from checkin_app.domain.ids import DelegateId, Instant, bus_checkpoint
from checkin_app.domain.papers import PaperWord
from checkin_app.domain.sightings import LastSeen
from checkin_app.domain.standings import Standing, Tally, sought_as
from checkin_app.runtime.phone_numbers import grouped
from checkin_app.services.ports.buses import BusCount, Filter, Manifest, ManifestLine
from checkin_app.sync.phones import words as said
from checkin_app.sync.phones.frame import Frame, bus_page, heading
from checkin_app.sync.phones.markup import NOTHING, Markup, Node, code, element, name
from checkin_app.sync.phones.pages import TONES, dotted, where_and_when
from checkin_app.sync.phones.words import Words

#: So many people stand on one page: a bus may list everybody by mistake.
MOST = 150
_STANDING_TONES = {Standing.ABOARD: "go", Standing.SAFE: "go", Standing.UNLISTED: "info", Standing.MISSING: "ask"}
_DIALLED = re.compile(r"[^0-9+]")


@dataclass(frozen=True, slots=True)
class Looked:
    """One bus's people, as far as they are looked at."""

    manifest: Manifest
    part: Filter
    lines: tuple[ManifestLine, ...]
    """Those of the part that stand on this page."""
    seen: Mapping[DelegateId, LastSeen]
    first: int = 0
    """The place of the first of them."""

    @property
    def bus(self) -> Bus:
        return self.manifest.bus

    def sighting(self, line: ManifestLine) -> LastSeen | None:
        """Return where somebody was last: wherever their scans say, else at this bus."""
        if line.delegate.id in self.seen:
            return self.seen[line.delegate.id]
        return LastSeen(bus_checkpoint(self.bus.code), line.since, line.aboard) if line.since is not None else None


#: Who goes with a bus: the field, and what they are called on its manifest.
_CREW = (
    ("coordinator", PaperWord.COORDINATOR),
    ("guide", PaperWord.GUIDE),
    ("driver", PaperWord.DRIVER),
)


@dataclass(frozen=True, slots=True)
class Missing:
    """Every bus from which somebody is missing."""

    looked: tuple[Looked, ...]
    """Those whose people stand on the page."""
    others: tuple[BusCount, ...]
    """Those whose people stand on their own pages: there are too many for one."""

    @property
    def count(self) -> int:
        return sum(each.manifest.tally.sought for each in self.looked) + sum(each.tally.sought for each in self.others)


def bus_people_page(frame: Frame, looked: Looked, now: Instant) -> str:
    """Return one bus with its figures, and the people of it that are looked at."""
    words, bus, tally = frame.words, looked.bus, looked.manifest.tally
    missing = tally.sought > 0 and sought_as(bus.state) is Standing.MISSING
    title = words.sought(bus.state, tally) if looked.manifest.lines else words.bus(bus_texts.NOBODY_LISTED)
    figures = words.bus(bus_texts.EXPECTED_ABOARD, listed=code(str(tally.listed)), aboard=code(tally.aboard_said))
    head = element(
        "div",
        element("span", code(bus.code), class_="plate"),
        element("span", words.state(bus.state), class_=f"chip {TONES.get(bus.state, '')}".strip()),
        element("span", *dotted(where_and_when(words, bus.departs, bus.bay)), class_="line"),
        class_="head",
    )
    return frame.page(
        words.bus(bus_texts.BUS, bus=code(bus.code)),
        head,
        heading(title, ask=missing),
        element("p", figures, class_="figures"),
        _parts(words, looked),
        _people(words, looked, now),
        _more(words, looked),
        _crew(words, bus),
    )


def _parts(words: Words, looked: Looked) -> Markup:
    """Return the ways to all, to those aboard, safe elsewhere or accounted for, and to those looked for."""
    tally, bus = looked.manifest.tally, looked.bus
    ways = (
        (Filter.SOUGHT, words.standing(sought_as(bus.state)), str(tally.sought)),
        (Filter.ABOARD, words.standing(Standing.ABOARD), tally.aboard_said),
        (Filter.SAFE, words.standing(Standing.SAFE), str(tally.safe)),
        (Filter.ACCOUNTED, words.standing(Standing.ACCOUNTED), str(tally.accounted)),
        (Filter.ALL, words.bus(bus_texts.ALL), str(len(looked.manifest.lines))),
    )
    rare = {Filter.SAFE: tally.safe, Filter.ACCOUNTED: tally.accounted}
    shown = (each for each in ways if rare.get(each[0], 1))
    return element("nav", *(_part(looked, *each) for each in shown), class_="parts")


def _part(looked: Looked, part: Filter, word: Node, figure: str) -> Markup:
    current: dict[str, str | bool] = {"aria_current": "true"} if part is looked.part else {}
    label = element("span", word, " ", code(figure))
    return element("a", label, href=bus_page(looked.bus.code, part), **current)


def _people(words: Words, looked: Looked, now: Instant) -> Markup:
    if not looked.lines:
        return NOTHING
    return element("ul", *(element("li", _person(words, looked, each, now)) for each in looked.lines), class_="rows")


def _crew(words: Words, bus: Bus) -> Markup:
    """Return who goes with a bus, and how to reach the driver."""
    known = [(words.paper(word), called) for field, word in _CREW if (called := str(getattr(bus, field)))]
    if not known and not bus.driver_phone:
        return NOTHING
    lines = (element("span", element("span", word, class_="line"), " ", name(called)) for word, called in known)
    dial = _call(words, bus.driver_phone)
    return element("ul", element("li", element("div", *lines, dial, class_="person")), class_="rows")


def _person(words: Words, looked: Looked, line: ManifestLine, now: Instant) -> Markup:
    who = line.delegate
    group = who.delegation or who.organisation
    second = dotted([name(each) for each in (who.second_name, group) if each])
    languages = dotted([words.spoken(each) for each in who.languages[:2]])
    return element(
        "div",
        element("span", name(who.called), class_="name"),
        element("span", *second, class_="line"),
        element("span", *languages, class_="line") if languages else NOTHING,
        _whereabouts(words, looked, line, now),
        _call(words, who.phone),
        class_="person",
    )


def _whereabouts(words: Words, looked: Looked, line: ManifestLine, now: Instant) -> Markup:
    """Return how somebody stands where all are shown, and where they were seen last."""
    stands = looked.manifest.standing(line)
    if stands is Standing.SAFE:
        return element("span", words.bus(bus_texts.SAFE_ABOARD, bus=code(line.seen_on or "")), class_="chip go")
    chip = element("span", words.standing(stands), class_=f"chip {_STANDING_TONES.get(stands, '')}".strip())
    last = looked.sighting(line)
    ago = words.ago(last.at, now) if last else ""
    seen = element("span", words.seen(last), " ", element("strong", ago), class_="line")
    return element("span", NOTHING if looked.part is Filter.SOUGHT else chip, seen, class_="stands")


def _call(words: Words, phone: str) -> Markup:
    dialled = _DIALLED.sub("", phone)
    if not dialled:
        return NOTHING
    label = element("span", words.plain(said.CALL), " ", code(grouped(phone)))
    return element("a", label, href=f"tel:{dialled}", class_="call")


def _more(words: Words, looked: Looked) -> Markup:
    left = len(looked.manifest.part(looked.part)) - looked.first - len(looked.lines)
    if left <= 0:
        return NOTHING
    href = f"{bus_page(looked.bus.code, looked.part)}?from={looked.first + len(looked.lines)}"
    return element("a", words(said.MORE, n=code(str(min(left, MOST)))), href=href, class_="more")


def missing_page(frame: Frame, missing: Missing, now: Instant) -> str:
    """Return whoever is missing, bus by bus."""
    words, title = frame.words, frame.words.standing(Standing.MISSING)
    if not missing.count:
        return frame.page(title, heading(words.bus(bus_texts.NOBODY_MISSING)))
    sections = (
        element(
            "section", _bus_link(words, each.bus, each.manifest.tally), _people(words, each, now), _more(words, each)
        )
        for each in missing.looked
    )
    others = (element("section", _bus_link(words, each.bus, each.tally)) for each in missing.others)
    return frame.page(title, heading(words.counted(Standing.MISSING, missing.count), ask=True), *sections, *others)


def _bus_link(words: Words, bus: Bus, tally: Tally) -> Markup:
    return element(
        "h2",
        element(
            "a",
            element("span", code(bus.code), class_="plate"),
            element("span", words.sought(bus.state, tally)),
            element("span", *dotted(where_and_when(words, bus.departs, bus.bay)), class_="line"),
            href=bus_page(bus.code),
            class_="head",
        ),
    )
