"""A small forum and a store on it, for the tests of the store and for processes that they start."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec import UNSET

from checkin_app.domain import codes
from checkin_app.domain.buses import Bus
from checkin_app.domain.canonical import Json, canonical
from checkin_app.domain.delegates import PUBLIC_FIELDS, Delegate, values_of
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.forum import Category, Forum, Route, Session, Stop, Words
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import (
    BusCode,
    CategoryId,
    CheckpointId,
    DelegateId,
    FactId,
    ForumId,
    Instant,
    LogId,
    RouteId,
    SessionId,
    Subject,
    delegate_subject,
)
from checkin_app.domain.kinds.people import DelegateAmended, DelegateRegistered
from checkin_app.domain.names.pinyin import PinyinTable
from checkin_app.domain.operations import LIST
from checkin_app.domain.problems import ForumFileInvalid
from checkin_app.services.dispatch import Dispatch
from checkin_app.services.merging import Merging, bundle_above
from checkin_app.services.operations import Operations, Written
from checkin_app.services.ports.transactions import Keeping
from checkin_app.services.proving import Proving
from checkin_app.services.scanning import Scanning
from db.log.stamps import new_fact_id, now
from db.store import Store, StoreDependencies

FORUM_DOCUMENT = b'{"forum": "harbour-2024"}'
OPENING = CheckpointId("opening")
NAMES = ("Amina Okonkwo", "Bruno Valdés", "陈晓雨", "Dilnoza Karimova", "Émile Tissot", "فاطمة الزهراء")


def words(text: str) -> Words:
    return Words({"en": text})


def parse_forum(document: bytes) -> Forum:
    try:
        forum = ForumId(json.loads(document)["forum"])
    except (ValueError, KeyError) as error:
        raise ForumFileInvalid(file="forum", line=1, expected="JSON", found="something else") from error
    starts = datetime(2024, 9, 25, 9, tzinfo=UTC)
    guests = CategoryId("guest")
    return Forum(
        id=forum,
        name=words("Harbour Forum"),
        short_name=words("Harbour"),
        theme=words("Boats"),
        city=words("Port"),
        languages=("en",),
        time_zone=UTC,
        categories=(Category(guests, "G", words("Guest"), "#112233", 1),),
        default_category=guests,
        sessions=(
            Session(
                id=SessionId("opening"),
                name=words("Opening"),
                topic=words(""),
                place=words("Hall"),
                starts=starts,
                ends=starts + timedelta(hours=3),
                doors_open=timedelta(hours=1),
                admits=frozenset({guests}),
            ),
        ),
        visit=None,
        routes=(Route(RouteId("1"), words("North"), (Stop(words("Pier")),)),),
        badge_template="a6",
    )


def pinyin() -> PinyinTable:
    return PinyinTable({}, {"陈": ("chen",), "晓": ("xiao",), "雨": ("yu",)})


@dataclass(frozen=True)
class AnyDraft:
    """A draft that says anything, of kinds and versions that are not written yet too."""

    kind: str
    subject: Subject
    content: Mapping[str, Any]
    version: int = 1
    actor: str = ""

    @property
    def body(self) -> bytes:
        return canonical(self.content)


class Ticking:
    """A clock that moves on by a second at each look."""

    def __init__(self, start: int) -> None:
        self.at = start

    def __call__(self) -> Instant:
        self.at += 1000
        return Instant(self.at)


def around(clock: object = now) -> StoreDependencies:
    return StoreDependencies(parse_forum, pinyin, clock)  # type: ignore[arg-type]  # any callable will do


def new_store(folder: Path, name: str = "Desk A", clock: object = now) -> Store:
    return Store.create(folder, FORUM_DOCUMENT, name, around(clock))


def delegate(number: int, **changes: object) -> Delegate:
    values: dict[str, object] = {
        "id": DelegateId(f"{number:016x}"),
        "name": f"{NAMES[number % len(NAMES)]} {number}",
        "latin_name": f"Person {number}",
        "delegation": f"Delegation {number % 7}",
        "category": CategoryId("guest"),
        "route": RouteId("1"),
        "badge_no": f"{number:04d}",
        "aliases": (f"ticket-{number}",),
        "origin": f"R{number}",
    }
    return Delegate(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def registration(unit: Keeping, person: Delegate) -> FactDraft:
    values = values_of(person)
    personal = {name: value for name, value in values.items() if name not in PUBLIC_FIELDS}
    public = {name: value for name, value in values.items() if name in PUBLIC_FIELDS}
    registered = DelegateRegistered(values=public, document=unit.keep(canonical(personal)), supersedes={})
    return FactDraft(delegate_subject(person.id), registered)


def register(store: Store, *people: Delegate) -> None:
    with store.unit() as unit:
        unit.record_all(registration(unit, each) for each in people)
        unit.commit()


def amend(store: Store, person: DelegateId, **values: Json) -> FactId:
    """Change fields, naming what is superseded."""
    with store.unit() as unit:
        edits = unit.delegate_edits(person)
        public = {name: value for name, value in values.items() if name in PUBLIC_FIELDS}
        personal = {name: value for name, value in values.items() if name not in PUBLIC_FIELDS}
        document = unit.keep(canonical(personal)) if personal else UNSET
        amended = DelegateAmended(values=public, supersedes=edits.superseding(values), document=document)
        fact = unit.record(FactDraft(delegate_subject(person), amended))
        unit.commit()
    return fact.fact_id


def add_bus(store: Store, code: str = "1-1", **changes: object) -> None:
    values: dict[str, object] = {"licensed_seats": 43, "usable_seats": 40, "accessible_places": 1}
    bus = Bus(BusCode(code), RouteId("1"), **{**values, **changes})  # type: ignore[arg-type]  # fields by name
    dispatch = Dispatch(store.unit)
    dispatch.add_bus(bus)
    dispatch.open_doors(bus.code)


def scanning(store: Store, clock: object = now) -> Scanning:
    return Scanning(store.unit, clock, Proving(store.keys))  # type: ignore[arg-type]  # any callable will do


def merging(store: Store) -> Merging:
    return Merging(store.log, store.keys)


def operations(store: Store) -> Operations:
    return Operations(store.reading, store.piece, store.new_operation, store.operating)


def take_in(store: Store, *people: Delegate, file: str = "", **how: Any) -> LogId:
    """Register people as a list does: as one operation."""
    written = Written(
        LIST,
        len(people),
        lambda log: (registration(log, each) for each in people),
        0,
        (),
        bool,
        file,
        person=people.__getitem__,
    )
    return operations(store).carry_out(written, **how)[0]


def code_of(store: Store, person: DelegateId, issue: int = 1) -> str:
    """Return a genuine badge code issued by this store's station."""
    unsigned = codes.BadgeCode(codes.key_id(store.keys.public_key), person, issue, b"")
    signature = store.keys.sign(codes.message(ForumId("harbour-2024"), unsigned.unsigned()))
    return codes.BadgeCode(unsigned.key_id, person, issue, signature).text()


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return every projection in full."""
    from db.projections.registry import TABLES

    with store._writer.plain() as link:
        return {table.name: sorted(link.script(f"SELECT * FROM {table.name}"), key=repr) for table in TABLES}


def exchange(stores: Sequence[Store], rounds: int = 2) -> None:
    """Let every store give every other what it lacks."""
    admitted = {store.keys.station: store.keys.public_key for store in stores}
    for _ in range(rounds):
        for giver in stores:
            for taker in stores:
                if giver is not taker:
                    bundle = bundle_above(giver.log, merging(taker).vector(), 100_000)
                    merging(taker).take(bundle, admitted)


def fact_id() -> FactId:
    return new_fact_id(now())


def hlc(at: int) -> Hlc:
    return Hlc(at << 16)
