"""What the tables of projections are made of."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from checkin_app.domain.ids import FactId
from checkin_app.domain.registers import Head, Registers

Row = dict[str, Any]
metadata = sa.MetaData()
_TEXTS = msgspec.json.Encoder(order="sorted")
_LIST = msgspec.json.Decoder(list[Any])
#: Most columns hold nothing, and each scan writes and reads some.
_EMPTY: Mapping[type, str] = {tuple: "[]", list: "[]", dict: "{}"}
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def text(name: str, *, key: bool = False, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=null)


def whole(name: str, *, key: bool = False, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=key, nullable=null)


def to_json(value: Any) -> str:
    if not value and (kind := type(value)) in _EMPTY:
        return _EMPTY[kind]
    return _ENCODER.encode(value)


def texts_to_json(value: Sequence[Any] | Mapping[str, str | int]) -> str:
    """Return what `to_json` does of texts, numbers that are stored, and lists and objects of them, in a third of its time."""
    return _TEXTS.encode(value).decode() if value else "[]"


def texts(column: str) -> tuple[Any, ...]:
    return tuple(_LIST.decode(column)) if column != "[]" else ()


def registers(values: Mapping[str, Sequence[Sequence[Any]]]) -> Registers:
    """Return the registers of a column that has of each field its heads, each with its fact and value."""
    return Registers({name: tuple(Head(FactId(each[0]), each[1]) for each in heads) for name, heads in values.items()})


def storable(value: str) -> str:
    """Return hostile text as SQLite can take it: half a character is in no name here."""
    return value.encode(errors="replace").decode()
