"""Which facts this version can read: a body of another form is kept and passed on, never folded, never a crash."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from checkin_app.domain import buses, delegates
from checkin_app.domain.buses import BusState
from checkin_app.domain.codes import LAST_ISSUE
from checkin_app.domain.facts import Fact, Json, Kind, canonical
from checkin_app.domain.hlc import is_time
from checkin_app.domain.ids import BUS_CODE, StationId, station_id, station_of
from checkin_app.domain.outcomes import Answer, Reason, Verdict

#: What this version makes of a fact; raise it with every change of what can be read, and with every new kind:
#: stores then read all their facts off again as they open.
FORM = 6

#: How deep the lists and objects of what this version writes are nested, many times over.  Deeper ones are not read:
#: how deep Python's own reading reaches depends on where it is called.
_DEEPEST = 32
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_Test = Callable[[Any], bool]


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and is_time(value)


def _is_count(value: Any) -> bool:
    return _is_whole(value) and value <= 1_000_000


def _is_issue(value: Any) -> bool:
    return _is_whole(value) and 1 <= value <= LAST_ISSUE


_HEX = "0123456789abcdef"


def _is_hex(digits: int) -> _Test:
    def test(value: Any) -> bool:
        return isinstance(value, str) and len(value) == digits and not value.strip(_HEX)

    return test


def _is_one_of(words: type[Verdict | Reason | Answer | BusState]) -> _Test:
    known = frozenset(word.value for word in words)

    def test(value: Any) -> bool:
        return isinstance(value, str) and value in known

    return test


def _is_details(value: Any) -> bool:
    return isinstance(value, dict) and all(_is_text(each) or _is_whole(each) for each in value.values())


def _is_supersedes(value: Any) -> bool:
    return isinstance(value, dict) and all(_is_texts(each) for each in value.values())


def _or_none(test: _Test) -> _Test:
    return lambda value: value is None or test(value)


_DELEGATE_TESTS: Mapping[str, _Test] = {
    **dict.fromkeys(delegates.FIELD_NAMES, _is_text),
    "languages": _is_texts,
    "aliases": _is_texts,
    "accessible": _is_flag,
}
_BUS_TESTS: Mapping[str, _Test] = {
    **dict.fromkeys(buses.FIELD_NAMES, _is_text),
    "languages": _is_texts,
    "licensed_seats": _is_count,
    "usable_seats": _is_count,
    "accessible_places": _is_count,
}


def _are_values(tests: Mapping[str, _Test]) -> _Test:
    def test(value: Any) -> bool:
        if not isinstance(value, dict):
            return False
        for name, each in value.items():  # noqa: SIM110 - no generator: every fact of a list comes through here
            if name in tests and not tests[name](each):
                return False
        return True

    return test


_are_delegate_values = _are_values(_DELEGATE_TESTS)
_are_bus_values = _are_values(_BUS_TESTS)

_DIGEST = _is_hex(64)
_DELEGATE = _is_hex(16)
_EDIT: Mapping[str, _Test] = {"document": _or_none(_DIGEST), "supersedes": _or_none(_is_supersedes)}
_FOLLOWING: Mapping[str, _Test] = {"after": _is_texts}
_MOVE: Mapping[str, _Test] = {
    **_FOLLOWING,
    "checkpoint": _is_text,
    "rehearsal": _is_flag,
    "delegate": _or_none(_DELEGATE),
    "moved_from": _is_texts,
}

#: What each kind's body must hold, and what it may.
_REQUIRED: Mapping[str, Mapping[str, _Test]] = {
    Kind.STATION_ENROLLED: {"name": _is_text, "public_key": _DIGEST, "station": _is_hex(16)},
    Kind.FORUM_ADOPTED: {"document": _DIGEST},
    Kind.DELEGATE_REGISTERED: {"values": _are_delegate_values},
    Kind.DELEGATE_AMENDED: {"values": _are_delegate_values},
    Kind.BADGE_REPLACED: {"issue": _is_issue, "reason": _is_text},
    Kind.BADGE_REVOKED: {"reason": _is_text},
    Kind.SCAN_DECIDED: {"verdict": _is_one_of(Verdict), "reason": _is_one_of(Reason), "checkpoint": _is_text},
    Kind.SCAN_ANSWERED: {"fact": _is_text, "answer": _is_one_of(Answer), "checkpoint": _is_text},
    Kind.SCAN_UNDONE: {"fact": _is_text},
    Kind.RIDE_ASSIGNED: {"bus": _or_none(_is_text)},
    Kind.BUS_ADDED: {"values": _are_bus_values},
    Kind.BUS_AMENDED: {"values": _are_bus_values},
    Kind.BUS_MOVED_TO: {"state": _is_one_of(BusState)},
    Kind.JOB_CHANGED: {
        "delegate": _DELEGATE,
        "issue": _is_issue,
        "printer": _is_text,
        "state": _is_text,
        "detail": _is_text,
    },
    Kind.OPERATION_OPENED: {"what": _is_text, "facts": _is_count},
    Kind.OPERATION_CLOSED: {},
    Kind.OPERATION_TAKEN_BACK: {},
}
_OPTIONAL: Mapping[str, Mapping[str, _Test]] = {
    Kind.DELEGATE_REGISTERED: _EDIT,
    Kind.DELEGATE_AMENDED: _EDIT,
    Kind.BUS_ADDED: _EDIT,
    Kind.BUS_AMENDED: _EDIT,
    Kind.SCAN_DECIDED: {**_MOVE, "details": _is_details},
    Kind.SCAN_ANSWERED: {**_MOVE, "reason": _or_none(_is_one_of(Reason))},
    Kind.RIDE_ASSIGNED: {"supersedes": _is_texts},
    Kind.BUS_MOVED_TO: _FOLLOWING,
    Kind.JOB_CHANGED: _FOLLOWING,
    Kind.FORUM_ADOPTED: _FOLLOWING,
    Kind.OPERATION_OPENED: {"document": _or_none(_DIGEST)},
}
#: What a kind's subject begins with; the others may speak of anything.
_SUBJECTS: Mapping[str, str] = {
    Kind.DELEGATE_REGISTERED: "delegate:",
    Kind.DELEGATE_AMENDED: "delegate:",
    Kind.BADGE_REPLACED: "delegate:",
    Kind.BADGE_REVOKED: "delegate:",
    Kind.RIDE_ASSIGNED: "delegate:",
    Kind.BUS_ADDED: "bus:",
    Kind.BUS_AMENDED: "bus:",
    Kind.BUS_MOVED_TO: "bus:",
    Kind.JOB_CHANGED: "job:",
    Kind.OPERATION_OPENED: "operation:",
    Kind.OPERATION_CLOSED: "operation:",
    Kind.OPERATION_TAKEN_BACK: "operation:",
}
#: What a subject's name must be: a code must be able to hold a delegate's, and a bus's is sorted by its number.
_NAMES: Mapping[str, _Test] = {
    "delegate": _DELEGATE,
    "bus": lambda name: BUS_CODE.fullmatch(name) is not None,
    "operation": _is_hex(32),
}


def is_readable(fact: Fact) -> bool:
    """Return whether this version knows the fact's kind and version and its body has that kind's form."""
    required = _REQUIRED.get(fact.kind)
    if required is None or fact.version != 1 or not _is_well_named(fact):
        return False
    try:
        body = fact.content
    except (ValueError, RecursionError):
        return False
    if not _can_be_written(fact.body, body):
        return False
    for name, test in required.items():
        if name not in body or not test(body[name]):
            return False
    for name, test in _OPTIONAL.get(fact.kind, {}).items():
        if name in body and not test(body[name]):
            return False
    return fact.kind != Kind.STATION_ENROLLED or _speaks_of_its_writer(fact)


def object_of(content: bytes) -> Mapping[str, Json]:
    """Return the JSON object that a document is; one that is none, or that no column can hold, counts as empty."""
    try:
        decoded = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return decoded if isinstance(decoded, dict) and _can_be_written(content, decoded) else {}


def _can_be_written(text: bytes, decoded: Mapping[str, Json]) -> bool:
    """Return whether a decoded object can be written again by whatever folds it."""
    if text.count(b"[") + text.count(b"{") > _DEEPEST and _is_deeper(decoded, _DEEPEST):
        return False
    if b"\\u" in text:  # the only way in for lone surrogates, which no UTF-8 column can hold
        try:
            canonical(decoded)
        except ValueError:
            return False
    return True


def _is_deeper(value: Mapping[str, Json], levels: int) -> bool:
    within: list[Any] = [value]
    for _ in range(levels):
        within = [
            each
            for part in within
            for each in (part.values() if isinstance(part, dict) else part if isinstance(part, list) else ())
            if isinstance(each, dict | list)
        ]
        if not within:
            return False
    return True


def _is_well_named(fact: Fact) -> bool:
    """Return whether a fact's own name, subject and time are ones that screens, lists and codes can hold."""
    what, _, name = fact.subject.partition(":")
    return (
        fact.subject.startswith(_SUBJECTS.get(fact.kind, ""))
        and (what not in _NAMES or _NAMES[what](name))
        and _UUID.fullmatch(fact.fact_id) is not None
        and _is_whole(fact.at)
    )


def _speaks_of_its_writer(fact: Fact) -> bool:
    """Return whether an enrolment names the key of the log it stands in: nobody enrols a third."""
    body = fact.content
    station = StationId(str(body["station"]))
    return station == station_id(bytes.fromhex(str(body["public_key"]))) == station_of(fact.log_id)


def delegate_values(document: Mapping[str, Json]) -> Mapping[str, Json]:
    """Return a delegate's personal values, or none where they have another form."""
    return document if _are_delegate_values(document) else {}


def bus_values(document: Mapping[str, Json]) -> Mapping[str, Json]:
    """Return a bus's personal values, or none where they have another form."""
    return document if _are_bus_values(document) else {}
