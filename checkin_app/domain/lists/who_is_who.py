"""Which person each row of a list is, whom this application knows or is to know by the row's number or name."""

from collections.abc import Container, Iterator, Mapping
from itertools import count

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import DelegateId, delegate_id_from
from checkin_app.domain.lists.row import Taken


def identified(
    rows: tuple[Taken, ...], existing: Mapping[DelegateId, Delegate], forum: Forum
) -> dict[DelegateId, Taken]:
    """Give each row the id of its person, in the order of the list: that of the record it names, if it is one here."""
    chosen = {id(row): DelegateId(row.record) for row in rows if row.record in existing}
    recorded = frozenset(chosen.values())
    groups: dict[str, list[Taken]] = {}
    for row in rows:
        if id(row) not in chosen:
            groups.setdefault(row.origin, []).append(row)
    for origin, namesakes in groups.items():
        ids = list(_ids(origin, len(namesakes), existing, forum, recorded))
        chosen |= {id(namesakes[0]): ids[0]} if len(ids) == 1 else _matched(namesakes, ids, existing)
    return {chosen[id(row)]: row for row in rows}


def _ids(
    origin: str, wanted: int, existing: Mapping[DelegateId, Delegate], forum: Forum, recorded: Container[DelegateId]
) -> Iterator[DelegateId]:
    """Yield the ids that namesakes can have and no record has: as many as are known, at least as many as wanted."""
    for place in count(1):
        each = delegate_id_from(forum.id, origin if place == 1 else f"{origin}\n{place}")
        if each in recorded:
            continue
        if wanted <= 0 and each not in existing:
            return
        yield each
        wanted -= 1


def _matched(
    rows: list[Taken], ids: list[DelegateId], existing: Mapping[DelegateId, Delegate]
) -> dict[int, DelegateId]:
    """Give namesakes the ids of those they are most like, so that a list sorted anew swaps nobody."""
    likeness = sorted(
        (-_likeness(row, existing[each]), place, each)
        for place, row in enumerate(rows)
        for each in ids
        if each in existing
    )
    chosen: dict[int, DelegateId] = {}
    for _, place, each in likeness:
        if id(rows[place]) not in chosen and each not in chosen.values():
            chosen[id(rows[place])] = each
    free = [each for each in ids if each not in chosen.values()]
    return chosen | dict(zip((id(row) for row in rows if id(row) not in chosen), free, strict=False))


def _likeness(row: Taken, delegate: Delegate) -> int:
    return sum(bool(value) and getattr(delegate, name) == value for name, value in row.values.items())
