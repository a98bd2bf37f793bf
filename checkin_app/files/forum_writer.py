"""Writes one change into a forum file and leaves the rest as its organiser wrote it; what comes of it is read as any file."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, timezone
from typing import Any

import tomlkit

from checkin_app.domain.forum import Forum
from checkin_app.domain.problems import ForumFileInvalid
from checkin_app.domain.problems_programme import EntryExists, EntryInvalid, EntryUnknown
from checkin_app.domain.programme import (
    EntryRemoved,
    EntryWritten,
    ForumEdit,
    ForumSet,
    Part,
    TemplateRemoved,
    TemplateSaved,
    entries,
)
from checkin_app.files.forum_file import EVERYBODY, parse_forum
from checkin_app.runtime.toml_lines import Path

_TABLES: Mapping[Part, str] = {Part.SESSION: "sessions", Part.CATEGORY: "categories", Part.ROUTE: "routes"}
_TEMPLATES = "templates"
_NAME = "forum.toml"
_Document = Any
"""A document of tomlkit, or a table of it: its types say little of what it does."""


def edited(content: bytes, edit: ForumEdit) -> bytes:
    """Return a forum file with one change in it.

    Raises:
        EntryUnknown, EntryExists: there is no such entry, or one already.
        EntryInvalid: the file would be none; it names the line of the entry that cannot stand.
    """
    forum = parse_forum(content, _NAME)
    document: _Document = tomlkit.parse(content.decode("utf-8-sig"))
    match edit:
        case EntryWritten():
            _write(document, edit, forum)
        case EntryRemoved():
            _remove(document, edit, forum)
        case ForumSet():
            _set(document, "default_category", edit.default_category)
            _set(document, "visit", edit.visit)
            _set(document, "badge_template", edit.badge_template)
        case TemplateSaved():
            _save_template(document, edit)
        case TemplateRemoved():
            _remove_template(document, edit, forum)
    _follow_days(document)
    written = tomlkit.dumps(document).encode()
    try:
        parse_forum(written, _NAME)
    except ForumFileInvalid as problem:
        raise _of_entry(problem) from problem
    return written


def _of_entry(problem: ForumFileInvalid) -> EntryInvalid:
    details = problem.details
    found = str(details["found"]).strip("“”")
    return EntryInvalid(field=_line(problem.path), expected=details["expected"], found=found)


def _line(path: Path) -> str:
    """Return the line of a form for a place in the file: ``name.zh`` for ``sessions[2].name.zh``."""
    if len(path) > 2 and path[0] in _TABLES.values():
        named = [str(each) for each in path[2:] if isinstance(each, str)]
        return ".".join(named)
    return str(path[-1]) if path else ""


def _set(table: _Document, key: str, value: object) -> None:
    if value and table.get(key) != value:
        table[key] = value


# ---- one entry


def _write(document: _Document, edit: EntryWritten, forum: Forum) -> None:
    tables = _tables(document, edit.part)
    known = next((each for each in tables if each.get("id") == edit.id), None)
    if edit.new and known is not None:
        raise EntryExists(name=edit.id)
    if not edit.new and known is None:
        raise _unknown(edit.part, edit.id, forum)
    table = tomlkit.table() if known is None else known
    if known is None:
        table["id"] = edit.id
    for key, value in edit.values.items():
        _put(table, key, value, forum)
    if known is None:
        tables.append(table)
        if _TABLES[edit.part] not in document:
            document[_TABLES[edit.part]] = tables
    _set(document, "visit", edit.visit)


def _put(table: _Document, key: str, value: object, forum: Forum) -> None:
    """Write a value where it is another than what stands there."""
    if value is None:
        with suppress(KeyError):
            del table[key]
        return
    if isinstance(value, datetime):
        value = _moment(value, forum)
        if _same_moment(table.get(key), value, forum):
            return
    if table.get(key) == value:
        return
    if key == "stops":
        table[key] = _stops(value)
    elif isinstance(value, dict) and isinstance(table.get(key), dict):
        for inner, text in value.items():
            _put(table[key], inner, text, forum)
    elif isinstance(value, dict):
        table[key] = _inline(value)
    else:
        table[key] = value


def _inline(value: Mapping[str, object]) -> _Document:
    table = tomlkit.inline_table()
    table.update(value)
    return table


def _stops(value: Any) -> _Document:
    array = tomlkit.array()
    for each in value:
        array.append(_inline(each))
    return array.multiline(multiline=True)


def _moment(clock: datetime, forum: Forum) -> datetime:
    """Return the hall's time as a file carries it; one that the clocks there leave out stays as it is, and is refused."""
    if isinstance(forum.time_zone, timezone):
        return clock.replace(tzinfo=forum.time_zone)
    there = forum.wall(clock.date(), clock.time())
    return there if there.replace(tzinfo=None) == clock else clock


def _same_moment(stands: object, wanted: datetime, forum: Forum) -> bool:
    if not isinstance(stands, datetime):
        return False
    known = stands if stands.tzinfo else forum.wall(stands.date(), stands.time())
    return wanted.tzinfo is not None and known == wanted


def _remove(document: _Document, edit: EntryRemoved, forum: Forum) -> None:
    tables = _tables(document, edit.part)
    place = next((number for number, each in enumerate(tables) if each.get("id") == edit.id), None)
    if place is None:
        raise _unknown(edit.part, edit.id, forum)
    del tables[place]
    if edit.part is Part.CATEGORY:
        for session in _tables(document, Part.SESSION):
            _admit_no_more(session, edit.id)
    if edit.part is Part.ROUTE and not len(tables):
        for key in (_TABLES[Part.ROUTE], "visit"):
            with suppress(KeyError):
                del document[key]


def _save_template(document: _Document, edit: TemplateSaved) -> None:
    tables = document.get(_TEMPLATES, tomlkit.aot())
    known = next((each for each in tables if each.get("id") == edit.name), None)
    text = tomlkit.string(edit.text, multiline=True)
    if known is not None:
        if known.get("text") != edit.text:
            known["text"] = text
        return
    tables.append(tomlkit.item({"id": edit.name}))
    tables[-1]["text"] = text
    if _TEMPLATES not in document:
        document[_TEMPLATES] = tables


def _remove_template(document: _Document, edit: TemplateRemoved, forum: Forum) -> None:
    tables = document.get(_TEMPLATES, ())
    place = next((number for number, each in enumerate(tables) if each.get("id") == edit.name), None)
    if place is None:
        raise EntryUnknown(name=edit.name, known=", ".join(each.name for each in forum.templates))
    del tables[place]
    if not len(tables):
        del document[_TEMPLATES]


def _admit_no_more(session: _Document, category: str) -> None:
    admits = session.get("admits")
    if admits != EVERYBODY and category in admits:
        session["admits"] = [each for each in admits if each != category]


def _tables(document: _Document, part: Part) -> _Document:
    return document.get(_TABLES[part], tomlkit.aot())


def _unknown(part: Part, wanted: str, forum: Forum) -> EntryUnknown:
    return EntryUnknown(name=wanted, known=", ".join(str(each.id) for each in entries(forum, part)))


def _follow_days(document: _Document) -> None:
    """Let the forum's days be those of its sessions: a file's slip in a date is seen there, a form shows each date."""
    days: set[date] = {each["starts"].date() for each in _tables(document, Part.SESSION)}
    if days and {*document["days"]} != days:
        document["days"] = sorted(days)
