"""Several people in the cell of one."""

import re

from checkin_app.domain.lists.honorifics import is_honorific
from checkin_app.domain.lists.scripts import is_latin, is_other_script

#: One of these words is in every cell of several people that has neither a digit nor a sign in it.
JOINING = frozenset(
    """
    and et und y e i и و ve en plus with mit avec con com wife husband spouse family guest guests partner others party
    """.split()  # noqa: SIM905 - words, to be read as words
)
#: What stands between two people and in no name.
_BETWEEN = re.compile(
    r"\s*[;；、|\n؛]\s*|\s+[/\\]\s*|\s*[/\\]\s+|\s*(?<!\b[ascdASCD])[/\\]\s*|\s*[&＆]\s*|\s+(?:and|AND|et|und|и|و|ve)\s+|\s*[，،]\s*"
)
#: What stands between two people, and between two family names of one: told apart by what is on either side.
_OR_ONE = re.compile(r"\s+(?:y|e|en|i)\s+|\s*,\s*|(?<=[㐀-鿿]{2})[和及与與](?=[㐀-鿿]{2})")
_COUNTED = re.compile(
    r"等\s*[\d一二两三四五六七八九十]*\s*[人名位]|(?:^|[\s(（])[+＋]\s*\d+|\d+\s*(?:people|persons|pax|人|名|位|명)|他\s*\d+\s*名|ほか\s*\d+\s*名"
    r"|외\s*\d+\s*[명인]|\bet al\b|\bx\s?\d+$|(?:偕|携|及|与|和|暨)?\s*(?:夫人|配偶|家属|家眷)(?:$|\s)|夫妇|夫婦|伉俪|伉儷|一家"
    r"|(?:\b(?:plus|and|with|mit|avec|con|com|et|und|y|e)\b|[+＋&＆])\s*(?:\d+|(?:his |her |their |un |une |sa |su |sua |seine?r? |ihre?m? )?"
    r"(?:guests?|spouse|wife|husband|family|partner|companions?|others?|party|begleitung|frau|mann|épouse|époux|esposa|esposo"
    r"|señora|senhora|invité|acompanhante|acompañante|супруг\w*))\b",
    re.IGNORECASE,
)
#: In every text of several people is one of these: nearly every name is told from them by this alone.
_HINT = re.compile(
    r"[^\w\s'’‘`´·‐‑–—-]|[\n和及与與等夫伉一他외家偕携暨配妇婦]|ほか|\d\s*(?:people|persons|pax|人|名|位|명)|\bx\s?\d+$"
    r"|\b(?:and|et|und|y|e|en|i|и|و|ve|plus|with|mit|avec|con|com)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\b1\s*[.)、．]\s*\S.*\b2\s*[.)、．]\s*\S")
_LISTED = re.compile(r"\s*\d+\s*[.)、．]\s*")
#: Family names that hold such a word themselves: "von und zu Berg", "de Melo e Souza".
_ONE_FAMILY = re.compile(r"\bvon und zu\b|\b(?:d[aeo]s?|de la|del)\s+\w+\s+[eyi]\s", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.? ?d|m\.?d|mba|esq|msc|bsc|ma|llm|cpa|pe|dr|prof)\b.*", re.IGNORECASE)


def people_in(text: str, *, commas_part: bool = True) -> tuple[str, ...]:
    """Return the people whom a cell of one names, as far as it names them; empty where it names one.

    Args:
        text: with its line breaks.
        commas_part: False in a list that writes its names as "Family, Given".
    """
    if _HINT.search(text) is None or _ONE_FAMILY.search(text):
        return ()
    if _COUNTED.search(text):
        return (text,)
    if _NUMBERED.search(text):
        return tuple(each for each in _LISTED.split(text) if each)
    if len(parts := _apart(text, _BETWEEN)) > 1 and _are_people(parts, text):
        return parts
    parts = _apart(text, _OR_ONE)
    several = len(parts) > 1 and all(map(_is_whole, parts)) and (commas_part or "," not in text)
    return parts if several else ()


def clear_people(text: str, *, commas_part: bool = True) -> tuple[str, ...]:
    """Return the people of a cell where it is clear who each of them is: every one has a whole name."""
    people = people_in(text, commas_part=commas_part)
    return people if len(people) > 1 and all(map(_is_whole, people)) else ()


def _apart(text: str, sign: re.Pattern[str]) -> tuple[str, ...]:
    return tuple(part for each in sign.split(text) if (part := each.strip()) and any(map(str.isalpha, part)))


def _are_people(parts: tuple[str, ...], text: str) -> bool:
    """Return whether parts are people: not one name in two scripts, two lines or with a degree behind it."""
    if len(parts) == 2 and is_latin(parts[0]) != is_latin(parts[1]) and any(map(is_other_script, parts)):
        return False
    if any(_SUFFIX.fullmatch(each) for each in parts[1:]):
        return False
    if "\n" in text or "/" in text or "\\" in text or "|" in text:
        return all(map(_is_whole, parts)) or any(map(is_honorific, parts))
    return True


def _is_whole(part: str) -> bool:
    """Return whether a part is a name by itself: two words, or two characters of a script without blanks."""
    words = part.split()
    if is_other_script(part) and re.fullmatch(r"[㐀-鿿가-힣]{2,4}", part):
        return True
    return len(words) > 1 and words[0][:1].isupper() and _SUFFIX.fullmatch(part) is None
