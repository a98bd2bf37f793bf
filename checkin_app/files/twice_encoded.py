"""Texts that were encoded twice, as ``JosÃ©`` for José: told from texts that only look rare, and mended where certain.

ftfy (Robyn Speer) knows what UTF-8 becomes when it is read in a Western, Central European or Russian code page.  What
it becomes in Chinese, Japanese, Korean, Arabic and other code pages, and what those become when they are read as
Western, is found here by the same rule: mended only where the text makes no sense and what it was does.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from checkin_app.files.text_encoding import CODE_PAGES
from checkin_app.files.text_guess import plausibility

#: What replacement characters become in GBK, and what stands for letters that nothing brings back.
_LOST = re.compile("锟斤拷|烫烫烫|屯屯屯|ï¿½|\ufffd\ufffd")
_NO_SENSE, _SENSELESS, _SENSIBLE = 0.34, 0.6, 0.8


def _signs(first: int, last: int) -> str:
    """Return the characters that these bytes are in the code pages of which ftfy knows what UTF-8 becomes in them."""
    pages = ("latin-1", "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1257", "iso8859-2")
    each = {bytes([byte]).decode(page, "ignore") for page in pages for byte in range(first, last + 1)}
    return re.escape("".join(sorted(each)))


_NEXT = f"[{_signs(0x80, 0xBF)}]"
#: What the bytes of a letter in UTF-8 become there; a blank that does not break may have become a plain one.
_WESTERN = re.compile(
    f"[{_signs(0xC2, 0xDF)}]{_NEXT}|[{_signs(0xE0, 0xEF)}]{_NEXT}{{2}}|[{_signs(0xF0, 0xF4)}]{_NEXT}{{3}}|[ÂÃ] "
)
_BEYOND_ASCII = re.compile("[\x80-\u024f\u02c6\u02dc\u2013-\u2122]{2}")
_HAN = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff61-\uff9f]")
_LEVEL_ONE = b"".join(bytes((first, second)) for first in range(0xB0, 0xD8) for second in range(0xA1, 0xFF))
#: The characters that nearly all Chinese is written in (GB 2312, level 1): what is written in them is right.
_COMMON = frozenset(_LEVEL_ONE.decode("gb2312", "ignore") + " ()0123456789")
_MIXED = re.compile("[A-Za-z][\u4e00-\u9fff]|[\u4e00-\u9fff][a-z]")
_PLAIN, _TWO, _THREE = rb"[\x00-\x09\x0b-\x7f]*+", rb"[\xc2-\xdf][\x80-\xbf]", rb"[\xe0-\xef][\x80-\xbf]{2}"
_ANY = rb"(?:" + _TWO + rb"|" + _THREE + rb"|[\xf0-\xf4][\x80-\xbf]{3})"
_LETTER, _LETTERS = re.compile(_ANY), re.compile(rb"(?:" + _THREE + rb"){2}")
#: A line of UTF-8 that is not all ASCII, of which the last letter may be cut; possessive, since most lines are none.
_CUT = rb"(?:[\xe0-\xef][\x80-\xbf]\??)"
_UTF_8 = re.compile(_PLAIN + rb"(?:" + _ANY + _PLAIN + rb")++" + _CUT + rb"?")
_NOT_WESTERN = tuple(each for each in CODE_PAGES if each not in {"cp1252", "cp1250", "cp1254", "mac_roman", "cp850"})
_HAN_PAGES = ("gb18030", "big5hkscs", "cp932", "cp949", "euc_jp")
_OTHERS = tuple(each for each in CODE_PAGES if each not in {*_HAN_PAGES, "cp950"})
_LATIN_PAGES = ("cp1252", "cp1250", "cp1254", "cp1257", "cp1258")
#: Bytes from which on all that a list has of such texts tells the code page they were.
_LEAST_BYTES, _AHEAD = 6, 0.15
#: What no text that was encoded twice is without: two letters or signs beyond ASCII together; of Han one is enough.
_TELLING = re.compile("[^\x00-\x7f]{2}|[ÂÃ] ")


def mended(texts: Iterable[str]) -> Mapping[str, str]:
    """Return what those texts were that were encoded twice; empty for one that nothing brings back."""
    han: list[str] = []
    others: list[str] = []
    for text in texts:
        if not text.isascii() and not _COMMON.issuperset(text):
            (han if _HAN.search(text) else others).append(text)
    others = [text for text in others if _TELLING.search(text)]
    found = (
        {text: "" for text in (*han, *others) if _LOST.search(text)} if _LOST.search("\n".join(han + others)) else {}
    )
    if western := [text for text in others if text not in found and _WESTERN.search(text)]:
        found |= _by_ftfy(western)
    found |= _by_pages([text for text in han if text not in found], _HAN_PAGES, _LETTERS)
    found |= _by_pages([text for text in han if text not in found and _MIXED.search(text)], _HAN_PAGES, _LETTER)
    found |= _by_pages([text for text in others if text not in found], _OTHERS, _LETTER)
    senseless = [
        text for text in others if text not in found and _BEYOND_ASCII.search(text) and _is_senseless_latin(text)
    ]
    return found | dict(_by_their_page(senseless))


def _by_ftfy(texts: Sequence[str]) -> dict[str, str]:
    import ftfy  # noqa: PLC0415 - most lists have no such text

    found = {text: ftfy.fix_encoding(text) for text in texts}
    return {text: was for text, was in found.items() if was != text and _makes_sense(was)}


def _by_pages(texts: Sequence[str], pages: Sequence[str], letters: re.Pattern[bytes]) -> dict[str, str]:
    """Return the texts whose UTF-8 was read in a code page; of most pages all together show that none was."""
    found: dict[str, str] = {}
    whole = "\n".join([text.replace("\n", " ") for text in texts])
    for page in pages if texts else ():
        content = whole.encode(page, "replace")
        lines = content.split(b"\n") if letters.search(content) else ()
        likely = (text for text, line in zip(texts, lines, strict=False) if _UTF_8.fullmatch(line))
        found |= {text: was for text in likely if text not in found and (was := _utf_8_of(text, page)) is not None}
    return found


def _utf_8_of(text: str, page: str) -> str | None:
    """Return a text whose UTF-8 was read in a code page, empty where a part of it is lost; None where it was not."""
    try:
        content = text.encode(page)
        if not _UTF_8.fullmatch(content) or not (_MIXED.search(text) or not _makes_sense(text, _SENSELESS)):
            return None
        was = content.decode("utf-8")
    except UnicodeEncodeError:
        return None
    except UnicodeDecodeError:
        return ""
    return was if _makes_sense(was) else None


def _makes_sense(text: str, least: float = _SENSIBLE) -> bool:
    return any(plausibility(text, page) >= least for page in CODE_PAGES if _has(page, text))


def _has(page: str, text: str) -> bool:
    try:
        text.encode(page)
    except UnicodeError:
        return False
    return True


def _is_senseless_latin(text: str) -> bool:
    return all(plausibility(text, page) <= _NO_SENSE for page in _LATIN_PAGES)


def _by_their_page(senseless: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what texts were whose code page was read as Western: all of them together tell which it was."""
    if not senseless:
        return
    import ftfy.bad_codecs  # noqa: F401, PLC0415 - it knows the Western code page with all its bytes

    raw = {}
    for text in senseless:
        try:
            raw[text] = text.encode("sloppy-windows-1252")
        except UnicodeError:
            continue
    whole = b"\n".join(raw.values())
    if sum(each > 0x7F for each in whole) < _LEAST_BYTES:
        return
    scores = sorted(((_read_sense(whole, page), page) for page in _NOT_WESTERN if page != "cp950"), reverse=True)
    (best, page), (second, _) = scores[:2]
    if best < _SENSIBLE or best - second < _AHEAD:
        return
    for text, content in raw.items():
        try:
            yield text, content.decode(page)
        except UnicodeError:
            yield text, ""


def _read_sense(content: bytes, page: str) -> float:
    try:
        return plausibility(content.decode(page), page)
    except UnicodeError:
        return 0.0
