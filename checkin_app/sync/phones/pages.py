"""The pages for phones: what there is to show, put into words and markup."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from checkin_app.domain import bus_texts
from checkin_app.domain.buses import BusState
from checkin_app.domain.forum import Forum
from checkin_app.domain.invitations import SHORT_LETTERS
from checkin_app.domain.phones import CODE, SIGN_IN
from checkin_app.domain.standings import Standing, in_doubt, sought_over_all
from checkin_app.services.ports.buses import BusCount
from checkin_app.services.ports.movements import CheckpointCount
from checkin_app.sync.phones import words as said
from checkin_app.sync.phones.frame import Frame, bus_page, heading
from checkin_app.sync.phones.markup import NOTHING, Markup, Node, code, element, name
from checkin_app.sync.phones.words import Words

TONES = {
    BusState.BOARDING: "go", BusState.FINAL_CALL: "ask", BusState.COUNTING: "info", BusState.HELD: "ask",
    BusState.EMERGENCY: "stop",
}  # fmt: skip
#: More than a short code has, for its dash and the blanks that people type.
_LONGEST_CODE = str(2 * SHORT_LETTERS)


@dataclass(frozen=True, slots=True)
class Figures:
    """What there is to count."""

    buses: Sequence[BusCount]
    sessions: Sequence[CheckpointCount]

    @property
    def sought(self) -> Mapping[Standing, int]:
        """Return how many of all buses are still to come, and how many are missing."""
        return sought_over_all((each.bus.state, each.tally) for each in self.buses)


def sign_in_page(frame: Frame, code_read: str, trouble: str = "") -> str:
    """Return the page on which a phone is signed in.

    Args:
        frame: around it.
        code_read: the code of the QR code; empty where it is typed.
        trouble: why it was not signed in, of the page's texts.
    """
    words = frame.words
    field = element(
        "input",
        id=CODE,
        name=CODE,
        value=code_read,
        required=True,
        maxlength=_LONGEST_CODE,
        autocomplete="off",
        autocapitalize="characters",
        spellcheck="false",
    )
    form = element(
        "form",
        element("label", words.plain(said.CODE), for_=CODE),
        field,
        element("button", words.plain(said.SIGN_IN), class_="button", type="submit"),
        method="post",
        action=SIGN_IN,
        class_="sign-in",
    )
    warned = element(
        "details",
        element("summary", words.plain(said.WARNED)),
        element("p", words.plain(said.WARNED_WHY)),
    )
    title = words.plain(said.SIGN_IN_PHONE)
    return frame.page(title, heading(title), _told(words, code_read, trouble), form, warned)


def _told(words: Words, code_read: str, trouble: str) -> Markup:
    if trouble:
        return element("p", words.plain(trouble), class_="trouble", role="alert")
    return element("p", words.plain(said.CODE_READ), class_="said") if code_read else NOTHING


def message_page(frame: Frame, text: str) -> str:
    """Return a page that says one thing."""
    told = frame.words.plain(text)
    return frame.page(told, element("p", told, class_="trouble", role="alert"))


def buses_page(frame: Frame, forum: Forum, figures: Figures) -> str:
    """Return every bus with its figures, and how many came to each session."""
    words, title = frame.words, frame.words.bus(bus_texts.BUSES)
    if not figures.buses:
        return frame.page(title, heading(words.bus(bus_texts.NO_BUSES)), _sessions(words, forum, figures.sessions))
    routes = groupby(figures.buses, lambda each: each.bus.route)
    lists = (listing(words.route(route), (_bus(words, each) for each in buses)) for route, buses in routes)
    return frame.page(title, *_sums(words, figures), *lists, _sessions(words, forum, figures.sessions))


def _sums(words: Words, figures: Figures) -> Sequence[Markup]:
    listed = sum(each.listed for each in figures.buses)
    aboard = in_doubt(sum(each.aboard for each in figures.buses), sum(each.doubted for each in figures.buses))
    missing, to_come = figures.sought[Standing.MISSING], figures.sought[Standing.TO_COME]
    title = words.counted(Standing.MISSING, missing) if missing else words.bus(bus_texts.NOBODY_MISSING)
    lines = [words.bus(bus_texts.EXPECTED_ABOARD, aboard=code(aboard), listed=code(str(listed)))]
    if to_come:
        lines.append(element("span", words.counted(Standing.TO_COME, to_come), class_="whole"))
    return heading(title, ask=missing > 0), element("p", *dotted(lines), class_="figures")


def listing(title: Node, rows: Iterable[Markup]) -> Markup:
    return element(
        "section",
        element("h2", title),
        element("ul", *(element("li", each) for each in rows), class_="rows"),
    )


def _bus(words: Words, count: BusCount) -> Markup:
    bus, tally = count.bus, count.tally
    parts: list[Node] = [element("span", words.sought(bus.state, tally), class_="sought whole")] if count.listed else []
    parts += where_and_when(words, bus.departs, bus.bay)
    return element(
        "a",
        element("span", code(bus.code), class_="plate"),
        element("span", words.state(bus.state), class_=f"chip {TONES.get(bus.state, '')}".strip()),
        element("strong", code(f"{tally.aboard_said} / {count.listed}")),
        element("span", *dotted(parts), class_="second"),
        class_="row",
        href=bus_page(bus.code),
    )


def where_and_when(words: Words, departs: str, bay: str) -> Sequence[Markup]:
    """Return when a bus leaves and where it stands, each to be left in one line."""
    leaves = words.bus(bus_texts.LEAVES, time=code(departs)) if departs else NOTHING
    stands = words.bus(bus_texts.BAY, bay=code(bay)) if bay else NOTHING
    return [element("span", each, class_="whole") for each in (leaves, stands) if each is not NOTHING]


def _sessions(words: Words, forum: Forum, sessions: Sequence[CheckpointCount]) -> Markup:
    known = [(session, each) for each in sessions if (session := forum.session(each.checkpoint))]
    if not known:
        return NOTHING
    rows = (
        element(
            "div",
            element("span", name(session.name.in_(words.language))),
            element("strong", words(said.IN_OF, arrived=code(str(each.arrived)), expected=code(str(each.expected)))),
            class_="row session",
        )
        for session, each in known
    )
    return listing(words.plain(said.DOORS), rows)


def dotted(parts: Sequence[Node]) -> Sequence[Node]:
    """Return parts with dots between them."""
    return [piece for place, each in enumerate(parts) for piece in ((" · ", each) if place else (each,))]
