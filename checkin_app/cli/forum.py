"""The commands about the forum itself: its sessions, categories and routes."""

from collections.abc import Callable, Mapping, Sequence

from checkin_app.cli import given, shown
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.canonical import Json
from checkin_app.domain.forum import Forum
from checkin_app.domain.programme import (
    EntryRemoved,
    EntryWritten,
    ForumEdit,
    ForumSet,
    Part,
    entries,
    fields,
    lines_of,
    new_lines,
    values_of,
)
from checkin_app.services.opened import OpenedStation

#: What holds for the whole forum and can be set.
_WHOLE = ("default_category", "visit", "badge_template")


def forum(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        if args.verb == "adopt":
            changed = station.programme.adopt(parts.read_forum(args.file)).changes
        elif args.verb == "show":
            shown.say(_rows(station.forum, args.part), as_json=args.json)
            return 0
        else:
            changed = station.programme.change(_EDITS[args.verb](station, args)).changes
    if not changed:
        print("Nothing changed, it is so already.")
    return 0


def _rows(forum: Forum, wanted: str | None) -> list[dict[str, Json]]:
    return [
        {"part": part.value, "id": str(each.id), **lines_of(forum, part, str(each.id))}
        for part in Part
        if wanted in {None, part.value}
        for each in entries(forum, part)
    ]


def _set(station: OpenedStation, args: Arguments) -> ForumEdit:
    if args.part == "forum":
        return _whole(args.field)
    part, known = Part(args.part), lines_of(station.forum, Part(args.part), args.id)
    lines = known | _lines(args.field, fields(part, station.forum.languages))
    return EntryWritten(part, args.id, values_of(part, lines, station.forum.languages))


def _whole(words: Sequence[str]) -> ForumEdit:
    return ForumSet(**_lines(words, _WHOLE))


def _add(station: OpenedStation, args: Arguments) -> ForumEdit:
    part, languages = Part(args.part), station.forum.languages
    typed = _lines(args.field, (*fields(part, languages), "visit") if part is Part.ROUTE else fields(part, languages))
    visit = typed.pop("visit", "")
    lines = new_lines(station.forum, part) | typed
    return EntryWritten(part, args.id, values_of(part, lines, languages), new=True, visit=visit)


def _remove(_station: OpenedStation, args: Arguments) -> ForumEdit:
    return EntryRemoved(Part(args.part), args.id)


def _lines(words: Sequence[str], known: Sequence[str]) -> dict[str, str]:
    """Return the lines that words such as ``starts=09:30`` give."""
    lines: dict[str, str] = {}
    for word in words:
        name, sign, text = word.partition("=")
        if not sign or name not in known:
            raise given.WrongUse(f"{word!r} is not FIELD=VALUE; the fields are {', '.join(known)}")
        lines[name] = text
    return lines


_EDITS: Mapping[str, Callable[[OpenedStation, Arguments], ForumEdit]] = {
    "set": _set,
    "add": _add,
    "remove": _remove,
}
