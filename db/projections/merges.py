"""Which record stands for which: a few rows, of whom anything was ever said."""

import json
from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import DelegateId, Subject, delegate_subject
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.merges import Merge, fold_merge, roots
from db.counting import Counted
from db.engine import Link, Prepared
from db.log.portable import Among
from db.projections import told
from db.projections.columns import metadata, text, texts, to_json, whole
from db.projections.projection import Facts, Projection, Writing, name_of
from db.statements import saving

merges = sa.Table(
    "merges",
    metadata,
    text("delegate", key=True),
    text("merged_into", null=True),
    text("root", null=True),  # who stands for them in the end, through other merges
    text("state_facts"),  # the facts that nothing follows, the one in force last
    whole("apart"),
    sa.Index("merges_root", "root"),
    sqlite_with_rowid=False,
)
#: What becomes of several records that are one person's is one.
OF_A_PERSON = frozenset({Aspect.DETAILS, Aspect.MOVEMENT, Aspect.RIDE})

_GROUPS = Prepared(sa.select(merges.c.delegate, merges.c.root).where(merges.c.root.is_not(None)))
_ROOT = Prepared(sa.select(merges.c.root).where(merges.c.delegate == sa.bindparam("delegate")))
_SOME_ROOTS = Prepared(
    sa.select(merges.c.delegate, merges.c.root).where(merges.c.root.is_not(None), merges.c.delegate.in_(Among("ids")))
)
_VOIDED = Prepared(sa.select(merges.c.delegate).where(merges.c.root == sa.bindparam("root")).order_by("delegate"))
_ONE = Prepared(
    sa.select(merges.c.merged_into, merges.c.state_facts, merges.c.apart).where(
        merges.c.delegate == sa.bindparam("delegate")
    )
)
_FORGET_ALL = Prepared(sa.delete(merges))
_SAVE = saving(merges)


def fold(writing: Writing, facts: Facts) -> None:
    folded = {who: fold_merge(who, some) for subject, some in facts.items() if (who := DelegateId(name_of(subject)))}
    standing = roots({who: each.into for who, each in folded.items() if each.into})
    writing.link.run(_FORGET_ALL, [{}])
    rows = [
        {
            "delegate": who,
            "merged_into": each.into,
            "root": standing.get(who),
            "state_facts": to_json(list(each.facts)),
            "apart": int(each.apart),
        }
        for who, each in folded.items()
    ]
    writing.link.run(_SAVE, rows)


PROJECTION = Projection(Aspect.IDENTITY, {merges: "delegate"}, fold, is_whole=True)


def one(link: Link, who: DelegateId) -> Merge:
    row = link.one(_ONE, delegate=who)
    return Merge(row[0] and DelegateId(row[0]), texts(row[1]), bool(row[2])) if row else Merge()


def root_of(link: Link, who: DelegateId) -> DelegateId | None:
    """Return who stands for a record; None where it stands by itself."""
    row = link.one(_ROOT, delegate=who)
    return DelegateId(row[0]) if row and row[0] else None


def roots_of(link: Link, ids: Sequence[DelegateId]) -> Mapping[DelegateId, DelegateId]:
    """Return who stands for those of `ids` that are voided."""
    rows = link.all(_SOME_ROOTS, ids=json.dumps(ids))
    return {DelegateId(who): DelegateId(root) for who, root in rows}


def voided(link: Link, root: DelegateId) -> Sequence[DelegateId]:
    """Return the records for which one stands."""
    return [DelegateId(row[0]) for row in link.all(_VOIDED, root=root)]


def every_voided(link: Link) -> Sequence[DelegateId]:
    return [DelegateId(who) for who, _ in link.all(_GROUPS)]


def facts_of(link: Link, counted: Counted, aspect: Aspect, subjects: Sequence[Subject]) -> Facts:
    """Return of each subject its facts; those of several records that are one person's follow those of one of them."""
    under = groups(link) if aspect in OF_A_PERSON else {}
    if not under:
        return told.facts_of(link, counted, aspect, subjects)
    standing = list(dict.fromkeys(under.get(each, each) for each in subjects))
    void = {root: [each for each, its_root in under.items() if its_root == root] for root in standing}
    known = told.facts_of(link, counted, aspect, [*standing, *(each for some in void.values() for each in some)])
    nothing: dict[Subject, Sequence[Fact]] = {each: () for each in subjects if each in under}
    return nothing | {root: [fact for each in (root, *void[root]) for fact in known[each]] for root in standing}


def groups(link: Link) -> Mapping[Subject, Subject]:
    """Return of each subject for which another stands that other one: empty at nearly every forum."""
    pairs = link.all(_GROUPS)
    return {delegate_subject(DelegateId(who)): delegate_subject(DelegateId(root)) for who, root in pairs}
