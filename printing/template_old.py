"""Badge templates of the first form, which had blocks and stacks and no elements, read as those of today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checkin_app.runtime.toml_lines import Path
from printing.elements import FORM

#: The tables of the first form in the order in which they were drawn, the kind of each, and what it may hold.
_TABLES = (
    ("blocks", "band", ("box", "fill")),
    ("emblem", "emblem", ("box", "ink", "accent")),
    ("stacks", "text", ("box", "align", "upright", "texts")),
    ("code", "code", ("box",)),
)
_OF_A_TEXT = ("shows", "weight", "ink", "steps", "above")


@dataclass(frozen=True, slots=True)
class Origins:
    """Where in a file of the first form each element stood; none where it is of the form of today."""

    elements: tuple[Path, ...] = ()

    def of(self, path: Path) -> Path:
        """Return where in its file something stands, given where it stands in the form of today."""
        match path:
            case ("elements", int() as place, *rest) if place < len(self.elements):
                return (*self.elements[place], *rest)
        return path


def lifted(root: Mapping[str, Any]) -> tuple[dict[str, Any], Origins]:
    """Return a file's content in the form of today, and where in it each element stood.

    What was wrong with it stays as it is; entries that the first form passed over are left out.
    """
    elements, origins = list[object](), list[Path]()
    for key, kind, entries in _TABLES:
        found = root.get(key, [])
        several = isinstance(found, list)
        for place, table in enumerate(found if several else [found]):
            origins.append((key, place) if several else (key,))
            elements.append(_lifted(table, kind, f"{kind}-{place + 1}", entries))
    return {"form": FORM, **_chosen(root, ("page",)), "elements": elements}, Origins(tuple(origins))


def _lifted(table: object, kind: str, name: str, entries: Sequence[str]) -> object:
    if not isinstance(table, dict):
        return table
    chosen = _chosen(table, entries)
    if isinstance(texts := chosen.get("texts"), list):
        chosen["texts"] = [_chosen(each, _OF_A_TEXT) if isinstance(each, dict) else each for each in texts]
    return {"kind": kind, "id": name, **chosen}


def _chosen(table: Mapping[str, Any], entries: Sequence[str]) -> dict[str, Any]:
    return {key: table[key] for key in entries if key in table}
