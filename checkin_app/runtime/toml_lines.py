"""On which line of a TOML document a value stands, so that a mistake in it can be pointed at.

Own code, because no maintained Python library tells: tomllib drops positions, and tomlkit has an open request
for them (https://github.com/python-poetry/tomlkit/issues/55).  It leaves the grammar to tomllib: a statement ends
at the first line at which tomllib can read it.
"""

import tomllib
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

Path = tuple[str | int, ...]

#: Characters read in all while looking for the ends of statements: a file made to be slow stops here.
_MOST_READ = 2_500_000


def line_of(text: str, path: Path) -> int:
    """Return the line, from 1, of the value at `path` of a valid document, or of the nearest that encloses it.

    `path` holds keys and, inside arrays, places counted from 0.
    """
    best, depth = 1, 0
    for line, found, statement in _statements(text):
        if len(found) > depth and path[: len(found)] == found:
            best, depth = line + _lines_down(statement, path[len(found) :]), len(found)
    return best


def _statements(text: str) -> Iterator[tuple[int, Path, str]]:
    """Yield each statement's first line, absolute path and text."""
    table: Path = ()
    counts: dict[Path, int] = {}
    for line, statement in _extents(text):
        head = statement.lstrip()
        if not head.startswith("["):
            yield line, (*table, *_key(statement)), statement
            continue
        table = _absolute(_keys_down(_read(statement) or {}), counts)
        if head.startswith("[["):
            counts[table] = counts.get(table, -1) + 1
            table = (*table, counts[table])
        yield line, table, statement


def _extents(text: str) -> Iterator[tuple[int, str]]:
    """Yield each statement's first line and its text."""
    start, pending, left = 1, "", _MOST_READ
    for number, line in enumerate(text.split("\n"), start=1):
        start = start if pending else number
        pending += line + "\n"
        left -= len(pending)
        if left < 0:
            return
        if (content := _read(pending)) is not None:
            if content:
                yield start, pending
            pending = ""


def _read(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except ValueError:
        return None


def _key(statement: str) -> Path:
    """Return the keys before the equals sign, which may itself stand in a quoted key."""
    places = (place for place, letter in enumerate(statement) if letter == "=")
    heads = (_read(f"{statement[:place]}= 0") for place in places)
    return next((_keys_down(head) for head in heads if head), ())


def _keys_down(content: dict[str, Any]) -> Path:
    path: list[str] = []
    value: Any = content
    while isinstance(value, dict) and value:
        path.append(next(iter(value)))
        value = value[path[-1]]
    return tuple(path)


def _absolute(keys: Path, counts: dict[Path, int]) -> Path:
    """Return a header's keys with the place in each array of tables that they pass through."""
    path: Path = ()
    for key in keys[:-1]:
        path = (*path, key)
        if path in counts:
            path = (*path, counts[path])
    return (*path, *keys[-1:])


def _lines_down(statement: str, rest: Path) -> int:
    """Return how far below its first line a statement's array has the element that `rest` begins with."""
    wanted = rest[0] if rest else None
    if not isinstance(wanted, int):
        return 0
    lines = statement.split("\n")
    counted = (_elements("\n".join(lines[: number + 1])) for number in range(len(lines)))
    return sum(1 for _ in takewhile(lambda count: count <= wanted, counted))


def _elements(beginning: str) -> int:
    """Return how many elements of an array a statement's beginning holds whole."""
    content = _read(beginning + "\n]") or _read(beginning)
    if content is None:
        return 0
    value: Any = content
    for key in _key(beginning):
        value = value[key]
    return len(value) if isinstance(value, list) else 0
