"""What the hub answers, as OpenAPI describes it: for other programs, and for the one that tries to break it."""

from collections.abc import Mapping
from typing import Any

from checkin_app import __version__
from checkin_app.domain.sync.reports import MOST_ASKED
from checkin_app.domain.sync.status import MOST_APART, MOST_COUNTED
from checkin_app.sync.signed import KEY, NONCE, SIGNATURE, TIME

_Described = dict[str, Any]


def _text(pattern: str) -> _Described:
    return {"type": "string", "pattern": pattern}


def _object(**fields: _Described) -> _Described:
    return {"type": "object", "properties": fields, "required": [*fields]}


_HEX = {size: _text(f"^[0-9a-f]{{{2 * size}}}$") for size in (16, 32, 64)}
_WORD: _Described = {"type": "string"}
_SHORT = _text("^[A-Z2-9]{10}$")
_WHOLE: _Described = {"type": "integer", "minimum": 0}
_REFUSED = _object(refused=_WORD, detail=_WORD, now=_WHOLE)
_STANDING = _object(standing=_WORD, name=_WORD, role=_WORD, words=_WORD)
_LOG = _text("^[0-9a-f]{32}$")
_LOGS: _Described = {"type": "array", "items": _LOG, "maxItems": MOST_ASKED}
_HELD_TO: _Described = {
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 1, "maximum": 2**53}, _HEX[16]],
    "minItems": 2,
    "maxItems": 2,
}
_STATEMENT = _object(
    forum=_WORD,
    pin=_HEX[32],
    addresses={"type": "array", "items": _WORD},
    at=_WHOLE,
    key=_HEX[32],
    signature=_HEX[64],
)
_COUNT: _Described = {"type": "integer", "minimum": 0, "maximum": MOST_COUNTED}
_REPORT: _Described = {
    "type": "object",
    "properties": {
        **dict.fromkeys(("held", "ahead", "missing", "unread"), _COUNT),
        "within": {"type": "integer", "minimum": 0, "maximum": MOST_APART},
        "clock": {"type": ["integer", "null"], "minimum": -MOST_APART, "maximum": MOST_APART},
        "hub": {"anyOf": [{"type": "null"}, _STATEMENT]},
        "logs": {
            "type": "object",
            "propertyNames": _LOG,
            "additionalProperties": _HELD_TO,
            "maxProperties": MOST_ASKED,
        },
    },
    "required": ["held"],
}
_STATIONS: _Described = {"type": "object", "additionalProperties": {"type": "object"}}
_SIGNED = [
    {"name": name, "in": "header", "required": True, "schema": form}
    for name, form in ((KEY, _HEX[32]), (TIME, _text("^[0-9]{1,16}$")), (NONCE, _HEX[16]), (SIGNATURE, _HEX[64]))
]
_JSON, _BYTES, _EVENTS, _PLAIN = "application/json", "application/octet-stream", "text/event-stream", "text/plain"


def _content(form: _Described, kind: str = _JSON) -> _Described:
    return {kind: {"schema": form}}


def _answers(form: _Described, kind: str, *refused: int) -> _Described:
    others = {str(status): {"description": "refused", "content": _content(_REFUSED)} for status in refused}
    return {"200": {"description": "answered", "content": _content(form, kind)}, **others}


def _open(summary: str, form: _Described) -> _Described:
    return {"get": {"summary": summary, "responses": _answers(form, _JSON)}}


def _tried(summary: str, body: _Described, form: _Described, *, signed: bool = False) -> _Described:
    asked = {"requestBody": {"required": True, "content": _content(body)}}
    headers = {"parameters": _SIGNED} if signed else {}
    statuses = (400, 401, 403, 413, 422, 429) if signed else (400, 403, 413, 422, 429)
    return {"post": {"summary": summary, **headers, **asked, "responses": _answers(form, _JSON, *statuses)}}


def _signed(
    summary: str, form: _Described, kind: str = _JSON, *, method: str = "get", body: bool = False
) -> _Described:
    asked = {"requestBody": {"required": True, "content": _content(_WORD, _BYTES)}} if body else {}
    statuses = (400, 401, 403, 413, 422, 429, 503, 507) if body else (400, 401, 403, 413, 429)
    return {method: {"summary": summary, "parameters": _SIGNED, **asked, "responses": _answers(form, kind, *statuses)}}


DESCRIPTION: Mapping[str, Any] = {
    "openapi": "3.1.0",
    "info": {
        "title": "Hub",
        "version": __version__,
        "description": (
            "Laptops meet here. Every request but those to be let in is signed by the station's Ed25519 key over the lines "
            "“request 1”, the SHA-256 of the hub's certificate, the method, the target, the SHA-256 of the body, the time "
            "in milliseconds by the hub's clock and a nonce, all in hexadecimal where they are bytes."
        ),
    },
    "paths": {
        "/v1/health": _open("Is it there?", _object(ok={"type": "boolean"}, version=_WORD, forum=_WORD)),
        "/v1/time": _open("What does its clock show?", _object(received=_WHOLE, answered=_WHOLE)),
        "/v1/hub": _open("What does it say of itself, signed by its station?", _STATEMENT),
        "/v1/pair": _tried(
            "A short code was typed: draw a number.",
            _object(short=_SHORT, commitment=_HEX[32]),
            _object(answer=_HEX[16]),
        ),
        "/v1/reveal": _tried(
            "Open the number that was bound: people compare the words.",
            _object(short=_SHORT, opening=_HEX[16]),
            _object(code=_HEX[16], words=_WORD),
        ),
        "/v1/invited": _tried(
            "Which forum is this invitation to?", _object(code=_HEX[16]), _object(forum=_WORD, file=_WORD)
        ),
        "/v1/enrol": _tried(
            "Ask to be let in.",
            _object(code=_HEX[16], name={"type": "string", "minLength": 1, "maxLength": 60}),
            _STANDING,
            signed=True,
        ),
        "/v1/standing": _signed("How do I stand?", _STANDING, method="post"),
        "/v1/keys": _signed(
            "Whose keys are vouched for?", {"type": "object", "additionalProperties": _HEX[32]}, method="post"
        ),
        "/v1/report": _tried(
            "How do I stand, and how do the others?", _REPORT, _object(asks=_LOGS, stations=_STATIONS), signed=True
        ),
        "/v1/exchange": _signed("One message of an exchange.", _WORD, _BYTES, method="post", body=True),
        "/v1/stream": _signed("All that is stored from now on, as it is.", _WORD, _EVENTS),
        "/v1/news": _signed("All that was stored since I asked last, once there is any.", _WORD, _EVENTS),
        "/v1/metrics": _signed("Figures.", _WORD, _PLAIN),
    },
}
