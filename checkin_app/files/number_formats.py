"""How a spreadsheet shows a number: by its format code (ECMA-376 part 1, 18.8.30 and 18.8.31).

Our own, since the libraries that render format codes give a list's numbers as amounts, or cannot say which they
cannot render. Here only what can be a number or code of a person is rendered: digits, zeros before them, words
around them; amounts, shares, powers and dates are told apart from it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property, lru_cache

#: Format codes that a workbook names by number alone; the others of these numbers are dates or General.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    37: "#,##0_);(#,##0)", 38: "#,##0_);(#,##0)", 39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);(#,##0.00)",
    41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00", 48: "##0.0E+0", 49: "@",
}  # fmt: skip

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|Standard|G/通用格式)|(?P<digit>[0#?])|(?P<text>@)"
    r"|(?P<amount>[.,%/]|E[+-])|(?P<date>AM/PM|A/P|[ymdhsgeb])|(?P<sign>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[0-9.]+)")
_CURRENCY = re.compile(r"\$([^-\]]*)(?:-.*)?")
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_COLOUR = re.compile(r"[a-z]+ ?[0-9]*|颜色.*", re.IGNORECASE)
#: Whole numbers up to here are exact in a spreadsheet; of longer ones it keeps 15 digits (Excel specifications).
EXACT = 10**15
#: No format code of people is longer; a hostile one may be.
_LONGEST = 255


@dataclass(frozen=True)
class _Section:
    """What stands between two semicolons of a format code, as pairs of what it is and its text."""

    tokens: tuple[tuple[str, str], ...]
    condition: tuple[str, Decimal] | None = None

    @cached_property
    def kinds(self) -> frozenset[str]:
        return frozenset(kind for kind, _ in self.tokens)

    def has(self, kind: str) -> bool:
        return kind in self.kinds


class Unshown(Exception):  # noqa: N818 - it is no error: the number is an amount, and is taken as such
    """A format code shows no number or code of a person."""


@lru_cache(1000)
def is_plain(code: str) -> bool:
    """Return whether whole numbers and texts are shown as they are."""
    try:
        numbers = [shown(number, code) == str(number) for number in (0, 7, 1234567, 13800138000)]
    except Unshown:
        return False
    return all(numbers) and shown_text("a", code) == "a"


def shown(number: float, code: str) -> str:
    """Return a number as the sheet shows it, without blanks around it.

    Raises:
        Unshown: it is shown as an amount, a share, a power or in another script's digits.
    """
    if not abs(number) < EXACT:
        raise Unshown
    value = Decimal(repr(number))
    section, signed = _section(value, code)
    if section.has("general") or section.has("text"):
        return _around(section, f"{value.normalize():f}")
    if section.has("amount") or section.has("date") or section.has("other") or not section.tokens:
        raise Unshown
    digits = str(abs(value).quantize(Decimal(1), ROUND_HALF_UP)).lstrip("0")
    text = "".join(_placed(section.tokens, digits)).strip()
    return f"-{text}" if signed and value < 0 and digits else text


def shown_text(text: str, code: str) -> str:
    """Return a text as the sheet shows it: a code may put words around it."""
    return _around(_sections(code)[-1], text).strip() if shows_texts(code) else text


@lru_cache(1000)
def shows_texts(code: str) -> bool:
    """Return whether a code says how a text is shown."""
    last = _sections(code)[-1]
    return last.has("text") and not last.has("digit") and not last.has("other")


def _around(section: _Section, text: str) -> str:
    return "".join(each if kind == "literal" else text for kind, each in section.tokens if kind in _SAID).strip()


_SAID = frozenset({"literal", "general", "text"})


def _section(value: Decimal, code: str) -> tuple[_Section, bool]:
    """Return the section that shows a number, and whether its sign is still to be shown."""
    sections = [each for each in _sections(code)[:4] if not each.has("text") or each.has("digit")]
    if not sections:
        return _Section((("general", ""),)), False
    if any(each.condition for each in sections):
        return next((each for each in sections if each.condition is None or _met(value, *each.condition)), _OTHER), True
    if value < 0 and len(sections) > 1:
        return sections[1], False
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], True


_OTHER = _Section((("other", ""),))


def _met(value: Decimal, sign: str, limit: Decimal) -> bool:
    below, equal = value < limit, value == limit
    return {"<": below, "<=": below or equal, ">": not below and not equal, ">=": not below, "=": equal}.get(
        sign, not equal
    )


@lru_cache(1000)
def _sections(code: str) -> tuple[_Section, ...]:
    if len(code) > _LONGEST:
        return (_OTHER,)
    found: list[_Section] = []
    tokens: list[tuple[str, str]] = []
    condition = None
    for match in _TOKEN.finditer(code):
        kind, text = match.lastgroup or "", match[match.lastgroup or 0] or ""
        if kind == "sign" and text == ";":
            found.append(_Section(tuple(tokens), condition))
            tokens, condition = [], None
        elif kind == "bracket" and (limit := _CONDITION.fullmatch(text.strip())):
            condition = limit[1], Decimal(limit[2].strip(".") or 0)
        else:
            tokens += [said for said in [_token(kind, text)] if said is not None]
    return (*found, _Section(tuple(tokens), condition))


def _token(kind: str, text: str) -> tuple[str, str] | None:
    """Return what a token shows; a letter that is neither quoted nor known shows who knows what."""
    match kind:
        case "quoted" | "escaped":
            return "literal", text
        case "space":
            return "literal", " "
        case "fill":
            return None
        case "sign":
            return ("other", text) if text.isalpha() and text.isascii() else ("literal", text)
        case "bracket":
            return _bracket(text)
        case _:
            return kind, text


def _bracket(text: str) -> tuple[str, str] | None:
    if (currency := _CURRENCY.fullmatch(text)) is not None:
        return ("literal", currency[1]) if currency[1] else None
    if _ELAPSED.fullmatch(text):
        return "date", text
    if text.lower().startswith(("dbnum", "natnum")):
        return "other", text
    return None if _COLOUR.fullmatch(text) else ("other", text)


def _placed(tokens: Sequence[tuple[str, str]], digits: str) -> Iterator[str]:
    """Yield the tokens with the digits in their places; those that have no place stand at the first."""
    places = sum(kind == "digit" for kind, _ in tokens)
    padded = digits.rjust(places)
    first, rest = padded[: len(padded) - places + 1], iter(padded[len(padded) - places + 1 :])
    for kind, text in tokens:
        if kind != "digit":
            yield text
            continue
        said, first = (first, "") if first else (next(rest), "")
        yield {"0": "0", "?": " "}.get(text, "") if said == " " else said
