"""A badge template read from its file, with each mistake in it pointed at."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from checkin_app.domain.badge_sheets import MOST_IN_A_ROW, Fold
from checkin_app.domain.problems import TemplateInvalid
from checkin_app.domain.problems_printing import PictureUnusable
from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Detail, Worded
from checkin_app.runtime import toml_lines
from checkin_app.runtime.toml_lines import Path
from printing import pictures, template_old
from printing.content import Shown
from printing.elements import CATEGORY, FORM, Align, Code, Element, Face, Picture, Template, Upright
from printing.fonts import Weight
from printing.template_old import Origins

KINDS: Mapping[str, type[Element]] = {
    str(each.__struct_config__.tag): each
    for each in Element.__args__  # the members of the union
}
"""Every kind of element, by the word that files have for it."""

#: How msgspec says where something is wrong, and which entry there.
_PLACE = re.compile(r" - at `(?:key` in `)?\$(?P<path>[^`]*)`$")
_STEP = re.compile(r"\.(?P<key>[^.\[]+)|\[(?P<place>\d+)\]")
_ENTRY = re.compile(r"^Object (?P<what>missing required|contains unknown) field `(?P<key>[^`]+)`")


class Wanted(Worded):
    """What is said of a mistake in a template."""

    COLOUR = QT_TRANSLATE_NOOP("Detail", '{key} = "#RRGGBB" or "{category}"')
    ELEMENT = QT_TRANSLATE_NOOP("Detail", "a table [[elements]] with kind, id and box")
    ELEMENTS = QT_TRANSLATE_NOOP("Detail", "at most 500 tables [[elements]]")
    FOLD = QT_TRANSLATE_NOOP("Detail", "a fold for the back, since sheets are printed on one side")
    COUNT = QT_TRANSLATE_NOOP("Detail", "{key} = a number from 1 to {most}")
    GRID = QT_TRANSLATE_NOOP("Detail", "a sheet that has room for so many columns and rows")
    LENGTH = QT_TRANSLATE_NOOP("Detail", "{key} = a length in mm")
    LENGTHS = QT_TRANSLATE_NOOP("Detail", "{key} = {count} lengths in mm")
    NAME = QT_TRANSLATE_NOOP("Detail", "{key} = small letters, digits and dashes")
    NONE = QT_TRANSLATE_NOOP("Detail", "none")
    NOTHING = QT_TRANSLATE_NOOP("Detail", "nothing")
    NOTHING_ELSE = QT_TRANSLATE_NOOP("Detail", "no such entry")
    ONE_CODE = QT_TRANSLATE_NOOP("Detail", "one code, on the front")
    ONE_OF = QT_TRANSLATE_NOOP("Detail", "{key} = one of {known}")
    OTHER_ID = QT_TRANSLATE_NOOP("Detail", "an id that no other element has")
    PICTURE = QT_TRANSLATE_NOOP("Detail", "a PNG or JPEG picture of at most {most} million pixels, in base64")
    SHEET = QT_TRANSLATE_NOOP("Detail", "a sheet that holds a badge")
    STEP = QT_TRANSLATE_NOOP("Detail", "[size from 4 to 200, 1 to 4 lines]")
    STEPS = QT_TRANSLATE_NOOP("Detail", "steps of [size, lines]")
    TEXTS = QT_TRANSLATE_NOOP("Detail", "a list of texts")
    TOML = QT_TRANSLATE_NOOP("Detail", "TOML")
    UTF_8 = QT_TRANSLATE_NOOP("Detail", "a file in UTF-8")


def parse_template(text: str, file: str) -> Template:
    """Return the template that `text` describes; raises TemplateInvalid."""
    try:
        root = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"line (\d+)", str(error))
        number = int(line[1]) if line else text.count("\n") + 1
        raise TemplateInvalid(file=file, line=number, expected=Wanted.TOML, found=str(error)) from error
    origins = Origins()
    try:
        if "elements" not in root and root.get("form") != FORM:
            root, origins = template_old.lifted(root)
        template = msgspec.convert(root, Template)
        _look_over(template)
    except msgspec.ValidationError as error:
        amiss = _mistake(str(error))
    except _Amiss as found:
        amiss = found
    else:
        return template
    found_there = _value(root, amiss.path) if amiss.found is None else amiss.found
    raise TemplateInvalid(
        file=file,
        line=toml_lines.line_of(text, origins.of(amiss.path)),
        expected=amiss.expected,
        found=Wanted.NOTHING
        if found_there is None
        else found_there
        if isinstance(found_there, Wanted)
        else repr(found_there)[:60],
    ) from amiss


class _Amiss(Exception):  # noqa: N818 - carries what was expected, and where, to who knows the lines
    def __init__(self, path: Path, expected: Detail, found: object = None) -> None:
        super().__init__(path, expected)
        self.path, self.expected = path, expected
        self.found = found
        """None for what stands there."""


def _look_over(template: Template) -> None:
    """Look at what no type says; raises _Amiss."""
    known = set[str]()
    for place, each in enumerate(template.elements):
        if each.id in known:
            raise _Amiss(("elements", place, "id"), Wanted.OTHER_ID)
        known.add(each.id)
        if isinstance(each, Picture):
            _look_at(each, place)
    codes = [(place, each) for place, each in enumerate(template.elements) if isinstance(each, Code)]
    if len(codes) != 1:
        raise _Amiss(("elements", codes[1][0]) if codes else (), Wanted.ONE_CODE)
    if codes[0][1].face is not Face.FRONT:
        raise _Amiss(("elements", codes[0][0], "face"), Wanted.ONE_CODE)
    if template.grid and template.stock.cells is None:
        raise _Amiss(("grid",), Wanted.GRID)
    if template.sheet and template.stock.cells is None:
        raise _Amiss(("sheet",), Wanted.SHEET)
    if template.sheet and template.has_back and template.fold is None:
        raise _Amiss(("sheet",), Wanted.FOLD)


def _look_at(element: Picture, place: int) -> None:
    try:
        pictures.embedded(element.image)
    except PictureUnusable as problem:
        raise _Amiss(("elements", place, "image"), Wanted.PICTURE.of(most=pictures.MOST_MEGAPIXELS)) from problem


def _mistake(said: str) -> _Amiss:
    """Return what msgspec says is wrong."""
    at = _PLACE.search(said)
    steps = _STEP.finditer(at["path"]) if at else ()
    path: Path = tuple(int(each["place"]) if each["place"] else each["key"] for each in steps)
    entry = _ENTRY.match(said)
    if entry and entry["what"] == "contains unknown":
        return _Amiss((*path, entry["key"]), Wanted.NOTHING_ELSE, entry["key"])
    if entry:
        return _Amiss(path, _expected((*path, entry["key"])), Wanted.NOTHING)
    return _Amiss(path, _expected(path))


def _expected(path: Path) -> Detail:
    """Return what stands at a place of a file that is right."""
    keys = [each for each in path if isinstance(each, str)]
    key = keys[-1] if keys else "page"
    if key in _KNOWN:
        return Wanted.ONE_OF.of(key=key, known=", ".join(_KNOWN[key]))
    if key == "steps":
        return Wanted.STEP if path[-1] != key else Wanted.STEPS
    if key == "elements":
        return Wanted.ELEMENTS if path[-1] == key else Wanted.ELEMENT
    return _ENTRIES[key]


_KNOWN: Mapping[str, Sequence[str]] = {
    "align": tuple(Align),
    "face": tuple(Face),
    "fold": tuple(Fold),
    "form": (str(FORM),),
    "kind": tuple(KINDS),
    "shows": tuple(sorted(Shown)),
    "upright": tuple(Upright),
    "weight": tuple(Weight),
}
_ENTRIES: Mapping[str, Detail] = {
    "above": Wanted.LENGTH.of(key="above"),
    **{key: Wanted.LENGTH.of(key=key) for key in ("across", "down", "left", "top")},
    **{key: Wanted.COUNT.of(key=key, most=MOST_IN_A_ROW) for key in ("columns", "rows")},
    "grid": Wanted.GRID,
    "accent": Wanted.COLOUR.of(key="accent", category=CATEGORY),
    "box": Wanted.LENGTHS.of(key="box", count=4),
    "fill": Wanted.COLOUR.of(key="fill", category=CATEGORY),
    "id": Wanted.NAME.of(key="id"),
    "image": Wanted.PICTURE.of(most=pictures.MOST_MEGAPIXELS),
    "ink": Wanted.COLOUR.of(key="ink", category=CATEGORY),
    "page": Wanted.LENGTHS.of(key="page", count=2),
    "sheet": Wanted.LENGTHS.of(key="sheet", count=2),
    "texts": Wanted.TEXTS,
    "variants": Wanted.NAME.of(key="variants"),
    "thickness": Wanted.LENGTH.of(key="thickness"),
}


def _value(root: Mapping[str, Any], path: Path) -> object:
    value: Any = root
    for each in path:
        try:
            value = value[each]
        except (KeyError, IndexError, TypeError):
            return None
    return value
