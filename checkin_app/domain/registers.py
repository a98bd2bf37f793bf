"""Edits that name what they supersede, so that two made apart are seen and neither is lost."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from checkin_app.domain.canonical import Json
from checkin_app.domain.ids import FactId


@dataclass(frozen=True, slots=True)
class Edit:
    """One fact's writing of some fields."""

    fact_id: FactId
    order: tuple[int, str, int]
    values: Mapping[str, Json]
    supersedes: Mapping[str, tuple[FactId, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """A value of a field that no edit known here supersedes."""

    fact_id: FactId
    value: Json


@dataclass(frozen=True, slots=True)
class Registers:
    """The heads of every field; the last head of a field is its provisional winner."""

    heads: Mapping[str, tuple[Head, ...]]

    def value(self, name: str) -> Json:
        """Return the provisional value of a field, None where nobody wrote it."""
        heads = self.heads.get(name)
        return heads[-1].value if heads else None

    def values(self) -> dict[str, Json]:
        return {name: heads[-1].value for name, heads in self.heads.items()}

    def superseding(self, names: Iterable[str]) -> dict[str, tuple[FactId, ...]]:
        """Return what an edit of `names` made now has to name."""
        return {name: tuple(head.fact_id for head in self.heads[name]) for name in names if name in self.heads}

    def conflicts(self) -> tuple[str, ...]:
        """Return the fields whose heads say different things."""
        return tuple(
            sorted(
                name
                for name, heads in self.heads.items()
                if len(heads) > 1 and any(head.value != heads[0].value for head in heads)
            )
        )


def sole(edits: Sequence[Edit]) -> Edit | None:
    """Return the edit that is all there is, which nearly everybody's on a list is: its values are the heads."""
    return edits[0] if len(edits) == 1 and not edits[0].supersedes else None


def fold(edits: Iterable[Edit]) -> Registers:
    """Return the heads of all fields; the order in which edits are given makes no difference."""
    ordered = sorted(edits, key=lambda edit: edit.order)
    superseded = {(name, fact_id) for edit in ordered for name, facts in edit.supersedes.items() for fact_id in facts}
    heads: dict[str, list[Head]] = {}
    for edit in ordered:
        for name, value in edit.values.items():
            if (name, edit.fact_id) not in superseded:
                heads.setdefault(name, []).append(Head(edit.fact_id, value))
    return Registers({name: tuple(values) for name, values in heads.items()})
