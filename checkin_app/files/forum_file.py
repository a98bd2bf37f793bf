"""Reads a forum file; a mistake in one is reported with its line, what was expected and what was found."""

import re
import tomllib
from collections.abc import Iterable
from datetime import date, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Any

from checkin_app.domain.forum import Category, Forum, Language, ListedOperator, OwnTemplate, Route, Session, Stop
from checkin_app.domain.ids import BUS_CODE, CategoryId, ForumId, RouteId, SessionId
from checkin_app.domain.operators import LONGEST_NAME
from checkin_app.domain.problems import ForumFileInvalid, ForumFileMissing
from checkin_app.domain.roles import OperatorRole
from checkin_app.files.forum_table import Source, Table, each_once, in_words, one_of, quoted
from checkin_app.files.forum_terms import Stands, Wanted
from checkin_app.files.time_zones import zone_meant, zone_named
from checkin_app.runtime.bounded import FileTooLarge, NotAFile, read_bounded

#: A forum file is some kilobytes; anything this large is another kind of file.
LARGEST = 1024 * 1024

_FORUMS = Path(__file__).resolve().parents[2] / "resources" / "forums"

_KEYS = (
    "id", "name", "short_name", "theme", "city", "country", "languages", "days", "time_zone", "badge_template", "default_category", "visit",
    "categories", "sessions", "routes", "operators", "templates",
)  # fmt: skip
_CATEGORY_KEYS = ("id", "letter", "name", "colour", "precedence", "vip")
_SESSION_KEYS = ("id", "name", "topic", "place", "starts", "ends", "doors_open", "admits")
_ROUTE_KEYS = ("id", "name", "stops", "charter")
_OPERATOR_KEYS = ("name", "role")
_TEMPLATE_KEYS = ("id", "text")
LONGEST_TEMPLATE = 300_000
"""Letters of a badge template, a logo in it among them."""

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_ROUTE_ID = re.compile(r"[0-9A-Z]{1,4}")
_LETTER = re.compile(r"[A-Z]")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_LONGEST_SESSION = timedelta(hours=24)
EVERYBODY = "all"
_MOST_PARTS = 100


def forum_names() -> tuple[str, ...]:
    """Return the names of the forums that come with the application."""
    return tuple(sorted(path.stem for path in _FORUMS.glob("*.toml")))


def forum_bytes(name_or_path: str) -> bytes:
    """Return what a forum file holds: one that comes with the application by its name, any other by its path.

    Raises:
        ForumFileMissing: there is none, or it cannot be opened.
        ForumFileInvalid: it is too large to be one, or no file but a pipe, which may never end.
    """
    path = _FORUMS / f"{name_or_path}.toml" if name_or_path in forum_names() else Path(name_or_path)
    try:
        return read_bounded(path, LARGEST)
    except NotAFile as error:
        raise ForumFileInvalid(file=path.name, line=1, expected=Wanted.FILE, found=Stands.NO_FILE) from error
    except FileTooLarge as error:
        raise ForumFileInvalid(file=path.name, line=1, expected=Wanted.SMALL, found=Stands.LARGER) from error
    except (OSError, ValueError) as error:  # ValueError: a null byte in the name
        raise ForumFileMissing(file=quoted(name_or_path)) from error


def parse_forum(text: bytes, name: str) -> Forum:
    """Return the forum that a file describes; `name` is the file's, for messages.

    Raises:
        ForumFileInvalid: the first mistake in it.
    """
    _check_size(text, name)
    source = Source(name, _decoded(text, name))
    return _forum(Table(source, (), _parsed(source)))


def _check_size(content: bytes, name: str) -> None:
    if len(content) > LARGEST:
        raise ForumFileInvalid(file=name, line=1, expected=Wanted.SMALL, found=Stands.LARGER)


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ForumFileInvalid(file=name, line=line, expected=Wanted.UTF_8, found=Stands.OTHER_BYTES) from error


def _parsed(source: Source) -> dict[str, Any]:
    _check_keys(source)
    try:
        return tomllib.loads(source.text)
    except RecursionError as error:
        deepest = max(enumerate(source.text.split("\n"), start=1), key=lambda line: line[1].count("["))
        raise ForumFileInvalid(file=source.name, line=deepest[0], expected=Wanted.FILE, found=Stands.NESTED) from error
    except ValueError as error:
        place = re.search(r" \(at line (\d+), column \d+\)$", str(error))
        line = int(place[1]) if place else _last_line(source.text)
        found = str(error).split(" (at ")[0]
        raise ForumFileInvalid(file=source.name, line=line, expected=Wanted.TOML, found=quoted(found)) from error


def _check_keys(source: Source) -> None:
    """Refuse keys of very many parts: the time that tomllib takes grows with their square."""
    for number, line in enumerate(source.text.split("\n"), start=1):
        if (parts := line.split("=", 1)[0].count(".")) > _MOST_PARTS:
            found = Stands.KEY_OF_PARTS.of(count=parts)
            raise ForumFileInvalid(file=source.name, line=number, expected=Wanted.KEY, found=found)


def _last_line(text: str) -> int:
    return text.rstrip("\n").count("\n") + 1


def _forum(table: Table) -> Forum:
    table.allow(_KEYS)
    languages = _languages(table)
    categories = tuple(_category(each, languages) for each in _unique(table.tables("categories"), "id", "letter"))
    zone = _named_zone(table)
    sessions = tuple(_session(each, languages, categories, zone) for each in _unique(table.tables("sessions"), "id"))
    routes = tuple(_route(each, languages) for each in _routes(table))
    _check_days(table, sessions)
    return Forum(
        id=ForumId(_id(table, "id")),
        name=table.words("name", languages),
        short_name=table.words("short_name", languages),
        theme=table.words("theme", languages),
        city=table.words("city", languages),
        languages=languages,
        time_zone=zone or _only_offset(table, sessions),
        categories=tuple(sorted(categories, key=lambda category: category.precedence)),
        default_category=CategoryId(table.choice("default_category", (each.id for each in categories))),
        sessions=tuple(sorted(sessions, key=lambda session: session.starts)),
        visit=_visit(table, sessions, routes),
        routes=routes,
        badge_template=_id(table, "badge_template"),
        country=_country(table),
        operators=_operators(table),
        templates=_templates(table),
    )


def _id(table: Table, key: str) -> str:
    value = table.text(key, _ID, Wanted.ID)
    if not 2 <= len(value) <= 40:
        raise table.wrong(key, Wanted.ID)
    return value


def _country(table: Table) -> str:
    return table.text("country", _COUNTRY, Wanted.COUNTRY) if "country" in table.values else ""


def _unique(tables: Iterable[Table], *keys: str) -> tuple[Table, ...]:
    """Return the tables after a look that no two say the same at any of `keys`."""
    found = tuple(tables)
    for key in keys:
        each_once((each for each in found if key in each.values), key)
    return found


def _languages(table: Table) -> tuple[Language, ...]:
    values = table.array("languages")
    for place, value in enumerate(values):
        if not isinstance(value, str) or not _LANGUAGE.fullmatch(value) or value in values[:place]:
            raise table.wrong_element("languages", place, Wanted.LANGUAGE)
    return tuple(values)


def _category(table: Table, languages: tuple[Language, ...]) -> Category:
    table.allow(_CATEGORY_KEYS)
    return Category(
        id=CategoryId(_id(table, "id")),
        letter=table.text("letter", _LETTER, Wanted.LETTER),
        name=table.words("name", languages),
        colour=table.text("colour", _COLOUR, Wanted.COLOUR),
        precedence=table.number("precedence", 1, 1000),
        vip=table.flag("vip"),
    )


def _session(
    table: Table, languages: tuple[Language, ...], categories: tuple[Category, ...], zone: tzinfo | None
) -> Session:
    table.allow(_SESSION_KEYS)
    identifier = _id(table, "id")
    if BUS_CODE.fullmatch(identifier.upper()):
        raise table.wrong("id", Wanted.NO_BUS)
    starts, ends = table.moment("starts", zone), table.moment("ends", zone)
    if not timedelta() < ends - starts <= _LONGEST_SESSION:
        raise table.wrong("ends", Wanted.END.of(starts=str(starts)))
    return Session(
        id=SessionId(identifier),
        name=table.words("name", languages),
        topic=table.words("topic", languages, optional=True),
        place=table.words("place", languages),
        starts=starts,
        ends=ends,
        doors_open=timedelta(minutes=table.number("doors_open", 0, 24 * 60)),
        admits=_admits(table, categories),
    )


def _admits(table: Table, categories: tuple[Category, ...]) -> frozenset[CategoryId]:
    known = [str(each.id) for each in categories]
    if table.values.get("admits") == EVERYBODY:
        return frozenset(each.id for each in categories)
    if isinstance(value := table.values.get("admits"), str):
        raise table.invalid("admits", Wanted.ADMITS.of(everybody=quoted(EVERYBODY)), quoted(value))
    return frozenset(CategoryId(each) for each in table.choices("admits", known))


def _routes(table: Table) -> tuple[Table, ...]:
    return _unique(table.tables("routes"), "id") if "routes" in table.values else ()


def _route(table: Table, languages: tuple[Language, ...]) -> Route:
    table.allow(_ROUTE_KEYS)
    stops = tuple(table.tables("stops"))
    return Route(
        id=RouteId(table.text("id", _ROUTE_ID, Wanted.ROUTE_ID)),
        name=table.words("name", languages),
        stops=tuple(Stop(stop.in_each(languages)) for stop in stops),
        charter=table.flag("charter"),
    )


def _operators(table: Table) -> tuple[ListedOperator, ...]:
    found = _unique(table.tables("operators"), "name") if "operators" in table.values else ()
    return tuple(_operator(each) for each in found)


def _operator(table: Table) -> ListedOperator:
    table.allow(_OPERATOR_KEYS)
    role = OperatorRole(table.choice("role", OperatorRole))
    return ListedOperator(table.plain("name", LONGEST_NAME), role)


def _templates(table: Table) -> tuple[OwnTemplate, ...]:
    found = _unique(table.tables("templates"), "id") if "templates" in table.values else ()
    return tuple(_template(each) for each in found)


def _template(table: Table) -> OwnTemplate:
    table.allow(_TEMPLATE_KEYS)
    text: str = table.value("text", str, Wanted.TEMPLATE)
    if len(text) > LONGEST_TEMPLATE:
        raise table.invalid("text", Wanted.TEMPLATE, Stands.LARGER)
    return OwnTemplate(_id(table, "id"), text)


def _check_days(table: Table, sessions: tuple[Session, ...]) -> None:
    """Hold the sessions against the forum's days, so that a slip in one date is seen."""
    days = table.days("days")
    for place, session in enumerate(sessions):
        if (day := session.starts.date()) not in days:
            found = Stands.SESSION_ON.of(day=str(day))
            expected = Wanted.DAY_OF_FORUM.of(days=_list(days))
            raise table.source.invalid(("sessions", place, "starts"), expected, found)
    for place, day in enumerate(days):
        if all(session.starts.date() != day for session in sessions):
            raise table.source.invalid(("days", place), Wanted.DAY_WITH_SESSION, in_words(day))


def _list(days: tuple[date, ...]) -> str:
    return ", ".join(str(day) for day in days)


def _named_zone(table: Table) -> tzinfo | None:
    """Return the zone that the file names; None where it names none, and one offset holds for all of it."""
    if "time_zone" not in table.values:
        return None
    name: str = table.value("time_zone", str, Wanted.ZONE)
    zone = zone_named(name)
    if zone is None:
        meant = zone_meant(name)
        raise table.wrong("time_zone", Wanted.ZONE_MEANT.of(meant=quoted(meant)) if meant else Wanted.ZONE)
    return zone


def _only_offset(table: Table, sessions: tuple[Session, ...]) -> tzinfo:
    """Return the one offset that all dates of a file carry that names no zone."""
    first = sessions[0].starts
    for place, session in enumerate(sessions):
        for key, moment in (("starts", session.starts), ("ends", session.ends)):
            if moment.utcoffset() != first.utcoffset():
                path = ("sessions", place, key)
                expected = Wanted.OFFSET.of(first=str(first))
                raise table.source.invalid(path, expected, str(moment))
    return timezone(first.utcoffset() or timedelta())


def _visit(table: Table, sessions: tuple[Session, ...], routes: tuple[Route, ...]) -> SessionId | None:
    if "visit" in table.values:
        visit = SessionId(table.choice("visit", (each.id for each in sessions)))
        if not routes:
            raise table.invalid("visit", Wanted.ROUTES, Stands.NO_ROUTES)
        return visit
    if routes:
        known = one_of(tuple(str(each.id) for each in sessions))
        raise table.source.invalid(("routes", 0), Wanted.VISIT.of(known=known), Stands.NONE)
    return None
