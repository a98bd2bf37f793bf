"""The delegates: what is known of each, which fact said it, and the codes of other systems that stand for them."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from operator import attrgetter
from typing import Any

import sqlalchemy as sa

from checkin_app.domain import registers
from checkin_app.domain.canonical import Json
from checkin_app.domain.delegates import FIELD_NAMES, Delegate, delegate_from
from checkin_app.domain.facts import Fact
from checkin_app.domain.folds import edit_of, standing_edits
from checkin_app.domain.ids import CategoryId, DelegateId, FactId, RouteId, Subject
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.withdrawals import DelegateWithdrawn
from checkin_app.domain.registers import Edit, Head, Registers
from checkin_app.domain.tickets import scanned_keys, ticket_key
from db.counting import Counted
from db.engine import Link, Prepared
from db.log.portable import Among
from db.log.rows import COLUMNS as FACT_COLUMNS
from db.log.rows import fact_of
from db.log.tables import facts as facts_table
from db.projections import columns, told
from db.projections.columns import Row, metadata, storable, text, texts, texts_to_json, to_json, whole
from db.projections.projection import Facts, Projection, Writing, name_of
from db.statements import saving

#: Rows stand in the order in which they came: an id is a hash, and those of a list would each be on a page of its own.
delegates = sa.Table(
    "delegates",
    metadata,
    text("id", key=True),
    text("name"),
    text("latin_name"),
    text("family"),
    text("given"),
    text("honorific"),
    text("delegation"),
    text("organisation"),
    text("title"),
    text("category"),
    text("route"),
    text("second_route"),
    text("phone"),
    text("email"),
    text("languages"),
    whole("accessible"),
    text("note"),
    text("host"),
    text("aliases"),
    text("badge_no"),
    text("origin"),
    whole("prints_latin"),
    text("heads"),  # which fact wrote each field, and the fields that several wrote apart
    text("disputed", null=True),  # the fields that two edits say differently
    sa.Index("delegates_category", "category"),
    sa.Index("delegates_badge_no", "badge_no"),
    sa.Index("delegates_disputed", "id", sqlite_where=sa.text("disputed IS NOT NULL")),
)

#: Two trees, not three: a code is looked up by what its spellings share, which few codes that differ have alike.
aliases = sa.Table(
    "aliases",
    metadata,
    text("delegate", key=True),
    text("code", key=True),
    text("ticket"),  # what the spellings of one code share
    sa.Index("aliases_ticket", "ticket", "code"),
    sqlite_with_rowid=False,
)


_bind = sa.bindparam
#: What the badge number of a voided record begins with among the codes: no scanner sends it, and nobody types it.
_NUMBER = "\x1f"
_LISTS = frozenset({"languages", "aliases"})
_NAMES = frozenset(FIELD_NAMES)
#: The columns that `delegate` reads, in its order.
FIELDS = ("id", *FIELD_NAMES)
COLUMNS = [delegates.c[name] for name in FIELDS]
_TEXT_LISTS = tuple(FIELDS.index(name) for name in sorted(_LISTS))
_ACCESSIBLE, _PRINTS_LATIN = FIELDS.index("accessible"), FIELDS.index("prints_latin")
_FIELDS_OF = attrgetter(*FIELDS)

_ONE = Prepared(sa.select(*COLUMNS).where(delegates.c.id == _bind("id")))
_WITH_HEADS = Prepared(sa.select(*COLUMNS, delegates.c.heads).where(delegates.c.id == _bind("id")))
_ALL = Prepared(sa.select(*COLUMNS))
_SOME = Prepared(sa.select(*COLUMNS).where(delegates.c.id.in_(Among("ids"))))
_OF_CODE = Prepared(
    sa.select(aliases.c.delegate).where(aliases.c.ticket == _bind("ticket"), aliases.c.code == _bind("code")).limit(2)
)
_OF_TICKET = Prepared(sa.select(aliases.c.delegate).where(aliases.c.ticket == _bind("ticket")).distinct().limit(2))
_OF_BADGE_NO = Prepared(sa.select(delegates.c.id).where(delegates.c.badge_no == _bind("number")).limit(2))

_LAST_BADGE_NO = Prepared(
    sa.select(sa.func.max(sa.cast(sa.func.substr(delegates.c.badge_no, _bind("start")), sa.Integer))).where(
        delegates.c.badge_no >= _bind("prefix"),
        delegates.c.badge_no < _bind("beyond"),
        sa.func.length(delegates.c.badge_no).between(_bind("start"), _bind("longest")),
        sa.not_(sa.func.substr(delegates.c.badge_no, _bind("start")).op("GLOB")("*[^0-9]*")),
    )
)

_WITHDRAWALS = Prepared(
    sa.select(*FACT_COLUMNS).where(
        facts_table.c.target.is_not(None), facts_table.c.kind == sa.literal_column(f"'{DelegateWithdrawn.KIND}'")
    )
)
_WITHDRAWN = Prepared(
    sa.select(facts_table.c.subject).where(
        facts_table.c.aspect == sa.literal_column(f"'{Aspect.DETAILS}'"),
        facts_table.c.subject.in_(Among("subjects")),
        facts_table.c.kind == sa.literal_column(f"'{DelegateWithdrawn.KIND}'"),
    )
)
_SAVE = saving(delegates)
_SAVE_ALIAS = saving(aliases)
_OF_CATEGORY = Prepared(
    sa.select(sa.func.count()).select_from(delegates).where(delegates.c.category == _bind("category"))
)
_FOR_ROUTE = Prepared(
    sa.select(sa.func.count())
    .select_from(delegates)
    .where(sa.or_(delegates.c.route == _bind("route"), delegates.c.second_route == _bind("route")))
)
_FORGET_ALIASES = Prepared(sa.delete(aliases).where(aliases.c.delegate.in_(Among("delegates"))))
_FORGET = Prepared(sa.delete(delegates).where(delegates.c.id == _bind("delegate")))


def delegate(row: Sequence[Any]) -> Delegate:
    """Return the delegate of a row that begins with `FIELDS`."""
    values = list(row[: len(FIELDS)])
    values[_ACCESSIBLE] = bool(values[_ACCESSIBLE])
    values[_PRINTS_LATIN] = bool(values[_PRINTS_LATIN])
    for index in _TEXT_LISTS:
        values[index] = texts(values[index])
    return Delegate(*values)


def edits(value: Delegate, heads: str) -> Registers:
    """Return the edits that were written into a delegate's column `heads`."""
    by_fact, others = json.loads(heads)
    folded: dict[str, tuple[Head, ...]] = {}
    for fact_id, names in by_fact.items():
        for name in names or FIELD_NAMES:
            folded[name] = (Head(FactId(fact_id), _column_value(value, name)),)
    folded.update(columns.registers(others).heads)
    return Registers(folded)


def written(delegate_id: DelegateId, edits: Sequence[Edit]) -> tuple[Delegate, Row]:
    """Return what edits come to, and its row."""
    if (only := registers.sole(edits)) is not None:
        value = delegate_from(delegate_id, only.values)
        return value, _row(value, _sole_heads(value, only), None)
    made_by = registers.fold(edits)
    value = delegate_from(delegate_id, made_by.values())
    return value, _row(value, _heads(value, made_by), ",".join(made_by.conflicts()) or None)


def _row(value: Delegate, heads: str, disputed: str | None) -> Row:
    row: Row = dict(zip(FIELDS, _FIELDS_OF(value), strict=True))
    for name in _LISTS:
        row[name] = texts_to_json(row[name])
    row["accessible"], row["prints_latin"] = int(value.accessible), int(value.prints_latin)
    row["heads"] = heads
    row["disputed"] = disputed
    return row


def _heads(value: Delegate, made_by: Registers) -> str:
    """Return which fact wrote what; values that stand in the row's own columns are not written twice."""
    by_fact: dict[str, list[str]] = {}
    others: dict[str, list[list[Json]]] = {}
    for name, heads in made_by.heads.items():
        if len(heads) == 1 and name in _NAMES and heads[0].value == _column_value(value, name):
            by_fact.setdefault(heads[0].fact_id, []).append(name)
        else:
            others[name] = [[each.fact_id, each.value] for each in heads]
    whole = {fact_id: [] if len(names) == len(FIELD_NAMES) else names for fact_id, names in by_fact.items()}
    return to_json([whole, others])


def _sole_heads(value: Delegate, only: Edit) -> str:
    """Return the same of somebody of whom one fact says everything, without comparing what there is but one of."""
    names = [name for name, said in only.values.items() if name in _NAMES and said == _column_value(value, name)]
    if not names or len(names) < len(only.values):
        return _heads(value, registers.fold([only]))
    return texts_to_json([{only.fact_id: [] if len(names) == len(FIELD_NAMES) else names}, {}])


def _column_value(value: Delegate, name: str) -> Json:
    field = getattr(value, name)
    return list(field) if name in _LISTS else field


def fold(writing: Writing, facts: Facts) -> None:
    link, documents = writing.link, writing.documents_of(facts)
    rows: list[Row] = []
    known: list[Delegate] = []
    unknown: list[DelegateId] = []
    voided: list[tuple[DelegateId, Delegate]] = []
    for subject, all_of_them in facts.items():
        delegate_id = DelegateId(name_of(subject))
        records = [all_of_them] if _is_one_record(subject, all_of_them) else _records(subject, all_of_them)
        edits = [
            (
                DelegateId(name_of(some[0].subject if some else subject)),
                [edit_of(each, documents.get(each.document or "", {})) for each in standing],
            )
            for some in records
            if (standing := standing_edits(some, partial(told_of, link, some[0].subject if some else subject)))
        ]
        if not edits:
            unknown.append(delegate_id)
            continue
        value, row = written(delegate_id, edits[0][1])
        known.append(value)
        rows.append(row)
        voided += [(delegate_id, written(who, each)[0]) for who, each in edits[1:]]
    link.run(_SAVE, rows)
    link.run(_FORGET_ALIASES, [{"delegates": json.dumps([*unknown, *(each.id for each in known)])}])
    codes = [
        {"code": code, "delegate": each.id, "ticket": ticket_key(code)}
        for each in known
        for code in dict.fromkeys(each.aliases)
    ]
    link.run(_SAVE_ALIAS, [*codes, *_codes_of_voided(codes, voided)])
    link.run(_FORGET, [{"delegate": each} for each in unknown])
    void = [each for _, each in voided]
    theirs = {each.id for each in void}
    writing.index(link, known, [each for each in unknown if each not in theirs], void)


def _is_one_record(subject: Subject, facts: Sequence[Fact]) -> bool:
    """Return whether these are one record's facts, as nearly everybody's are; those of others come after its own."""
    return not facts or facts[-1].subject == subject


def _records(subject: Subject, facts: Sequence[Fact]) -> list[list[Fact]]:
    """Return the facts of each record of a person, those of the one that stands first."""
    parts: dict[Subject, list[Fact]] = {subject: []}
    for fact in facts:
        parts.setdefault(fact.subject, []).append(fact)
    return [parts[subject], *(parts[each] for each in sorted(parts) if each != subject)]


def _codes_of_voided(codes: Sequence[Row], voided: Iterable[tuple[DelegateId, Delegate]]) -> list[Row]:
    """Return what voided records were known by: it stands for whoever stands for them."""
    rows = {(row["code"], row["delegate"]): row for row in codes}
    more: dict[tuple[str, str], Row] = {}
    for who, value in voided:
        for code in value.aliases:
            more[code, who] = {"code": code, "delegate": who, "ticket": ticket_key(code)}
        if value.badge_no:
            code = f"{_NUMBER}{value.badge_no}"
            more[code, who] = {"code": code, "delegate": who, "ticket": code}
    return [row for key, row in more.items() if key not in rows]


def told_of(link: Link, subject: Subject, aspect: Aspect) -> Sequence[Fact]:
    """Return what was said of somebody, from the facts: the tables of other aspects may be folded after this one."""
    return told.facts_of(link, Counted(link), aspect, [subject])[subject]


PROJECTION = Projection(Aspect.DETAILS, {delegates: "id", aliases: "delegate"}, fold, "delegate:")


def one(link: Link, wanted: str) -> Delegate | None:
    row = link.one(_ONE, id=wanted)
    return delegate(row) if row else None


def of_category(link: Link, category: CategoryId) -> int:
    """Return how many are of a category."""
    row = link.one(_OF_CATEGORY, category=storable(category))
    return int(row[0]) if row else 0


def for_route(link: Link, route: RouteId) -> int:
    """Return how many chose a route."""
    row = link.one(_FOR_ROUTE, route=storable(route))
    return int(row[0]) if row else 0


def every(link: Link) -> Mapping[DelegateId, Delegate]:
    return {each.id: each for each in map(delegate, link.all(_ALL))}


def some(link: Link, ids: Sequence[str]) -> Mapping[DelegateId, Delegate]:
    return {each.id: each for each in map(delegate, link.all(_SOME, ids=json.dumps(ids)))}


def edits_of(link: Link, wanted: DelegateId) -> Registers:
    row = link.one(_WITH_HEADS, id=wanted)
    return edits(delegate(row), row[-1]) if row else Registers({})


def called(link: Link, code: str) -> Sequence[DelegateId]:
    """Return those, two at most, for whom a code of another system stands: where it is two, it is nobody."""
    return _of_code(link, code, ticket_key(code))


def _of_code(link: Link, code: str, ticket: str) -> Sequence[DelegateId]:
    rows = link.all(_OF_CODE, code=storable(code), ticket=storable(ticket))
    return [DelegateId(row[0]) for row in rows]


def ticketed(link: Link, scan: str) -> Sequence[DelegateId]:
    """Return those, two at most, for whom a code stands that differs from what was scanned in its spelling alone."""
    for key in scanned_keys(scan):
        if found := [DelegateId(row[0]) for row in link.all(_OF_TICKET, ticket=storable(key))]:
            return found
    return ()


def bearing(link: Link, number: str) -> Sequence[DelegateId]:
    """Return those, two at most, who bear a badge number."""
    return [DelegateId(row[0]) for row in link.all(_OF_BADGE_NO, number=storable(number))]


def bore(link: Link, number: str) -> Sequence[DelegateId]:
    """Return those, two at most, for whom a voided record stands that bears a badge number."""
    code = f"{_NUMBER}{number}"
    return _of_code(link, code, code)


def last_badge_no(link: Link, prefix: str, longest: int) -> int:
    """Return the highest among badge numbers of `prefix` and up to `longest` digits; 0 where there is none."""
    start, beyond = len(prefix) + 1, prefix + "\U0010ffff"
    row = link.one(_LAST_BADGE_NO, prefix=prefix, beyond=beyond, start=start, longest=len(prefix) + longest)
    return int(row[0] or 0) if row else 0


def sole(found: Sequence[DelegateId]) -> DelegateId | None:
    """Return the one who was found; where a code stands for two people it stands for nobody."""
    return found[0] if len(found) == 1 else None


def withdrawn_numbers(link: Link) -> Collection[str]:
    """Return the badge numbers of those whose registration was taken back: nobody else is given one."""
    said = (fact_of(row).said for row in link.all(_WITHDRAWALS))
    return {each.badge_no for each in said if isinstance(each, DelegateWithdrawn)}


def withdrawn(link: Link, subjects: Sequence[Subject]) -> Sequence[Subject]:
    """Return those of `subjects` whose registration anybody took back: whether they stand rests on what else is known."""
    return [Subject(row[0]) for row in link.all(_WITHDRAWN, subjects=json.dumps(subjects))]
