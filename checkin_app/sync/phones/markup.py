"""HTML from values: whatever is a text is escaped, so that a name is never taken for markup.

A few lines of our own, since the pages are few and small: a library of templates would be one more thing in every bundle,
with a language of its own that no type checker reads.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from string import Formatter

_VOID = frozenset({"input", "link", "meta"})


@dataclass(frozen=True, slots=True)
class Markup:
    """HTML that is whole."""

    text: str


Node = Markup | str
NOTHING = Markup("")


def element(name: str, /, *children: Node, **attributes: str | bool) -> Markup:
    """Return an element.

    Args:
        name: of the element.
        children: elements, and texts, which are escaped.
        attributes: with ``_`` for ``-``, and one at the end where Python has the word: ``class_``; True stands without a
            value, False not at all.
    """
    said = "".join(_attribute(each.rstrip("_").replace("_", "-"), value) for each, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{name}{said}>")
    return Markup(f"<{name}{said}>{joined(*children).text}</{name}>")


def joined(*children: Node) -> Markup:
    return Markup("".join(each.text if isinstance(each, Markup) else escape(each) for each in children))


def filled(text: str, parts: Mapping[str, Node]) -> Markup:
    """Return a text with its ``{placeholders}`` filled; one that nothing fills is left out."""
    pieces: list[Node] = []
    for plain, name, _form, _conversion in Formatter().parse(text):
        pieces += [plain, parts.get(name or "", "")]
    return joined(*pieces)


def code(text: str) -> Node:
    """Return a code, a time or a figure, left to right in any sentence."""
    return element("bdi", text, dir="ltr") if text else NOTHING


def name(text: str) -> Node:
    """Return a name in the direction of its own first letter."""
    return element("bdi", text) if text else NOTHING


def plain(node: Node) -> Node:
    """Return what a node says without its elements, where only a text may stand."""
    return Markup(re.sub(r"<[^>]*>", "", node.text)) if isinstance(node, Markup) else node


def _attribute(name: str, value: str | bool) -> str:  # noqa: FBT001 - as HTML has it
    match value:
        case True:
            return f" {name}"
        case False:
            return ""
        case str():
            return f' {name}="{escape(value)}"'
