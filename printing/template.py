"""How a badge looks: a template file read, with each mistake in it pointed at."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from checkin_app.domain.problems import TemplateInvalid
from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Detail, Worded
from checkin_app.runtime.paths import RESOURCES
from printing.content import TEXTS
from printing.fit import Box, Step
from printing.fonts import Weight

FOLDER = RESOURCES / "badge_templates"
CATEGORY = "category"
"""Stands where a colour does: the colour of the guest's category."""
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Block:
    box: Box
    fill: str


@dataclass(frozen=True, slots=True)
class TextRule:
    """How one text is set."""

    shows: str
    """One of `printing.content.TEXTS`."""
    weight: Weight
    ink: str
    steps: tuple[Step, ...]
    above: float
    """White before it, in mm."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Texts one under another."""

    box: Box
    align: str
    """``left``, ``centre`` or ``right``."""
    upright: str
    """``top``, ``middle`` or ``bottom``."""
    texts: tuple[TextRule, ...]


@dataclass(frozen=True, slots=True)
class Emblem:
    box: Box
    behind: str
    ink: str
    accent: str


@dataclass(frozen=True, slots=True)
class Template:
    width: float
    height: float
    code: Box
    emblem: Emblem | None
    blocks: tuple[Block, ...]
    stacks: tuple[Stack, ...]


class Wanted(Worded):
    """What is said of a mistake in a template."""

    COLOUR = QT_TRANSLATE_NOOP("Detail", '{key} = "#RRGGBB" or "{category}"')
    LENGTH = QT_TRANSLATE_NOOP("Detail", "mm")
    LENGTHS = QT_TRANSLATE_NOOP("Detail", "{key} = {count} lengths in mm")
    NONE = QT_TRANSLATE_NOOP("Detail", "none")
    NOTHING = QT_TRANSLATE_NOOP("Detail", "nothing")
    ONE_OF = QT_TRANSLATE_NOOP("Detail", "{key} = one of {known}")
    STEP = QT_TRANSLATE_NOOP("Detail", "[size from 4 to 200, 1 to 4 lines]")
    STEPS = QT_TRANSLATE_NOOP("Detail", "steps of [size, lines]")
    TABLE = QT_TRANSLATE_NOOP("Detail", "a table [{key}]")
    TABLES = QT_TRANSLATE_NOOP("Detail", "tables [[{key}]]")
    TEXTS = QT_TRANSLATE_NOOP("Detail", "a list of texts")
    TOML = QT_TRANSLATE_NOOP("Detail", "TOML")
    UTF_8 = QT_TRANSLATE_NOOP("Detail", "a file in UTF-8")


@lru_cache(maxsize=16)
def load_template(name: str) -> Template:
    """Return the template of that name.

    Raises:
        TemplateInvalid: naming file, line, what was expected and what was found.
    """
    path = FOLDER / f"{Path(name).name}.toml"
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateInvalid(file=path.name, line=1, expected=Wanted.UTF_8, found=Wanted.NONE) from error
    return parse_template(text, path.name)


def parse_template(text: str, file: str) -> Template:
    """Return the template that `text` describes; raises TemplateInvalid."""
    try:
        root = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        number = int(line[1]) if line else text.count("\n") + 1
        raise TemplateInvalid(file=file, line=number, expected=Wanted.TOML, found=str(error)) from error
    return _Reader(text, file).template(root)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one file's tables; `table` arguments say where a value stands: ``stacks`` and 2 for the third stack."""

    text: str
    file: str

    def template(self, root: Mapping[str, Any]) -> Template:
        width, height = self._numbers(root, "page", 2, ("", 0))
        emblem = self._table(root, "emblem")
        return Template(
            width=width,
            height=height,
            code=self._box(self._table(root, "code") or {}, ("code", 0)),
            emblem=self._emblem(emblem) if emblem is not None else None,
            blocks=tuple(self._block(each, index) for index, each in self._tables(root, "blocks")),
            stacks=tuple(self._stack(each, index) for index, each in self._tables(root, "stacks")),
        )

    def _emblem(self, values: Mapping[str, Any]) -> Emblem:
        at = ("emblem", 0)
        behind, ink, accent = (self._colour(values, key, at) for key in ("behind", "ink", "accent"))
        return Emblem(self._box(values, at), behind, ink, accent)

    def _block(self, values: Mapping[str, Any], index: int) -> Block:
        at = ("blocks", index)
        return Block(self._box(values, at), self._colour(values, "fill", at))

    def _stack(self, values: Mapping[str, Any], index: int) -> Stack:
        at = ("stacks", index)
        texts = values.get("texts")
        if not isinstance(texts, list) or not all(isinstance(each, dict) for each in texts):
            raise self._wrong(at, "texts", Wanted.TEXTS, texts)
        return Stack(
            box=self._box(values, at),
            align=self._one_of(values, "align", ("left", "centre", "right"), at),
            upright=self._one_of(values, "upright", ("top", "middle", "bottom"), at),
            texts=tuple(self._rule(each, at) for each in texts),
        )

    def _rule(self, values: Mapping[str, Any], at: tuple[str, int]) -> TextRule:
        steps = values.get("steps")
        if not isinstance(steps, list) or not steps:
            raise self._wrong(at, str(values.get("shows", "texts")), Wanted.STEPS, steps)
        above = values.get("above", 0)
        if not _is_length(above):
            raise self._wrong(at, "above", Wanted.LENGTH, above)
        return TextRule(
            shows=self._one_of(values, "shows", tuple(sorted(TEXTS)), at),
            weight=Weight(self._one_of(values, "weight", tuple(Weight), at)),
            ink=self._colour(values, "ink", at),
            steps=tuple(self._step(each, values, at) for each in steps),
            above=float(above),
        )

    def _step(self, step: object, values: Mapping[str, Any], at: tuple[str, int]) -> Step:
        match step:
            case [int() | float() as size, 1 | 2 | 3 | 4 as lines] if 4 <= size <= 200:
                return Step(float(size), int(lines))
        raise self._wrong(at, str(values.get("shows", "texts")), Wanted.STEP, step)

    def _table(self, root: Mapping[str, Any], key: str) -> Mapping[str, Any] | None:
        values = root.get(key)
        if values is not None and not isinstance(values, dict):
            raise self._wrong(("", 0), key, Wanted.TABLE.of(key=key), values)
        return values

    def _tables(self, root: Mapping[str, Any], key: str) -> list[tuple[int, Mapping[str, Any]]]:
        values = root.get(key, [])
        if not isinstance(values, list) or not all(isinstance(each, dict) for each in values):
            raise self._wrong(("", 0), key, Wanted.TABLES.of(key=key), values)
        return list(enumerate(values))

    def _box(self, values: Mapping[str, Any], at: tuple[str, int]) -> Box:
        return Box(*self._numbers(values, "box", 4, at))

    def _numbers(self, values: Mapping[str, Any], key: str, count: int, at: tuple[str, int]) -> list[float]:
        found = values.get(key)
        lengths = [float(each) for each in found if _is_length(each)] if isinstance(found, list) else []
        if not isinstance(found, list) or not len(lengths) == len(found) == count:
            raise self._wrong(at, key, Wanted.LENGTHS.of(key=key, count=count), found)
        return lengths

    def _colour(self, values: Mapping[str, Any], key: str, at: tuple[str, int]) -> str:
        found = values.get(key)
        if not isinstance(found, str) or not (found == CATEGORY or _COLOUR.fullmatch(found)):
            raise self._wrong(at, key, Wanted.COLOUR.of(key=key, category=CATEGORY), found)
        return found

    def _one_of(self, values: Mapping[str, Any], key: str, allowed: tuple[str, ...], at: tuple[str, int]) -> str:
        found = values.get(key)
        if found not in allowed:
            raise self._wrong(at, key, Wanted.ONE_OF.of(key=key, known=", ".join(allowed)), found)
        return str(found)

    def _wrong(self, at: tuple[str, int], key: str, expected: Detail, found: object) -> TemplateInvalid:
        shown = Wanted.NOTHING if found is None else repr(found)[:60]
        return TemplateInvalid(file=self.file, line=self._line(at, key), expected=expected, found=shown)

    def _line(self, at: tuple[str, int], key: str) -> int:
        """Return the first line in a table on which `key` is a word, else the line of the table's heading."""
        table, index = at
        lines = self.text.splitlines()
        headings = [number for number, line in enumerate(lines) if re.match(rf"\s*\[+\s*{table}\s*\]+", line)]
        start = headings[index] if table and index < len(headings) else 0
        for number in range(start + bool(table), len(lines)):
            if re.match(r"\s*\[+\s*[A-Za-z_.]+\s*\]+", lines[number]):
                break
            if re.search(rf"\b{re.escape(key)}\b", lines[number].partition("#")[0]):
                return number + 1
        return start + 1


def _is_length(value: object) -> bool:
    """Return whether `value` is a length in mm; TOML's booleans, infinities and not-a-numbers are none."""
    return type(value) in {int, float} and 0 <= float(str(value)) <= 2000
