"""What the event lead changes of a forum: a session, a category or a route, as lines that a person types.  Pure."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from checkin_app.domain.details import Expected
from checkin_app.domain.facts import Fact
from checkin_app.domain.following import heads
from checkin_app.domain.forum import Category, Forum, Language, Route, Session, Stop, Words
from checkin_app.domain.ids import CategoryId, CheckpointId, RouteId
from checkin_app.domain.kinds.forums import ForumAdopted
from checkin_app.domain.problems_programme import EntryInvalid, EntryUnknown
from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Worded

EVERYBODY = "all"
_STOPS = re.compile(r"[;；]")
_LISTED = re.compile(r"[,，、;；\s]+")
_MINUTES = 30
_MOST_SHOWN = 60
"""Letters of a template's line: a picture is one."""
YES, NO = "yes", "no"
#: How a truth is typed, in the languages of the screens.
_TYPED: Mapping[str, bool] = {YES: True, "y": True, "是": True, NO: False, "n": False, "否": False, "": False}


class Part(StrEnum):
    """What a forum is made of, as far as it can be changed."""

    SESSION = "session"
    CATEGORY = "category"
    ROUTE = "route"


#: The lines of each that are given in every language of the forum.
IN_EACH: Mapping[Part, tuple[str, ...]] = {
    Part.SESSION: ("name", "topic", "place"),
    Part.CATEGORY: ("name",),
    Part.ROUTE: ("name", "stops"),
}
_IN_ORDER: Mapping[Part, tuple[str, ...]] = {
    Part.SESSION: ("name", "place", "day", "starts", "ends", "doors_open", "topic", "admits"),
    Part.CATEGORY: ("name", "letter", "colour", "precedence", "vip"),
    Part.ROUTE: ("name", "stops", "charter"),
}


#: The lines that are a truth, ``yes`` or ``no``.
FLAGS: Mapping[Part, tuple[str, ...]] = {Part.SESSION: (), Part.CATEGORY: ("vip",), Part.ROUTE: ("charter",)}


class Needed(Worded):
    """What a line must hold."""

    LATER = QT_TRANSLATE_NOOP(
        "Detail", "a time after the start, or a date and a time where it ends on another day, such as 2024-09-26 01:00"
    )
    NUMBER = QT_TRANSLATE_NOOP("Detail", "a whole number")
    AS_MANY_STOPS = QT_TRANSLATE_NOOP("Detail", "as many stops as in the other language, with ; between them")
    CATEGORIES = QT_TRANSLATE_NOOP("Detail", "at least one category")
    YES_OR_NO = QT_TRANSLATE_NOOP("Detail", "yes or no")


@dataclass(frozen=True, slots=True)
class EntryWritten:
    """One session, category or route is to be so."""

    part: Part
    id: str
    values: Mapping[str, Any]
    """By the keys of a forum file; None for one that is left out.  Moments are the hall's."""
    new: bool = False
    visit: str = ""
    """The session whose doors are the buses' from now on, where it is said."""


@dataclass(frozen=True, slots=True)
class EntryRemoved:
    part: Part
    id: str


@dataclass(frozen=True, slots=True)
class ForumSet:
    """What holds for the whole forum: who is given no category, which session is the buses', how badges look."""

    default_category: str = ""
    visit: str = ""
    badge_template: str = ""


@dataclass(frozen=True, slots=True)
class TemplateSaved:
    """One badge template of the forum's own is to be so; whoever says so has looked at it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class TemplateRemoved:
    name: str


ForumEdit = EntryWritten | EntryRemoved | ForumSet | TemplateSaved | TemplateRemoved


def fields(part: Part, languages: Sequence[Language]) -> tuple[str, ...]:
    """Return the lines of an entry, in the order of a form: ``name.zh`` to ``admits``."""
    in_each = IN_EACH[part]
    some = ([f"{name}.{each}" for each in languages] if name in in_each else [name] for name in _IN_ORDER[part])
    return tuple(line for each in some for line in each)


def entries(forum: Forum, part: Part) -> Sequence[Session | Category | Route]:
    """Return all there are of a part."""
    match part:
        case Part.SESSION:
            return forum.sessions
        case Part.CATEGORY:
            return forum.categories
        case Part.ROUTE:
            return forum.routes


def entry(forum: Forum, part: Part, wanted: str) -> Session | Category | Route | None:
    match part:
        case Part.SESSION:
            return forum.session(CheckpointId(wanted))
        case Part.CATEGORY:
            return forum.category(CategoryId(wanted))
        case Part.ROUTE:
            return forum.route(RouteId(wanted))


def lines_of(forum: Forum, part: Part, wanted: str) -> dict[str, str]:
    """Return an entry as lines that a person types.

    Raises:
        EntryUnknown: there is none of that name.
    """
    match entry(forum, part, wanted):
        case Session() as session:
            return _lines_of_session(forum, session)
        case Category() as category:
            plain = {"letter": category.letter, "colour": category.colour, "precedence": str(category.precedence)}
            return {**_in_each("name", category.name, forum), **plain, "vip": YES if category.vip else NO}
        case Route() as route:
            stops = {
                f"stops.{each}": "; ".join(stop.name.by_language.get(each, "") for stop in route.stops)
                for each in forum.languages
            }
            return {**_in_each("name", route.name, forum), **stops, "charter": YES if route.charter else NO}
    raise EntryUnknown(name=wanted, known=", ".join(str(each.id) for each in entries(forum, part)))


def _lines_of_session(forum: Forum, session: Session) -> dict[str, str]:
    starts, ends = forum.in_hall(session.starts), forum.in_hall(session.ends)
    texts: dict[str, str] = {}
    for name, words in (("name", session.name), ("topic", session.topic), ("place", session.place)):
        texts |= _in_each(name, words, forum)
    admits = [str(each.id) for each in forum.categories if each.id in session.admits]
    return {
        **texts,
        "day": str(starts.date()),
        "starts": starts.strftime("%H:%M"),
        "ends": ends.strftime("%H:%M" if ends.date() == starts.date() else "%Y-%m-%d %H:%M"),
        "doors_open": str(session.doors_open // timedelta(minutes=1)),
        "admits": EVERYBODY if len(admits) == len(forum.categories) else ", ".join(admits),
    }


def _in_each(name: str, words: Words, forum: Forum) -> dict[str, str]:
    return {f"{name}.{each}": words.by_language.get(each, "") for each in forum.languages}


def new_lines(forum: Forum, part: Part, like: Session | None = None) -> dict[str, str]:
    """Return the lines with which a new entry begins; a session follows the one it is `like`."""
    lines = dict.fromkeys(fields(part, forum.languages), "")
    match part:
        case Part.SESSION:
            former = like or (forum.sessions[-1] if forum.sessions else None)
            if former:
                ends = forum.in_hall(former.ends)
                lines |= {"day": str(ends.date()), "starts": f"{ends:%H:%M}"}
                lines |= {"ends": f"{ends + timedelta(hours=1):%H:%M}"}
                lines |= _in_each("place", former.place, forum)
            lines |= {"doors_open": str(_MINUTES), "admits": EVERYBODY}
        case Part.CATEGORY:
            taken = {each.letter for each in forum.categories}
            letter = next((each for each in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if each not in taken), "")
            rank = max((each.precedence for each in forum.categories), default=0) + 1
            lines |= {"letter": letter, "colour": "#2F4B6E", "precedence": str(min(rank, 1000)), "vip": NO}
        case Part.ROUTE:
            lines |= {"charter": NO}
    return lines


def new_id(forum: Forum, part: Part, lines: Mapping[str, str]) -> str:
    """Return an id that no other has: of a route the next number, of any other its English name."""
    taken = {str(each.id) for each in entries(forum, part)}
    if part is Part.ROUTE:
        return next(str(number) for number in range(1, len(taken) + 2) if str(number) not in taken)
    words = re.sub(r"[^a-z0-9]+", "-", lines.get("name.en", "").lower()).strip("-")[:32].strip("-")
    base = words if re.fullmatch(r"[a-z][a-z0-9-]+", words) else part.value
    return next(each for each in _numbered(base) if each not in taken)


def _numbered(base: str) -> Iterator[str]:
    yield base
    number = 2
    while True:
        yield f"{base}-{number}"
        number += 1


def values_of(part: Part, lines: Mapping[str, str], languages: Sequence[Language]) -> dict[str, Any]:
    """Return what the lines of a whole entry say, as a forum file holds it.

    Raises:
        EntryInvalid: one of them cannot be read.
    """
    texts: dict[str, Any] = {}
    for name in IN_EACH[part]:
        texts[name] = {each: lines.get(f"{name}.{each}", "").strip() for each in languages}
    match part:
        case Part.SESSION:
            if not any(texts["topic"].values()):
                texts["topic"] = None
            return {**texts, **_hours(lines), "doors_open": _number(lines, "doors_open"), "admits": _admits(lines)}
        case Part.CATEGORY:
            plain = {"letter": lines["letter"].strip().upper(), "colour": lines["colour"].strip()}
            return {**texts, **plain, "precedence": _number(lines, "precedence"), "vip": _flag(lines, "vip")}
        case Part.ROUTE:
            return {**texts, "stops": _stops(texts["stops"]), "charter": _flag(lines, "charter")}


def with_stops(forum: Forum, route: Route, stops: Sequence[Stop]) -> EntryWritten:
    """Return the edit by which a route has these stops, in this order."""
    values = values_of(Part.ROUTE, lines_of(forum, Part.ROUTE, route.id), forum.languages)
    return EntryWritten(Part.ROUTE, route.id, {**values, "stops": [dict(each.name.by_language) for each in stops]})


def parted_by(name: str) -> bool:
    """Return whether a stop's name holds what parts stops from one another where all of them are one line."""
    return _STOPS.search(name) is not None


def _hours(lines: Mapping[str, str]) -> dict[str, datetime]:
    day = _day(lines)
    starts = _moment(lines, "starts", day)
    ends = _moment(lines, "ends", day)
    if ends <= starts:
        raise EntryInvalid(field="ends", expected=Needed.LATER, found=lines["ends"].strip())
    return {"starts": starts, "ends": ends}


def _day(lines: Mapping[str, str]) -> date:
    try:
        return date.fromisoformat(lines["day"].strip())
    except ValueError as error:
        raise EntryInvalid(field="day", expected=Expected.DATE, found=lines["day"].strip()) from error


def _moment(lines: Mapping[str, str], name: str, day: date) -> datetime:
    """Return a time of that day, or of the day that stands before it."""
    text = lines[name].strip()
    wanted = text if " " in text or "T" in text else f"{day} {text.rjust(5, '0')}"
    try:
        moment = datetime.fromisoformat(wanted)
    except ValueError as error:
        raise EntryInvalid(field=name, expected=Expected.TIME, found=text) from error
    if moment.tzinfo is not None or moment.second or moment.microsecond or len(wanted) < len("2024-09-25 09:00"):
        raise EntryInvalid(field=name, expected=Expected.TIME, found=text)
    return moment


def _number(lines: Mapping[str, str], name: str) -> int:
    text = lines[name].strip()
    if not (text.isascii() and text.isdecimal() and len(text) <= len("1000")):
        raise EntryInvalid(field=name, expected=Needed.NUMBER, found=text)
    return int(text)


def _flag(lines: Mapping[str, str], name: str) -> bool | None:
    """Return a truth as a forum file holds it: what is not so is left out there."""
    text = lines.get(name, "").strip()
    if text.casefold() not in _TYPED:
        raise EntryInvalid(field=name, expected=Needed.YES_OR_NO, found=text)
    return _TYPED[text.casefold()] or None


def _admits(lines: Mapping[str, str]) -> str | list[str]:
    text = lines["admits"].strip()
    if text == EVERYBODY:
        return EVERYBODY
    named = list(dict.fromkeys(each for each in _LISTED.split(text) if each))
    if not named:
        raise EntryInvalid(field="admits", expected=Needed.CATEGORIES, found=text)
    return named


def _stops(texts: Mapping[Language, str]) -> list[dict[Language, str]]:
    parts = {language: [each.strip() for each in _STOPS.split(text)] for language, text in texts.items()}
    counts = {language: len(each) for language, each in parts.items()}
    fewest = min(counts, key=lambda each: counts[each])
    if len(set(counts.values())) > 1:
        raise EntryInvalid(field=f"stops.{fewest}", expected=Needed.AS_MANY_STOPS, found=texts[fewest])
    return [{language: each[place] for language, each in parts.items()} for place in range(counts[fewest])]


# ---- versions of a forum


def standing(facts: Collection[Fact]) -> Sequence[Fact]:
    """Return the adoptions of one forum that no other follows, in their order: of several the last is in force.

    Each laptop adopts the file that it is started with.  That follows nothing, and stands back for whatever was changed.
    """
    last = heads(facts)
    return [each for each in last if each.said_as(ForumAdopted).after] or last


class Besides(StrEnum):
    """What a forum says beside its parts."""

    FORUM = "forum"
    """What holds for all of it."""
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True)
class Difference:
    """One line of an entry, as one version of the forum has it; `field` is empty where it lacks the entry."""

    part: Part | Besides
    id: str
    field: str = ""
    text: str = ""


def differences(one: Forum, other: Forum) -> tuple[Difference, ...]:
    """Return what `one` says otherwise than `other`."""
    found = [*_of_whole(one, other)]
    for part in Part:
        ids = dict.fromkeys(str(each.id) for forum in (one, other) for each in entries(forum, part))
        for each in ids:
            found += _of_entry(part, each, one, other)
    return (*found, *_of_templates(one, other))


def _of_whole(one: Forum, other: Forum) -> Iterator[Difference]:
    for name in ("default_category", "visit", "badge_template"):
        if (text := getattr(one, name)) != getattr(other, name):
            yield Difference(Besides.FORUM, str(one.id), name, str(text or ""))


def _of_templates(one: Forum, other: Forum) -> Iterator[Difference]:
    """Yield the lines of each template that the other version has not, or that it lacks the template."""
    own, others = ({each.name: each.text for each in forum.templates} for forum in (one, other))
    for name in dict.fromkeys((*own, *others)):
        if name not in own:
            yield Difference(Besides.TEMPLATE, name)
        elif own[name] != others.get(name):
            known = set(others.get(name, "").splitlines())
            said = [each for each in own[name].splitlines() if each not in known and "=" in each]
            for line in said or ["lines=0"]:
                field, _, text = line.partition("=")
                yield Difference(Besides.TEMPLATE, name, field.strip(), _in_short(text.strip()))


def _in_short(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"


def _of_entry(part: Part, wanted: str, one: Forum, other: Forum) -> Iterator[Difference]:
    if entry(one, part, wanted) is None:
        yield Difference(part, wanted)
        return
    lines = lines_of(one, part, wanted)
    before = lines_of(other, part, wanted) if entry(other, part, wanted) else {}
    for name, text in lines.items():
        if before.get(name) != text and (text or before):
            yield Difference(part, wanted, name, text)


def overlapping(forum: Forum, wanted: str) -> Session | None:
    """Return a session that is held in the same room at the same time as one."""
    session = forum.session(CheckpointId(wanted))
    if session is None:
        return None
    rooms = set(session.place.by_language.items())
    for each in forum.sessions:
        same_room = bool(rooms & set(each.place.by_language.items()))
        if each.id != session.id and same_room and each.starts < session.ends and session.starts < each.ends:
            return each
    return None
