"""Taking a list in: all at once, only what changed, and what people set on a laptop is kept."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import count
from typing import Any

import pytest

from checkin_app.domain import registers
from checkin_app.domain.delegates import PUBLIC_FIELDS, Delegate, delegate_from
from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.folds import edit_of
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import DelegateId, Digest, FactId, Instant, LogId, delegate_subject
from checkin_app.domain.kinds.people import DelegateAmended, DelegateRegistered
from checkin_app.domain.lists.columns import Columns
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.domain.problems_lists import ListHeadingsUnknown, ListOutdated, ListStopped
from checkin_app.files.forum_file import forum_bytes, parse_forum
from checkin_app.services import importing as importing_module
from checkin_app.services.importing import Importing, refused_rows
from checkin_app.services.operations import Operations

FORUM = parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml")


def _called(number: int) -> FactId:
    return FactId(f"{number:08x}-0000-7000-8000-000000000000")


@dataclass
class Store:
    """Facts and documents of one station, in memory."""

    facts: list[Fact] = field(default_factory=list)
    documents: dict[str, bytes] = field(default_factory=dict)
    changes: int = 0
    """How often something began to count."""
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @contextmanager
    def open(self) -> Iterator["Unit"]:
        yield Unit(self, list(self.facts), dict(self.documents))


@dataclass
class Unit:
    """As much of a transaction as an import needs."""

    store: Store
    facts: list[Fact]
    documents: dict[str, bytes]
    forum: Any = FORUM
    changes: Any = frozenset()
    scans_are_near: bool = False

    def edits(self, delegate: DelegateId) -> registers.Registers:
        mine = (fact for fact in self.facts if fact.subject == delegate_subject(delegate))
        return registers.fold(
            edit_of(each, json.loads(self.documents.get(each.document or "", b"{}"))) for each in mine
        )

    def delegates(self) -> Mapping[DelegateId, Delegate]:
        ids = dict.fromkeys(DelegateId(fact.subject.removeprefix("delegate:")) for fact in self.facts)
        return {each: delegate_from(each, self.edits(each).values()) for each in ids}

    def voided_delegates(self) -> Mapping[DelegateId, Delegate]:
        return {}

    def delegate_edits(self, delegate: DelegateId) -> registers.Registers:
        return self.edits(delegate)

    def fact(self, fact: FactId) -> Fact | None:
        return next((each for each in self.facts if each.fact_id == fact), None)

    def last_badge_no(self, prefix: str) -> int:
        numbers = (each.badge_no.removeprefix(prefix) for each in self.delegates().values())
        return max((int(number) for number in numbers if number.isdecimal()), default=0)

    def keep(self, document: bytes) -> Digest:
        digest = Digest(sha256(document).hexdigest())
        self.documents[digest] = document
        return digest

    def arrival(self) -> int:
        return len(self.facts)

    def written_since(self, arrival: int, _kinds: object) -> Mapping[LogId, set[str]]:
        found: dict[LogId, set[str]] = {}
        for each in self.facts[arrival:]:
            found.setdefault(each.log_id, set()).add(each.subject)
        return found

    def revocations(self) -> Mapping[DelegateId, Any]:
        return {}

    def left_to_count(self) -> int:
        return 0

    def list_documents(self, _most: int) -> dict[LogId, Any]:
        return {}

    def gone_riders(self) -> tuple[()]:
        return ()

    def append(self, log: "Aside", _most: int) -> int:
        """Let an operation count once it is closed: what the store itself does is tested with it."""
        if log.drafts[-1].kind == "operation.closed":
            self.documents |= log.documents
            for draft in log.drafts[1:-1]:
                self.record(draft)
        return 0

    def count_on(self, _most: int) -> int:
        return 0

    def unfinished(self) -> list[LogId]:
        return []

    def operation(self, _log_id: LogId) -> None:
        return None

    def record(self, draft: FactDraft) -> Fact:
        number = next(self.store.numbers)
        fact = Fact(
            LogId("0" * 32), number, _called(number), Hlc(number), Instant(number), 0, draft.kind, 1,
            draft.actor, draft.subject, draft.body, bytes(32),
        )  # fmt: skip
        self.facts.append(fact)
        return fact

    @contextmanager
    def committing(self) -> Iterator[Callable[[], bool]]:
        self.commit()
        yield lambda: True

    def commit(self) -> None:
        self.store.changes += len(self.facts) != len(self.store.facts)
        self.store.facts, self.store.documents = self.facts, self.documents


@dataclass
class Aside:
    """As much of an OperationLog as an import needs."""

    documents: dict[str, bytes] = field(default_factory=dict)
    drafts: list[FactDraft] = field(default_factory=list)

    @property
    def id(self) -> LogId:
        return LogId("1" * 32)

    def keep(self, document: bytes) -> Digest:
        digest = Digest(sha256(document).hexdigest())
        self.documents[digest] = document
        return digest

    def write(self, draft: FactDraft) -> None:
        self.drafts.append(draft)

    def make_ready(self, who: Delegate) -> None:
        pass


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def importing(store: Store) -> Importing:
    operations = Operations(store.open, store.open, Aside, nullcontext)  # type: ignore[arg-type]  # as much as is used
    return Importing(store.open, operations)  # type: ignore[arg-type]  # as above


def sheet(*rows: str) -> Sheet:
    return Sheet("guests", tuple(tuple(row.split("|")) for row in rows))


def take(importing: Importing, *rows: str, **options: Any) -> Any:
    return importing.apply(importing.preview(sheet(*rows)), **options)


def people(store: Store) -> dict[str, Delegate]:
    with store.open() as unit:
        return {each.name: each for each in unit.delegates().values()}


LIST = ("Name|Delegation|Title|Route|Phone", "Ada|North|Chair|3|", "Bo|South|Clerk||", "李雪|北岭|处长|1|")


def test_a_list_counts_all_at_once(importing: Importing, store: Store) -> None:
    result = take(importing, *LIST)
    assert (result.registered, result.amended, store.changes) == (3, 0, 1)
    assert {fact.kind for fact in store.facts} == {"delegate.registered"}
    assert people(store)["李雪"].title == "处长"


def test_nothing_is_written_by_looking(importing: Importing, store: Store) -> None:
    importing.preview(sheet(*LIST))
    assert (store.facts, store.documents, store.changes) == ([], {}, 0)


def test_the_same_list_again_records_no_fact(importing: Importing, store: Store) -> None:
    take(importing, *LIST)
    result = take(importing, *LIST)
    assert (result.registered, result.amended, len(store.facts), store.changes) == (0, 0, 3, 1)


def test_what_is_personal_stands_in_a_document_and_nothing_empty_is_written(importing: Importing, store: Store) -> None:
    take(importing, *LIST)
    for fact in store.facts:
        values = fact.said_as(DelegateRegistered).values
        assert set(values) <= PUBLIC_FIELDS
        assert all(value not in ("", [], False, None) for value in values.values())
        document = json.loads(store.documents[fact.document])
        assert not set(document) & PUBLIC_FIELDS
        assert all(document.values())
        assert "Ada" not in fact.body.decode()
        assert "ada" not in fact.body.decode()


def test_an_amended_list_records_exactly_the_differences_and_names_what_it_supersedes(
    importing: Importing, store: Store
) -> None:
    take(importing, *LIST)
    take(importing, LIST[0], "Ada|North|Head|4|", *LIST[2:])
    amended = store.facts[-1]
    assert (len(store.facts), amended.kind) == (4, "delegate.amended")
    assert amended.said_as(DelegateAmended).values == {"route": "4"}
    assert json.loads(store.documents[amended.document]) == {"title": "Head"}
    assert amended.said_as(DelegateAmended).supersedes == {"route": (_called(1),), "title": (_called(1),)}
    assert people(store)["Ada"].title == "Head"


def test_a_field_written_for_the_first_time_supersedes_nothing(importing: Importing, store: Store) -> None:
    take(importing, *LIST)
    take(importing, LIST[0], "Ada|North|Chair|3|+33612345678", *LIST[2:])
    assert b"supersedes" not in store.facts[-1].body


def test_badge_numbers_are_given_in_order_after_the_highest(importing: Importing, store: Store) -> None:
    take(importing, *LIST)
    take(importing, *LIST, "Dee|East|||")
    assert [people(store)[name].badge_no for name in ("Ada", "Bo", "李雪", "Dee")] == ["0001", "0002", "0003", "0004"]


@pytest.mark.parametrize("at_once", [1, 2, 5000])
def test_people_are_written_in_the_order_of_their_names(
    importing: Importing, store: Store, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(importing_module, "_RUN", at_once)
    take(importing, "Name", "Éve", "cy", "Ada", "Dee", "Bo")
    assert [*people(store)] == ["Ada", "Bo", "cy", "Dee", "Éve"]


def test_badge_numbers_of_the_list_are_kept_and_never_given_twice(importing: Importing, store: Store) -> None:
    take(importing, "Name|Badge no.", "Ada|", "Bo|0001", "Cy|A-7", "Dee|")
    assert {name: each.badge_no for name, each in people(store).items()} == {
        "Ada": "0002", "Bo": "0001", "Cy": "A-7", "Dee": "0003",
    }  # fmt: skip


def test_a_new_list_without_badge_numbers_leaves_those_that_were_given(importing: Importing, store: Store) -> None:
    take(importing, "Name|Badge no.", "Ada|0412")
    take(importing, "Name|Badge no.|Title", "Ada||Chair")
    assert people(store)["Ada"].badge_no == "0412"


def by_hand(store: Store, name: str, **values: str) -> None:
    with store.open() as unit:
        known = next(each for each in unit.delegates().values() if each.name == name)
        amended = DelegateAmended(values=values, supersedes=unit.edits(known.id).superseding(values))
        unit.record(FactDraft(delegate_subject(known.id), amended))
        unit.commit()


def test_what_a_person_set_on_a_laptop_is_kept_until_a_person_says_otherwise(
    importing: Importing, store: Store
) -> None:
    take(importing, *LIST)
    by_hand(store, "Ada", route="4")
    before = len(store.facts)
    plan = importing.preview(sheet(*LIST))
    assert plan.held == 1
    assert importing.apply(plan).amended == 0
    assert (people(store)["Ada"].route, len(store.facts)) == ("4", before)
    assert importing.apply(importing.preview(sheet(*LIST)), overwrite=True).amended == 1
    assert people(store)["Ada"].route == "3"
    assert importing.preview(sheet(*LIST)).changed == ()


def test_the_other_changes_of_such_a_person_are_taken(importing: Importing, store: Store) -> None:
    take(importing, *LIST)
    by_hand(store, "Ada", route="4")
    take(importing, LIST[0], "Ada|North|Head|3|", *LIST[2:])
    assert (people(store)["Ada"].title, people(store)["Ada"].route) == ("Head", "4")


def test_a_plan_that_no_longer_holds_is_not_carried_out(importing: Importing, store: Store) -> None:
    plan = importing.preview(sheet(*LIST))
    take(importing, *LIST[:2])
    with pytest.raises(ListOutdated):
        importing.apply(plan)
    assert set(people(store)) == {"Ada"}


def test_an_import_tells_how_far_it_is(importing: Importing) -> None:
    told: list[tuple[int, int]] = []
    take(importing, *LIST, progress=lambda done, whole: told.append((done, whole)))
    assert told == sorted(told)
    assert told[-1] == (3, 3)


def test_a_stopped_import_is_taken_back_whole(importing: Importing, store: Store) -> None:
    with pytest.raises(ListStopped):
        take(importing, *LIST, stopped=lambda: True)
    assert people(store) == {}


def test_rows_that_a_person_left_out_are_not_taken(importing: Importing, store: Store) -> None:
    take(importing, *LIST, without={2, 4})
    assert set(people(store)) == {"Bo"}


def test_a_list_without_names_is_refused_and_taken_once_a_person_says_where_they_are(
    importing: Importing, store: Store
) -> None:
    rows = sheet("Ada|North", "Bo|South")
    with pytest.raises(ListHeadingsUnknown):
        importing.preview(rows)
    importing.apply(importing.preview(rows, Columns(-1, {0: Field.NAME, 1: Field.DELEGATION})))
    assert set(people(store)) == {"Ada", "Bo"}


def test_refused_rows_are_handed_back_whole_with_number_and_reason(importing: Importing) -> None:
    plan = importing.preview(replace(sheet("Name|Title", "|Chair", "Ada|x")))
    assert list(refused_rows(plan)) == [("2", "No name.", "", "Chair")]
    assert [row[1] for row in refused_rows(plan, lambda note: str(note.key))] == ["no_name"]
