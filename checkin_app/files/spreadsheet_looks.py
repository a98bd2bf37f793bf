"""What a workbook shows otherwise than its reader tells: formats of numbers, struck-through text, hidden rows."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from checkin_app.files.number_formats import BUILT_IN, is_plain, shows_texts
from checkin_app.files.spreadsheet_xml import (
    LAST_ROW,
    column_of,
    is_spelled_plainly,
    is_utf_8,
    local,
    new_parser,
    parse,
    place_of,
)

_SAID_NO = frozenset({"0", "false", "off"})
_LAST_COLUMN = 16_384


@dataclass(frozen=True, slots=True)
class Looks:
    """Of one sheet, all by place from 0; a cell that holds nothing may be among them."""

    formats: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Format codes of the cells whose numbers or texts are not shown as they are."""
    struck: AbstractSet[tuple[int, int]] = frozenset()
    hidden_rows: AbstractSet[int] = frozenset()
    """By a filter, by grouping, or by hand."""
    hidden_columns: AbstractSet[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Styles:
    """What of a workbook's styles makes a cell look otherwise than it is, by number of the style."""

    formats: Mapping[int, str]
    struck: AbstractSet[int]
    struck_texts: AbstractSet[int]
    """Numbers of the shared texts of which a part is struck through."""

    @property
    def telling(self) -> AbstractSet[int]:
        return self.struck | self.formats.keys()


def styles_of(styles: bytes, strings: bytes) -> Styles:
    """Return what the parts of a workbook say of its styles; a workbook may have neither part."""
    book = _Styles()
    if styles:
        parse(styles, book.started)
    texts = _StruckTexts()
    if b"strike" in strings or not is_utf_8(strings):
        parse(strings or b"<none/>", texts.started)
    return Styles(book.formats(), book.struck(), texts.found)


class _Styles:
    """Hears the elements of the part that holds the styles."""

    def __init__(self) -> None:
        self._part = ""
        self._codes: dict[str, str] = {str(number): code for number, code in BUILT_IN.items()}
        self._fonts: list[bool] = []
        self._cells: list[tuple[str, str]] = []

    def started(self, tag: str, attributes: dict[str, str]) -> None:
        match tag:
            case "fonts" | "cellXfs" | "cellStyleXfs" | "dxfs" | "cellStyles" | "numFmts":
                self._part = tag
            case "numFmt" if self._part == "numFmts":
                self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            case "font" if self._part == "fonts":
                self._fonts.append(False)
            case "strike" if self._part == "fonts" and self._fonts:
                self._fonts[-1] = attributes.get("val") not in _SAID_NO
            case "xf" if self._part == "cellXfs":
                self._cells.append((attributes.get("numFmtId", ""), attributes.get("fontId", "")))

    def formats(self) -> dict[int, str]:
        codes = {number: code for number, code in self._codes.items() if code and not is_plain(code)}
        return {place: codes[number] for place, (number, _) in enumerate(self._cells) if number in codes}

    def struck(self) -> frozenset[int]:
        struck = {str(place) for place, each in enumerate(self._fonts) if each}
        return frozenset(place for place, (_, font) in enumerate(self._cells) if font in struck)


class _StruckTexts:
    """Hears the elements of the part that holds the texts which cells share."""

    def __init__(self) -> None:
        self.found: set[int] = set()
        self._last = -1

    def started(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "si":
            self._last += 1
        elif tag == "strike" and attributes.get("val") not in _SAID_NO:
            self.found.add(self._last)


def looks_of(content: bytes, styles: Styles) -> Looks:
    """Return how a sheet looks; most lists look as they are, which their bytes tell at once."""
    telling = styles.telling
    spelled = is_utf_8(content)
    if spelled and not telling and not styles.struck_texts and b"hidden" not in content and b"strike" not in content:
        return Looks()
    if styles.struck_texts or b"strike" in content or b"hidden='" in content or not is_spelled_plainly(content):
        return _walked(content, styles)
    try:
        return _by_bytes(content, styles)
    except _Unplaced:
        return _walked(content, styles)


class _Unplaced(Exception):  # noqa: N818 - no error: what says no place is counted by a walk
    """A row or cell does not say where it stands."""


def _by_bytes(content: bytes, styles: Styles) -> Looks:
    of_texts = {style for style, code in styles.formats.items() if shows_texts(code)}
    numbers = _placed(content, styles.formats.keys() - of_texts, _NO_TEXT)
    formats = {place: styles.formats[style] for place, style in (*numbers, *_placed(content, of_texts))}
    return Looks(
        formats,
        {place for place, _ in _placed(content, styles.struck)},
        set(_hidden_rows(content)),
        {each for found in _COLUMN.finditer(content) for each in _columns(*found.groups())},
    )


#: Rows and columns that are hidden, and cells of some styles, as a plainly spelled sheet writes them.
_ROW = re.compile(rb'<(?:[\w.-]+:)?row\s(?=[^<>]*\bhidden="(?:1|true|on)")([^<>]*)>')
_COLUMN = re.compile(
    rb'<(?:[\w.-]+:)?col\s(?=[^<>]*\bhidden="(?:1|true|on)")(?=[^<>]*\bmin="(\d+)")(?=[^<>]*\bmax="(\d+)")[^<>]*>'
)
_R = re.compile(rb'(?:^|\s)r="([A-Za-z]{0,3})([0-9]{1,7})"')


def _hidden_rows(content: bytes) -> Iterator[int]:
    for found in _ROW.finditer(content):
        place = _R.search(found[1])
        if place is None:
            raise _Unplaced
        yield min(int(place[2]), LAST_ROW) - 1


_TEXTS = frozenset({"s", "str", "inlineStr"})
_NO_TEXT = rb'(?![^<>]*\bt="(?:s|str|inlineStr)")'


def _placed(content: bytes, telling: AbstractSet[int], kind: bytes = b"") -> Iterator[tuple[tuple[int, int], int]]:
    """Yield the cells of some styles with their style; all that are styled may be a million."""
    if not telling:
        return
    wanted = b"|".join(str(each).encode() for each in sorted(telling))
    # A cell that closes at once holds nothing: lists are painted far beyond their last row.
    cells = re.compile(rb'<(?:[\w.-]+:)?c\s(?=[^<>]*\bs="(' + wanted + rb')")' + kind + rb"([^<>]*[^<>/])>")
    for found in cells.finditer(content):
        place = _R.search(found[2])
        if place is None or not place[1]:
            raise _Unplaced
        yield (int(place[2]) - 1, column_of(place[1].decode("ascii"))), int(found[1])


def _columns(first: bytes | str, last: bytes | str) -> range:
    return range(int(first) - 1, min(int(last), _LAST_COLUMN))


def _walked(content: bytes, styles: Styles) -> Looks:
    walk = _Walk(styles)
    walk.over(content)
    return Looks(walk.formats, walk.struck, walk.hidden_rows, walk.hidden_columns)


class _Walk:
    """Walks over a sheet that is spelled oddly, or in whose texts a part may be struck through."""

    def __init__(self, styles: Styles) -> None:
        self.formats: dict[tuple[int, int], str] = {}
        self.struck: set[tuple[int, int]] = set()
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self._styles, self._row, self._column = styles, -1, -1
        self._style, self._kind, self._text = -1, "", ""
        self._parser = new_parser()
        self._parser.StartElementHandler = self._started

    def over(self, content: bytes) -> None:
        self._parser.Parse(content, True)  # noqa: FBT003 - expat takes it by place only
        self._judge_text()

    def _started(self, tag: str, attributes: dict[str, str]) -> None:
        match local(tag):
            case "c":
                self._judge_text()
                place = attributes.get("r")
                self._row, self._column = (self._row, self._column + 1) if place is None else place_of(place)
                style = attributes.get("s", "0")
                self._style, self._kind = int(style) if style.isdecimal() else 0, attributes.get("t", "")
            case "v" | "is":
                self._filled()
            case "strike" if attributes.get("val") not in _SAID_NO:
                self.struck.add((self._row, self._column))
            case "row":
                self._judge_text()
                place = attributes.get("r")
                self._row = self._row + 1 if place is None else min(int(place), LAST_ROW) - 1
                self._column = -1
                if attributes.get("hidden", "0") not in _SAID_NO:
                    self.hidden_rows.add(self._row)
            case "col" if attributes.get("hidden", "0") not in _SAID_NO:
                self.hidden_columns.update(_columns(attributes.get("min", "1"), attributes.get("max", "0")))

    def _filled(self) -> None:
        place = self._row, self._column
        code = self._styles.formats.get(self._style)
        if code is not None and (self._kind not in _TEXTS or shows_texts(code)):
            self.formats[place] = code
        if self._style in self._styles.struck:
            self.struck.add(place)
        if self._kind == "s" and self._styles.struck_texts:
            self._text, self._parser.CharacterDataHandler = "", self._heard

    def _heard(self, text: str) -> None:
        self._text += text

    def _judge_text(self) -> None:
        """Say of the cell that was walked over whether its shared text is struck through."""
        if self._parser.CharacterDataHandler is None:
            return
        self._parser.CharacterDataHandler = None
        number = self._text.strip()
        if number.isdecimal() and int(number) in self._styles.struck_texts:
            self.struck.add((self._row, self._column))
