"""A badge template as the text of its file, with the comments of the file that it came from."""

from collections.abc import Sequence
from typing import Any

import msgspec
import tomlkit

from printing.elements import Element, Template

#: The order in which a file's entries stand, with those that a table needs first.
_HEAD = ("form", "page", "fold", "sheet", "grid", "variants")
_Table = Any
"""A table of tomlkit: its types say little of what it does."""


def written(template: Template, former: str = "") -> str:
    """Return the text of a template's file; what it says again as `former` did stays as it stood, with its comments.

    `former` is empty, or the text of a template of the form of today.
    """
    document: _Table = tomlkit.parse(former)
    known = {str(each["id"]): each for each in document.get("elements", ())}
    plain = _plain(template)
    plain["form"] = template.form
    for key in _HEAD:
        _put(document, key, plain.get(key))
    wanted = [_filled(known.get(each.id), each) for each in template.elements]
    if [each.id for each in template.elements] != [*known]:
        _replace(document, wanted)
    return tomlkit.dumps(document)


def _plain(values: Template | Element) -> dict[str, Any]:
    """Return what a file says of it, with lists and not tuples, as files have them."""
    found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(values))
    return found


def _replace(document: _Table, tables: Sequence[_Table]) -> None:
    elements = tomlkit.aot()
    for each in tables:
        elements.append(each)
    document.pop("elements", None)
    document["elements"] = elements


def _filled(table: _Table, element: Element) -> _Table:
    """Return a table with an element's values: the one that it had, or a new one."""
    values = _plain(element)
    filled = tomlkit.table() if table is None else table
    for key in [each for each in filled if each not in values and getattr(element, each, None) != filled[each]]:
        del filled[key]
    for key in ("id", "kind", *values):
        _put(filled, key, values[key])
    return filled


def _put(table: _Table, key: str, value: Any) -> None:
    """Write a value where it is another than what stands there."""
    if value is None:
        table.pop(key, None)
        return
    if key in table and table[key] == value:
        return
    table[key] = _item(key, value)


def _item(key: str, value: Any) -> Any:
    if key == "texts":
        texts = tomlkit.array()
        for each in value:
            texts.append(_inline(each))
        return texts.multiline(multiline=True)
    if key == "grid":
        return _inline(value)
    if isinstance(value, list):
        items = tomlkit.array()
        for each in value:
            items.append(_item("", each))
        return items
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _inline(values: dict[str, Any]) -> Any:
    table = tomlkit.inline_table()
    for key, value in values.items():
        table[key] = _item(key, value)
    return table
